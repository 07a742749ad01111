use super::marks::{MarkAt, nations};
use super::table::columns;
use crate::atoms::{Text, Words};
use crate::model::{Campaign, Pledge, Signature, Signer};

/// A pledge, and its page.
pub(super) type PledgeAt<'a> = (&'a Pledge, &'a str);

columns!((pledge, page) = PledgeAt<'_> => {
    pledge: "string", "The pledge's id", &pledge.id;
    title: "string", "What it is called", &pledge.title;
    election: "string", "The election's id", &pledge.election;
    text: "string", "What it says", &pledge.text;
    measures: "string", "What it asks for, with semicolons between",
        joined(pledge.measures.iter().map(|measure| measure.says.as_str()));
    organisers: "string", "Who asks people to sign it, with semicolons between", joined(pledge.organisers.iter().map(Text::as_str));
    opened: "string", "Since when it can be signed: year, month or day", pledge.opened.as_deref().copied();
    closed: "string", "Until when it could be signed: year, month or day", pledge.closed.as_deref().copied();
    answers: "string", "The questions that it answers, each with its version and the answer: library 1 supports; with semicolons between",
        answers(pledge);
    note: "string", "Anything else about it", pledge.note.as_ref();
    source: "string", "Where it was published first", pledge.evidence.first().map(|source| &source.title);
    source_url: "string", "Where that can be read", pledge.evidence.first().and_then(|source| source.url.as_ref());
    page: "string", "The page, from the site's root", *page;
});

fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.collect::<Vec<_>>().join("; ")
}

fn answers(pledge: &Pledge) -> String {
    let answer = |answer: &crate::model::PledgeAnswer| {
        format!("{} {} {}", answer.question.id, answer.version, answer.stance.word())
    };
    pledge.answers.iter().map(answer).collect::<Vec<_>>().join("; ")
}

/// A signature, and how we know of it.
pub(super) struct SignatureAt<'a> {
    pledge: &'a Pledge,
    signature: &'a Signature,
    mark: MarkAt<'a>,
}

columns!(SignatureAt { pledge, signature, .. } = SignatureAt<'_> => {
    pledge: "string", "The pledge's id", &pledge.id;
    person: "string", "The person's id, when somebody who stands signed",
        if let Signer::Person(person) = &signature.who { Some(person) } else { None };
    party: "string", "The party's id, when a party signed", if let Signer::Party(party) = &signature.who { Some(party) } else { None };
    name: "string", "The name of somebody who stands nowhere here", if let Signer::Named(name) = &signature.who { Some(name) } else { None };
    capacity: "string", "As what they signed", signature.capacity.as_ref();
    nations: "string", "Of a party: the nations for which it signed, with spaces between them; empty for all", nations(&signature.nations);
    ..mark: MarkAt<'_>
});

/// The signatures of a pledge that are on the site.
pub(super) fn signatures<'a>(campaign: &'a Campaign, pledge: &'a Pledge) -> impl Iterator<Item = SignatureAt<'a>> {
    pledge.signatures.iter().map(move |signature| {
        let is_taken_down = campaign.takedown_of(pledge, signature).is_some();
        SignatureAt { pledge, signature, mark: MarkAt::signed(&signature.mark, is_taken_down) }
    })
}
