#!/usr/bin/env python3
"""A machine that gives few threads, or none: threads.py PROGRAM

Every command works on those there are, or ends with 3 and says why. None panics, and none says of a document what is the
machine's fault. As root it lets go of its rights, since limits do not hold for root.
"""

import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
# Somebody who runs nothing else, so that a limit counts the program's own threads alone.
NOBODY = 64_999 if os.geteuid() == 0 else None
LIST = "name,id,party,constituency,mapit_id,twitter_username,facebook_page_url,party_ppc_page_url,facebook_personal_url,email\n"


def poor(limit):
    """What a child does before it becomes the program, so that it may have so many threads and processes."""

    def become():
        if NOBODY:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        resource.setrlimit(resource.RLIMIT_NPROC, (limit, limit))

    return become


def run(site, limit, *words, cut=None):
    """Exit code and what it said; a command that goes on is ended with Ctrl-C after `cut` seconds."""
    process = subprocess.Popen(
        [PROGRAM, "-C", site, *words], preexec_fn=poor(limit), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    try:
        said, _ = process.communicate(timeout=cut or 60)
    except subprocess.TimeoutExpired:
        if not cut:
            process.kill()
            raise SystemExit(f"{' '.join(words)} with {limit} threads: hangs")
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=20)
    return process.returncode, said


def owned(folder):
    """Gives a folder and all in it to whoever the program runs as."""
    if NOBODY:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)


def main():
    failed = []
    with tempfile.TemporaryDirectory() as work:
        os.chmod(work, 0o755)
        site = pathlib.Path(work, "site")
        subprocess.run([PROGRAM, "--quiet", "init", site], check=True)
        pathlib.Path(work, "list.csv").write_text(LIST + "Asha Example,4372,Harbour Alliance,Example Town,1,,,,,\n")
        owned(site)
        commands = {
            ("check",): {0, 3},
            ("build",): {0, 3},
            ("schema", "site"): {0},
            ("status",): {0, 3},
            ("import", "candidates", f"{work}/list.csv", "--election", "parl.2031-05-01"): {0, 1, 3},
            ("transcribe",): {0, 3},
            ("fetch",): {0, 1, 3},
            ("serve", "--port", "0"): {0, 3},
        }
        for words, allowed in commands.items():
            seen = []
            for limit in [*range(1, 15), 24]:
                # So that there is something to read each time.
                for text in site.glob("candidates/documents/*.txt") if words[0] == "transcribe" else []:
                    text.unlink()
                begun = time.monotonic()
                code, said = run(site, limit, *words, cut=2 if words[0] == "serve" else None)
                seen.append(str(code))
                if code not in allowed or "panicked" in said:
                    failed.append(f"{' '.join(words)} with {limit} threads ends with {code}:\n{said}")
                elif code == 3 and "error: " not in said and words[0] != "fetch":
                    failed.append(f"{' '.join(words)} with {limit} threads does not say why it ends:\n{said}")
                elif time.monotonic() - begun > 30:
                    failed.append(f"{' '.join(words)} with {limit} threads is slow")
            print(f"{' '.join(words[:2]):20} {' '.join(seen)}")
        if run(site, 1, "check")[0] != 0:
            failed.append("check does not work on one thread")
        if run(site, 1, "build")[0] != 0:
            failed.append("build does not work on one thread")
    print("\n".join(failed) or "every command works on what it gets, or says why it does not")
    sys.exit(bool(failed))


main()
