use crate::atoms::near;
use crate::diagnostic::Code;

/// Keys of personal data that people might think of.
const PERSONAL_KEYS: &[&str] = &[
    "email",
    "e-mail",
    "mail",
    "phone",
    "telephone",
    "tel",
    "mobile",
    "address",
    "home_address",
    "postcode",
    "birth_date",
    "birthdate",
    "birthday",
    "date_of_birth",
    "dob",
    "age",
    "gender",
    "sex",
    "ethnicity",
    "religion",
    "disability",
    "health",
    "diagnosis",
    "condition",
    "ni_number",
    "nino",
    "national_insurance",
    "nhs_number",
    "facebook_personal_url",
    "home_phone",
    "family",
    "spouse",
    "children",
    "sexuality",
    "union",
];

/// What is said of a key that no record of this kind has: code, message and help.
pub(super) fn unknown_key(key: &str, known: &[&str]) -> (Code, String, String) {
    if PERSONAL_KEYS.contains(&key.to_ascii_lowercase().as_str()) {
        let help = match known.contains(&"contact") {
            true => {
                "move it into “contact:”, “complaints:” or “imprint:”, if it is the campaign's own; else delete the line"
            }
            false => "delete the line, and the value from the history of the records if it was published",
        };
        return (Code::PersonalKey, format!("“{key}” is personal data, which no record may contain"), help.to_owned());
    }
    let help = match near(key, known.iter().copied()) {
        Some(near) => format!("did you mean “{near}”? The keys here are: {}", known.join(", ")),
        None => format!("the keys here are: {}", known.join(", ")),
    };
    (Code::UnknownKey, format!("there is no key “{key}” here"), help)
}
