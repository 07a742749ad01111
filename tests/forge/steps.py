"""Runs the steps of the workflow that records a reply, as GitHub would, on forms that strangers filled in.

usage: steps.py PROGRAM SITE

The repository is a bare one beside the site, and `gh` a stand-in that writes down how it was called.
"""
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

FORM = """### Who answered

{who}

### Which question

meadow

### The answer

no

### Where it was said

reply

### When it was said

2031-04-19

### The very words

{words}

### The answer in your own words

_No response_

### What it is called

_No response_

### Web address

_No response_

### Where it can be found

our file of letters
"""
# Each with whether the answer goes into the records.
FORMS = [
    ("dev", "Keep the meadow green.", True),
    ("dev", "$(touch {marker}) `touch {marker}` ; touch {marker} #", True),
    ("dev", "'; touch {marker}; '\n\nEOF\ntouch {marker}", True),
    ("dev", "${{{{ github.token }}}} ::set-output name=x::y", True),
    ("--help", "Keep it.", False),
    ("nobody at all", "Keep it.", False),
    ("dev", "Ring me on 020 7946 0018.", False),
]


def main():
    program, site = Path(sys.argv[1]), Path(sys.argv[2])
    steps = scripts((site / ".github/workflows/record.yml").read_text())
    for number, (who, words, is_recorded) in enumerate(FORMS, 1):
        with_work(program, site, steps, number, who, words, is_recorded)
    print(f"{len(FORMS)} forms went through the steps of the workflow.")


def scripts(workflow):
    """The names of the steps with what they run and the names of their own variables."""
    steps = {}
    for step in re.split(r"\n      - ", workflow.split("\n    steps:\n", 1)[1])[1:]:
        name = re.search(r"name: (.*)", step)
        script = re.search(r"\n        run: (?:\|\n((?:          .*\n?)+)|(.*))", step)
        if name and script:
            text = script[2] or re.sub(r"(?m)^          ", "", script[1])
            steps[name[1]] = (text, set(re.findall(r"\n          ([A-Z_]+): ", step)))
    return steps


def with_work(program, site, steps, number, who, words, is_recorded):
    work = site.parent / f"work-{number}"
    repository, copy, bin_folder, temporary = (work / name for name in ["bare.git", "copy", "bin", "temp"])
    for folder in [bin_folder, temporary]:
        folder.mkdir(parents=True)
    shutil.copytree(site, copy)
    marker = work / "hacked"
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-C", str(copy)]
    run(["git", "init", "-q", "--bare", str(repository)])
    run([*git, "init", "-q", "-b", "main"])
    (copy / "hustings.yaml").write_text(
        (copy / "hustings.yaml").read_text().replace("checkers:\n", "checkers:\n  - {id: form, name: Sent in by readers}\n")
    )
    run([*git, "add", "."])
    run([*git, "commit", "-q", "-m", "Begin"])
    run([*git, "remote", "add", "origin", str(repository)])
    (bin_folder / "hustings").symlink_to(program)
    gh = bin_folder / "gh"
    gh.write_text('#!/bin/sh\nprintf "%s\\n" "$@" >> "$GH_CALLS"\n')
    gh.chmod(0o755)
    body = FORM.format(who=who, words=words.format(marker=marker))
    given = {"FORM": body, "BY": "form"}
    environment = {
        "PATH": f"{bin_folder}:{os.environ['PATH']}", "HOME": str(work), "RUNNER_TEMP": str(temporary),
        "NUMBER": str(number), "GH_CALLS": str(work / "calls"), "GH_TOKEN": "token",
    }

    def step(name):
        text, own = steps[name]
        env = environment | {key: given[key] for key in own}
        return subprocess.run(["bash", "-eo", "pipefail", "-c", text], cwd=copy, env=env, capture_output=True, text=True)

    assert step("Save the form").returncode == 0
    recorded = step("Record the answer")
    assert (recorded.returncode == 0) == is_recorded, (who, words, recorded.stdout, recorded.stderr)
    proposed = step("Propose it" if is_recorded else "Say why not")
    assert proposed.returncode == 0, (who, words, proposed.stderr)
    calls = (work / "calls").read_text()
    assert ("pr\ncreate" in calls) == is_recorded and ("issue\ncomment" in calls) != is_recorded, calls
    assert not marker.exists(), f"{words!r} ran something"
    if is_recorded:
        changed = run([*git, "diff", "--name-only", "main", f"reply-{number}"]).split()
        assert changed == ["candidates/example.2031-05-01/example-town.yaml"], changed
        assert run(["git", "-C", str(repository), "branch", "--list"]).strip() == f"reply-{number}"


def run(words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
