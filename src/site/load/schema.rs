//! The JSON Schema of a record: draft 7, which editors' YAML plugins understand whole.

use serde_json::{Map, Value as Json, json};

use super::{Declared, Key, RecordKind, RecordValue, Shape};
use crate::atoms::{Atom, LanguageTag, Notation, Text};

/// The schema of a kind of record, made from the declaration by which it is read. Its comment says where the files stand.
#[must_use]
pub fn schema(kind: RecordKind) -> Json {
    let mut named = Map::new();
    let mut schema = group(kind.declared(), &mut named);
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
        schema.insert("title".to_owned(), json!(kind.word()));
        schema.insert("$comment".to_owned(), json!(kind.place()));
        schema.insert("definitions".to_owned(), Json::Object(named));
    }
    schema
}

fn group(declared: &Declared, named: &mut Map<String, Json>) -> Json {
    let keys: Map<String, Json> =
        declared.keys().map(|key| (key.name.to_owned(), key_of(key, declared, named))).collect();
    let needed: Vec<&str> = declared.needed().map(|key| key.name).collect();
    let mut schema = json!({
        "type": "object", "description": declared.meaning, "properties": keys, "additionalProperties": false,
    });
    if !needed.is_empty() {
        schema["required"] = json!(needed);
    }
    schema
}

/// What belongs under a key. One that may be left out may be left empty too.
fn key_of(key: &Key, of: &Declared, named: &mut Map<String, Json>) -> Json {
    let mut schema = match (key.shape, key.needed) {
        (Shape::Atom(notation, _), true) => atom(notation),
        (Shape::Group(declared), true) => group(declared, named),
        (Shape::Atom(..) | Shape::Group(_), false) => {
            json!({ "anyOf": [reference(key.shape, of, named), { "type": "null" }] })
        }
        _ => reference(key.shape, of, named),
    };
    if !key.needed
        && let Some(kind) = schema.get_mut("type")
    {
        *kind = json!([kind, "null"]);
    }
    schema["description"] = match key.default {
        Some(default) => json!(format!("{} When left out: {default}.", key.meaning)),
        None => json!(key.meaning),
    };
    schema
}

/// A shape; what has a name stands in the definitions.
fn reference(shape: &Shape, of: &Declared, named: &mut Map<String, Json>) -> Json {
    let name = match shape {
        Shape::Atom(notation, _) => notation.name,
        Shape::Group(declared) => declared.name,
        Shape::Number => return json!({ "type": "integer", "format": "uint32", "minimum": 0 }),
        Shape::Boolean => return json!({ "type": "boolean" }),
        Shape::List(item) => return json!({ "type": "array", "items": reference(item, of, named) }),
        Shape::ByLanguage(item) => {
            let language = reference(<LanguageTag as RecordValue>::SHAPE, of, named);
            return json!({
                "type": "object", "propertyNames": language, "additionalProperties": reference(item, of, named),
            });
        }
        Shape::Texts => return texts(of),
    };
    if !named.contains_key(name) {
        let schema = match shape {
            Shape::Group(declared) => group(declared, named),
            Shape::Atom(notation, _) => atom(notation),
            _ => Json::Null,
        };
        named.insert(name.to_owned(), schema);
    }
    json!({ "$ref": format!("#/definitions/{name}") })
}

fn atom(notation: &Notation) -> Json {
    let mut schema = match (notation.words.is_empty(), notation.or_number) {
        (false, _) => {
            let word =
                |(word, says): &(&str, &str)| json!({ "const": word, "type": "string", "description": tidy(says) });
            json!({ "oneOf": notation.words.iter().map(word).collect::<Vec<_>>() })
        }
        (true, true) => json!({ "type": ["string", "integer"] }),
        (true, false) => json!({ "type": "string" }),
    };
    let meaning = tidy(notation.meaning);
    let said = [
        ("pattern", notation.pattern),
        ("format", notation.format),
        ("description", Some(&*meaning).filter(|meaning| !meaning.is_empty())),
    ];
    for (key, text) in said {
        if let Some(text) = text {
            schema[key] = json!(text);
        }
    }
    if let Some(step) = notation.step {
        schema["multipleOf"] = json!(step);
        schema["minimum"] = json!(2 * step);
    }
    schema
}

/// The texts of a record in another language.
fn texts(of: &Declared) -> Json {
    let text = || json!({ "type": ["string", "integer", "null"], "pattern": Text::NOTATION.pattern });
    let mut keys: Map<String, Json> = of.translatable().into_iter().map(|key| (key.to_owned(), text())).collect();
    keys.insert("public_contact".to_owned(), json!({ "type": ["boolean", "null"] }));
    json!({ "type": "object", "properties": keys, "additionalProperties": false })
}

/// A documentation without the spaces before its lines.
fn tidy(documentation: &str) -> String {
    documentation.lines().map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned()
}
