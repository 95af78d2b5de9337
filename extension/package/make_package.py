"""Makes a wheel or an npm package of the portable build, with the standard library alone.

    make_package.py wheel|npm-package VERSION PROCESSOR GAZETTE.so SOURCE_FOLDER OUTPUT_FOLDER

The files are the same whenever they are made of the same: no time of today, no order of a folder.
"""
import base64
import glob
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile

ABOUT = "SQLite extension that reads English news text and gives rows: quotes, actors, casualty claims, events, dates, places"


def read(*path):
    with open(os.path.join(*path), "rb") as file:
        return file.read()


def oldest_c_library(module):
    """(2, 34): the newest symbol version of glibc that the module asks for."""
    versions = re.findall(r"\bGLIBC_(\d+)\.(\d+)", subprocess.run(["readelf", "-W", "--version-info", module], capture_output=True, text=True, check=True).stdout)
    return max((int(a), int(b)) for a, b in versions)


def scripts(source, folder):
    return {f"{folder}/{os.path.basename(path)}": read(path) for path in sorted(glob.glob(os.path.join(source, "sql", "*.sql")))}


def write_wheel(version, processor, module, source, output):
    major, minor = oldest_c_library(module)
    tag = f"py3-none-manylinux_{major}_{minor}_{processor}"
    here = os.path.join(source, "extension", "package", "python")
    info = f"sqlite_gazette-{version}.dist-info"
    files = {"gazette/__init__.py": read(here, "__init__.py").replace(b"@VERSION@", version.encode()), "gazette/gazette.so": read(module), **scripts(source, "gazette/sql")}
    files[f"{info}/METADATA"] = (f"Metadata-Version: 2.1\nName: sqlite-gazette\nVersion: {version}\nSummary: {ABOUT}\nLicense: MIT\nRequires-Python: >=3.8\n"
                                 "Description-Content-Type: text/markdown\n\n").encode() + read(here, "README.md")
    files[f"{info}/WHEEL"] = f"Wheel-Version: 1.0\nGenerator: gazette\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()
    files[f"{info}/LICENSE"] = read(source, "LICENSE")
    digest = lambda data: base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    files[f"{info}/RECORD"] = ("".join(f"{name},sha256={digest(data)},{len(data)}\n" for name, data in files.items()) + f"{info}/RECORD,,\n").encode()
    path = os.path.join(output, f"sqlite_gazette-{version}-{tag}.whl")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            wheel.writestr(entry, data)
    return path


def write_npm_package(version, processor, module, source, output):
    here = os.path.join(source, "extension", "package", "npm")
    manifest = json.loads(read(here, "package.json"))
    manifest.update(version=version, description=ABOUT, os=["linux"], cpu=[{"x86_64": "x64", "aarch64": "arm64"}.get(processor, processor)])
    files = {"package.json": (json.dumps(manifest, indent=2) + "\n").encode(), "gazette.so": read(module), "LICENSE": read(source, "LICENSE"), **scripts(source, "sql")}
    for name in ("index.js", "index.d.ts", "README.md"):
        files[name] = read(here, name)
    path = os.path.join(output, f"sqlite-gazette-{version}.tgz")
    with tarfile.open(path, "w:gz") as package:
        for name, data in files.items():
            entry = tarfile.TarInfo("package/" + name)
            entry.size, entry.mode = len(data), 0o644
            package.addfile(entry, io.BytesIO(data))
    return path


def main():
    kind, version, processor, module, source, output = sys.argv[1:]
    os.makedirs(output, exist_ok=True)
    for old in glob.glob(os.path.join(output, "*.whl" if kind == "wheel" else "*.tgz")):
        os.remove(old)
    print((write_wheel if kind == "wheel" else write_npm_package)(version, processor, module, source, output))


if __name__ == "__main__":
    main()
