use std::collections::BTreeMap;

use crate::choices::Choices;

/// A name in everything that is held back, taken down, in notes to oneself or in the private folder.
pub(crate) const SECRET: &str = "Zebedee";

/// By what somebody could be known: each is refused, or left out of what is published.
pub(crate) const DETAILS: [&str; 3] = ["a.claimant@example.net", "01632 960 777", "AB 12 34 56 C"];

const QUESTIONS: [&str; 2] = ["duck-pond", "town-clock"];

/// What one mark rests on.
#[derive(Debug)]
pub(crate) struct Paper {
    pub(crate) title: String,
    /// What a page may show of it: the tone of a clear answer, or none.
    pub(crate) tone: Option<&'static str>,
    /// Whether nothing of it may be shown.
    pub(crate) is_hidden: bool,
}

/// Records of every kind that says something about people.
pub(crate) struct World<'n> {
    choices: Choices<'n>,
    /// The day of the records.
    as_of: &'static str,
    /// Whether everything in this part of the world is off the site, such as the answers of somebody taken down.
    is_off: bool,
    pub(crate) papers: Vec<Paper>,
    pub(crate) files: BTreeMap<String, String>,
}

impl<'n> World<'n> {
    /// The world of some choices: of none, two people who have answered.
    pub(crate) fn of(numbers: &'n [u8]) -> Self {
        let mut choices = Choices::new(numbers);
        let as_of = choices.one(&["2031-04-20", "2031-04-24", "2031-05-03"]);
        let mut world = Self { choices, as_of, is_off: false, papers: Vec::new(), files: BTreeMap::new() };
        world.site();
        world.party("pp1", "Harbour Alliance");
        world.party("pp2", "Meadow Party");
        world.ballot();
        world.round();
        world.leaflet();
        world.pledge();
        world.account();
        world.corrections();
        let secret = format!("name,email\n{SECRET},{}\n", DETAILS[0]);
        world.put("private/contacts.csv", secret);
        world
    }

    fn put(&mut self, name: &str, text: String) {
        self.files.insert(name.to_owned(), text);
    }

    /// Some words, which may tell more than they should.
    fn words(&mut self, plain: &str) -> String {
        let detail = self.choices.one(&DETAILS);
        let mut ways = vec![plain.to_owned(); 40];
        ways.push(format!("{plain} Ask {detail}."));
        ways.push(format!("{plain} <script>alert(1)</script> & [x](javascript:y)"));
        self.choices.one(&ways)
    }

    /// A key with a value that may be left out.
    fn maybe(&mut self, key: &str, values: &[&str]) -> String {
        let value = self.choices.one(&[&["", "", ""][..], values].concat());
        if value.is_empty() { String::new() } else { format!(", {key}: {value}") }
    }

    fn site(&mut self) {
        let (as_of, more) =
            (self.as_of, self.choices.one(&["", "languages: [en, cy]\n", "score: false\n", "embed: true\n"]));
        let address = self.choices.one(&["", "base_url: https://stand.example.org/\n"]);
        let checks = self.choices.one(&["", "checks_required: 1\n"]);
        let text = format!(
            "title: A test # {SECRET}\nas_of: {as_of}\nimprint: {{none_because: This site only exists in a test.}}\n\
             checkers:\n  - {{id: pat, name: Pat Promoter}}\n  - {{id: sam, name: Sam Second}}\n  - {{id: lee, name: Lee Third}}\n\
             {checks}{more}{address}"
        );
        self.put("hustings.yaml", text);
    }

    /// What a mark and a signature have alike; the paper of each has a name that no other has.
    fn said(&mut self, kinds: &[&str], tone: Option<&'static str>) -> String {
        let held = self.choices.one(&["", "", "", "2031-04-25", "2031-04-01"]);
        let off = self.choices.one(&["", "", "", "", "takedown: {date: 2031-04-15, reason: They asked us.}"]);
        let is_hidden = self.is_off || !off.is_empty() || (!held.is_empty() && held > self.as_of);
        let title = format!("Paper {}", self.papers.len() + 1);
        let inside = if is_hidden { format!(" by {SECRET}") } else { String::new() };
        let date = self.choices.one(&["2031-04-03", "2031-04-18", "2031-04", "2031-03-22"]);
        let kind = self.choices.one(kinds);
        let quote = self.words("I would see to it.");
        let mut keys = format!("date: {date}, entered_by: pat{}", self.maybe("says", &["'She would, in part.'"]));
        if !held.is_empty() {
            keys += &format!(", publish_after: {held}");
        }
        keys += &self.maybe("caveat", &["One half only."]);
        keys += &self.maybe(
            "checked",
            &["[{by: sam, date: 2031-04-19}]", "[{by: sam, date: 2031-04-19}, {by: lee, date: 2031-04-19}]"],
        );
        keys += &self.maybe(
            "verification",
            &[
                "{state: disputed, because: He denies it., date: 2031-04-19}",
                "{state: unverified, because: Nobody answered., date: 2031-04-19}",
                "{state: retracted, because: It was another., date: 2031-04-19}",
            ],
        );
        let reply = self.words("I meant June.");
        keys += &self.maybe("reply", &[&format!("{{date: 2031-04-19, text: \"{reply}\"}}")]);
        if !off.is_empty() {
            keys += &format!(", {off}");
        }
        let url = self.maybe("url", &["\"https://example.org/a\""]);
        let evidence = format!(
            "[{{kind: {kind}, title: \"{title} of our file{inside}\", where: page 1, date: {date}, quote: \"{quote}{inside}\"{url}}}]"
        );
        self.papers.push(Paper { title, tone, is_hidden });
        format!("{keys}, evidence: {evidence}")
    }

    fn mark(&mut self, question: &str, kinds: &[&str], more: &str) -> String {
        let stances = [
            ("supports", Some("yes")),
            ("opposes", Some("no")),
            ("mixed", Some("partly")),
            ("unclear", None),
            ("declined", None),
        ];
        let (stance, tone) = self.choices.one(&stances);
        let said = self.said(kinds, tone);
        format!("      - {{question: {question}, stance: {stance}{more}, {said}}}\n")
    }

    fn party(&mut self, id: &str, name: &str) {
        let mut lines = String::new();
        for question in QUESTIONS {
            for _ in 0..self.choices.one(&[1, 0, 0]) {
                lines += &self.mark(question, &["site", "manifesto", "news", "speech"], ", election: test.2031-05-01");
            }
        }
        let lines = if lines.is_empty() { lines } else { format!("lines:\n{lines}") };
        self.put(&format!("candidates/parties/{id}.yaml"), format!("id: {id}\nname: {name}\n{lines}"));
    }

    fn ballot(&mut self) {
        let mut text = "id: test.pond-lane.2031-05-01\narea: {name: Pond Lane}\ncandidates:\n".to_owned();
        for (person, name) in [(11, "Asha Example"), (12, "Ben Sample"), (13, "Cara Specimen")] {
            let party = self.choices.one(&["pp1", "pp2"]);
            let status = self.choices.one(&[
                "",
                "",
                "",
                "    status: withdrawn\n    status_date: 2031-04-10\n",
                "    status: died\n",
            ]);
            let gone = "    takedown: {date: 2031-04-15, reason: They asked us.}\n";
            let off = self.choices.one(&["", "", "", "", gone]);
            text += &format!("  - person: {person} # {SECRET}\n    name: {name}\n    party: {party}\n{status}{off}");
            self.is_off = !off.is_empty();
            let mut marks = String::new();
            for question in QUESTIONS {
                for _ in 0..self.choices.one(&[1, 1, 0, 2]) {
                    let kinds = [
                        "reply",
                        "site",
                        "leaflet",
                        "speech",
                        "hustings",
                        "vote",
                        "news",
                        "campaign",
                        "reply",
                        "manifesto",
                    ];
                    let many = self.choices.one(&[9, 9, 9, 9, 10]);
                    marks += &self.mark(question, &kinds[..many], "");
                }
            }
            self.is_off = false;
            if !marks.is_empty() {
                text += &format!("    positions:\n{marks}");
            }
        }
        self.put("candidates/test.2031-05-01/pond-lane.yaml", text);
    }

    fn round(&mut self) {
        let asked = self.choices.one(&["11, 12, 13", "11", "12, 13"]);
        let held = self.choices.one(&["", "", "", "publish_after: 2031-04-12\n"]);
        let out = self.choices.one(&["", "exceptions: [{person: 12, outcome: not_reached, because: It came back.}]\n"]);
        let text = format!(
            "id: first-letter\ndate: 2031-03-20\ndeadline: 2031-04-10\nhow: by letter\n{held}\
             questions: [{{question: duck-pond}}, {{question: town-clock}}]\n\
             ballots: [{{ballot: test.pond-lane.2031-05-01, people: [{asked}]}}]\n{out}"
        );
        self.put("candidates/test.2031-05-01/asks/first-letter.yaml", text);
    }

    /// A leaflet whose words tell where somebody lives.
    fn leaflet(&mut self) {
        let seen = self.choices.one(&["original", "facsimile", "transcription"]);
        let whole = self.choices.one(&["true", "false"]);
        let found = self.choices.one(&["[]", "[duck-pond]", "[town-clock]"]);
        let text = format!(
            "id: asha-leaflet\ntitle: A leaflet\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\ndate: 2031-03-28\n\
             received: {{date: 2031-04-08, ballots: [test.pond-lane.2031-05-01], outcode: ZZ1}}\n\
             readings: [{{by: pat, date: 2031-04-09, seen: {seen}, whole: {whole}, looked_for: [duck-pond, town-clock], found: {found}}}]\n"
        );
        self.put("candidates/documents/asha-leaflet.yaml", text);
        let detail = self.choices.one(&DETAILS);
        let words = format!(
            "---\nmade_from: hand\ndate: 2031-04-09\n---\n[page 1]\nClean the pond. Ask {detail} or ring us.\n"
        );
        self.put("candidates/documents/asha-leaflet.txt", words);
    }

    fn pledge(&mut self) {
        let answers = self.choices.one(&["answers: [{question: duck-pond, stance: supports}]\n", ""]);
        let mut signatures = String::new();
        for who in ["person: 12", "party: pp2", "name: Gil Example, capacity: Member of the council"] {
            if self.choices.one(&[false, true]) {
                let said = self.said(&["signature", "campaign", "news", "site"], Some("yes"));
                signatures += &format!("  - {{{who}, {said}}}\n");
            }
        }
        let signatures = if signatures.is_empty() { signatures } else { format!("signatures:\n{signatures}") };
        let text = format!(
            "title: Keep the pond clean\ntext: I will vote for a clean pond.\norganisers: [Friends of the Pond]\nopened: 2031-03-01\n\
             election: test.2031-05-01\n{answers}evidence: [{{title: Our page, url: \"https://example.org/pond\"}}]\n{signatures}"
        );
        self.put("content/pledges/clean-pond.yaml", text);
    }

    fn account(&mut self) {
        let kind = self.choices.one(&["claim", "rule", "pilot", "report", "call"]);
        let says = self.words("The council’s page says that walkers helped to plan it.");
        let response = self.choices.one(&["", "denies", "confirms", "qualifies", "declined_to_comment"]);
        let responses = if response.is_empty() {
            String::new()
        } else {
            format!("responses: [{{by: Walkers, response: {response}}}]\n")
        };
        let n = self.choices.one(&["3", "30"]);
        let tried = self.choices.one(&["", "verification: {state: unverified, tried: We rang twice.}\n"]);
        let text = format!(
            "kind: {kind} # {SECRET}\nabout: Who helped\nsays: \"{says}\"\nby: Example Council\ndate: 2031-02\nquestions: [duck-pond]\n\
             people: [11]\nnumbers: [{{n: {n}, of: walkers}}]\nevidence: [{{title: A page, publisher: Example Council}}]\n{responses}{tried}"
        );
        self.put("content/accounts/who-helped.yaml", text);
    }

    fn corrections(&mut self) {
        let now = self.words("Marked “Yes”.");
        let text = format!(
            "corrections:\n  - {{date: 2031-04-06, about: Asha on the pond, was: Marked “No”., now: \"{now}\", because: We misread it.}}\n"
        );
        self.put("content/corrections.yaml", text);
    }
}
