use super::prompt::seldom;
use super::{
    Acted, DeedAnswers, Filled, How, NotDone, OnRecord, OpenSite, Prompt, Speaker, add, as_of, elected, sign, speaker,
    takedown, withdraw,
};
use crate::load::{Declared, RecordKind, RecordValue, Shape};
use crate::model::Campaign;

/// Something that people do to the records, declared once: for its command, for questions at a terminal and for a form in a
/// browser.
pub(crate) struct Deed {
    /// The last word of its command, and its name in addresses: `event`.
    pub(crate) name: &'static str,
    /// What is done, as a heading.
    pub(crate) title: &'static str,
    /// What should be known before.
    pub(crate) about: &'static str,
    /// A command that does it.
    pub(crate) example: &'static str,
    /// More examples, and what else should be known of the command.
    pub(crate) notes: &'static str,
    /// What is asked for.
    pub(crate) asks: Vec<Prompt>,
    /// Whether it makes a record.
    pub(super) is_new: bool,
    /// The keys that it writes.
    pub(super) keys: &'static Declared,
    /// The names of the files of such records, where each has one of its own; `*` is its id.
    pub(super) place: &'static str,
    /// Does it.
    pub(super) act: ActOf,
}

/// Does what somebody said.
pub(super) type ActOf = for<'s> fn(&'s OpenSite, &DeedAnswers<'_>) -> Result<Acted<'s>, NotDone>;

impl Deed {
    /// Those that make records, in the order in which somebody needs them who begins with nothing.
    pub(crate) fn added() -> Vec<Self> {
        add::all().into_iter().map(|deed| Self { is_new: true, ..deed }).collect()
    }

    /// Those that change what is on record.
    pub(crate) fn changed() -> Vec<Self> {
        vec![as_of::as_of(), sign::signing(), elected::elected(), withdraw::withdraw(), takedown::takedown()]
    }

    /// One that makes a record with a file of its own.
    pub(super) fn of(kind: RecordKind, asks: impl IntoIterator<Item = Prompt>, act: ActOf) -> Self {
        Self { place: kind.place(), ..Self::within(kind.word(), kind.declared(), asks, act) }
    }

    /// One that makes or changes a part of a file.
    pub(super) fn among<R: RecordValue>(
        name: &'static str,
        asks: impl IntoIterator<Item = Prompt>,
        act: ActOf,
    ) -> Self {
        let keys = if let Shape::Group(keys) = R::SHAPE { *keys } else { unreachable!("a record is a group of keys") };
        Self::within(name, keys, asks, act)
    }

    fn within(name: &'static str, keys: &'static Declared, asks: impl IntoIterator<Item = Prompt>, act: ActOf) -> Self {
        let asks = asks.into_iter().map(|ask| ask.in_record(keys)).collect();
        let is_new = false;
        Self { is_new, name, title: "", about: "", example: "", notes: "", asks, keys, place: "", act }
    }

    /// Whether it makes a record.
    pub(crate) fn is_new(&self) -> bool {
        self.is_new
    }

    /// Whom the answers name.
    pub(crate) fn whom<'c>(&self, campaign: &'c Campaign, filled: &Filled) -> Vec<Speaker<'c>> {
        let named = |ask: &Prompt| match ask.how {
            How::Known(OnRecord::Speakers) => speaker(campaign, filled, ask.argument).into_iter().collect(),
            How::Known(OnRecord::People) | How::Several(OnRecord::People) => {
                DeedAnswers::new(self, filled).people(ask.argument, campaign)
            }
            _ => Vec::new(),
        };
        self.asks.iter().flat_map(named).collect()
    }

    /// Does what was answered.
    ///
    /// # Errors
    /// When it is on record already, or would make an error.
    pub(crate) fn act<'s>(&self, site: &'s OpenSite, filled: &Filled) -> Result<Acted<'s>, NotDone> {
        (self.act)(site, &DeedAnswers::new(self, filled))
    }
}

/// Among whose answers somebody is sought.
pub(super) fn within() -> [Prompt; 2] {
    let one = |argument, known, help| seldom(argument).known(known).value("ID").help(help).key("");
    [
        one("election", OnRecord::Elections, "The election, when a person stands or a party speaks in several."),
        one("ballot", OnRecord::Ballots, "The ballot, when people of one name stand on several."),
    ]
}
