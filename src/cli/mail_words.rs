//! What of a saved e-mail goes into a record: the day on which it was sent, and the words that somebody chooses.

use jiff::civil::Date;

use super::Terminal;
use super::asking::ask;
use crate::atoms::Text;
use crate::desk::{Mail, NotDone, OpenSite, Quotable};
use crate::model::Campaign;

/// The day on which a mail was sent, unless it does not say or that day has not come.
pub(super) fn day_of(mail: &Mail, campaign: &Campaign, today: Date) -> Result<Option<Date>, NotDone> {
    match mail.day {
        Some(day) if day > today && day > campaign.site.as_of => Err(NotDone::Refused(format!(
            "the mail says that it was sent on {day}, which has not come yet; say with --on when it came"
        ))),
        day => Ok(day),
    }
}

/// The words of a mail that somebody quotes; nothing when they tell it in their own.
pub(super) fn quoted(mail: &Mail, site: &OpenSite, terminal: &mut Terminal<'_>) -> Result<Option<Text>, NotDone> {
    let quotable = mail.quotable(site.patterns());
    match quotable.len() {
        0 => terminal.complain("There is nothing in the mail that could be quoted as it is.\n"),
        _ => terminal.complain("The mail says:\n"),
    }
    for (words, number) in quotable.each().zip(1..) {
        terminal.complain(format_args!("{number:>3}  {words}\n"));
    }
    match quotable.left_out {
        0 => {}
        1 => terminal.complain("One paragraph is left out, as it seems to hold contact details.\n"),
        many => {
            terminal.complain(format_args!("{many} paragraphs are left out, as they seem to hold contact details.\n"));
        }
    }
    let asked = match quotable.len() {
        0 => "What were the exact words? (Enter: you tell it in your own) ",
        _ => "What do you quote? (a number, or 1-2, or the very words; Enter: you tell it in your own) ",
    };
    ask(terminal, asked, |said| chosen(said, mail, &quotable))
}

fn chosen(said: &str, mail: &Mail, quotable: &Quotable<'_>) -> Result<Option<Text>, String> {
    if said.is_empty() {
        return Ok(None);
    }
    if !said.starts_with(|c: char| c.is_ascii_digit()) || said.contains(char::is_alphabetic) {
        mail.says(said)?;
        return said.parse().map(Some).map_err(|malformed: crate::atoms::Malformed| malformed.to_string());
    }
    quotable.quote(&numbers(said, quotable.len())?).map(Some)
}

/// The places, from 0, that are meant by numbers from 1: `2`, `1-3` or `1,3`.
fn numbers(said: &str, many: usize) -> Result<Vec<usize>, String> {
    let wrong =
        || format!("please answer with numbers from 1 to {many}, for example 1 or 1-2, or with words of the mail");
    let number = |text: &str| text.trim().parse::<usize>().ok().filter(|number| (1..=many).contains(number));
    let mut places = Vec::new();
    for part in said.split(',') {
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (first, last) = (number(first).ok_or_else(wrong)?, number(last).ok_or_else(wrong)?);
        if first > last {
            return Err(wrong());
        }
        places.extend(first - 1..last);
    }
    places.sort_unstable();
    places.dedup();
    Ok(places)
}
