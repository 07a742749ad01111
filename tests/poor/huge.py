#!/usr/bin/env python3
"""Input as large as anybody makes by mistake or to do harm: huge.py PROGRAM [CASE]

Each case is the starter site with one thing in it very often. Every command ends within the limits of time and memory, and
prints no more than somebody reads; four times as much takes no more than about four times as long.
"""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
ONLY = sys.argv[2] if len(sys.argv) > 2 else ""
# Three times what it should take, since other programs may run beside it.
SECONDS, MEMORY, PRINTED = 15, 500, 400
# What is looked at as it grows is told from noise.
NOTICED = 1.0

GLOSSARY, PAGE, SITE = "content/glossary.yaml", "content/pages/about.md", "hustings.yaml"
ELECTION = "candidates/example.2031-05-01"
TOWN, PARTY, ASK = f"{ELECTION}/example-town.yaml", "candidates/parties/pp9001.yaml", f"{ELECTION}/asks/first-letter.yaml"
LEAFLET = "candidates/documents/asha-example-leaflet"


def page(body):
    return {PAGE: f"---\ntitle: About\n---\n{body}"}


def more(site, file, text):
    return {file: (site / file).read_text() + text}


def term(n, means="It means."):
    return f"  - {{id: term-{n}, term: Term {n}, means: {means}}}\n"


def candidate(n, person, more=""):
    return f"  - {{person: {person}, name: P{n}, party: independent{more}}}\n"


def ballot(candidates):
    return {
        TOWN: "id: example.example-town.2031-05-01\narea: {name: Example Town, gss: E99000001}\nnation: england\nseats: 1\n"
        f"complete: {{value: true, source: A list, date: 2031-04-04}}\ncandidates:\n{candidates}"
    }


# What is in a site very often: a name, how often, and the files of a site that has it n times.
CASES = {
    "bad lines": (70_000, lambda s, n: {GLOSSARY: "terms:\n" + "  a: b #c\n" * n}),
    "unknown keys": (20_000, lambda s, n: {GLOSSARY: "terms:\n" + "".join(f"  - {{id: t{i}, term: T, means: M, x: y}}\n" for i in range(n))}),
    "wrong shapes in one line": (40_000, lambda s, n: {GLOSSARY: "terms: [" + "[a], " * n + "]\n"}),
    "keys of one line": (60_000, lambda s, n: {GLOSSARY: "terms: [{" + "".join(f"k{i}: x, " for i in range(n)) + "}]\n"}),
    "tabs": (100_000, lambda s, n: {GLOSSARY: "terms:\n" + "\t- a\n" * n}),
    "equal terms": (25_000, lambda s, n: {GLOSSARY: "terms:\n" + "- {id: a, term: T, means: M}\n" * n}),
    "malformed terms": (15_000, lambda s, n: {GLOSSARY: "terms:\n" + "".join(term(f"-{i}-", "M") for i in range(n))}),
    "equal checkers": (25_000, lambda s, n: more(s, SITE, "").copy() | {SITE: (s / SITE).read_text().replace("checkers:\n", "checkers:\n" + "  - {id: pat, name: P}\n" * n)}),
    "equal candidates": (15_000, lambda s, n: ballot("".join(candidate(i, 900101) for i in range(n)))),
    "many candidates": (15_000, lambda s, n: ballot("".join(candidate(i, 1_000_000 + i) for i in range(n)))),
    "equal earlier ids": (60_000, lambda s, n: ballot(candidate(1, 900101, ", former: [" + "7, " * n + "]"))),
    "many earlier ids": (60_000, lambda s, n: ballot(candidate(1, 900101, ", former: [" + "".join(f"{1_000_000 + i}, " for i in range(n)) + "]"))),
    "positions": (8_000, lambda s, n: ballot(candidate(1, 900101, ", positions: [" + "{question: library-saturdays, version: 2, stance: supports, date: 2031-04-01, entered_by: nobody, evidence: [{kind: reply, title: T}]}, " * (n // 2) + "]"))),
    "asked people": (60_000, lambda s, n: more(s, ASK, "people: [" + "".join(f"{1_000_000 + i}, " for i in range(n)) + "]\n")),
    "asked ballots": (30_000, lambda s, n: more(s, ASK, "ballots: [" + "example.example-town.2031-05-01, " * (n // 2) + "]\n")),
    "questions put": (30_000, lambda s, n: {f"{ELECTION}/election.yaml": (s / f"{ELECTION}/election.yaml").read_text().replace("questions:\n", "questions:\n" + "  - {question: clock-at-night}\n" * n)}),
    "what was looked for": (60_000, lambda s, n: {f"{LEAFLET}.yaml": (s / f"{LEAFLET}.yaml").read_text().replace("looked_for: [", "looked_for: [" + "meadow-parking, " * n)}),
    "readings": (9_000, lambda s, n: {f"{LEAFLET}.yaml": (s / f"{LEAFLET}.yaml").read_text().replace("readings:\n", "readings:\n" + "  - {by: pat, date: 2031-04-04, seen: facsimile, whole: true, looked_for: [clock-at-night]}\n" * n)}),
    "party lines": (7_000, lambda s, n: {PARTY: "id: pp9001\nname: P\nlines:\n" + "  - {election: example.2031-05-01, question: clock-at-night, stance: supports, date: 2031-04-01, entered_by: pat, evidence: []}\n" * n}),
    "corrections": (8_000, lambda s, n: more(s, "content/corrections.yaml", "  - {date: 2031-04-12, about: A, was: B, now: C, because: D}\n" * n)),
    "e-mail addresses": (30_000, lambda s, n: page("ask me: a@example.org\n\n" * n)),
    "e-mail addresses in a record": (25_000, lambda s, n: {GLOSSARY: "terms:\n" + "".join(f"  - id: t{i}\n    term: T\n    means: a@b.org\n" for i in range(n // 2))}),
    "e-mail addresses in one line": (60_000, lambda s, n: page("a@example.org " * n)),
    "e-mail addresses in a text": (40_000, lambda s, n: more(s, f"{LEAFLET}.txt", "\nask a@example.org\n" * n)),
    "pages of a text": (60_000, lambda s, n: {f"{LEAFLET}.txt": "---\nmade_from: hand\ndate: 2031-04-04\n---\n" + "".join(f"[page {i + 1}]\nx\n" for i in range(n))}),
    "risky words": (40_000, lambda s, n: more(s, "content/corrections.yaml", "  - date: 2031-04-12\n    about: A\n    was: he lied\n    now: C\n    because: a liar\n" * (n // 4))),
    "inline HTML": (40_000, lambda s, n: page("x <b>y</b> z\n" * n)),
    "HTML in one line": (60_000, lambda s, n: page("x <b>y</b> z " * n)),
    "broken images": (50_000, lambda s, n: page("![a](x)\n\n" * n)),
    "broken links": (40_000, lambda s, n: page("[a](/nowhere/)\n\n" * n)),
    "links to headings that are not there": (20_000, lambda s, n: page("".join(f"# H{i}\n\n[a](#x{i})\n\n" for i in range(n)))),
    "equal headings": (60_000, lambda s, n: page("# H\n\n" * n)),
    "notes in Markdown": (40_000, lambda s, n: page("x <!-- y -->\n" * n)),
    "public contacts": (12_000, lambda s, n: ballot("".join(candidate(i, f"local-p{i}", ", public_contact: true") for i in range(n - 1))
                                                    + candidate(n, "local-last", ", website: 'https://example.org/', description: jo@example.org"))),
    "brackets": (200_000, lambda s, n: page("[" * n)),
    "quotes in quotes": (100_000, lambda s, n: page(">" * n + "a")),
    "lists in lists": (2_000, lambda s, n: page("".join(" " * (2 * i % 900) + "- a\n" for i in range(n)))),
    "stars": (200_000, lambda s, n: page("*a " * n)),
    "table columns": (60_000, lambda s, n: page("|a" * n + "|\n" + "|-" * n + "|\n|x|\n")),
    "words of a theme": (25_000, lambda s, n: more(s, SITE, "theme: mine\n") | {"themes/mine/lang/en.ftl": "".join(f"nav-{i} = Who?\n" for i in range(n))}),
    "slips in words": (25_000, lambda s, n: more(s, SITE, "theme: mine\n") | {"themes/mine/lang/en.ftl": "nav parties\n" * n}),
    "variables of words": (25_000, lambda s, n: more(s, SITE, "theme: mine\n") | {"themes/mine/lang/en.ftl": "nav-parties = { $nope }\n" * n}),
    "stray files": (20_000, lambda s, n: {f"content/pages/stray-{i}.doc": "" for i in range(n)}),
    "pages": (3_000, lambda s, n: {f"content/pages/page-{i}.md": f"---\ntitle: Page {i}\n---\n[on](/page-{i + 1}/)\n" for i in range(n)}),
    "rows of figures": (25_000, lambda s, n: {"content/data/borrowers.csv": "gss,value\n" + "E99000001,x\n" * n}),
}


class Archive(BaseHTTPRequestHandler):
    """A list of leaflets of which no entry makes sense."""

    odd = 0

    def do_GET(self):
        robots = self.path.startswith("/robots")
        body = b"" if robots else json.dumps({"results": [{"pk": "odd"}] * self.odd}).encode()
        self.send_response(404 if robots else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def archive(site, n):
    server = HTTPServer(("127.0.0.1", 0), Archive)
    Archive.odd = n
    threading.Thread(target=server.serve_forever, daemon=True).start()
    api = f"http://localhost:{server.server_port}/"
    fetch = f"fetch:\n  leaflets_api: {api}\n  private_hosts: [localhost]\n"
    return more(site, SITE, fetch)


CASES["odd entries of an archive's list"] = (300_000, archive)
COMMANDS = {"odd entries of an archive's list": [["fetch", "leaflets", "--since", "2031-01-01"]]}
EVERY = [["check"], ["build"], ["check", "--format", "github"]]


def run(site, words):
    """Seconds, megabytes, kilobytes printed and exit code of a command."""
    out = site.parent / "out"
    begun = time.monotonic()
    with out.open("wb") as printed:
        child = subprocess.Popen([PROGRAM, "-C", site, *words], stdout=printed, stderr=printed, stdin=subprocess.DEVNULL)
        timer = threading.Timer(4 * SECONDS, child.kill)
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        timer.cancel()
    said = out.read_bytes()
    return time.monotonic() - begun, usage.ru_maxrss / 1024, len(said) / 1000, os.waitstatus_to_exitcode(status), said


def measure(starter, case, n):
    with tempfile.TemporaryDirectory() as work:
        site = pathlib.Path(work, "site")
        shutil.copytree(starter, site)
        for name, text in CASES[case][1](site, n).items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return [(words, *run(site, words)) for words in COMMANDS.get(case, EVERY)]


def judge(starter, case):
    n = CASES[case][0]
    trouble = []
    small = measure(starter, case, n // 4)
    for (words, seconds, memory, printed, code, said), (_, before, *_) in zip(measure(starter, case, n), small):
        print(f"{case:38} {n:7} {' '.join(words):26} {seconds:6.2f} s {memory:5.0f} MB {printed:6.0f} kB  ends with {code}", flush=True)
        what = f"{case}: hustings {' '.join(words)}"
        if code not in (0, 1, 3) or b"panicked" in said:
            trouble.append(f"{what} ends with {code}: {said[-300:].decode(errors='replace')}")
        if seconds > SECONDS:
            trouble.append(f"{what} takes {seconds:.1f} s")
        if seconds > NOTICED and seconds > 8 * before:
            trouble.append(f"{what} takes {before:.1f} s for a quarter and {seconds:.1f} s for all")
        if memory > MEMORY:
            trouble.append(f"{what} takes {memory:.0f} MB")
        if printed > PRINTED:
            trouble.append(f"{what} prints {printed:.0f} kB")
    return trouble


def main():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    trouble = []
    with tempfile.TemporaryDirectory() as work:
        starter = pathlib.Path(work, "starter")
        subprocess.run([PROGRAM, "--quiet", "init", starter], check=True)
        for case in CASES:
            if ONLY in case:
                trouble += judge(starter, case)
    print("\n".join(trouble) or f"all within {SECONDS} s, {MEMORY} MB and {PRINTED} kB of print")
    sys.exit(bool(trouble))


main()
