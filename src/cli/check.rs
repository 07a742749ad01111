use std::path::Path;

use jiff::civil::Date;

use super::report::{self, ReportShape};
use super::{Ran, Terminal, site};
use crate::atoms::{AsOf, LanguageTag};
use crate::check::{self, untranslated};
use crate::diagnostic::Diagnostics;
use crate::model::{Overrides, Translated};
use crate::pipeline::{self, Planned};
use crate::render::{self, Unmade, render};
use crate::sink::Nowhere;

/// Report every problem of a site at once, sorted by place.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings check                     for people, with the line of each file
  hustings check --strict            warnings count as errors, for a gate before publishing
  hustings check --format github     annotations in a GitHub workflow
  hustings check --as-of 2031-05-02  what will be wrong on that day
  hustings check --untranslated      what is still to be translated
  hustings -C sites/leeds check      another folder's site

“hustings explain CODE” says what a code means, with an example.")]
pub(super) struct CheckArgs {
    /// In what form to print.
    #[arg(long, value_enum, default_value_t)]
    format: ReportShape,
    /// Fail on warnings too.
    #[arg(long)]
    strict: bool,
    /// The day on which the records are taken to be true, instead of the site's own.
    #[arg(long, value_name = "DATE|today")]
    as_of: Option<AsOf>,
    /// List every text that one of the site's further languages lacks.
    #[arg(long)]
    untranslated: bool,
}

pub(super) fn run(args: &CheckArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let root = site::folder(directory)?;
    let as_of = args.as_of.map(|day| day.resolve(terminal.today));
    let mut planned = pipeline::prepare(&root, &Overrides { as_of, ..Overrides::on(terminal.today) })?;
    // Whether the site's own day is old is no question of another day.
    let mut found = everything(&mut planned, as_of.is_none().then_some(terminal.today));
    let campaign = planned.site.as_ref().map(|(campaign, _)| campaign);
    if let Some(campaign) = campaign {
        match args.untranslated {
            true => found.extend(untranslated(campaign)),
            false => campaign.further.iter().for_each(|(told, known)| terminal.say(progress(&told.language, known))),
        }
    }
    report::passed_over(&planned.litter).into_iter().for_each(|note| terminal.say(note));
    report::everything(found, &planned.sources, args.format, args.strict, terminal)
}

/// All that is wrong with a site, and all that a person should look at; on a day, also whether the records are old.
pub(super) fn everything(planned: &mut Planned, today: Option<Date>) -> Diagnostics {
    planned.check(today);
    let mut found = std::mem::take(&mut planned.found);
    // A theme of one's own may hold slips that show only when pages are made.
    if let Some((campaign, plan)) = &planned.site
        && !planned.theme.own.is_empty()
        && !found.has_errors()
        && let Err(Unmade::Theme(more)) = render(plan, campaign, &planned.theme, &Nowhere)
    {
        found.extend(more);
    }
    found.extend(undrawn(planned));
    found.extend(long_letters(planned));
    found
}

/// The words that pictures of pages cannot show. A theme that cannot be used is reported already.
fn undrawn(planned: &Planned) -> Diagnostics {
    let site = planned.site.as_ref().filter(|(campaign, _)| campaign.site.share_pictures);
    let words = site.and_then(|(campaign, plan)| {
        let words = render::undrawn(plan, campaign, &planned.theme).ok()?;
        Some(check::undrawn(campaign, &planned.sources, &words))
    });
    words.unwrap_or_default()
}

/// The letters that some mail programs would cut off. A theme that cannot be used is reported already.
fn long_letters(planned: &Planned) -> Diagnostics {
    let site = planned.site.as_ref().filter(|(campaign, _)| !campaign.letters.is_empty());
    let long = site.and_then(|(campaign, plan)| render::long_letters(plan, campaign, &planned.theme).ok());
    long.map(|(letters, longest)| check::long_letters(&letters, longest)).unwrap_or_default()
}

/// How far the texts are translated into a language.
fn progress(language: &LanguageTag, known: &Translated) -> String {
    let (texts, missing) = (known.texts, known.missing.len());
    match missing {
        0 => format!("In “{language}”: all {texts} texts."),
        _ => format!(
            "In “{language}”: {texts} of {} texts; “hustings check --untranslated” lists the others.",
            texts + missing
        ),
    }
}
