use crate::atoms::{MalformedKind, Stance, Words as _, near};

/// What people say for what is recorded.
const ANSWERS: [(Stance, &str); 5] = [
    (Stance::Supports, "yes"),
    (Stance::Opposes, "no"),
    (Stance::Mixed, "partly"),
    (Stance::Unclear, "unclear"),
    (Stance::Declined, "declined"),
];

/// The word that people say for an answer.
#[must_use]
pub(crate) fn answer_word(stance: Stance) -> &'static str {
    ANSWERS.iter().find(|(known, _)| *known == stance).map_or(stance.word(), |(_, word)| word)
}

/// The answer that somebody means by the word that people say, or by the one that is recorded.
pub(crate) fn answer(said: &str) -> Result<Stance, String> {
    let plain = said.trim().to_lowercase();
    if let Some((stance, _)) = ANSWERS.iter().find(|(stance, word)| plain == *word || plain == stance.word()) {
        return Ok(*stance);
    }
    match plain.parse::<Stance>() {
        Err(malformed) if malformed.kind == MalformedKind::Derived => {
            Err(format!("{}; {}", malformed.what, malformed.help))
        }
        _ => {
            let meant = near(&plain, ANSWERS.iter().map(|(_, word)| *word));
            let meant = meant.map(|near| format!("; did you mean “{near}”?")).unwrap_or_default();
            Err(format!("“{said}” is not an answer; it may be yes, no, partly, unclear or declined{meant}"))
        }
    }
}
