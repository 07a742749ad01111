use std::path::{Path, PathBuf};

use super::asking::one;
use super::build::outside_records;
use super::site::{Sound, sound};
use super::{Exit, Ran, Terminal, open};
use crate::desk::{NotDone, OpenSite, Preview, Speaker, Within, preview_of, speakers};
use crate::diagnostic::Failure;
use crate::model::Overrides;
use crate::pipeline;
use crate::render::{Unmade, render_for};
use crate::sink::Sink;
use crate::write::{MANIFEST, write};

/// What stands in every preview, and in no site.
const LETTER: &str = "letter.txt";

/// Make the pages of one person alone, with a letter, to send to them before they are published.
///
/// The pages show what “publish_after” still holds back of them, and nothing of anybody else's. Each says that it is only for that person; links to
/// pages that are not there are plain text. index.html leads to them, and letter.txt says what they are.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings preview-for asha --out for-asha     a folder to zip and to send to Asha
  hustings preview-for 900104 --out for-dev")]
pub(super) struct PreviewForArgs {
    /// Whose pages: a part of the name, an id or the address of the page.
    #[arg(value_name = "PERSON")]
    person: String,
    /// The folder to make, relative to the site's folder.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    #[command(flatten)]
    within: Within,
}

pub(super) fn run(args: &PreviewForArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    let who = args.candidate(&site, terminal)?;
    let Speaker::Candidate { election, candidacy, .. } = who else {
        return Err(NotDone::Refused(format!("{} is a party; a preview is for a person", who.name())));
    };
    let undone = "nothing was written";
    let overrides = Overrides { reveal: Some(candidacy.person.clone()), ..Overrides::on(terminal.today) };
    let Sound { campaign, plan, theme, sources, .. } = sound(pipeline::prepare(&site.root, &overrides)?, undone)?;
    let Preview { letter, held } = preview_of(site.campaign(undone)?, election, candidacy);
    let out = site.root.join(&args.out);
    outside_records(&site.root, &out)?;
    if out.join(MANIFEST).exists() && !out.join(LETTER).exists() {
        let why = "a site stands there, which the preview would replace";
        return Err(Failure::at(out, "cannot write the preview to", why, "choose a folder for it alone").into());
    }
    let fill = |sink: &dyn Sink| {
        render_for(&candidacy.person, &plan, &campaign, &theme, sink)?;
        sink.put(&LETTER.parse().expect("a path"), letter.as_bytes()).map_err(Unmade::Sink)
    };
    let written = match write(&out, &site.root, fill) {
        Ok(written) => written,
        Err(Unmade::Sink(failure)) => return Err(failure.into()),
        Err(Unmade::Theme(found)) => return Err(NotDone::Wrong { found, sources, undone }),
    };
    let out = written.out.display();
    terminal.say(format_args!("Made the pages of {who} in {out}: open index.html, and send letter.txt with them."));
    if held == 0 {
        terminal.say("Nothing of theirs is held back: the pages show what the site shows already.");
    }
    Ok(Exit::Clean)
}

impl PreviewForArgs {
    fn candidate<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Speaker<'s>, NotDone> {
        let all = speakers(site.campaign("nothing was written")?, &self.within)?;
        let all: Vec<_> = all.into_iter().filter(|one| matches!(one, Speaker::Candidate { .. })).collect();
        let fits = Speaker::fitting(&self.person, &all).map_err(|why| site.not_found(why))?;
        one(fits, &self.person, |speaker: &Speaker<'_>| speaker.to_string(), terminal)
    }
}
