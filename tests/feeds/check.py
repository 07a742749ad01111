"""What feedparser and RFC 4287 say of the feeds of built sites: check.py BASE_URL SITE…"""

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def once(element, name, find):
    """The text of a child that has to be there once."""
    children = element.findall(ATOM + name)
    if len(children) != 1:
        find(f"{len(children)} times <{name}> in <{element.tag.removeprefix(ATOM)}>")
    return (children[0].text or "") if children else ""


def links(element, rel):
    return [link.get("href", "") for link in element.findall(ATOM + "link") if link.get("rel", "alternate") == rel]


def person(element, find):
    if not all(author.findtext(ATOM + "name") for author in element.findall(ATOM + "author")):
        find("an author without a name")
    return element.findall(ATOM + "author")


def page_of(address, base, site):
    """The file to which a whole address leads."""
    path = address.split("#")[0].removeprefix(base)
    return site / (path + "index.html" if path == "" or path.endswith("/") else path)


def check(file, base, site, find):
    root = ET.parse(file).getroot()
    if root.tag != ATOM + "feed":
        return find("no feed")
    read = feedparser.parse(file.read_bytes())
    if read.bozo:
        find(f"feedparser: {read.bozo_exception}")
    entries = root.findall(ATOM + "entry")
    if len(read.entries) != len(entries):
        find("feedparser reads another number of entries")
    if links(root, "self") != [base + file.relative_to(site).as_posix()]:
        find(f"is at another address than {links(root, 'self')}")
    if not person(root, find):
        find("no author")
    days, ids = [], set()
    for element in [root, *entries]:
        address = once(element, "id", find)
        once(element, "title", find) or find(f"{address} has no title")
        day = once(element, "updated", find)
        if not DAY.fullmatch(day):
            find(f"“{day}” is no date of RFC 3339")
        if not address.startswith(base):
            find(f"“{address}” is no whole address")
        pages = links(element, "alternate")
        if len(pages) != 1 or not page_of(pages[0], base, site).is_file():
            find(f"{address} leads to {pages}")
        if element is not root:
            days.append(day)
            if address in ids:
                find(f"two entries are {address}")
            ids.add(address)
            once(element, "summary", find)
    if days != sorted(days, reverse=True):
        find("the latest is not first")
    return len(entries)


def main(base, *sites):
    wrong, feeds, entries = [], 0, 0
    for site in map(Path, sites):
        for file in sorted(site.rglob("*.atom")):
            feeds += 1
            entries += check(file, base, site, lambda what: wrong.append(f"{file}: {what}")) or 0
    print(*wrong, sep="\n", file=sys.stderr)
    print(f"{feeds} feeds with {entries} entries, {len(wrong)} troubles")
    # A site without feeds, or with empty ones, would pass everything.
    return 1 if wrong or not entries else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
