#!/usr/bin/env python3
"""What Tesseract reads in photographs of leaflets: in the made-up ones of the starter site, and in the real ones of the
shared data folder where that exists.

usage: tests/transcribe/photographs.py PROGRAM [SHARED]

Words are looked for without regard to case and line breaks. Tesseract's versions differ a little, so only some of the
words on a page have to be found; what nobody can read has to be said to be unreadable.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

from scan import picture_pdf

HERE = pathlib.Path(__file__).resolve().parent.parent.parent
# File, words that are on it, how many of them must be found, and whether its page counts as readable.
OWN = [("cara-specimen-front.jpg", ["quiet night", "neighbours cannot sleep", "strikes twelve times at midnight",
                                    "let the bells rest", "mend the road to the harbour"], 5, True),
       ("cara-specimen-back.jpg", [], 0, False),
       ("scan.pdf", ["quiet night", "let the bells rest"], 2, True)]
REAL = [("leaflet-2024-photograph.jpeg", ["liberal democrat", "fix our nhs", "bring down bills", "clean up our rivers"], 4, True),
        ("leaflet-2010-front-small.jpg", ["point plan", "better britain", "national service"], 2, None),
        ("leaflet-2010-back-unreadable.jpg", [], 0, False)]


def read(program, site, files):
    """Transcribes each file as a document of its own; gives the lines said and the text, by document."""
    for number, (path, *_) in enumerate(files):
        name = f"f{number}{path.suffix}"
        (site / "content/documents" / name).write_bytes(path.read_bytes())
        (site / f"candidates/documents/d{number}.yaml").write_text(
            f"id: d{number}\ntitle: Photograph {number}\nkind: leaflet\nelection: example.2031-05-01\nperson: 900101\nfiles: [{{file: {name}}}]\n")
    ids = [f"d{number}" for number in range(len(files))]
    ran = subprocess.run([program, "-C", site, "transcribe", "--date", "2031-04-13", *ids], capture_output=True, text=True)
    if ran.returncode != 0:
        sys.exit(f"transcribe ended with {ran.returncode}: {ran.stdout}{ran.stderr}")
    for document in ids:
        text = site / f"candidates/documents/{document}.txt"
        lines = [line for line in ran.stdout.splitlines() if line.startswith(f"{document}: ")]
        yield lines, text.read_text() if text.exists() else ""


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    shared = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else HERE.parent / "shared") / "data/leaflets"
    own = HERE / "src/desk/new_site/starter/content/documents"
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        site, scan = pathlib.Path(folder, "site"), pathlib.Path(folder, "scan.pdf")
        subprocess.run([program, "--quiet", "init", site], check=True)
        scan.write_bytes(picture_pdf((own / "cara-specimen-front.jpg").read_bytes(), 1200, 900, turned=True))
        wanted = [(scan if name == "scan.pdf" else own / name, *rest) for name, *rest in OWN]
        real = [(shared / name, *rest) for name, *rest in REAL if (shared / name).is_file()]
        if len(real) < len(REAL):
            print(f"no photographs at {shared}: only those of the starter site are read")
        for (path, words, least, readable), (lines, text) in zip(wanted + real, read(program, site, wanted + real)):
            plain = re.sub(r"\s+", " ", text).lower()
            found = [word for word in words if word in plain]
            sure = re.search(r"confidence (\d+)", text)
            said_unreadable = any("could not be read" in line or "nothing in it" in line for line in lines)
            good = len(found) >= least and (readable is None or readable != said_unreadable)
            bad += not good
            print(f"{'ok' if good else 'NOT OK'}: {path.name}: confidence {sure[1] if sure else 'none'}, "
                  f"{len(found)} of {len(words)} phrases found{', said to be unreadable' if said_unreadable else ''}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
