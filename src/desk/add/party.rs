use crate::atoms::{Malformed, PartyId};
use crate::desk::answers::OwnFile;
use crate::desk::deed::Deed;
use crate::desk::prompt::{name, own_id, seldom};
use crate::desk::{Prompt, UNDONE, ask};
use crate::load::RecordKind;

/// A party for which people stand.
pub(super) fn party() -> Deed {
    let asks = [
        ask("name", "What is it called?").placed("NAME").read(name).hint("as registered"),
        Prompt {
            label: "What is its registration number?",
            ..own_id("Its registration number, such as PP53; made of the name when left out.")
        }
        .read(registration)
        .hint("such as PP9001")
        .without("not known"),
        ask("short-name", "A shorter name for narrow places?")
            .key("short_name")
            .value("NAME")
            .read(name)
            .without("none"),
        ask("colour", "Its colour?")
            .value("COLOUR")
            .without("not known")
            .hint("a # and six digits or letters from a to f: #0b6e75")
            .help("Its colour, such as '#0b6e75'."),
        seldom("kind"),
        seldom("website"),
        seldom("note"),
    ];
    Deed {
        title: "Add a party",
        about: "A party for which people stand. Who stands for no party needs none.",
        example: "hustings add party 'Harbour Alliance' --id PP9001 --colour '#0b6e75'",
        notes: "Who stands for no party needs none: hustings add candidate NAME --party independent",
        ..Deed::of(RecordKind::Party, asks, |site, new| {
            let known = &site.campaign(UNDONE)?.parties;
            let same = known.iter().find(|one| new.is_same(&one.id, new.is("name", &one.name)));
            let (title, same) = (new.text("name"), same.map(|one| one.id.to_string()));
            new.in_its_file(site, OwnFile { title, same, ..OwnFile::default() })
        })
    }
}

/// A party's id, which is a registration in small letters.
fn registration(said: &str) -> Result<String, Malformed> {
    said.trim().to_lowercase().parse().map(|id: PartyId| id.to_string())
}
