//! The words of the made-up site. No name here is meant for a real place, party or person.

/// The two halves of the areas' names.
pub(crate) const AREAS: (&[&str], &[&str]) = (
    &[
        "Quell", "Vorn", "Tessel", "Brindle", "Marrow", "Oster", "Pellin", "Drum", "Fenner", "Gorsel", "Hollin",
        "Ivel", "Jassel", "Kestrel", "Lunder", "Morven", "Nettle", "Orrin", "Pargle", "Quarrel", "Rushel", "Sable",
        "Tamber", "Umber", "Vessel", "Wren", "Yarrel", "Zeal", "Amber", "Bramble",
    ],
    &[
        "mere", "wick", "holt", "combe", "fold", "garth", "haven", "leigh", "moor", "ness", "reach", "stead", "thorpe",
        "vale", "water", "worth", "bridge", "cross", "field", "gate", "hurst", "mouth",
    ],
);

/// Given names.
pub(crate) const GIVEN: &[&str] = &[
    "Siân", "Bilal", "Carys", "Dafydd", "Esme", "Farah", "Gwil", "Hana", "Idris", "Jun", "Kezia", "Lorne", "Mina",
    "Noor", "Orla", "Pavel", "Quinn", "Rhona", "Sanjay", "Tove", "Una", "Viktor", "Wanda", "Xanthe", "Yusuf", "Zoë",
    "Anouk", "Bryn", "Conor", "Delyth", "Ewan", "Ffion", "Gita", "Howell", "Ines", "Joss", "Kirsty", "Leila", "Moray",
    "Nia",
];

/// The two halves of family names.
pub(crate) const FAMILY: (&[&str], &[&str]) = (
    &[
        "Alder", "Birken", "Candle", "Dapple", "Elder", "Feather", "Gimlet", "Hazel", "Inkle", "Jasper", "Kettle",
        "Lantern", "Mallow", "Needle", "Osier", "Pepper", "Quill", "Russet", "Saffron", "Thistle",
    ],
    &["by", "croft", "dale", "ing", "man", "ridge", "shaw", "son", "ton", "well"],
);

/// The two halves of parties' names.
pub(crate) const PARTIES: (&[&str], &[&str]) = (
    &["Harbour", "Meadow", "Lantern", "Granite", "Orchard", "Compass", "Beacon", "Thistledown"],
    &["Alliance", "Union", "League", "Movement", "Assembly"],
);

/// The regions of the largest nation.
pub(crate) const REGIONS: &[&str] = &["Northmark", "Eastmark", "Southmark", "Westmark", "Midmark", "Hollowmark"];

/// The questions: id, short form, text and its fingerprint.
pub(crate) const QUESTIONS: &[[&str; 4]] = &[
    ["buses", "Free buses?", "Should local buses be free for everyone who lives here?", "kchqqnkbhhqr"],
    [
        "benches",
        "A bench in every street?",
        "Should the council put a bench with a back and arms in every street?",
        "ciegjdniprrd",
    ],
    ["lamps", "Lamps till dawn?", "Should every street lamp burn until dawn, in winter and in summer?", "kiehcbadfdhq"],
];

/// The stances with what somebody who holds one says, in their own words and in ours.
pub(crate) const STANCES: &[(&str, [&str; 3], &str)] = &[
    (
        "supports",
        [
            "Yes. I have asked for this since I first stood, and I would put it into our first budget: it costs little and helps those who have least.",
            "I back this without conditions, and I have told the group leader so in writing; it’s the group’s policy now.",
            "This should have been done ten years ago; I will vote for it whenever it comes up.",
        ],
        "Would do it in the first year, and pay for it out of the general fund.",
    ),
    (
        "opposes",
        [
            "No. The council’s money is better spent on mending what we have, and I have seen no costing that I believe.",
            "I will not promise what cannot be paid for; others on this ballot should be asked how they would do it.",
            "I voted against it in committee and I would do so again, for the reasons given in the minutes.",
        ],
        "Would spend the money on repairs, and sees no costing that holds.",
    ),
    (
        "mixed",
        [
            "In the towns yes, in the villages not yet: we should try it for two years and publish what happens.",
            "For people over sixty and under twenty-five I would do it at once; for the rest, let us see the figures.",
            "I am for it where residents ask for it, and against doing it everywhere by rote.",
        ],
        "Would begin with a trial of two years in the towns, and decide on the rest after it.",
    ),
    (
        "unclear",
        [
            "It is a very good question, and one which I hear on many doorsteps; we shall be looking at all of it.",
            "Everything is on the table, and nobody should rule anything in or out at this stage.",
            "What matters is that people feel listened to, and under my plan they will be.",
        ],
        "Answered in general terms, without saying what would change.",
    ),
    (
        "declined",
        [
            "I don’t answer questionnaires, from any side.",
            "My views will be in my leaflet when it is ready, and I would rather not say more before then.",
            "I have nothing to add to what my party has published.",
        ],
        "Was asked twice and would not say.",
    ),
];

/// Kinds of evidence that are a candidate's own word, with a title for each.
pub(crate) const SOURCES: &[(&str, &str)] = &[
    ("reply", "E-mail to the campaign"),
    ("hustings", "Hustings in the town hall, recording"),
    ("speech", "Speech at the market cross"),
    ("site", "Own website, page on local matters"),
    ("vote", "Division in the council chamber"),
];
