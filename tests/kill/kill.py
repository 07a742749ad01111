#!/usr/bin/env python3
"""Kills builds with -9 at chosen system calls and looks at what they leave.

    tests/kill/kill.py BINARY SITE [--seed N] [--trials N] [--jobs N]

BINARY is a built `hustings`, SITE a site folder that builds without errors. Needs strace and Linux.
Every trial starts from the old site with other people's entries in it, kills a build of the new
site, and asserts: the output is the complete old or the complete new site; nobody's entry is lost;
the next build gives the new site, all entries in their places, and nothing beside it.

Trials: seeded calls out of all; then each kind of call that changes the disk; then the same where
the system is made to refuse the exchange of two folders, and where it refuses hard links.
"""

import argparse
import collections
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import typing
from concurrent.futures import ThreadPoolExecutor

OLD, NEW = "2031-05-10", "2031-06-11"
MANIFEST = ".hustings-manifest"
WORKSHOP = ".public.hustings-build"
# Other people's entries: a file, a folder, and a folder and a file inside one of ours.
FILES = {"CNAME": "example.org\n"}
FOLDERS = {".git": {"HEAD": "ref: refs/heads/main\n", "objects/ab/cdef": "object\n"}, ".well-known": {"x.txt": "x\n"}}
CHANGES = ["mkdirat", "linkat", "unlinkat", "renameat2", "renameat,rename", "flock", "write", "fchmod,fchmodat"]


def build(binary, site, out, date, strace=()):
    command = [*strace, binary, "-C", str(site), "build", "--out", str(out), "--as-of", date]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def tree(folder):
    """Every file under a folder with its bytes; empty folders end in a slash."""
    found = {}
    for here, folders, files in os.walk(folder):
        rel = os.path.relpath(here, folder)
        for name in files:
            path = os.path.join(here, name)
            found[os.path.normpath(os.path.join(rel, name))] = pathlib.Path(path).read_bytes()
        if not folders and not files:
            found[rel + "/"] = b""
    return found


def put(folder, entries):
    for path, text in entries.items():
        path = folder / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


class Kill:
    def __init__(self, binary, site, work):
        self.binary, self.site, self.work = os.path.abspath(binary), os.path.abspath(site), work
        self.references = {}
        for date in (OLD, NEW):
            out = work / f"reference-{date}" / "public"
            out.parent.mkdir()
            done = build(self.binary, self.site, out, date)
            if done.returncode != 0:
                sys.exit(f"the site does not build: {done.stdout}")
            self.references[date] = tree(out)
        if self.references[OLD] == self.references[NEW]:
            sys.exit("the two sites do not differ: nothing can be told from them")
        page = next(name for name in sorted(self.references[OLD]) if name.count("/") >= 1)
        inside = os.path.dirname(page)
        self.folders = {**FOLDERS, f"{inside}/photos": {"one.jpg": "photo\n"}}
        self.files = {**FILES, f"{inside}/notes.txt": "notes\n"}

    def start(self, name):
        """The old site with other people's entries, in a folder of its own."""
        place = self.work / name
        shutil.copytree(self.work / f"reference-{OLD}", place)
        put(place / "public", self.files)
        for folder, entries in self.folders.items():
            put(place / "public" / folder, entries)
        return place

    def entries(self):
        """Other people's entries: each the name of a file or folder, and the files in it with their bytes."""
        for path, text in self.files.items():
            yield path, {path: text.encode()}
        for folder, inside in self.folders.items():
            yield folder, {f"{folder}/{path}": text.encode() for path, text in inside.items()}

    def theirs(self):
        return {path: text for _, inside in self.entries() for path, text in inside.items()}

    def calls(self, options=()):
        """How often each system call is made by the thread that makes most of them, and the largest sum."""
        place = self.start("count")
        trace = self.work / "trace"
        build(self.binary, self.site, place / "public", NEW, ["strace", "-f", "-qq", *options, "-o", str(trace)])
        threads = collections.defaultdict(collections.Counter)
        for line in trace.read_text(errors="replace").splitlines():
            if match := re.match(r"(\d+)\s+(\w+)\(", line):
                threads[match[1]][match[2]] += 1
        shutil.rmtree(place)
        sums = [sum(counts.values()) for counts in threads.values()]
        most = collections.Counter()
        for counts in threads.values():
            most |= counts
        return most, max(sums)

    def trial(self, name, mode, calls, when):
        """One kill, sooner if the thread makes fewer calls; gives whether it hit, and what is wrong."""
        place = self.start(name)
        out = place / "public"
        inject = [*mode.options, *([f"--inject={calls}:signal=KILL:when={when}"] if when else [])]
        done = build(self.binary, self.site, out, NEW, ["strace", "-f", "-qq", "-o", "/dev/null", *inject])
        killed = done.returncode in (-9, 137)
        if done.returncode == 0 and when and calls == "all" and when > 1:
            shutil.rmtree(place)
            return self.trial(name, mode, calls, when // 2)
        wrong = self.judge_killed(place, mode) if killed else []
        if not killed and done.returncode != 0:
            wrong.append(f"the build fails: {done.stdout.strip()}")
        after = build(self.binary, self.site, out, NEW)
        if after.returncode != 0:
            wrong.append(f"the next build fails: {after.stdout.strip()}")
        elif tree(out) != {**self.references[NEW], **self.theirs()}:
            wrong.append("after the next build the folder is not the new site and other people's entries")
        if os.listdir(place) != ["public"]:
            wrong.append(f"after the next build there is {sorted(os.listdir(place))}")
        if not wrong:
            shutil.rmtree(place)
        return killed, [f"{name} ({' '.join(inject)}): {what}" for what in wrong]

    def judge_killed(self, place, mode):
        out = place / "public"
        if not out.is_dir():
            if mode.gap and (place / WORKSHOP / "old").is_dir():
                out = place / WORKSHOP / "old"
            else:
                return ["there is no site"]
        found, wrong = tree(out), []
        for name, inside in self.entries():
            if all(found.pop(path, None) == text for path, text in inside.items()):
                continue
            # Folders move after the swap, files only where links are refused: whole, here or beside.
            beside = [p for p in (place / WORKSHOP).glob(f"*/{name}") if not (out / name).exists()]
            if name in self.files and mode.links:
                wrong.append(f"{name} is not in its place")
            elif [inside_of(path, name) for path in beside] != [inside]:
                wrong.append(f"{name} is lost")
        ours = {path: text for path, text in found.items() if not path.endswith("/")}
        if ours not in self.references.values():
            states = {date: len([p for p in site if ours.get(p) != site[p]]) for date, site in self.references.items()}
            wrong.append(f"neither the old nor the new site; files that differ: {states}")
        return wrong


def inside_of(path, name):
    if path.is_file():
        return {name: path.read_bytes()}
    return {f"{name}/{inner}": text for inner, text in tree(path).items()}


class Mode(typing.NamedTuple):
    """What the system is made to refuse, and what that allows a killed build to leave."""

    name: str
    options: list
    gap: bool  # between two renames there may be no site, only the old one in the workshop
    links: bool  # files of other people are linked, and so never away


MODES = [
    Mode("exchange", [], gap=False, links=True),
    Mode("two-renames", ["--inject=renameat2:error=EINVAL"], gap=True, links=True),
    Mode("no-links", ["--inject=linkat:error=EPERM"], gap=False, links=False),
]


def plan(kill, seed, trials):
    dice = random.Random(seed)
    for mode in MODES:
        most, total = kill.calls(mode.options)
        yield f"{mode.name}-alive", mode, "all", 0
        if mode is MODES[0]:
            print(f"up to {total} system calls in a thread")
            for number in range(trials):
                yield f"any-{number}", mode, "all", dice.randint(1, total)
        for names in CHANGES:
            calls = ",".join(f"?{name}" for name in names.split(","))
            if any(f"={name}:" in option for name in names.split(",") for option in mode.options):
                continue
            count = max(most[name] for name in names.split(","))
            for when in range(1, count + 1) if count <= 16 else sorted(dice.sample(range(1, count + 1), 8)):
                yield f"{mode.name}-{names.split(',')[0]}-{when}", mode, calls, when


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("site")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--trials", type=int, default=50)
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hustings-kill-") as work:
        kill = Kill(args.binary, args.site, pathlib.Path(work))
        with ThreadPoolExecutor(args.jobs) as pool:
            results = list(pool.map(lambda trial: kill.trial(*trial), plan(kill, args.seed, args.trials)))
    hits = sum(killed for killed, _ in results)
    wrong = [what for _, trouble in results for what in trouble]
    print(f"{len(results)} trials, {hits} killed, {len(wrong)} wrong")
    print("\n".join(wrong), end="\n" if wrong else "")
    sys.exit(1 if wrong or hits * 2 < len(results) else 0)


if __name__ == "__main__":
    main()
