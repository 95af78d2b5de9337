#!/usr/bin/env python3
"""No two types have one name in a namespace: a linker takes one for the other and says nothing.

    types_test.py

Reads the headers of extension/ and, of the sources, what stands outside unnamed namespaces.
"""
import collections, pathlib, re, sys

ROOT = pathlib.Path(__file__).resolve().parents[2] / "extension"
TYPE = re.compile(r"^(?:class|struct|enum class) (\w+)(?: final)?(?: : [^;{]*)? \{", re.M)
NAMESPACE = re.compile(r"^namespace ([\w:]+) \{", re.M)
UNNAMED = re.compile(r"^namespace \{.*?^\}  // namespace\n", re.M | re.S)


def types_of(text):
    space = NAMESPACE.search(text)
    return {(space.group(1) if space else "", name) for name in TYPE.findall(UNNAMED.sub("", text))}


def main():
    defined = collections.defaultdict(set)
    for path in sorted([*ROOT.rglob("*.h"), *ROOT.rglob("*.cpp")]):
        for name in types_of(path.read_text(encoding="utf8")):
            defined[name].add(str(path.relative_to(ROOT)))
    if ("gazette::facts", "Document") not in defined:
        sys.exit("types_test.py: expected to find gazette::facts::Document")
    twice = {name: files for name, files in defined.items() if len(files) > 1}
    for (space, name), files in sorted(twice.items()):
        print(f"{space}::{name} is defined in {' and in '.join(sorted(files))}")
    print(f"{len(defined)} types, {len(twice)} of them defined twice")
    sys.exit(1 if twice else 0)


if __name__ == "__main__":
    main()
