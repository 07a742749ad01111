//! Nobody can work out more of a count than its band tells: every table is tried to be solved.

use std::collections::{BTreeMap, BTreeSet};

use hustings::atoms::Band;

/// What is told of some counts: their bands, and what more of their sum.
type Told = (Vec<Band>, Option<Band>);

fn told(counts: &[u32]) -> Told {
    let bands: Vec<Band> = counts.iter().copied().map(Band::of).collect();
    let sum = Band::of_sum(&bands, counts);
    (bands, sum)
}

/// All lists of so many counts below a limit.
fn all(many: usize, below: u32) -> Vec<Vec<u32>> {
    (0..many).fold(vec![Vec::new()], |lists, _| {
        let longer = |list: Vec<u32>| (0..below).map(move |n| [list.as_slice(), &[n]].concat());
        lists.into_iter().flat_map(longer).collect()
    })
}

#[test]
fn a_band_holds_its_counts_and_no_others() {
    for n in 0..10 {
        assert_eq!((Band::of(n).least(), Band::of(n).most()), (0, 9), "{n}");
        assert_eq!(Band::of(n).to_string(), "fewer_than_10");
    }
    for n in 10..200 {
        let band = Band::of(n);
        assert!((band.least()..=band.most()).contains(&n) && band.most() - band.least() == 4, "{n} in {band}");
        assert_eq!(band.to_string().parse::<Band>(), Ok(band));
    }
}

#[test]
fn what_would_tell_a_count_is_no_band() {
    for text in ["7", "0", "5", "12", "9", "-10", "+10", "010", "10.0", "fewer", "", "99999999999", "1000005"] {
        assert!(text.parse::<Band>().is_err(), "{text:?}");
    }
}

/// Whoever knows the program can try all counts: which of them it would tell as it told these.
#[test]
fn nobody_who_knows_the_rule_learns_more_of_a_count_than_its_band() {
    for (many, below) in [(1, 40), (2, 35), (3, 25), (4, 15)] {
        let mut alike = BTreeMap::<Told, Vec<BTreeSet<u32>>>::new();
        for counts in all(many, below) {
            let seen = alike.entry(told(&counts)).or_insert_with(|| vec![BTreeSet::new(); many]);
            seen.iter_mut().zip(&counts).for_each(|(seen, n)| {
                seen.insert(*n);
            });
        }
        for ((bands, sum), seen) in alike {
            for (band, seen) in bands.iter().zip(seen) {
                let whole: BTreeSet<u32> = (band.least()..=band.most()).collect();
                assert_eq!(seen, whole, "{bands:?} with the sum {sum:?} tell more than {band}");
            }
        }
    }
}

#[test]
fn a_sum_is_told_where_it_gives_nobody_away() {
    assert_eq!(told(&[4, 9, 0]).1, Some(Band::of(10)));
    assert_eq!(told(&[8; 20]).1, Some(Band::of(160)));
    // All of them small, or all of them nearly 10: told as far as that says nothing of one.
    assert_eq!(told(&[1, 0, 2]).1, None);
    assert_eq!(told(&[9, 9, 9]).1, Some(Band::of(15)));
    assert_eq!(told(&[3, 200]).1, None);
    assert_eq!(told(&[3]).1, None);
    assert_eq!(told(&[]).1, None);
}

/// A record may be written by hand: a sum in it that the program would never tell is told from one that it would.
#[test]
fn a_sum_is_right_exactly_where_some_counts_have_it() {
    for counts in all(3, 25) {
        let (bands, _) = told(&counts);
        let may_be = |sum: u32| Band::of(sum).may_be_of_sum(&bands);
        assert!(told(&counts).1.is_none_or(|sum| sum.may_be_of_sum(&bands)), "{counts:?}");
        let least: u32 = bands.iter().map(|band| band.least()).sum();
        let most: u32 = bands.iter().map(|band| band.most()).sum();
        assert!(!may_be(least) && !may_be(most.max(10)), "{bands:?}");
    }
}
