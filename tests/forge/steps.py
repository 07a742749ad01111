"""Runs the steps of the workflow that records a reply, as GitHub would, on forms that strangers filled in; and of the one that
looks at pull requests, on some.

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

ABOUT = "content/pages/about.md"


def more_words(copy):
    (copy / ABOUT).write_text((copy / ABOUT).read_text() + "\nOne more sentence.\n")


def another_page(copy):
    (copy / "content/pages/visit.md").write_text("---\ntitle: Come and see\n---\nCome.\n")


def one_less(copy):
    (copy / "content/pages/visit.md").unlink()


def nothing_to_see(copy):
    (copy / "NOTES.txt").write_text("Not for the site.\n")


def broken(copy):
    (copy / ABOUT).write_text((copy / ABOUT).read_text() + "\n[nowhere](/nowhere/)\n")


def mended(copy):
    (copy / ABOUT).write_text((copy / ABOUT).read_text().replace("[nowhere](/nowhere/)", ""))


# Each what the site is before, what somebody changes, the pages that are found to be new or to change (None: all), and those that go.
CHANGES = [
    (nothing_to_see, more_words, ["about/index.html"], []),
    (nothing_to_see, another_page, ["visit/index.html"], []),
    (more_words, nothing_to_see, [], []),
    (another_page, one_less, [], ["visit/index.html"]),
    (broken, mended, None, []),
]


def main():
    program, site = Path(sys.argv[1]), Path(sys.argv[2])
    steps = scripts((site / ".github/workflows/record.yml").read_text())
    for number, (who, words, is_recorded) in enumerate(FORMS, 1):
        with_work(program, site, steps, number, who, words, is_recorded)
    print(f"{len(FORMS)} forms went through the steps of the workflow.")
    check = scripts((site / ".github/workflows/check.yml").read_text())
    for number, (before, change, changed, gone) in enumerate(CHANGES, 1):
        with_pull_request(program, site, check, number, (before, change), changed, gone)
    print(f"{len(CHANGES)} pull requests had their changed pages found.")


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


def with_pull_request(program, site, steps, number, acts, changed, gone):
    before, change = acts
    work = site.parent / f"pull-{number}"
    copy, clone, bin_folder, temporary = (work / name for name in ["copy", "clone", "bin", "temp"])
    for folder in [bin_folder, temporary]:
        folder.mkdir(parents=True)
    shutil.copytree(site, copy)
    (copy / ".gitignore").write_text("public/\n")
    before(copy)
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-C", str(copy)]
    for words in [["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Begin"], ["switch", "-q", "-c", "change"]]:
        run([*git, *words])
    change(copy)
    for words in [["add", "."], ["commit", "-q", "-m", "Change"], ["switch", "-q", "main"], ["merge", "-q", "--no-ff", "-m", "Merge", "change"]]:
        run([*git, *words])
    run(["git", "clone", "-q", "--depth", "2", f"file://{copy}", str(clone)])
    (bin_folder / "hustings").symlink_to(program)
    environment = {
        "PATH": f"{bin_folder}:{os.environ['PATH']}", "HOME": str(work), "RUNNER_TEMP": str(temporary), "LC_ALL": "C",
        "GITHUB_STEP_SUMMARY": str(work / "summary"), "GITHUB_OUTPUT": str(work / "output"),
    }
    for name in ["Build the site", "Build the site without the change", "Find the pages that change"]:
        done = subprocess.run(["bash", "-eo", "pipefail", "-c", steps[name][0]], cwd=clone, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, (change.__name__, name, done.stdout, done.stderr)
    pages = sorted(str(file.relative_to(temporary / "pages")) for file in (temporary / "pages").rglob("*.html"))
    all_pages = sorted(str(file.relative_to(clone / "public")) for file in (clone / "public").rglob("*.html"))
    assert pages == (all_pages if changed is None else changed), (change.__name__, pages)
    assert (temporary / "pages/static/style.css").is_file()
    assert (work / "output").read_text() == f"pages={len(pages)}\n"
    summary = (work / "summary").read_text()
    assert summary.startswith(f"### Pages that are new or change: {len(pages)}\n"), summary
    assert all(f"- `{page}`\n" in summary for page in pages[:100]) and ("go away" in summary) == bool(gone), summary
    assert all(f"- `{page}`\n" in summary.split("go away")[1] for page in gone), summary


def run(words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
