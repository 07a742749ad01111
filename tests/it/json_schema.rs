//! Whether a value follows a JSON Schema, in the words that the program's own schemas use.

use regex::Regex;
use serde_json::{Map, Value};

/// What in a value breaks its schema, each with its place; nothing when it follows it.
///
/// # Panics
/// When the schema uses a word that is not known here, which would otherwise hold nothing.
pub(crate) fn breaks(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    Check { definitions: &schema["definitions"], found: &mut found }.against(schema, value, "");
    found
}

struct Check<'a> {
    definitions: &'a Value,
    found: &'a mut Vec<String>,
}

impl Check<'_> {
    fn against(&mut self, schema: &Value, value: &Value, at: &str) {
        match schema {
            Value::Bool(true) => {}
            Value::Bool(false) => self.found.push(format!("{at}: nothing may stand here")),
            Value::Object(rules) => rules.iter().for_each(|(word, rule)| self.rule(rules, word, rule, value, at)),
            _ => panic!("{schema} is not a schema"),
        }
    }

    fn rule(&mut self, rules: &Map<String, Value>, word: &str, rule: &Value, value: &Value, at: &str) {
        let holds = match word {
            "$schema" | "$comment" | "title" | "description" | "definitions" | "format" => true,
            "$ref" => {
                let name = rule.as_str().and_then(|path| path.strip_prefix("#/definitions/")).expect("a definition");
                return self.against(self.definitions.get(name).expect("a definition"), value, at);
            }
            "type" => one_or_many(rule).iter().any(|kind| is_a(kind, value)),
            "const" => rule == value,
            "enum" => list(rule).contains(value),
            "pattern" => value.as_str().is_none_or(|text| Regex::new(text_of(rule)).expect("a pattern").is_match(text)),
            "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().expect("a number")),
            "multipleOf" => value.as_u64().is_none_or(|number| number % rule.as_u64().expect("a number") == 0),
            "anyOf" => list(rule).iter().any(|one| self.follows(one, value)),
            "oneOf" => list(rule).iter().filter(|one| self.follows(one, value)).count() == 1,
            "required" => list(rule).iter().all(|key| !value.is_object() || value.get(text_of(key)).is_some()),
            "propertyNames" => {
                value.as_object().into_iter().flatten().all(|(key, _)| self.follows(rule, &key.as_str().into()))
            }
            "items" => {
                for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                    self.against(rule, item, &format!("{at}/{n}"));
                }
                return;
            }
            "properties" | "additionalProperties" => return self.keys(rules, word, rule, value, at),
            _ => panic!("“{word}” is checked nowhere"),
        };
        if !holds {
            self.found.push(format!("{at}: {value} breaks {word} {rule}"));
        }
    }

    fn keys(&mut self, rules: &Map<String, Value>, word: &str, rule: &Value, value: &Value, at: &str) {
        let named = rules.get("properties");
        for (key, value) in value.as_object().into_iter().flatten() {
            let named = named.and_then(|named| named.get(key));
            match (word, named) {
                ("properties", Some(schema)) => self.against(schema, value, &format!("{at}/{key}")),
                ("additionalProperties", None) => self.against(rule, value, &format!("{at}/{key}")),
                _ => {}
            }
        }
    }

    fn follows(&self, schema: &Value, value: &Value) -> bool {
        let mut found = Vec::new();
        Check { definitions: self.definitions, found: &mut found }.against(schema, value, "");
        found.is_empty()
    }
}

fn is_a(kind: &Value, value: &Value) -> bool {
    match text_of(kind) {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("“{other}” is not a type"),
    }
}

fn one_or_many(rule: &Value) -> Vec<Value> {
    rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()])
}

fn list(rule: &Value) -> &[Value] {
    rule.as_array().expect("a list")
}

fn text_of(rule: &Value) -> &str {
    rule.as_str().expect("a text")
}
