#!/usr/bin/env python3
"""PDFs of many kinds, made here from known words, are transcribed; the words that come out are compared with those that
went in.

usage: tests/transcribe/made.py PROGRAM

Needs chromium, pdftoppm, tesseract and the fonts of DejaVu; fpdf2 and reportlab are installed into target/tools-made, at
the versions below. LibreOffice and pdflatex make a file each where they are installed.
"""
import collections
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent.parent
LIBRARIES = ["fpdf2==2.8.4", "reportlab==4.4.4"]
# Of how many words, and of how many runs of three words, each must be found; and how many of those found belong there.
READ, PICTURE, ORDER, TRUE = 0.97, 0.90, 0.90, 0.95


def with_libraries():
    """Starts the script anew with a Python that has the libraries."""
    python = HERE / "target/tools-made/bin/python"
    if pathlib.Path(sys.prefix) != python.parent.parent:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", python.parent.parent], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *LIBRARIES], check=True)
        os.execv(python, [python, *sys.argv])


def words(text):
    """The words of a text, as they are compared: without case, line breaks, and hyphens at the ends of lines."""
    text = re.sub(r"(\w)-\n(?=[^\W\d_])", r"\1", text.replace("’", "'"))
    return re.findall(r"\w+(?:'\w+)*", text.replace("\u00ad", "").lower())


def shares(source, found):
    """Which shares of the source's words, of its runs of three words, and of the found words are right."""
    def share(of, within):
        of, within = collections.Counter(of), collections.Counter(within)
        return (of & within).total() / max(1, of.total())
    def runs(of):
        return list(zip(of, of[1:], of[2:]))
    return share(source, found), share(runs(source), runs(found)), share(found, source)


def transcribe(program, site, files, beside=None):
    """Transcribes each file as a document of its own; gives what was said of each, and its text."""
    subprocess.run([program, "--quiet", "init", site], check=True)
    for name, data in files.items():
        (site / f"content/documents/{name}.pdf").write_bytes(data)
        (site / f"candidates/documents/{name}.yaml").write_text(
            f"id: {name}\ntitle: Made {name}\nkind: leaflet\nelection: example.2031-05-01\nperson: 900101\nfiles: [{{file: {name}.pdf}}]\n")
    environment = {**os.environ, "PATH": str(beside)} if beside else None
    ran = subprocess.run([program, "-C", site, "transcribe", "--date", "2031-04-13", *files], capture_output=True, text=True, env=environment)
    if ran.returncode not in (0, 3):
        sys.exit(f"transcribe ended with {ran.returncode}: {ran.stdout}{ran.stderr}")
    for name in files:
        said = [line.partition(": ")[2] for line in ran.stdout.splitlines() if line.startswith(f"{name}: ")]
        text = site / f"candidates/documents/{name}.txt"
        body = re.sub(r"\A---\n.*?\n---\n", "", text.read_text(), flags=re.S) if text.exists() else ""
        yield name, said, re.sub(r"^\[.*\]$", "", body, flags=re.M)


def judged(kind, source, said, text):
    """Whether a file was read well enough, and a line that says so."""
    recall, order, true = shares(words(source), words(text))
    least = PICTURE if kind.picture else READ
    good = recall >= least and true >= (PICTURE if kind.picture else TRUE) and (not kind.ordered or order >= ORDER)
    return good, f"{recall:6.1%} of its words, {order:6.1%} in order, {true:6.1%} of those found right"


def main():
    with_libraries()
    import kinds

    program = pathlib.Path(sys.argv[1]).resolve()
    passed = failed = 0

    def tell(good, name, line):
        nonlocal passed, failed
        passed, failed = passed + good, failed + (not good)
        print(f"{'ok' if good else 'NOT OK'}: {name}: {line}")

    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        made = kinds.make(work)
        files = {name: kind.data for name, kind in made.items()}
        for name, said, text in transcribe(program, work / "site", files):
            good, line = judged(made[name], made[name].source, said, text)
            tell(good, name, line if good else f"{line}; said: {'; '.join(said)}")
            if not good and (folder := os.environ.get("MADE_KEEP")):
                pathlib.Path(folder, f"{name}.pdf").write_bytes(files[name])
                pathlib.Path(folder, f"{name}.txt").write_text(text)
        # Where nothing can read pictures, what is no text must never be said to be read.
        pictures = {name: data for name, data in files.items() if made[name].picture}
        (work / "none").mkdir()
        for name, said, text in transcribe(program, work / "alone", pictures, work / "none"):
            good = not words(text) and any("nothing" in line for line in said) and len(said) > 1
            tell(good, f"{name}, without Tesseract", "said to be unread" if good else f"said: {'; '.join(said)}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
