#!/usr/bin/env python3
"""Damaged documents: 500 truncated and bit-flipped PDFs and JPEGs are transcribed. None may crash or stall the program,
each has to be reported on a line of its own, and the site must stay right.

usage: tests/transcribe/hostile.py PROGRAM [SHARED]

The files are made from those of the starter site, from a PDF that holds only a picture, and from the photographs in
SHARED where that folder exists. The damage is the same in each run. Needs pdftoppm; Tesseract reads a few files only, a
quick stand-in the rest, since what Tesseract gets is a picture that the program has made anew.
"""
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

from scan import picture_pdf

HERE = pathlib.Path(__file__).resolve().parent.parent.parent
COUNT, WITH_TESSERACT, LIMIT = 500, 20, 900


def damaged(whole, chance):
    """The file cut short, or with some of its bits turned; often both."""
    data = bytearray(whole)
    cut, turned = chance.random() < 0.5, chance.random() < 0.7
    if cut:
        del data[chance.randrange(len(data)):]
    if data and (turned or not cut):
        for _ in range(chance.choice((1, 2, 8, 64, 512))):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def programs(folder, *, tesseract):
    """A folder with the programs that read pictures: what the program finds on its PATH."""
    folder.mkdir()
    (folder / "pdftoppm").symlink_to(shutil.which("pdftoppm"))
    if tesseract:
        (folder / "tesseract").symlink_to(shutil.which("tesseract"))
    else:
        quick = folder / "tesseract"
        quick.write_text("#!/bin/sh\nexit 0\n")
        quick.chmod(0o755)
    return folder


def trial(program, work, name, files, beside):
    """Transcribes the files, each a document of one site; gives how many lines said what, and what was wrong."""
    site = work / name
    subprocess.run([program, "--quiet", "init", site], check=True)
    documents, originals = site / "candidates/documents", site / "content/documents"
    for number, (suffix, data) in enumerate(files):
        (originals / f"f{number}.{suffix}").write_bytes(data)
        (documents / f"d{number}.yaml").write_text(
            f"id: d{number}\ntitle: Damaged {number}\nkind: leaflet\nelection: example.2031-05-01\nperson: 900101\n"
            f"files: [{{file: f{number}.{suffix}}}]\n")
    begun = time.monotonic()
    environment = {**os.environ, "PATH": str(beside), "RUST_BACKTRACE": "0"}
    ran = subprocess.run([program, "-C", site, "transcribe", "--date", "2031-04-13"], capture_output=True, text=True,
                         timeout=LIMIT, env=environment)
    took, wrong, said = time.monotonic() - begun, [], {}
    if ran.returncode not in (0, 3) or "panicked" in ran.stderr:
        wrong.append(f"it ended with {ran.returncode}: {ran.stderr[-500:]}")
    for line in ran.stdout.splitlines():
        told = re.fullmatch(r"(d\d+): ([^\x00-\x1f\x7f]+)", line)
        if not told:
            wrong.append(f"a strange line: {line!r}")
            continue
        said.setdefault(told[1], []).append(told[2])
    wrong += [f"nothing was said of d{number}" for number in range(len(files)) if f"d{number}" not in said]
    checked = subprocess.run([program, "-C", site, "check"], capture_output=True, text=True)
    if checked.returncode != 0:
        wrong.append(f"the site is not right any more: {checked.stdout[-800:]}")
    left = subprocess.run(["pgrep", "-f", f"{program} worker"], capture_output=True, text=True)
    if left.stdout.strip():
        wrong.append(f"still running: {left.stdout.split()}")
    ends = [("read whole", lambda lines: len(lines) == 1 and lines[0].startswith("read")),
            ("read, with something said of it", lambda lines: lines[0].startswith("read")),
            ("not read, with why", lambda lines: lines[0].startswith("nothing") and len(lines) > 1)]
    counts = dict.fromkeys([what for what, _ in ends], 0)
    for number, lines in said.items():
        what = next((what for what, holds in ends if holds(lines)), None)
        if what is None:
            wrong.append(f"{number}: {lines}")
        else:
            counts[what] += 1
    told = ", ".join(f"{count} {what}" for what, count in counts.items())
    print(f"{name}: {len(files)} files in {took:.0f} s: {told}; {len(wrong)} wrong")
    return wrong


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    shared = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else HERE.parent / "shared")
    own = HERE / "src/desk/new_site/starter/content/documents"
    jpeg = (own / "cara-specimen-front.jpg").read_bytes()
    sources = [("pdf", (own / "elin-madeup-leaflet.pdf").read_bytes()), ("jpg", jpeg), ("pdf", picture_pdf(jpeg, 1200, 900)),
               ("jpg", (own / "cara-specimen-back.jpg").read_bytes())]
    sources += [("jpg", file.read_bytes()) for file in sorted((shared / "data/leaflets").glob("*.jp*g")) if file.stat().st_size < 100_000]
    chance = random.Random("hostile")
    files = [(kind, damaged(whole, chance)) for kind, whole in (sources[n % len(sources)] for n in range(COUNT))]
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        wrong = trial(program, work, "whole", sources, programs(work / "both", tesseract=True))
        wrong += trial(program, work, "damaged", files, programs(work / "quick", tesseract=False))
        wrong += trial(program, work, "damaged-with-tesseract", files[:WITH_TESSERACT], work / "both")
    for line in wrong[:40]:
        print(f"WRONG: {line}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
