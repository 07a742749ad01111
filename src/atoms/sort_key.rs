use super::slug_of;

/// What sort names are compared by: family name, then the rest, without accents and capitals.
#[must_use]
pub fn sort_key(sort_name: &str) -> (String, String, String) {
    let (family, rest) = sort_name.split_once(',').unwrap_or((sort_name, ""));
    let plain = |text: &str| slug_of(text).map_or_else(|| text.to_lowercase(), |slug| slug.as_str().to_owned());
    (plain(family), plain(rest.trim()), sort_name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn family_names_sort_before_longer_ones_and_without_accents() {
        let sorted = ["Ó Sampla, A", "Walker, Zoe", "Walker-Smith, Ann", "Walkers, Ann", "Žukas, A", "zz, B"];
        let mut shuffled = sorted;
        shuffled.reverse();
        shuffled.sort_by_key(|name| sort_key(name));
        assert_eq!(shuffled, sorted);
    }
}
