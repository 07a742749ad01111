//! Words of documents and evidence.

words!(
    /// What kind of thing a piece of evidence is.
    EvidenceKind, "kind of evidence",
    derived: {},
    meant: &[
        (
            &[
                "email", "mail", "letter", "answer", "response", "replied", "questionnaire", "survey", "message", "text message",
                "correspondence", "phone", "phone call", "call", "form",
            ],
            "reply",
        ),
        (&["flyer", "flier", "pamphlet", "brochure", "poster", "handout", "election address", "mailshot"], "leaflet"),
        (&["programme", "program", "platform"], "manifesto"),
        (
            &[
                "website", "web", "web page", "webpage", "page", "homepage", "blog", "post", "social media", "facebook", "twitter",
                "x", "tweet", "instagram", "tiktok", "bluesky", "mastodon", "linkedin", "url", "link",
            ],
            "site",
        ),
        (&["interview", "statement", "talk", "video", "podcast", "address"], "speech"),
        (&["debate", "meeting", "public meeting", "event", "husting"], "hustings"),
        (&["voted", "voting record", "division", "hansard"], "vote"),
        (&["newspaper", "press", "article", "media", "broadcast", "tv", "television", "radio", "press report", "report"], "news"),
        (&["signed", "signed form", "signed pledge", "photograph", "photo", "selfie"], "signature"),
        (&["charity", "ngo", "other campaign", "campaigners", "hearsay", "third party"], "campaign"),
    ],
    {
        /// A reply to the campaign.
        Reply = "reply",
        /// The candidate's or party's leaflet.
        Leaflet = "leaflet",
        /// A party's manifesto.
        Manifesto = "manifesto",
        /// The candidate's or party's own website or social media.
        Site = "site",
        /// A speech or interview.
        Speech = "speech",
        /// A public meeting of candidates.
        Hustings = "hustings",
        /// A vote in a parliament or council.
        Vote = "vote",
        /// The person's or party's own signature: a signed form, their own post that they signed, or a photograph of it.
        Signature = "signature",
        /// A newspaper or broadcaster; can never confirm a mark by itself.
        News = "news",
        /// Another campaign's word; can never confirm a mark by itself.
        Campaign = "campaign",
    }
);

impl EvidenceKind {
    /// Whether it only reports what somebody else says of the subject.
    #[must_use]
    pub fn is_hearsay(self) -> bool {
        match self {
            Self::News | Self::Campaign => true,
            Self::Reply
            | Self::Leaflet
            | Self::Manifesto
            | Self::Site
            | Self::Speech
            | Self::Hustings
            | Self::Vote
            | Self::Signature => false,
        }
    }
}

words!(
    /// What kind of text a document is.
    DocumentKind, "kind of document",
    derived: {},
    meant: &[
        (&["programme", "program", "platform"], "manifesto"),
        (&["flyer", "flier", "pamphlet", "brochure", "poster", "handout", "election address", "mailshot"], "leaflet"),
        (&["email", "mail", "reply", "answer", "response", "message"], "letter"),
        (&["website", "web", "site", "web page", "webpage", "homepage", "blog", "post", "url", "html"], "page"),
        (&["interview", "talk", "statement", "video", "podcast", "transcript"], "speech"),
    ],
    {
        /// A party's manifesto.
        Manifesto = "manifesto",
        /// A leaflet.
        Leaflet = "leaflet",
        /// A letter or reply.
        Letter = "letter",
        /// A page of a website.
        Page = "page",
        /// A written or recorded speech.
        Speech = "speech",
    }
);

words!(
    /// An accessible format in which a document appeared.
    DocumentFormat, "format",
    derived: {},
    meant: &[
        (&["easyread", "easy"], "easy_read"),
        (&["british sign language", "sign language", "sign", "signed"], "bsl"),
        (&["mp3", "recording", "spoken", "cd", "sound"], "audio"),
        (&["large", "large type", "big print"], "large_print"),
    ],
    {
        /// Easy Read.
        EasyRead = "easy_read",
        /// British Sign Language.
        Bsl = "bsl",
        /// Audio.
        Audio = "audio",
        /// Large print.
        LargePrint = "large_print",
        /// Braille.
        Braille = "braille",
    }
);

words!(
    /// Whether a reader saw who published a document on the document itself.
    ImprintSeen, "what was seen of an imprint",
    derived: {},
    meant: &[
        (&["yes", "true", "there", "found"], "seen"),
        (&["no", "false", "none", "missing", "not there", "not found"], "not_seen"),
    ],
    {
        /// There is one.
        Seen = "seen",
        /// The reader looked for one, and saw none.
        NotSeen = "not_seen",
    }
);

words!(
    /// In what shape a reader saw a document.
    Seen, "way of seeing a document",
    derived: {},
    meant: &[
        (&["paper", "print", "the original", "itself"], "original"),
        (&["scan", "photo", "photograph", "picture", "image", "copy", "screenshot"], "facsimile"),
        (&["transcript", "transcribed", "text", "typed", "ocr"], "transcription"),
        (&["description", "summary", "report", "reported", "hearsay"], "described"),
    ],
    {
        /// The thing itself.
        Original = "original",
        /// A picture or scan of it.
        Facsimile = "facsimile",
        /// Its words, typed or read by a machine.
        Transcription = "transcription",
        /// Only what somebody else wrote about it.
        Described = "described",
    }
);

words!(
    /// From what the text of a document was made.
    MadeFrom, "way of making a transcript",
    derived: {},
    meant: &[
        (&["html", "web", "website", "page", "site"], "web_page"),
        (&["photo", "photograph", "image", "scan", "ocr", "jpg", "jpeg", "png"], "picture"),
        (&["text", "txt", "plain"], "plain_text"),
        (&["typed", "manual", "by hand", "typing"], "hand"),
    ],
    {
        /// The text inside a PDF.
        Pdf = "pdf",
        /// The main text of a web page.
        WebPage = "web_page",
        /// Pictures, by optical character recognition.
        Picture = "picture",
        /// A plain text.
        PlainText = "plain_text",
        /// Somebody typed it.
        Hand = "hand",
    }
);

words!(
    /// How much of a transcript is published.
    Show, "amount of a transcript",
    derived: {},
    meant: &[
        (&["all", "full", "everything", "complete", "true", "yes"], "whole"),
        (&["mention", "parts", "part", "some", "extracts", "excerpts", "sentences"], "mentions"),
    ],
    {
        /// All of it.
        Whole = "whole",
        /// Only the sentences that speak of a question.
        Mentions = "mentions",
    }
);
