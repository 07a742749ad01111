#!/usr/bin/env python3
"""Kills acts on records with -9 at chosen system calls and looks at what they leave.

    tests/kill/acts.py BINARY SITE [--seed N] [--trials N] [--jobs N] [--only NAME,NAME]

BINARY is a built `hustings`, SITE the starter site. Needs strace and Linux. Each trial kills an act on a copy of the site and asserts: each
file is the old or the new one; when the act is done again, all files are the new ones, and nothing half-written is left. Of an act that
changes several files, some may be old and some new: then doing it again has to bring the rest. At the end pairs of acts are done at once:
both are in the records, or the one that is not says why.
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

ASK = "--on 2031-04-20 --deadline 2031-04-28 --ballot example.old-quay.2031-05-01"
# What it is called, its words, and the kind of write that it is.
ACTS = {
    "record": ("record dev meadow no --kind reply --on 2031-04-19 --by pat --quote Green. --where Letters", "one file"),
    "confirm": ("confirm nell library --by sam --on 2031-04-20 --answer yes", "one file"),
    "dispute": ("confirm nell library --by sam --on 2031-04-20 --answer no --why Sundays.", "one file"),
    "candidate": ("add candidate Ida-Inkling --party lantern --ballot quay", "one file"),
    "withdraw": ("withdraw dev --on 2031-04-10 --because Moved.", "one file"),
    "takedown": ("takedown ben meadow --reason Private. --on 2031-04-15", "one file"),
    "outcome": ("ask second-letter --outcome returned dev --on 2031-04-20", "one file"),
    "person": ("rename asha Asha-Sample", "several files"),
    "question": ("add question Ducks? --short Ducks? --wants yes", "several files"),
    "paper": (f"ask third --paper {ASK}", "letters"),
    "mail": (f"ask third {ASK}", "letters"),
    "move question": ("rename clock-at-night night-clock", "moved files"),
    "move ballot": ("rename old-quay old-harbour", "moved files"),
}
# Pairs that are done at once, of one file and of several.
PAIRS = [("record", "withdraw"), ("paper", "candidate"), ("move question", "question"), ("move ballot", "candidate"),
         ("question", "question"), ("paper", "mail")]
CHANGES = "?renameat2,?renameat,?rename,?fsync,?write,?unlink,?mkdir"
CONTACTS = "".join(f"{person},p{person}@example.org\n" for person in range(900201, 900205))


def act(binary, site, words, strace=()):
    command = [*strace, binary, "--quiet", "-C", str(site), *words]
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def is_half_written(name):
    return re.search(r"(^|/)\.hustings-\w{6}\.tmp$", name)


def mixed(left, old, new):
    """What is wrong with files of which each should be the old or the new one, and nothing lost."""
    wrong = []
    for name in sorted({*left, *old, *new}):
        if left.get(name) not in (old.get(name), new.get(name)):
            wrong.append(f"{name} is neither the old nor the new one")
    # What is moved stands at one of its places at least: what goes, goes last.
    gone = [name for name in old if name not in left]
    missing = [name for name in new if left.get(name) != new[name]]
    if gone and missing:
        wrong.append(f"{gone} went before {missing} came")
    return wrong


class Kill:
    def __init__(self, binary, site, work):
        self.binary, self.work, self.site = os.path.abspath(binary), work, work / "site"
        shutil.copytree(site, self.site, ignore=shutil.ignore_patterns("public"))
        (self.site / "private").mkdir(exist_ok=True)
        (self.site / "private/contacts.csv").write_text(f"id,email\n{CONTACTS}")
        self.old, self.new = files(self.site), {}

    def prepare(self, name):
        """What the act makes of the site, and how many system calls the thread makes that makes most."""
        place = self.copy(f"reference-{name}")
        done = act(self.binary, place, self.words(name))
        self.new[name] = files(place)
        if done.returncode != 0 or self.new[name] == self.old:
            sys.exit(f"{name} does nothing: {done.stdout}")
        place, trace = self.copy(f"count-{name}"), self.work / f"trace-{name.replace(' ', '-')}"
        act(self.binary, place, self.words(name), ["strace", "-f", "-qq", "-o", str(trace)])
        threads = collections.Counter(line.split()[0] for line in trace.read_text(errors="replace").splitlines())
        return max(threads.values())

    def words(self, name):
        return ACTS[name][0].split()

    def copy(self, name):
        place = self.work / name
        shutil.copytree(self.site, place)
        return place

    def trial(self, number, name, calls, when):
        """One kill, sooner if the act makes fewer calls; gives whether it hit, and what is wrong."""
        place = self.copy(f"trial-{number}")
        strace = ["strace", "-f", "-qq", "-o", "/dev/null", f"--inject={calls}:signal=KILL:when={when}"]
        killed = act(self.binary, place, self.words(name), strace).returncode in (-9, 137)
        left = {file: text for file, text in files(place).items() if not is_half_written(file)}
        if not killed and calls == "all" and when > 1:
            shutil.rmtree(place)
            return self.trial(number, name, calls, when // 2)
        wrong = mixed(left, self.old, self.new[name])
        # What was done already is refused; another act takes away what is half-written all the same.
        again = act(self.binary, place, self.words(name))
        if again.returncode == 0 and files(place) != self.new[name]:
            after = files(place)
            names = sorted(file for file in {*after, *self.new[name]} if after.get(file) != self.new[name].get(file))
            wrong.append(f"done again, the records are not the new ones: {names} {again.stdout}")
        if again.returncode != 0 and left != self.new[name]:
            wrong.append(f"it cannot be done again: {again.stdout}")
        shutil.rmtree(place)
        return killed, [f"{name}, {calls} {when}: {what}" for what in wrong]

    def pair(self, number, names):
        """Two acts at once: each is done, or says why not, and the records are those of the acts that were done, in some order."""
        place = self.copy(f"pair-{number}")
        with ThreadPoolExecutor(2) as pool:
            ran = list(pool.map(lambda name: act(self.binary, place, self.words(name)), names))
        wrong = [f"{run.returncode} without a word" for run in ran if run.returncode != 0 and "error" not in run.stdout]
        done = [name for name, run in zip(names, ran) if run.returncode == 0]
        if not done:
            wrong.append(f"neither was done: {[run.stdout for run in ran]}")
        if files(place) not in [self.in_turn(order) for order in (done, done[::-1])]:
            wrong.append(f"the records are not what {done} make of them")
        shutil.rmtree(place)
        return [f"{' and '.join(names)} at once: {what}" for what in wrong], len(done)

    def in_turn(self, names):
        """The records after some acts in turn."""
        place = self.work / f"turn-{'-'.join(names)}-{random.random()}"
        shutil.copytree(self.site, place)
        for name in names:
            act(self.binary, place, self.words(name))
        made = files(place)
        shutil.rmtree(place)
        return made


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--trials", type=int, default=100, help="how many random kills of each kind of write")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default=",".join(ACTS), help="the names of some acts, with commas between them")
    args = parser.parse_args()
    dice = random.Random(args.seed)
    names = args.only.split(",")
    of_kind = collections.Counter(ACTS[name][1] for name in names)
    with tempfile.TemporaryDirectory(prefix="hustings-acts-") as work, ThreadPoolExecutor(args.jobs) as pool:
        kill = Kill(args.binary, args.site, pathlib.Path(work))
        plan = []
        for name, most in zip(names, pool.map(kill.prepare, names)):
            trials = -(-args.trials // of_kind[ACTS[name][1]])
            plan += [(name, "all", dice.randint(1, most)) for _ in range(trials)]
            plan += [(name, call, when) for call in CHANGES.split(",") for when in range(1, 3)]
        results = list(pool.map(lambda trial: kill.trial(trial[0], *trial[1]), enumerate(plan)))
        pairs = [kill.pair(number, pair) for number, pair in enumerate(PAIRS * 3) if {*pair} <= {*names}]
    hits, of_kind = sum(killed for killed, _ in results), collections.Counter()
    for (name, *_), (killed, _) in zip(plan, results):
        of_kind[ACTS[name][1]] += killed
    wrong = [what for _, trouble in results for what in trouble] + [what for trouble, _ in pairs for what in trouble]
    kinds = ", ".join(f"{many} of {kind}" for kind, many in of_kind.items())
    print(f"{len(results)} trials, {hits} killed ({kinds}); {len(pairs)} pairs at once, {len(wrong)} wrong")
    print("\n".join(wrong), end="\n" if wrong else "")
    sys.exit(1 if wrong or min(of_kind.values()) < args.trials else 0)


if __name__ == "__main__":
    main()
