"""The README's shell commands for facts that stay in step, as they stand there, on a file that starts empty."""
import os
import re
import subprocess
import tempfile

from shell import EXTENSION, ROOT, check, done

with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
    section = file.read().split("## Facts that stay in step")[1].split("\n## ")[0]
commands = [line for line in re.search(r"```sh\n(.*?)```", section, re.S)[1].splitlines() if line]
check("commands", len(commands), 3)
names = set(re.findall(r"`sql/(\w+\.sql)`", section))
check("every script is told of", names, {name for name in os.listdir(os.path.join(ROOT, "sql")) if name.endswith(".sql")})

with tempfile.TemporaryDirectory(prefix="gazette scripts ") as folder:
    os.symlink(os.path.join(ROOT, "sql"), os.path.join(folder, "sql"))
    os.symlink(os.path.dirname(EXTENSION), os.path.join(folder, "build"))

    def sh(command, typed=""):
        """What a command prints, where `typed` is typed into its shell."""
        result = subprocess.run(["bash", "-c", command], input=typed, cwd=folder, capture_output=True, text=True)
        check(command, (result.returncode, result.stderr), (0, ""))
        return result.stdout

    def count(table):
        return sh(f"sqlite3 news.db 'SELECT count(*) FROM {table}'").strip()

    article = "INSERT INTO article(body, published) VALUES ('\"We agreed,\" Ms Diallo said on Monday.', '2024-05-14');\n"
    make, follow, refresh = commands
    sh(make)
    sh(make)
    sh(follow, article)
    check("followed", count("quote"), "1")
    sh("sqlite3 news.db", article + article)
    check("written without the extension", (count("article"), count("quote")), ("3", "1"))
    check("refreshed", sh(refresh), "2|0\n")
    check("caught up", count("quote"), "3")
    check("a report", sh("sqlite3 news.db < sql/report.sql").startswith("<!DOCTYPE html>"), True)
done()
