use std::borrow::Cow;
use std::fmt::Write as _;

use jiff::civil::Date;

use crate::atoms::ClockTime;
use crate::country::Clock;

/// A calendar as RFC 5545 has it.
pub(super) struct IcsFile<'a> {
    pub(super) name: String,
    /// The day on which all of it was true. The records know no hours.
    pub(super) as_of: Date,
    /// By which clock its times are; without one they are those of the place.
    pub(super) clock: Option<Clock>,
    pub(super) entries: Vec<IcsEntry<'a>>,
}

/// Something in a calendar.
pub(super) struct IcsEntry<'a> {
    pub(super) id: String,
    pub(super) begins: Begins,
    pub(super) summary: Cow<'a, str>,
    pub(super) description: Option<Cow<'a, str>>,
    pub(super) location: Option<Cow<'a, str>>,
    pub(super) url: Option<String>,
}

/// When something is.
pub(super) enum Begins {
    /// At a time of a day; nobody knows when it ends.
    At { day: Date, time: ClockTime },
    /// On whole days, up to the one before the second.
    Day { first: Date, after: Date },
}

impl IcsFile<'_> {
    pub(super) fn text(&self) -> String {
        let mut to = IcsLines::default();
        to.line("BEGIN", "VCALENDAR");
        to.line("VERSION", "2.0");
        to.line("PRODID", "-//hustings//EN");
        to.line("CALSCALE", "GREGORIAN");
        to.line("METHOD", "PUBLISH");
        to.text("X-WR-CALNAME", &self.name);
        let has_times = self.entries.iter().any(|entry| matches!(entry.begins, Begins::At { .. }));
        let clock = self.clock.filter(|_| has_times);
        clock.iter().for_each(|clock| zone(clock, &mut to));
        self.entries.iter().for_each(|entry| self.entry(entry, clock, &mut to));
        to.line("END", "VCALENDAR");
        to.0
    }

    fn entry(&self, entry: &IcsEntry<'_>, clock: Option<Clock>, to: &mut IcsLines) {
        to.line("BEGIN", "VEVENT");
        to.text("UID", &entry.id);
        to.line("DTSTAMP", &format!("{}T000000Z", digits(self.as_of)));
        match entry.begins {
            Begins::At { day, time } => {
                let zone = clock.map(|clock| format!(";TZID={}", clock.zone)).unwrap_or_default();
                let time = time.to_string().replace(':', "");
                to.line(&format!("DTSTART{zone}"), &format!("{}T{time}00", digits(day)));
            }
            Begins::Day { first, after } => {
                to.line("DTSTART;VALUE=DATE", &digits(first));
                to.line("DTEND;VALUE=DATE", &digits(after));
                to.line("TRANSP", "TRANSPARENT");
            }
        }
        to.text("SUMMARY", &entry.summary);
        if let Some(text) = &entry.description {
            to.text("DESCRIPTION", text);
        }
        if let Some(place) = &entry.location {
            to.text("LOCATION", place);
        }
        if let Some(url) = &entry.url {
            to.line("URL", url);
        }
        to.line("END", "VEVENT");
    }
}

/// What the clock says in winter and in summer.
fn zone(clock: &Clock, to: &mut IcsLines) {
    let (winter, summer) = (clock.winter, clock.winter + 1);
    let [in_winter, in_summer] = clock.names;
    to.line("BEGIN", "VTIMEZONE");
    to.line("TZID", clock.zone);
    for (part, name, month, first, (from, until)) in [
        ("DAYLIGHT", in_summer, 3, "19960331", (winter, summer)),
        ("STANDARD", in_winter, 10, "19961027", (summer, winter)),
    ] {
        to.line("BEGIN", part);
        // At 01:00 UTC, by the clock as it was until then.
        to.line("DTSTART", &format!("{first}T{:02}0000", from + 1));
        to.line("TZOFFSETFROM", &format!("+{from:02}00"));
        to.line("TZOFFSETTO", &format!("+{until:02}00"));
        to.line("TZNAME", name);
        to.line("RRULE", &format!("FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"));
        to.line("END", part);
    }
    to.line("END", "VTIMEZONE");
}

fn digits(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// The longest line, in bytes without its end.
const LONGEST: usize = 75;

/// The lines of a file, with none longer than calendars take.
#[derive(Default)]
struct IcsLines(String);

impl IcsLines {
    /// A line whose value is plain.
    fn line(&mut self, name: &str, value: &str) {
        let (mut left, mut sign) = (LONGEST, "");
        for part in format!("{name}:{value}").chars() {
            if part.len_utf8() > left {
                sign = "\r\n ";
                left = LONGEST - 1;
            }
            left -= part.len_utf8();
            let _ = write!(self.0, "{}{part}", std::mem::take(&mut sign));
        }
        self.0.push_str("\r\n");
    }

    /// A line whose value is a text of people.
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for sign in value.trim().chars() {
            match sign {
                '\\' | ';' | ',' => escaped.extend(['\\', sign]),
                '\n' => escaped.push_str("\\n"),
                sign if sign.is_control() => {}
                sign => escaped.push(sign),
            }
        }
        self.line(name, &escaped);
    }
}
