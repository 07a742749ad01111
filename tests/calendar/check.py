"""Holds calendar.ics and the linked data of built sites to their records, read by libraries of others."""

import datetime
import json
import re
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import yaml

DAY = datetime.timedelta(days=1)


def day(value):
    """A date of a record; nothing where only the month or the year is known."""
    return value if isinstance(value, datetime.date) else None


def expected(site):
    """What is to come as the records have it: id, begin and end."""
    settings = yaml.safe_load((site / "hustings.yaml").read_text())
    as_of = settings["as_of"]
    coming = {}
    for file in sorted(site.glob("content/events/*.yaml")):
        event = yaml.safe_load(file.read_text())
        first, last = day(event["date"]), day(event.get("until"))
        if first is None or (last or first) < as_of:
            continue
        if event.get("time") and last is None:
            time = datetime.time.fromisoformat(event["time"])
            zone = ZoneInfo("Europe/London")
            coming[f"event-{file.stem}"] = (datetime.datetime.combine(first, time, zone).astimezone(datetime.UTC), None)
        else:
            coming[f"event-{file.stem}"] = (first, (last or first) + DAY)
    for file in sorted(site.glob("candidates/*/election.yaml")):
        election = yaml.safe_load(file.read_text())
        if election["date"] < as_of:
            continue
        coming[f"polling-{election['id']}"] = (election["date"], election["date"] + DAY)
        dates = [date for deadline in election.get("deadlines", []) if (date := day(deadline["date"]))]
        for at, date in enumerate(dates):
            again = dates[:at].count(date)
            name = f"deadline-{election['id']}-{date}" + (f"-{again + 1}" if again else "")
            if date >= as_of:
                coming[name] = (date, date + DAY)
    return as_of, coming


def told(path, as_of):
    """What a calendar tells, as its reader understands it."""
    raw = path.read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n"), f"{path}: line ends"
    assert all(len(line) <= 75 for line in raw.split(b"\r\n")), f"{path}: long lines"
    calendar = icalendar.Calendar.from_ical(raw)
    assert not calendar.errors, f"{path}: {calendar.errors}"
    events = {}
    for event in calendar.walk("VEVENT"):
        assert not event.errors, f"{path}: {event.errors}"
        assert event["DTSTAMP"].dt.date() == as_of, f"{path}: {event['DTSTAMP']}"
        assert event["SUMMARY"], f"{path}: no summary"
        begins = event["DTSTART"].dt
        if isinstance(begins, datetime.datetime):
            begins = begins.astimezone(datetime.UTC)
        ends = event["DTEND"].dt if "DTEND" in event else None
        name = str(event["UID"]).split("@")[0]
        assert name not in events, f"{path}: {name} comes twice"
        events[name] = (begins, ends)
    return events


def linked(page):
    """The linked data of a page, where it has any."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(), re.DOTALL)
    assert len(found) == 1, f"{page}: {len(found)} pieces of linked data"
    return json.loads(found[0])


def check(site):
    public = site / "public"
    as_of, coming = expected(site)
    calendars = [public / "calendar.ics"] + [folder / "calendar.ics" for folder in public.glob("cy")]
    for path in calendars:
        if not coming:
            assert not path.exists(), f"{path} is there, and nothing is to come"
            continue
        events = told(path, as_of)
        assert events == coming, f"{path}: {events} for {coming}"
    data = json.loads((public / "data" / "site.json").read_text())
    if data.get("events"):
        titles = sorted(event["title"] for event in data["events"])
        about = linked(public / "events" / "index.html")
        assert sorted(event["name"] for event in about) == titles, about
        assert {event["@type"] for event in about} == {"Event"}
    about = linked(public / "data" / "index.html")
    files = sorted(path.name for path in (public / "data").iterdir() if path.suffix in {".csv", ".json"})
    assert about["@type"] == "Dataset", about
    assert sorted(file["name"] for file in about["distribution"]) == files, files
    print(f"{site}: {len(coming)} dates to come in {len(calendars)} calendars, {len(files)} data files: as the records have them")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        check(Path(name))
