use super::{ballot, candidate, checker, correction, document, election, letter, party, question};
use crate::atoms::Words as _;
use crate::desk::answers::{DeedAnswers, OwnFile};
use crate::desk::deed::Deed;
use crate::desk::in_order::in_order;
use crate::desk::prompt::{own_id, seldom};
use crate::desk::{NotDone, OnRecord, OpenSite, UNDONE, answer, ask};
use crate::edit::{Item, Value};
use crate::load::RecordKind;
use crate::load::records::PledgeAnswerRecord;
use crate::model::{Event, PutQuestion};

/// All kinds of records that can be made from nothing. Those whose answers are the keys of one file stand below.
pub(in crate::desk) fn all() -> Vec<Deed> {
    vec![
        checker::checker(),
        election::election(),
        ballot::ballot(),
        question::question(),
        party::party(),
        candidate::candidate(),
        document::document(),
        pledge(),
        account(),
        letter::letter(),
        event(),
        report(),
        correction::correction(),
    ]
}

fn event() -> Deed {
    let asks = [
        seldom("election").known(OnRecord::Elections).with("ballot").value("ID").help("The election of the ballot, when there are several."),
        ask("title", "What is it?").placed("TITLE"),
        ask("date", "On which day?"),
        ask("time", "When does it begin?").without("not known"),
        ask("ballot", "For the voters of which ballot?").known(OnRecord::Ballots).without("for all").value("BALLOT").help(
            "The ballot for whose voters it is: its id or a part of the area’s name. Without it and --area it is for people everywhere.",
        ),
        ask("area", "Where is it?").without("everywhere").not_with(&["ballot"]).help("Where it is, in words, when it is for no ballot alone."),
        ask("access", "How can people take part who cannot climb stairs, hear, see or travel?").lines(),
        ask("source", "Where was it announced?")
            .key("evidence.title")
            .hint("what the poster, page or letter is called")
            .help("What the place is called where it was announced."),
        ask("url", "Where can people read more?").without("nowhere"),
        seldom("until"),
        own_id("Its id; made of its title when left out."),
    ];
    Deed {
        title: "Add an event",
        about: "Something to which people can go, such as hustings.",
        example: "hustings add event 'Questions to the candidates' --date 2031-04-25 --time 19:30 --ballot 'old quay' \\
      --access 'No steps, and a hearing loop.' --source 'Poster of the Reading Circle'",
        ..Deed::of(RecordKind::Event, asks, |site, new| {
            let known = &site.campaign(UNDONE)?.content.events;
            let is_alike = |one: &Event| new.is("title", &one.title) && new.is("date", &one.date);
            let same = known.iter().find(|one| new.is_same(&one.id, is_alike(one))).map(|one| one.id.to_string());
            new.in_its_file(site, OwnFile { title: new.text("title"), same, ..OwnFile::default() })
        })
    }
}

fn report() -> Deed {
    let asks = [
        ask("title", "What are the reports about?").placed("TITLE"),
        ask("asked", "What are people asked?"),
        ask("choice", "What can they choose?")
            .key("choices.name")
            .parted_by('\n')
            .help("Something that they can choose, in a few words."),
        ask("area", "Where can it have happened?")
            .key("areas.name")
            .parted_by('\n')
            .without("none")
            .help("An area in which it can have happened."),
        ask("how", "How can people tell it?"),
        seldom("question").key("questions"),
        seldom("account").key("accounts"),
        seldom("form"),
        own_id("Its id; made of its title when left out."),
    ];
    Deed {
        title: "Ask people to report something",
        about: "What people are asked to report on paper or by telephone, to be counted.",
        example: "hustings add report 'Saturdays without a library' --asked 'What happened to you on a Saturday?' \\
      --choice 'I found the door closed' --choice 'The book van did not come' --area 'Old Quay' --area 'Example Coast'",
        notes: "The counts come after, and never exactly: hustings reports.",
        ..Deed::of(RecordKind::Report, asks, |site, new| {
            let known = &site.campaign(UNDONE)?.reports;
            let same = known.iter().find(|one| new.is_same(&one.id, new.is("title", &one.title)));
            let next = "Next, count in private/reports/{id}.csv, with the columns what, area, from, until and n; then: hustings \
                        reports {id}";
            let (title, same) = (new.text("title"), same.map(|one| one.id.to_string()));
            new.in_its_file(site, OwnFile { title, same, notes: vec![next.to_owned()], ..OwnFile::default() })
        })
    }
}

fn account() -> Deed {
    let asks = [
        ask("kind", "What does it tell of?"),
        ask("about", "What is it about, in a few words that claim nothing?"),
        ask("says", "What does it say, in one sentence of your own?")
            .placed("SENTENCE")
            .lines()
            .hint("all of it is published: name no claimant"),
        ask("by", "Who says it, laid it down or does it?").value("NAME"),
        ask("source", "What is the source called from which you know it?")
            .key("evidence.title")
            .value("TITLE")
            .help("What the source is called from which you know it."),
        ask("publisher", "Who published that?").key("evidence.publisher").value("NAME").help("Who published that."),
        ask("published", "When was it published?")
            .key("evidence.date")
            .hint("2031-03-28, or 2031-03 when the day is not known")
            .without("not known")
            .help("When its source was published."),
        ask("url", "Where can it be read?").key("evidence.url").hint("a web address").without("nowhere"),
        ask("tried", "Did somebody try to verify it and could not?")
            .key("verification.tried")
            .lines()
            .hint("say who tried what")
            .without("no"),
        ask("not-when", "When does it not apply?")
            .key("does_not_apply_when")
            .hint("go on after “this does not apply when”"),
        seldom("date").help("When it was said, laid down or begun, when not on the day of its source."),
        seldom("archived").key("evidence.archived"),
        seldom("question").key("questions"),
        seldom("party").key("parties"),
        seldom("area").key("areas.name").parted_by('\n').value("NAME").help("An area that it names."),
        own_id("Its id, which is the name of its page; made of what it is about when left out."),
    ];
    Deed {
        title: "Add a claim, rule, trial, report or call",
        about: "A claim, rule, trial, report or call around the questions. It counts in no score, and each line says how sure it is.",
        example: "hustings add account 'The county is trying out a van with books.' --kind pilot --about 'A van with books' \\
      --by 'Example County' --source 'A library on wheels' --publisher 'Example Gazette' --published 2031-01-18 \\
      --question library-saturdays --area 'The coast'",
        notes: "All of it is published: leave out everything by which a claimant could be known.",
        ..Deed::of(RecordKind::Account, asks, |site, new| {
            let known = &site.campaign(UNDONE)?.accounts;
            let same = known.iter().find(|one| new.is_same(&one.id, new.is("says", &one.says)));
            let notes = [
                (
                    !new.has("question"),
                    "Say which questions it is about, so that their pages show it: “questions:” in {file}.",
                ),
                (
                    new.has("area"),
                    "Say how its areas can be matched to ballots: “ballots:”, “gss:”, “region:” or “nation:” in {file}.",
                ),
                (true, "What those whom it concerns say of it belongs under “responses:” in {file}."),
            ];
            let notes = notes.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| note.to_owned()).collect();
            let (title, same) = (new.text("about"), same.map(|one| one.id.to_string()));
            new.in_its_file(site, OwnFile { title, same, notes, ..OwnFile::default() })
        })
    }
}

fn pledge() -> Deed {
    let asks = [
        ask("election", "For which election?").known(OnRecord::Elections).or_the_only().value("ID"),
        ask("title", "What is it called?").placed("TITLE"),
        ask("text", "What do people sign, in its own words?").lines(),
        ask("source", "Where was it published?")
            .key("evidence.title")
            .hint("what the page, letter or leaflet is called")
            .help("What the place is called where it was published."),
        ask("url", "Where can it be read?").key("evidence.url").hint("a web address").without("nowhere"),
        ask("answers", "Which questions does it answer, and how?")
            .several(OnRecord::Answers)
            .without("none")
            .value("QUESTION=ANSWER")
            .help("A question that it answers, and how: meadow-parking=no.")
            .key(""),
        seldom("organiser").key("organisers").value("NAME"),
        seldom("opened"),
        seldom("closed"),
        own_id("Its id; made of its title when left out."),
    ];
    Deed {
        title: "Add a pledge",
        about: "A pledge that people and parties are asked to sign.",
        example: "hustings add pledge 'Keep cars off the meadow' --text 'I will vote against cars on the meadow.' \\
      --organiser 'Example Friends of the Meadow' --answers meadow-parking=no --source 'Leaflet of the Friends'",
        notes: "Who signed it comes after: hustings sign, or hustings sheet signatures for a list.",
        ..Deed::of(RecordKind::Pledge, asks, |site, new| {
            let known = &site.campaign(UNDONE)?.pledges;
            let same = known.iter().find(|one| new.is_same(&one.id, new.is("title", &one.title)));
            let (title, same) = (new.text("title"), same.map(|one| one.id.to_string()));
            let notes = vec!["Next, who signed it: hustings sign {id} NAME".to_owned()];
            new.in_its_file(site, OwnFile { title, same, more: answers(site, new)?, notes, ..OwnFile::default() })
        })
    }
}

/// What a pledge answers to questions of its election.
fn answers(site: &OpenSite, new: &DeedAnswers<'_>) -> Result<Vec<(&'static str, Value)>, NotDone> {
    let elections = &site.campaign(UNDONE)?.elections;
    let put: Vec<&PutQuestion> =
        elections.iter().filter(|one| new.is("election", &one.id)).flat_map(|one| &one.questions).collect();
    let answered = |said: &String| {
        let (id, word) = said.split_once('=')?;
        let put = put.iter().find(|put| put.id().as_str() == id)?;
        let mut keys = vec![("question", Value::id(put.id())), ("stance", Value::plain(answer(word).ok()?.word()))];
        keys.extend((put.version != 1).then(|| ("version", Value::plain(put.version))));
        Some(in_order::<PledgeAnswerRecord>(keys))
    };
    let answers: Vec<Item> = new.said("answers").iter().filter_map(answered).collect();
    Ok((!answers.is_empty()).then_some(("answers", Value::Entries(answers))).into_iter().collect())
}
