#!/usr/bin/env python3
"""Counts the source: lines, files, types, names of types that stand twice, cycles between rooms, longest files and functions.

usage: tests/house/count.py [FOLDER]

Tests inside the source are left out. A room is a file or folder directly below FOLDER (src when unset), or below its “site”.
"""
import collections
import pathlib
import re
import sys

LONGEST = 8
# An alias that is indented belongs to a trait.
TYPE = re.compile(r"^\s*(?:pub(?:\([^)]*\))? )?(?:struct|enum|trait) (\w+)|^(?:pub(?:\([^)]*\))? )?type (\w+)", re.MULTILINE)
FUNCTION = re.compile(r"^( *)(?:pub(?:\([^)]*\))? )?(?:const |async )*fn (\w+)")
USES = re.compile(r"\bcrate::(\w+|\{[^;]*?\})", re.DOTALL)


def without_tests(text):
    """The file up to its own tests, which stand at its end."""
    return text.split("\n#[cfg(test)]\nmod ", 1)[0]


def code(text):
    """The text without comments, so that what they speak of is not counted."""
    return "\n".join(line for line in text.split("\n") if not line.lstrip().startswith("//"))


def functions(text):
    """Each function of several lines with how many these are; one that is only declared ends with its brackets."""
    lines = text.split("\n")
    for begin, line in enumerate(lines):
        found = FUNCTION.match(line)
        if found and not line.endswith((";", "}")):
            closed = re.compile(found[1] + r"(\}|\).*;)")
            yield found[2], next((n for n, end in enumerate(lines[begin:], 1) if closed.fullmatch(end)), 1)


def used_rooms(text, rooms):
    """The rooms that a file speaks of."""
    for found in USES.findall(code(text)):
        names = re.findall(r"(?:^\{|,)\s*(\w+)", found) if found.startswith("{") else [found]
        yield from (name for name in names if name in rooms)


def cycles(uses):
    """The groups of rooms that use each other."""
    def reached(room):
        seen, left = set(), [room]
        while left:
            for other in uses[left.pop()] - seen:
                seen.add(other)
                left.append(other)
        return seen

    reach = {room: reached(room) for room in uses}
    return sorted({tuple(sorted({room} | {other for other in reach[room] if room in reach[other]}))
                   for room in uses if room in reach[room]})


def room_of(path):
    parts = path.parts[1:] if path.parts[0] == "site" else path.parts
    return parts[0].removesuffix(".rs")


def main():
    top = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2] / "src")
    files = {path.relative_to(top): without_tests(path.read_text()) for path in sorted(top.rglob("*.rs"))}
    rooms = {room_of(path) for path in files} - {"build", "lib", "main"}
    uses, types, long = collections.defaultdict(set), collections.defaultdict(list), []
    for path, text in files.items():
        room = room_of(path)
        if room in rooms:
            uses[room] |= set(used_rooms(text, rooms)) - {room}
        for name in (match[match.lastindex] for match in TYPE.finditer(code(text))):
            types[name].append(str(path))
        long += [(length, f"{path}: {name}") for name, length in functions(text)]
    uses = {room: uses[room] for room in rooms}
    twice = {name: places for name, places in types.items() if len(places) > 1}
    lines = {path: text.count("\n") for path, text in files.items()}
    print(f"{sum(lines.values()):7,} lines in {len(files)} files")
    print(f"{sum(map(len, types.values())):7,} types, {len(twice)} names of types stand more than once")
    for name, places in sorted(twice.items()):
        print(f"        {name}: {', '.join(places)}")
    found = cycles(uses)
    print(f"{len(found):7} cycles between rooms")
    for rooms_of in found:
        print(f"        {', '.join(rooms_of)}")
    print("        longest files")
    for path in sorted(lines, key=lines.get, reverse=True)[:LONGEST]:
        print(f"{lines[path]:7} {path}")
    print("        longest functions")
    for length, where in sorted(long, reverse=True)[:LONGEST]:
        print(f"{length:7} {where}")
    return 1 if twice or found else 0


if __name__ == "__main__":
    sys.exit(main())
