#!/usr/bin/env python3
"""Measures how hard the words of this project's pages are to read: a reading age of at most 11, by Flesch and Kincaid.

    tests/reading/measure.py

The grade that textstat gives, plus 5, is the reading age in years. Measured are each page of content/pages and
content/questions as a whole, and the sentences of the default theme's messages, those with one prefix together: one
sentence alone is too short to measure. Left out are what is no sentence of ours: front matter, quotes, code, addresses
and single words such as labels. A variable counts as the one-syllable word "this". Exits with 1 when a text is too hard.
"""
import re
import sys
from pathlib import Path

import textstat

ROOT = Path(__file__).resolve().parents[2]
AGE = 11
LEAST_WORDS = 30


def plain(markdown):
    """The prose of a page: its paragraphs and list items, without what others wrote."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    text = re.sub(r"```.*?```", "", text, flags=re.S)
    text = re.sub(r"^>.*$|^#+ .*$|^\|.*$", "", text, flags=re.M)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<?https?://\S+|[“\"][^”\"]{30,}[”\"]|[*_`]", "", text)
    items = re.split(r"\n\s*\n|^\s*(?:-|\d+[.)])\s", text, flags=re.M)
    return " ".join(stop(" ".join(item.split())) for item in items if item.strip())


def stop(text):
    """A paragraph or list item is a sentence, whether or not it ends as one."""
    return text if text.endswith((".", "?", "!")) else text.rstrip(":;, ") + "."


def messages(fluent):
    """The sentences of a language file, by the prefix of the messages in which they stand."""
    groups = {}
    for name, body in re.findall(r"^([a-z][a-z0-9-]*) =((?:.*\n)(?:[ }].*\n)*)", fluent, flags=re.M):
        # Of a choice, what stands for several; what a sentence shares with it stands around it.
        while re.search(r"\{[^{}]*->[^{}]*\}", strip_variables(body)):
            body = re.sub(r"\{[^{}]*->[^{}]*?\*\[\w+\]([^{}\[]*)[^{}]*\}", r"\1", strip_variables(body))
        text = " ".join(strip_variables(body).split())
        if text.endswith((".", "?")) and text.count(" ") >= 3:
            groups.setdefault(name.split("-")[0], []).append(text)
    return {prefix: " ".join(texts) for prefix, texts in groups.items()}


def strip_variables(text):
    return re.sub(r"\{ *(\$\w+|\"[^\"]*\") *\}", "this", text)


def texts():
    for folder in ("content/pages", "content/questions"):
        for file in sorted((ROOT / folder).glob("*.md")):
            yield str(file.relative_to(ROOT)), plain(file.read_text())
    theme = ROOT / "themes/default/lang/en.ftl"
    for prefix, text in sorted(messages(theme.read_text()).items()):
        yield f"{theme.relative_to(ROOT)}, {prefix}-…", text


def main():
    hard = 0
    for name, text in texts():
        words = textstat.lexicon_count(text)
        if words < LEAST_WORDS:
            continue
        age = textstat.flesch_kincaid_grade(text) + 5
        hard += age > AGE
        print(f"{age:5.1f} {words:5} words  {name}{'  too hard' if age > AGE else ''}")
    if hard:
        sys.exit(f"{hard} texts need a reading age of more than {AGE}")


if __name__ == "__main__":
    main()
