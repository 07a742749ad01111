use std::fmt;

use super::Severity;

/// Declares the codes in groups: what each means with an example and a remedy, its variant, stable name and severity.
macro_rules! codes {
    ($($group:literal { $($(#[doc = $line:literal])+ $variant:ident = $id:literal $severity:ident,)+ })+) => {
        /// The stable name of a kind of trouble. What is said of each here is what people read in `docs/diagnostics.md` and
        /// after `hustings explain`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($($(#[doc = $line])+ $variant,)+)+
        }

        impl Code {
            /// Every code, in groups with a title, in the order in which they are explained.
            pub const GROUPS: &'static [(&'static str, &'static [Self])] = &[$(($group, &[$(Self::$variant),+])),+];

            /// The stable name: small letters and `-`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $($(Self::$variant => $id),+),+ }
            }

            /// Whether it stops a build.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $($(Self::$variant => Severity::$severity),+),+ }
            }

            /// What it means, an example and the remedy, as paragraphs of Markdown whose lines begin with a space.
            fn told(self) -> &'static str {
                match self { $($(Self::$variant => concat!($($line, "\n"),+)),+),+ }
            }
        }
    };
}

codes! {
    "Files" {
        /// The file is not UTF-8. Points at the first byte that is not.
        ///
        /// Example: a text saved in an old Windows encoding, where `é` is the single byte 0xe9.
        ///
        /// Remedy: save the file as UTF-8; the "save as" of your editor offers it.
        NotUtf8 = "not-utf8" Error,
        /// The file has more than 1 MB. A record is a few kilobytes.
        ///
        /// Example: a whole manifesto pasted into `note:`.
        ///
        /// Remedy: keep the document where it is, link to it with `url:` and `archived:`, and quote what matters.
        TooLarge = "too-large" Error,
        /// A tab stands in the indentation, which YAML forbids.
        ///
        /// Example: a line that begins with a tab before `term:`.
        ///
        /// Remedy: indent with spaces, two for each level. Most editors can be told to.
        TabIndent = "tab-indent" Error,
        /// The YAML cannot be read from here on.
        ///
        /// Example: `means: In short: a ward` has a colon and a space inside a plain text.
        ///
        /// Remedy: put the value in quotes, or write `|` after the key and the text indented on the next lines.
        YamlSyntax = "yaml-syntax" Error,
        /// The file uses aliases (`*name`), holds several documents (`---` in the middle) or nests more than 16 levels.
        /// A small file of aliases could otherwise grow beyond any memory.
        ///
        /// Example: `means: *ward`.
        ///
        /// Remedy: write values out, and put each record into a file of its own. A text that begins with `*` or `&`
        /// needs quotes.
        TooComplex = "too-complex" Error,
        /// Nothing reads a file of this name in this place, its name cannot be an id, or it is an imported table
        /// without the record that says where it comes from.
        ///
        /// Example: `content/questions/duck-pond.txt`, or `content/pages/About_Us.md`.
        ///
        /// Remedy: move it, or rename it to small letters, digits, `.` and `-` with the right ending. The message never
        /// proposes a name that another file has: where the right name is taken, compare the two first.
        ///
        /// What programs leave beside records is passed over, and `check`, `build` and `serve` say so in a line:
        /// backups and half-written files (`x~`, `#x#`, `~$x`, `4913`, `.bak`, `.bck`, `.orig`, `.save`, `.swp`,
        /// `.tmp`, `.part`, `___jb_tmp___`, `_LOCAL_1234` and the like). Names that begin with `.` or `README`,
        /// `Thumbs.db`, `desktop.ini` and other files of systems are passed over without a word. For copies that may
        /// hold somebody's work see [`stray-copy`](#stray-copy).
        StrayFile = "stray-file" Error,
        /// The file holds two versions of a text that a merge left behind, between `<<<<<<<` and `>>>>>>>`. It may be a
        /// record, a text, a table or a file of the theme.
        ///
        /// Example: `<<<<<<< HEAD`.
        ///
        /// Remedy: choose one side. Delete the other one, and the lines that begin with `<<<<<<<`, `=======` and
        /// `>>>>>>>`.
        MergeConflict = "merge-conflict" Error,
        /// A page or question has no keys at its top, or they never end.
        ///
        /// Example: a Markdown file that begins with its text.
        ///
        /// Remedy: begin the file with a line `---`, then the keys, then another line `---`, then the text.
        FrontMatter = "front-matter" Error,
    }
    "Shape" {
        /// The record has no such key, not one of this kind, or no such text to be translated.
        ///
        /// Example: `webiste:` on a candidate, `figure:` in the record of a map.
        ///
        /// Remedy: take the key that the message suggests; [the record format](record-format.md) lists all of them.
        UnknownKey = "unknown-key" Error,
        /// The same key stands twice in one record, and the program will not guess which one you mean.
        ///
        /// Example: two lines `name:` for one candidate.
        ///
        /// Remedy: compare the two, and put all that is true into one. Where the entries of a list ran together, write
        /// the `- ` that is missing before the second.
        DuplicateKey = "duplicate-key" Error,
        /// A list stands where a text belongs, a text where `true` or `false` belongs, or the like.
        ///
        /// Example: `ids: PP2` instead of `ids: [PP2]`.
        ///
        /// Remedy: write it as the message shows, which gives the right shape with your own value. [The record
        /// format](record-format.md) says how each key is written.
        WrongShape = "wrong-shape" Error,
        /// The record lacks a key that it needs. Points at the beginning of the record.
        ///
        /// Example: a party without `name:`, a check without `date:`.
        ///
        /// Remedy: add the key.
        MissingKey = "missing-key" Error,
        /// A value breaks the syntax of its kind: a date, a time, an id, a web address, a colour, a GSS code, a figure,
        /// a language, or a day where only a month is given. A control character, which no page can show, is malformed
        /// too, and so is one that turns the direction of the text around it; and `as_of: today` beside `base_url`,
        /// which is for drafts.
        ///
        /// Example: `date: 2031-13-01`, `website: meadow.example.org`.
        ///
        /// Remedy: write it as the message shows.
        Malformed = "malformed" Error,
        /// The word is not in the closed list of this key.
        ///
        /// Example: `stance: suports`.
        ///
        /// Remedy: take one of the words that the message lists. It knows what people often write instead: `yes`,
        /// `against`, `email`, `Cymru`.
        UnknownWord = "unknown-word" Error,
        /// The program works this word out, so that it is always true; nobody may write it.
        ///
        /// Example: `stance: silent`, `stance: no answer`, `outcome: no_reply`, `state: confirmed`.
        ///
        /// Remedy: record what happened instead. Silence comes from a reading, "no reply" from a round of asking, and
        /// "confirmed" from `checked`.
        DerivedWord = "derived-word" Error,
        /// A colour stands without quotes, and YAML takes everything after `#` for a note.
        ///
        /// Example: `colour: #0b6e75`.
        ///
        /// Remedy: write `colour: "#0b6e75"`.
        UnquotedColour = "unquoted-colour" Error,
        /// A value without quotes holds a space and `#`, and YAML takes what follows for a note: words would be lost.
        ///
        /// Example: `quote: We must #EndWaiting now`.
        ///
        /// Remedy: put the whole value in quotes. In a real note, write a space after `#`.
        UnquotedHash = "unquoted-hash" Error,
        /// A value, key or entry of a list begins with `&` or `!` and has no quotes. YAML takes the first word for a
        /// name or a type, so that it would be lost.
        ///
        /// Example: `name: &Asha Example`, which would become `Example`.
        ///
        /// Remedy: put the value in quotes: `name: "&Asha Example"`. Records need neither names nor types of YAML's.
        UnquotedSign = "unquoted-sign" Error,
    }
    "References and rules" {
        /// The record refers to a party, person, ballot, document, question, election, checker or imported table that
        /// is not there, to a question that this election does not put, or to boundaries that no election has.
        ///
        /// Example: `party: pp99` without a file `candidates/parties/pp99.yaml`.
        ///
        /// Remedy: take the id that the message proposes, if that is what you meant. If not, write the record, or mend
        /// the id.
        UnknownReference = "unknown-reference" Error,
        /// Two things have one id: a person twice on one ballot, two ballots, two terms of the glossary, two checkers,
        /// a question twice in one election, two earlier texts of a question with one number, or an earlier id in
        /// `former:` that stands there twice or is the present id.
        ///
        /// Example: two terms with `id: ward`.
        ///
        /// Remedy: give each an id of its own. If they are the same thing, move what only one of them says into the
        /// other first.
        DuplicateId = "duplicate-id" Error,
        /// The id in a file is not the name of the file, or of the election's folder.
        ///
        /// Example: `id: pp33` in `pp3.yaml`.
        ///
        /// Remedy: write the file's name as the id. Or rename the file, when no other has that name. After a change of
        /// id, keep the old one in `former:`, so that its address still leads somewhere.
        IdMismatch = "id-mismatch" Error,
        /// The mark answers a version of the question that this election does not put, or the election or a round of
        /// asking names a version that the question does not have.
        ///
        /// Example: `version: 2` on a position, where the election puts version 1.
        ///
        /// Remedy: look at the evidence: which words were answered? Then write that version, or record no answer.
        WrongVersion = "wrong-version" Error,
        /// An answer to a question that is not put where the answer was given: the election's `questions` name the
        /// nations in which it is put, and this is another one.
        ///
        /// Example: the election has `{question: meadow-parking, nations: [england]}`, and a position on it stands on a
        /// ballot with `nation: wales`.
        ///
        /// Remedy: delete the answer, or add the nation to the question's `nations:` in the election's file.
        NotPutHere = "not-put-here" Error,
        /// Answers to a version of a question are on record, and its words are not those that were put any more: they
        /// do not fit the `fingerprint` beside them. An answer to other words is no answer to these.
        ///
        /// Example: `ask: Should the duck pond be cleaned?` was answered, and somebody made it `Should the duck pond be
        /// filled in?` without raising `version`.
        ///
        /// Remedy: put the old words back; or raise `version`, and keep the old words with their `fingerprint` under
        /// `earlier`. If only the spelling was mended, add `wording_fix` with the reason; `check` then says which
        /// fingerprint to write. The text below the keys, `terms`, `short` and translations that come later are free.
        Reworded = "reworded" Error,
        /// A person stands on two ballots of one election, and it is not plain where the answers are.
        ///
        /// Example: positions on both ballots, or an `answers_in:` that names a ballot without them.
        ///
        /// Remedy: keep the positions on one ballot and write `answers_in: <id of that ballot>` on the other.
        AnswersTwice = "answers-twice" Error,
        /// A mark has no evidence. No mark is published without.
        ///
        /// Example: a position with a stance and a date, and nothing else.
        ///
        /// Remedy: add `evidence:` with at least one entry. Until you have one, take the mark out.
        NoEvidence = "no-evidence" Error,
        /// A stranger could not follow this piece of evidence. Besides a title it needs words (`quote`, or `says` here
        /// or on the mark), a date (its own, or that of its document) and a place where it can be looked up: `url`,
        /// `document` or `where`.
        ///
        /// Example: `{kind: reply, title: E-mail}` and nothing more.
        ///
        /// Remedy: add what is missing. For a letter or an e-mail, `where` says where it is kept: `our file of letters,
        /// no. 12`.
        BareEvidence = "bare-evidence" Error,
        /// A manifesto or another document of a party is given as a candidate's own word.
        ///
        /// Example: a position with `kind: manifesto`, or a leaflet whose record says `party:`.
        ///
        /// Remedy: record it as a line in the party's file. It then shows beside each of the party's candidates by
        /// itself.
        NotOwnWord = "not-own-word" Error,
        /// A mark says `mixed`, and nothing says which part.
        ///
        /// Example: `stance: mixed` without `says:`, and no `quote:` in its evidence.
        ///
        /// Remedy: add one short sentence as `says:`, or quote the words.
        MixedWithoutWords = "mixed-without-words" Error,
        /// A reading claims that a document does not speak of something, but the reader knows the document only from
        /// somebody's description.
        ///
        /// Example: `seen: described` with `whole: true` and a question in `looked_for` that is not in `found`.
        ///
        /// Remedy: leave `whole: true` out, and put what the description says into `note:`.
        SilenceFromDescription = "silence-from-description" Error,
        /// `rights:` stands with a file that is never published: one that lies only on the web, a PDF, a web page or a
        /// plain text.
        ///
        /// Example: `{url: "https://example.org/leaflet.jpg", rights: Public domain}`.
        ///
        /// Remedy: put a picture of it into `content/documents/` and name it with `file:`, or leave `rights:` out.
        IdleRights = "idle-rights" Error,
        /// A picture with `rights:` is damaged, or is no JPEG, PNG or WebP, so it cannot be published.
        ///
        /// Example: a photograph of which only half was copied.
        ///
        /// Remedy: save it again as JPEG or PNG, or leave `rights:` out.
        BadPicture = "bad-picture" Error,
        /// A reading found a question that it did not look for.
        ///
        /// Example: `looked_for: [duck-pond]` with `found: [town-clock]`.
        ///
        /// Remedy: add the question to `looked_for:`, or mend the id.
        FoundUnlooked = "found-unlooked" Error,
        /// A mark rests on a document of another party or another person.
        ///
        /// Example: a line of `pp2` with a document of `pp1`.
        ///
        /// Remedy: cite a document of their own. Another registration's words are not theirs, whatever its name.
        ForeignDocument = "foreign-document" Error,
        /// A party borrows the line of another registration that only has the same name.
        ///
        /// Example: `line_from: {party: pp1, …}` in a party that has the same `name:` as `pp1`.
        ///
        /// Remedy: delete `line_from:`, and record what this registration itself says.
        SameNameLine = "same-name-line" Error,
        /// A party borrows the line of one that borrows its line itself, or its own. A borrowed line is not lent on, so
        /// the reason always stands beside the party whose words they are.
        ///
        /// Example: `line_from: {party: pp2, …}` in `pp1`, where `pp2` has `line_from: {party: pp3, …}`.
        ///
        /// Remedy: name the party whose own line it is, with the reason why it holds here.
        BorrowedLine = "borrowed-line" Error,
        /// A party has two lines on one question that hold in the same place.
        ///
        /// Example: two lines on `duck-pond`, both without `nations:`.
        ///
        /// Remedy: mark the older one `retracted` with the reason, give them different `nations:`, or join the evidence
        /// of both in one.
        TwoLines = "two-lines" Error,
        /// A check adds nothing: it is by the person who entered the mark, or the second by one person.
        ///
        /// Example: `entered_by: pat` with `checked: [{by: pat, …}]`.
        ///
        /// Remedy: delete it, or name the person who really checked.
        IdleCheck = "idle-check" Error,
        /// Two dates contradict each other.
        ///
        /// Example: a round whose deadline is before the day of asking, a voters' deadline after polling day, a check
        /// before the day of what it checks, or anything that has happened (a mark, its evidence, a check, a reading, a
        /// document, a correction…) dated after `as_of`, or after the day given with `--as-of`.
        ///
        /// Remedy: mend one of the two.
        DateOrder = "date-order" Error,
        /// The key would hold personal data, and no record holds any.
        ///
        /// Example: `date_of_birth:` on a candidate.
        ///
        /// Remedy: delete the line. If it was published, delete it from the history of the records too.
        PersonalKey = "personal-key" Error,
        /// A text looks like somebody's e-mail address, telephone number, National Insurance number (or what the state
        /// calls such a number in the site's `country`), whole street address or date of birth. `imprint`, `contact`
        /// and `complaints` are exempt.
        ///
        /// Example: a quote that ends in a telephone number.
        ///
        /// Remedy: delete it, or leave it out of the quote with "…". If its owner publishes it for everyone, as with a
        /// party's office or a public building, add `public_contact: true` to the record that the message names: a
        /// party, a document, an election, a ballot (for all but its candidates), one candidate, a round of asking, a
        /// question, a page, a term or a correction.
        PersonalText = "personal-text" Error,
        /// The site has no imprint, or half of one. UK election law wants the promoter's name and address in the
        /// material.
        ///
        /// Example: `imprint:` with `promoter:` and no `address:`.
        ///
        /// Remedy: write `promoter:` and `address:`, or `none_because:` with the reason.
        MissingImprint = "missing-imprint" Error,
        /// The site has a `base_url`, so it is to be published, and something still stands in it that `hustings init`
        /// wrote to be replaced: the made-up promoter, “being prepared” as the reason for having none, or a made-up
        /// candidate in an election that is not marked `fictional`.
        ///
        /// Example: `promoter: Pat Promoter` beside `base_url: https://vote.example.org/`.
        ///
        /// Remedy: put what is true in its place.
        Placeholder = "placeholder" Error,
    }
    "Pages" {
        /// Two pages would have one address, or one stands where the pages in another language begin.
        ///
        /// Example: `content/pages/parties.md`, where the program makes a page `/parties/` itself.
        ///
        /// Remedy: give one of the two another name or id.
        AddressCollision = "address-collision" Error,
        /// A link in a text leads to no page of the site, or to no heading of that page. Headings are known of the
        /// pages that you write yourself in `content/pages/`, and the terms of the glossary; anchors on other pages,
        /// which the program and the theme make, are not looked at. A footnote without words, or words that no footnote
        /// leads to, are errors too.
        ///
        /// Example: `[the pond](pond.md)`, or `[the route](#rout)` on a page with the heading “Route”.
        ///
        /// Remedy: name the page's folder from the top of the site: `/questions/duck-pond/`, `/glossary/#ward`. The
        /// message lists the headings that there are. Give each footnote its words (`[^1]: …`), on a line of their own.
        BrokenLink = "broken-link" Error,
        /// A link is no web address and could run as script, or a picture would be fetched from another host, which
        /// would learn who reads the page.
        ///
        /// Example: `[click](javascript:…)`, or `![map](https://maps.example.org/map.png)`.
        ///
        /// Remedy: link to an `https://` or `http://` address, or to a page of the site. Link to a picture, or put it
        /// into the theme's static folder.
        UnsafeLink = "unsafe-link" Error,
        /// A comment of HTML stands in a Markdown text. Everybody could read it in the source of the page.
        ///
        /// Example: `<!-- ask Jo whether this is true -->`.
        ///
        /// Remedy: keep notes outside the text: as a line that begins with `# ` among the keys at the top of the file,
        /// or elsewhere. Put it between backticks if you mean to show it.
        HtmlComment = "html-comment" Error,
        /// The theme is not there, has no words in one of the site's languages, or a file of it cannot be used.
        ///
        /// Example: `theme: nowhere` without a folder `themes/nowhere`, a template with a slip in it, or `nav-partys =
        /// Who?` in its words.
        ///
        /// Remedy: make the folder, mend the template or the words, or leave `theme:` out for the default one. See
        /// [themes](themes.md).
        BadTheme = "bad-theme" Error,
    }
    "Warnings" {
        /// A file looks like a copy of the one beside it, as Dropbox, Nextcloud, Syncthing, OneDrive and file managers
        /// make them, some of them when two people changed a file at once. Nothing reads it, and somebody's work may be
        /// in it.
        ///
        /// Example: `old-quay (conflicted copy 2031-04-01).yaml` beside `old-quay.yaml`; also `.sync-conflict-…`, `…
        /// (1)`, `Copy of …`, `… - Copy`.
        ///
        /// Remedy: compare the two, write what is missing into the record, then delete the copy.
        StrayCopy = "stray-copy" Warning,
        /// Polling day is to come, and `as_of` is more than two weeks before the day of the check; or the election is a
        /// real one, and `as_of` is a day that has not come, so that people would be said not to have replied.
        ///
        /// Example: `as_of: 2031-03-01`, checked on 2 April.
        ///
        /// Remedy: look through the records, then set `as_of:` to the day on which they were true.
        StaleAsOf = "stale-as-of" Warning,
        /// An import guessed how names are sorted. There is one warning for each ballot; many are told as one, with
        /// their number.
        ///
        /// Example: `sort_name: Sample, Ben` with `guessed: true`.
        ///
        /// Remedy: mend the names that are wrong, then delete `guessed: true`.
        GuessedName = "guessed-name" Warning,
        /// A ballot says that its candidates stand in the order of family names, and one stands after somebody whose
        /// `sort_name` comes later. The page would say what is not so.
        ///
        /// Example: `order: family_name`, and `sort_name: Sample, Ben` before `sort_name: Example, Asha`.
        ///
        /// Remedy: put the candidates in order, mend `sort_name:`, or take `order:` out.
        OutOfOrder = "out-of-order" Warning,
        /// Two elections have one name, or two ballots of one election, or two people on one ballot. Pages tell them
        /// apart by what a program knows (the day, “by-election”, “party lists”, the party, the id), and a name of your
        /// own is clearer.
        ///
        /// Example: two elections called `Local election 2031`, of which one repeats a poll that was called off.
        ///
        /// Remedy: write the place, the day or “by-election” into the name; of one person who stands there twice delete
        /// one entry.
        EqualNames = "equal-names" Warning,
        /// A web page is cited without a lasting copy. Pages of campaigns vanish after polling day.
        ///
        /// Example: evidence with `url:` and no `archived:`.
        ///
        /// Remedy: save the page in a web archive, and add the address of the copy as `archived:`.
        NotArchived = "not-archived" Warning,
        /// The site holds made-up elections and real ones.
        ///
        /// Example: the starter's election left beside your own.
        ///
        /// Remedy: keep made-up elections in a site of their own.
        FictionMixed = "fiction-mixed" Warning,
        /// A candidate gave two clear answers of the same date that differ. Both are shown, and they count as neither.
        ///
        /// Example: `supports` in a letter and `opposes` in a speech of the same day.
        ///
        /// Remedy: ask again. If one of the marks is wrong, mark it `retracted` with the reason.
        Contradiction = "contradiction" Warning,
        /// A reading found a question in a document, and no line or position records what it says.
        ///
        /// Example: `found: [town-clock]` with no mark on `town-clock`.
        ///
        /// Remedy: record what it says, even if that is `unclear`.
        FoundUnrecorded = "found-unrecorded" Warning,
        /// The words of a document hold what looks like somebody's e-mail address, telephone number, street address or
        /// the like. It is left out of what is published, but stands in the records.
        ///
        /// Example: an agent's address in the imprint of a leaflet.
        ///
        /// Remedy: take it out of the transcript too.
        Redacted = "redacted" Warning,
        /// Answers to a version of a question are on record, and nothing would show if its words were changed.
        ///
        /// Example: a question with an answer and without `fingerprint`.
        ///
        /// Remedy: copy the `fingerprint` that the message gives to the keys at the top of the question. It is worked
        /// out from the words, for each language in which they were put.
        NoFingerprint = "no-fingerprint" Warning,
        /// A mark has enough checks, but rests on news or another campaign's word alone, which can never confirm it.
        ///
        /// Example: two checks on a mark whose only evidence is `kind: news`.
        ///
        /// Remedy: find the person's or party's own words, and add them to `evidence:`.
        HearsayOnly = "hearsay-only" Warning,
        /// A text looks like a street and a house number, but may be nobody's home: there is no postcode behind it, or
        /// it stands behind the name of an organisation. What looks like a whole address, or like the place where
        /// somebody lives, is `personal-text`.
        ///
        /// Example: `quote: I handed it in at 10 Downing Street.`
        ///
        /// Remedy: delete it when it is somebody's home. When it is an office or a public building, add
        /// `public_contact: true` to the record that the message names.
        StreetAddress = "street-address" Warning,
        /// A mark, or a piece of its evidence, is dated more than ten years before polling day.
        ///
        /// Example: `date: 2013-04-20` for an election in 2031, where `2031` was meant.
        ///
        /// Remedy: mend the date. If it is right, look for something newer.
        OldDate = "old-date" Warning,
        /// Of two people who looked for a question in one document, one found it, and the other read the whole and did
        /// not. The document's page says so, and no silence is concluded from it.
        ///
        /// Example: `found: [duck-pond]` in the first reading, and `whole: true` with `looked_for: [duck-pond]` in the
        /// second.
        ///
        /// Remedy: look again together, and mend the reading that was wrong.
        ReadingsDiffer = "readings-differ" Warning,
        /// A mark is confirmed when `checks_required` people other than the one who entered it have checked it, and the
        /// site does not name that many: nothing could ever be confirmed.
        ///
        /// Example: two `checkers`, and `checks_required: 2`.
        ///
        /// Remedy: name more people under `checkers`, or lower `checks_required`.
        TooFewCheckers = "too-few-checkers" Warning,
        /// A word may read as a statement about somebody's character. Election law punishes false ones about a
        /// candidate.
        ///
        /// Example: `says:` with the word "liar". Quotations are the speaker's words and are left alone.
        ///
        /// Remedy: say what was done or said, and when.
        RiskyWording = "risky-wording" Warning,
        /// A file holds a page or question in a further language: its name is that of another one with a language
        /// between id and ending. The site is not published in that language, so the text is not either.
        ///
        /// Example: `content/pages/about.cy.md` beside `content/pages/about.md`, and `languages: [en]` in
        /// `hustings.yaml`.
        ///
        /// Remedy: add the language to `languages:`, after the main one. If the file is a page of its own, rename it.
        UnbuiltTranslation = "unbuilt-translation" Warning,
        /// Told by `hustings check --untranslated` alone: one of the site's further languages lacks a text. Pages in
        /// that language show the text of the main language, marked as such.
        ///
        /// Example: a question without `translations: {cy: …}`, on a site with `languages: [en, cy]`.
        ///
        /// Remedy: add the text to `translations:` of its record, or write the page's text in `<id>.<language>.md`.
        Untranslated = "untranslated" Warning,
        /// HTML stands in a Markdown text. It is published as text, not as markup.
        ///
        /// Example: `<b>now</b>`.
        ///
        /// Remedy: write it in Markdown (`**now**`), or put it between backticks if you mean to show it.
        RawHtml = "raw-html" Warning,
        /// A poll is called off, more people stand than are elected (or somebody died or left the list), and nothing
        /// says why. Voters would wonder whether they have lost their vote.
        ///
        /// Example: `cancelled: true` on a ballot with three candidates for one seat.
        ///
        /// Remedy: add `cancellation: {reason: A candidate has died.}`, or `cancellation: {uncontested: true}` when all
        /// who stand are elected without a vote.
        UnexplainedCancellation = "unexplained-cancellation" Warning,
        /// You are asking candidates of this election, and no round covers these.
        ///
        /// Example: a round with `people:` that leaves somebody out.
        ///
        /// Remedy: add them to a round, or to its `exceptions:` with the reason why they were left out.
        Unasked = "unasked" Warning,
    }
}

impl Code {
    /// Every code, in the order in which they are explained.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::GROUPS.iter().flat_map(|(_, codes)| codes.iter().copied())
    }

    /// Its severity, what it means, an example and the remedy, as paragraphs of Markdown.
    #[must_use]
    pub fn explanation(self) -> String {
        let severity = match self.severity() {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
        };
        let lines: Vec<&str> = self.told().lines().map(str::trim_start).collect();
        format!("{severity}. {}", lines.join("\n"))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
