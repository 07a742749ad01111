#!/usr/bin/env python3
"""Kills acts on records with -9 at chosen system calls and looks at what they leave.

    tests/kill/acts.py BINARY SITE [--seed N] [--trials N] [--jobs N]

BINARY is a built `hustings`, SITE the starter site. Needs strace and Linux. Each trial kills an act on a copy of the site and asserts: each
file is the old or the new one; when the act is done again, all files are the new ones, and nothing half-written is left.
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
from concurrent.futures import ThreadPoolExecutor

ACTS = {
    "record": "record dev meadow no --kind reply --on 2031-04-19 --by pat --quote Green. --where Letters".split(),
    "confirm": "confirm nell library --by sam --on 2031-04-20 --answer yes".split(),
    "dispute": "confirm nell library --by sam --on 2031-04-20 --answer no --why Sundays.".split(),
}
CHANGES = "?renameat2,?renameat,?rename,?fsync,?fchmod,?flock,?openat,?write,?unlink"


def act(binary, site, words, strace=()):
    command = [*strace, binary, "--quiet", "-C", str(site), *words]
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def is_half_written(name):
    return re.search(r"(^|/)\.hustings-\w{6}\.tmp$", name)


class Kill:
    def __init__(self, binary, site, work):
        self.binary, self.site, self.work = os.path.abspath(binary), site, work
        self.old, self.new = files(site), {}
        for name, words in ACTS.items():
            place = work / f"reference-{name}"
            shutil.copytree(site, place)
            done = act(self.binary, place, words)
            self.new[name] = files(place)
            if done.returncode != 0 or self.new[name] == self.old:
                sys.exit(f"{name} does nothing: {done.stdout}")

    def calls(self, name):
        """How many system calls the thread makes that makes most."""
        place, trace = self.work / f"count-{name}", self.work / "trace"
        shutil.copytree(self.site, place)
        act(self.binary, place, ACTS[name], ["strace", "-f", "-qq", "-o", str(trace)])
        threads = collections.Counter(line.split()[0] for line in trace.read_text(errors="replace").splitlines())
        return max(threads.values())

    def trial(self, number, name, calls, when):
        """One kill, sooner if the act makes fewer calls; gives whether it hit, and what is wrong."""
        place = self.work / f"trial-{number}"
        shutil.copytree(self.site, place)
        strace = ["strace", "-f", "-qq", "-o", "/dev/null", f"--inject={calls}:signal=KILL:when={when}"]
        killed = act(self.binary, place, ACTS[name], strace).returncode in (-9, 137)
        left = {file: text for file, text in files(place).items() if not is_half_written(file)}
        if not killed and calls == "all" and when > 1:
            shutil.rmtree(place)
            return self.trial(number, name, calls, when // 2)
        wrong = [] if left in (self.old, self.new[name]) else ["neither the old nor the new records"]
        # What was done already is refused; another act takes away what is half-written all the same.
        again = act(self.binary, place, ACTS[name])
        if files(place) != self.new[name] and again.returncode == 0:
            wrong.append(f"done again, the records are not the new ones: {again.stdout}")
        if again.returncode != 0 and left != self.new[name]:
            wrong.append(f"it cannot be done again: {again.stdout}")
        shutil.rmtree(place)
        return killed, [f"{name}, {calls} {when}: {what}" for what in wrong]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--trials", type=int, default=35)
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    dice = random.Random(args.seed)
    with tempfile.TemporaryDirectory(prefix="hustings-acts-") as work:
        kill = Kill(args.binary, args.site, pathlib.Path(work))
        plan = []
        for name in ACTS:
            most = kill.calls(name)
            plan += [(name, "all", dice.randint(1, most)) for _ in range(args.trials)]
            plan += [(name, call, when) for call in CHANGES.split(",") for when in range(1, 3)]
        with ThreadPoolExecutor(args.jobs) as pool:
            results = list(pool.map(lambda trial: kill.trial(trial[0], *trial[1]), enumerate(plan)))
    hits = sum(killed for killed, _ in results)
    wrong = [what for _, trouble in results for what in trouble]
    print(f"{len(results)} trials, {hits} killed, {len(wrong)} wrong")
    print("\n".join(wrong), end="\n" if wrong else "")
    sys.exit(1 if wrong or hits < args.trials * len(ACTS) // 2 else 0)


if __name__ == "__main__":
    main()
