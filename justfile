# What is run by hand and in CI: `just` lists the recipes, `just ci` runs them all.

export RUSTDOCFLAGS := "-D warnings"

program := "target/release/hustings"
web := "node tests/web/run.mjs"

# List the recipes
default:
    @just --list

# Everything that CI runs
ci: ci-side-by-side ci-in-turn

# What takes long, the program first, since most others need it: no two write into one folder
ci-side-by-side: release lint test doc bilingual web-self-test kill xss web firefox starter national long-words

# What is quick, or wants the machine for itself
ci-in-turn: fmt house deny reading sheets namespace check package schemas feeds calendar preview desk find hosting forge terminal determinism mentions transcribe real-data poor huge

# Formatting
fmt:
    cargo fmt --all --check

# Lints, in all code
lint:
    cargo clippy --locked --all-targets --features sheets -- -D warnings
    cargo clippy --locked --no-default-features -- -D warnings

# The documentation of the library
doc:
    cargo doc --locked --no-deps --document-private-items

# The tests
test:
    cargo test --locked

# The tests of workbooks, which are no part of the program unless somebody asks for them
sheets:
    cargo test --locked --features sheets --test it -- sheet

# What must not reach other machines, where none can be reached
namespace:
    tests/namespace/run

# Licences, bans and sources of the crates
deny:
    cargo deny --locked check --hide-inclusion-graph licenses bans sources

# The records of this repository's site
check: release
    {{program}} check

# This repository's site
build: release
    {{program}} build

# The program as people use it
release:
    cargo build --release --locked

# The checks of the web checks themselves
web-self-test:
    node --test --test-timeout=600000 tests/web/self-test.mjs
    TEST_BROWSER=firefox node --test --test-timeout=600000 tests/web/self-test.mjs

# This repository's site in a browser; no page may weigh more than 20 kB
web: build
    {{web}} --limit 20000 public
    node tests/web/heights.mjs public
    SITE=public node --test --test-timeout=120000 tests/web/compare.test.mjs

# The starter site, made and checked without an edit
starter-site folder="target/starter": release
    rm -rf {{folder}}
    {{program}} init {{folder}}
    {{program}} -C {{folder}} check

# The starter site in a browser
starter: starter-site
    {{program}} -C target/starter build
    {{web}} target/starter/public
    node tests/web/heights.mjs target/starter/public
    SITE=target/starter/public node --test --test-timeout=120000 tests/web/compare.test.mjs

# The description of the data files, of the starter site and this repository's own; needs frictionless
package: starter-site build
    {{program}} -C target/starter build --quiet
    tests/package/run target/starter/public public

# The feeds of the starter site, in two languages, as a feed reader reads them; needs feedparser
feeds: (starter-site "target/feeds")
    # With an address of its own, a site needs a promoter of its own too.
    sed -i 's/^\(  promoter\|  address\): .*/\1: Somebody Else/' target/feeds/hustings.yaml
    echo "languages: [en, cy]" >> target/feeds/hustings.yaml
    {{program}} -C target/feeds build --quiet --base-url https://example.org/2031/
    tests/feeds/run https://example.org/2031/ target/feeds/public

# The calendars and the linked data of the starter site, in two languages, and of this repository's own, as other programs read them; needs icalendar
calendar: (starter-site "target/calendar") build
    echo "languages: [en, cy]" >> target/calendar/hustings.yaml
    {{program}} -C target/calendar build --quiet
    tests/calendar/run target/calendar .

# The starter site in two languages, of which one is hardly translated; its pages in English are those of the starter site, which are read there
bilingual: release
    rm -rf target/bilingual
    {{program}} init target/bilingual
    cp -r tests/web/fixtures/bilingual/. target/bilingual
    echo "languages: [en, cy]" >> target/bilingual/hustings.yaml
    {{program}} -C target/bilingual check
    {{program}} -C target/bilingual build
    {{web}} --only links,subpath target/bilingual/public
    {{web}} --sample --language cy target/bilingual/public
    SITE=target/bilingual/public node --test --test-timeout=120000 tests/web/compare.test.mjs

# Names of 58 letters on the starter site, on the narrowest screen
long-words: (starter-site "target/long-words")
    node tests/web/lengthen.mjs target/long-words
    {{program}} -C target/long-words build
    {{web}} --only walk target/long-words/public

# A ballot of eight candidates entered in a browser at the desk, by commands and by a sheet: the same records
desk: release
    node tests/web/desk.mjs {{program}}

# Changes to the starter site, seen in a browser while it is open
preview: starter-site
    node tests/web/preview.mjs {{program}} target/starter

# The finder of the starter site answers what people type
find: starter-site
    {{program}} -C target/starter build
    node tests/web/find.mjs target/starter/public

# The recipes for nginx and Apache do what the documentation says, where these servers are installed
hosting: starter-site
    {{program}} -C target/starter build --quiet
    tests/hosting/run target/starter/public

# Commands at a terminal, where progress is drawn and somebody answers
terminal: release
    tests/terminal/run {{program}}

# The forms and workflows for GitHub are ones that it takes, and record what strangers write without running it
forge: release
    tests/forge/run {{program}}

# The schemas take all records of both sites and refuse each that is broken, as a validator sees it that is not ours
schemas: starter-site
    tests/schemas/run {{program}} . target/starter

# The starter site in Firefox: finder, comparison, and a walk by keyboard, on a phone, on paper and under a strict policy
firefox: (starter-site "target/firefox")
    {{program}} -C target/firefox build --quiet
    TEST_BROWSER=firefox node tests/web/find.mjs target/firefox/public
    TEST_BROWSER=firefox SITE=target/firefox/public node --test --test-timeout=120000 tests/web/compare.test.mjs
    TEST_BROWSER=firefox {{web}} target/firefox/public

# Strings that would run something, in every text of the starter site: no page lets them
xss: (starter-site "target/xss")
    node tests/web/xss.mjs {{program}} target/xss
    # A theme that lets a title through as it stands: the same look has to find it.
    rm -rf target/hole
    cp -r target/xss target/hole
    mkdir -p target/hole/themes/default/templates
    sed 's/{{{{ site.title }}/{{{{ site.title | safe }}/' themes/default/templates/base.html > target/hole/themes/default/templates/base.html
    ! node tests/web/xss.mjs {{program}} target/hole

# A site of national size in a browser: the heaviest page of every kind
national: release
    rm -rf target/national
    cargo run --locked --quiet --example national -- target/national
    {{program}} -C target/national build --quiet
    {{web}} --limit 21000 --sample target/national/public

# A reading age of at most 11, in the theme's sentences and this site's own pages; needs textstat
reading:
    python3 tests/reading/test_measure.py
    python3 tests/reading/measure.py

# Pictures of the starter site for the documentation; needs pngquant
screenshots: starter-site (starter-site "target/sharing")
    {{program}} -C target/starter build --quiet
    tests/screenshots/run target/starter/public
    # With an address of its own, a site needs a promoter of its own too.
    sed -i 's/^\(  promoter\|  address\): .*/\1: Somebody Else/' target/sharing/hustings.yaml
    echo "share_pictures: true" >> target/sharing/hustings.yaml
    {{program}} -C target/sharing build --quiet --base-url https://example.org/
    cp target/sharing/public/example.2031-05-01/example-town/share-*.png docs/screenshots/share-ballot.png

# Builds are equal byte for byte, and one ballot changes little
determinism: release
    tests/determinism/run
    tests/determinism/run .

# A killed or failing build leaves the old or the new site, a killed act the old or the new records or what it finishes itself
kill: (starter-site "target/killed")
    tests/kill/kill.py {{program}} target/killed
    tests/kill/disk.sh {{program}} target/killed
    tests/kill/acts.py {{program}} target/killed

# How well the words of this site's questions find mentions in texts
mentions: release
    tests/mentions/measure {{program}}

# Photographs and PDFs of many kinds are read, and damaged files do no harm
transcribe: release
    tests/transcribe/photographs.py {{program}}
    tests/transcribe/hostile.py {{program}}
    tests/transcribe/killed.py {{program}}
    tests/transcribe/made.py {{program}}

# Input as large as anybody makes by mistake or to do harm
huge: release
    tests/poor/huge.py {{program}}

# A machine that gives few threads
poor: release
    tests/poor/threads.py {{program}}

# How large the source is; fails on names of types that stand twice, and on rooms that use each other
house:
    tests/house/count.py

# What building from nothing costs, for program and tests, with limits; it takes many minutes
cold:
    tests/house/cold

# Looks for texts that break something, two minutes for each target; needs cargo-fuzz and a nightly compiler
fuzz:
    fuzz/seed
    for target in text pages mentions yaml; do cargo +nightly fuzz run --sanitizer none "$target" -- -max_total_time=120; done

# Trials on real exports, where the shared data folder lies beside this one
real-data: release
    tests/real-data/run
    tests/real-data/addresses
    tests/real-data/postcodes
    tests/real-data/figures
    tests/real-data/cases
