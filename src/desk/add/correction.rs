use crate::desk::answers::DeedAnswers;
use crate::desk::deed::{Deed, within};
use crate::desk::in_order::in_order;
use crate::desk::prompt::{day, seldom, slug};
use crate::desk::{Act, Acted, NotDone, OnRecord, OpenSite, Speaker, UNDONE, ask, not_after_as_of};
use crate::edit::{Change, GroupPlace, Item, Value};
use crate::load::records::{ConcernsRecord, CorrectionRecord};

/// The file of the corrections.
const FILE: &str = "content/corrections.yaml";

/// What a correction can concern by its id alone.
const THINGS: [&str; 4] = ["document", "account", "pledge", "page"];

/// What was wrong on the site, and what it says now.
pub(super) fn correction() -> Deed {
    let of = |thing, help| seldom(thing).read(slug).value("ID").help(help).not_with(&THINGS);
    let asks = within().into_iter().chain([
        ask("about", "What does it concern, in a few words?").hint("all of it is published"),
        ask("was", "What did the site say before?").lines(),
        ask("now", "What does it say now?").lines(),
        ask("because", "Why?").lines(),
        ask("who", "Whose answer does it concern?")
            .known(OnRecord::Speakers)
            .not_with(&THINGS)
            .without("nobody’s")
            .value("WHO")
            .help("Whose answer it concerns: a candidate or a party. Then it stands beside that answer too."),
        ask("question", "To which question?")
            .known(OnRecord::Questions)
            .not_with(&THINGS)
            .needed_when(|filled| filled.contains_key("who"))
            .value("QUESTION")
            .help("To which question they gave it; or without “--who” the question whose page it concerns."),
        of("document", "The document that it concerns."),
        of("account", "The claim, rule, trial, report or call that it concerns."),
        of("pledge", "The pledge that it concerns."),
        of("page", "The page of the site’s own that it concerns."),
        seldom("on").key("date").read(day).help("When it was corrected; today when left out."),
    ]);
    Deed {
        title: "Publish a correction",
        about: "What was wrong on the site, and what it says now. All of it is published.",
        example:
            "hustings add correction --about 'Asha Example on the library' --was 'Marked “No”.' --now 'Marked “Yes”.' \\
      --because 'We had misread the letter.' --on 2031-04-12 --who asha --question library
                               it stands beside her answer too",
        ..Deed::among::<CorrectionRecord>("correction", asks, add_correction)
    }
}

/// A correction, after those that are there.
fn add_correction<'s>(site: &'s OpenSite, new: &DeedAnswers<'_>) -> Result<Acted<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    let date = new.get("on").unwrap_or_else(|| site.day());
    not_after_as_of(date, campaign).map_err(NotDone::Refused)?;
    let mut all = campaign.corrections.iter();
    if all.any(|known| new.is("about", &known.about) && new.is("was", &known.was) && new.is("now", &known.now)) {
        return Err(NotDone::Refused(format!("this correction is in {FILE} already")));
    }
    let mut keys = new.keys(site)?;
    keys.extend((!new.has("on")).then(|| ("date", Value::plain(date))));
    let concerns = in_order::<ConcernsRecord>(concerns(site, new)?);
    keys.extend((!concerns.0.is_empty()).then_some(("concerns", Value::Map(concerns.0))));
    let item = new.item(keys);
    let change = if site.text(&FILE.into()).is_some() {
        let by_hand = format!("add it by hand under “corrections:”:\n{}", item.to_block(2).join("\n"));
        let change = Change::Insert { place: GroupPlace::Root, list: "corrections", index: usize::MAX, item };
        site.edit(FILE, &[change], || by_hand)?
    } else {
        site.new_file(FILE, Item(vec![("corrections", Value::Entries(vec![item]))]).to_record())?
    };
    let done = format!("added the correction about “{}”", new.text("about"));
    Ok(Acted::Now(Act { change: site.propose(vec![change])?, file: FILE.to_owned(), done, notes: Vec::new() }))
}

/// What names the place on the site to which it belongs.
fn concerns(site: &OpenSite, new: &DeedAnswers<'_>) -> Result<Vec<(&'static str, Value)>, NotDone> {
    let mut keys: Vec<_> = THINGS
        .into_iter()
        .chain(["question"])
        .filter_map(|thing| Some((thing, Value::id(new.said(thing).first()?))))
        .collect();
    if new.has("who") {
        let speaker = new.speaker("who", site.campaign(UNDONE)?)?;
        let is = if matches!(speaker, Speaker::Candidate { .. }) { "person" } else { "party" };
        keys.extend([(is, Value::id(speaker.id())), ("election", Value::id(&speaker.election().id))]);
    }
    Ok(keys)
}
