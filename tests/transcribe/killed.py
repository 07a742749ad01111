#!/usr/bin/env python3
"""Killed while a picture is being read, the program leaves no Tesseract and no worker behind.

usage: tests/transcribe/killed.py PROGRAM

Stands a Tesseract in that never ends, kills the program once that runs, and looks for what is left of both.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

PATIENCE = 20


def is_there(process):
    """Whether a process runs still; one that waits to be buried does not."""
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def wait(holds):
    """Waits until something holds, for so long as a busy machine may take."""
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
    return holds()


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        site, note, beside = work / "site", work / "process", work / "programs"
        subprocess.run([program, "--quiet", "init", site], check=True)
        (site / "candidates/documents/cara-specimen-leaflet.txt").unlink()
        beside.mkdir()
        tesseract = beside / "tesseract"
        tesseract.write_text(f"#!/bin/sh\ncase $1 in\n--list-langs) echo eng;;\n"
                             f"*) echo $$ > {note}.new; /bin/mv {note}.new {note}; exec /bin/sleep 600;;\nesac\n")
        tesseract.chmod(0o755)
        running = subprocess.Popen([program, "-C", site, "transcribe", "cara-specimen-leaflet", "--date", "2031-04-13"],
                                   env={**os.environ, "PATH": str(beside)}, stdout=subprocess.DEVNULL)
        begun = wait(note.is_file)
        reader = int(note.read_text()) if begun else None
        running.kill()
        running.wait()
        if not begun:
            sys.exit("NOT OK: the stand-in for Tesseract was never run")
        gone = wait(lambda: not is_there(reader))
        if not gone:
            os.kill(reader, 9)
            sys.exit("NOT OK: Tesseract goes on after the program was killed")
    print("ok: Tesseract ends with the program")


if __name__ == "__main__":
    main()
