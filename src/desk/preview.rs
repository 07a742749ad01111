use std::fmt::Write as _;

use jiff::civil::Date;

use super::answer_word;
use crate::atoms::{PartialDate, Standing, capitalised};
use crate::model::{Campaign, Candidacy, Election, Imprint, Position};

/// What somebody is shown before it is published.
#[derive(Debug)]
pub(crate) struct Preview {
    /// The letter that goes with the pages.
    pub(crate) letter: String,
    /// How many of their answers are held back.
    pub(crate) held: usize,
}

/// What the site will say of somebody who stands in an election: what is held back, or else all.
pub(crate) fn preview_of(campaign: &Campaign, election: &Election, candidacy: &Candidacy) -> Preview {
    let shown = if candidacy.held.is_empty() { &candidacy.positions } else { &candidacy.held };
    let from = candidacy.held.iter().filter_map(|position| position.mark.shown_from).min();
    let answers: Vec<String> = shown.iter().map(|position| answer(position)).collect();
    let mut letter = format!("Dear {},\n\n{}\n", candidacy.name, opening(campaign, election, from));
    if candidacy.status != Standing::Standing {
        letter.push_str("\nIt says that you do not stand any more.\n");
    }
    let _ = match answers[..] {
        [] => write!(letter, "\nNo answer of yours is on it.\n"),
        _ => write!(letter, "\nThis is what it says of your answers:\n\n{}", answers.join("\n")),
    };
    let by = from.map_or_else(String::new, |day| format!(" before {}", in_words(PartialDate::day(day))));
    let _ = write!(
        letter,
        "\nIf anything is wrong, please tell us{by} what it should say, and how we can see that. If you would like to say more, \
         write it in a few sentences; we publish your reply beside it.\n\n{}",
        sender(campaign)
    );
    Preview { letter, held: candidacy.held.len() }
}

fn opening(campaign: &Campaign, election: &Election, from: Option<Date>) -> String {
    let (site, election) = (&campaign.site.title, &election.name);
    let page = match from {
        Some(day) => format!(
            "On {}, we are going to publish on “{site}” where you stand ({election}). This is your page as it will be; nobody \
             else has seen it.",
            in_words(PartialDate::day(day))
        ),
        None => format!("This is your page on “{site}” as it stands now ({election})."),
    };
    format!("{page} Open the file index.html to look at it.")
}

/// The question, the answer, its words and where they are from.
fn answer(position: &Position) -> String {
    let mark = &position.mark;
    let quote = mark.quote().map(|(quote, _)| format!(" “{quote}”"));
    let says = mark.says.as_ref().map(|says| format!(" {}", says.value));
    let words = quote.or(says).unwrap_or_default();
    let source = mark.evidence.first().map_or("", |evidence| evidence.title.as_str());
    format!(
        "- {}\n  {}.{words}\n  ({source}, {})\n",
        position.wording().ask,
        capitalised(answer_word(*mark.stance)),
        in_words(*mark.date)
    )
}

/// A date as people write it in a letter; what is only known to a month or year stays as it is in the records.
pub(super) fn in_words(date: PartialDate) -> String {
    date.as_day().map_or_else(|| date.to_string(), |day| day.strftime("%-d %B %Y").to_string())
}

/// Who writes: whoever promotes the site.
fn sender(campaign: &Campaign) -> String {
    let who = match &campaign.site.imprint {
        Imprint::Promoter { name, address, .. } => format!("{name}\n{address}\n"),
        Imprint::None { .. } => format!("{}\n", campaign.site.title),
    };
    let url = campaign.site.base_url.as_ref().map_or_else(String::new, |url| format!("{url}\n"));
    format!("{who}{url}")
}
