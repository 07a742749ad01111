### Every word of the interface, in English. A further language is this file translated.
###
### A message without a variable reaches the templates as `t.its_name`, with `_` for `-`.
### Messages with variables are filled in by the program. A theme may replace single messages.

## The language

language-name = English
dir = ltr

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
# In small print: without the year when it is that of the records.
date-brief-day = { $day } { $month }
date-brief-day-year = { $day } { $month } { $year }
date-brief-month = { $month }
date-brief-month-year = { $month } { $year }
date-brief-inferred = about { $date }
# An election, a ballot or a person beside another of the same name.
name-apart = { $name } ({ $by })
names-listed = { $names } and { $last }
date-inferred = { $date } (we think, because: { $because })
date-concluded = We worked out the date: { $because }

## The areas in which people vote

# Every message may say { unit } and { units }, in words that fit the election: $unit is constituency, ward, division or region;
# area where it is none of these, and for a site with elections of several kinds.
unit = { $unit ->
    [constituency] constituency
    [ward] ward
    [division] division
    [region] region
   *[area] area
}
units = { $unit ->
    [constituency] constituencies
    [ward] wards
    [division] divisions
    [region] regions
   *[area] areas
}
a-unit = { $unit ->
    [constituency] a constituency
    [ward] a ward
    [division] a division
    [region] a region
   *[area] an area
}
# After a number.
units-counted = { $unit ->
    [constituency] constituencies
    [ward] wards
    [division] divisions
    [region] regions
   *[area] areas
}
# At the head of a column, and at the beginning of a sentence.
unit-first = { $unit ->
    [constituency] Constituency
    [ward] Ward
    [division] Division
    [region] Region
   *[area] Area
}
units-first = { $unit ->
    [constituency] Constituencies
    [ward] Wards
    [division] Divisions
    [region] Regions
   *[area] Areas
}

## Head and foot of every page

page-title = { $page } – { $site }
skip = Skip to the main text
nav-main = Main
nav-more = More about this site
# Short, so that the links at the top of a page fit on one line of a phone.
nav-seats = Your area
nav-parties = Parties
nav-questions = Questions
nav-compare = Compare
nav-method = How marks are given
nav-candidates = For candidates
nav-documents = Documents
nav-glossary = Glossary
nav-events = Events
nav-reports = What people told us
nav-accounts = Claims and rules
nav-pledges = Pledges
nav-letters = Letters
nav-corrections = Corrections
nav-timeline = Timeline
nav-data = Data
nav-about = About us
nav-privacy = Privacy
nav-accessibility = Accessibility
nav-complaints = Complaints
fictional-label = Made up.
preview-for = A copy only for { $name }. It may show what is not published yet.
fictional-text = Nobody on this page is real.
imprint = Promoted by { $promoter }, { $address }.
imprint-behalf = Promoted by { $promoter } on behalf of { $behalf }, { $address }.
imprint-printer = Printed by { $name }, { $address }.
print-no-printer = This copy is for you alone. Do not hand it out or put it up: it does not say who printed it.
imprint-none = No promoter is named here. { $because }
as-of = The records as they stood on { $date }.
licence = The data may be used under { $name }.
credit-licence = { $name }, { $licence }

## Marks: the voter's words

stance-supports = Yes
stance-opposes = No
stance-mixed = Partly
stance-unclear = Not clear
stance-declined = Would not say
gap-silent = No mention
gap-being-checked = Being checked
gap-waiting = Waiting for a reply
gap-no-reply = No reply
gap-not-reached = Not reached
gap-not-asked = Not asked yet
gap-not-asked-after = We did not ask
gap-not-checked = Not looked up
gap-differ = Two answers
gap-taken-down = Taken down

# The word before an answer that only others report, or that is in doubt.
reported = Reported: { $word }
disputed = Disputed: { $word }
unverified = Unverified: { $word }
retracted = Withdrawn: { $word }

own-word = Own word, { $date }.
own-word-inferred = Own word, { $date } (we think).
# When all that we have is a newspaper's or another campaign's word for it.
others-word = Reported by others, { $date }.
others-word-inferred = Reported by others, { $date } (we think).
signed-date = Signed { $date }.
signed-date-inferred = Signed { $date } (we think).
line-date = Said { $date }.
silent-date = Document dated { $date }.
silent-date-inferred = Document dated { $date } (we think).
line-date-inferred = Said { $date } (we think).
verified-claimed = Not double-checked yet.
verified-claimed-part = Not double-checked yet: { $checks } of { $required } checks done.
verified-hearsay = Only others report it, so it cannot be confirmed.
verified-confirmed = { $checks ->
    [one] Confirmed by 1 other person.
   *[other] Confirmed by { $checks } other people.
}
verified-disputed = Disputed since { $date }: { $because }
verified-unverified = We could not verify it ({ $date }): { $because }
verified-retracted = Withdrawn on { $date }: { $because }
disputed-other = Another version: { $text }
says = In our words: { $text }
caveat = Note: { $text }
party-line = Party line, { $party }
party-line-whole = All of its words and sources

# The small line under a mark: where it comes from, when, and how far it is checked.
brief = { $source }, { $date }
brief-checks = { $checks ->
    [one] 1 check
   *[other] { $checks } checks
}
brief-note = see note
brief-claimed = not double-checked yet
brief-asked = asked { $date }
brief-tried = tried { $date }
brief-until = until { $date }
brief-own-reply = own reply
brief-own-leaflet = own leaflet
brief-own-site = own website
brief-own-speech = own speech
brief-own-hustings = own words at a hustings
brief-own-vote = own vote
brief-own-signature = own signature
brief-pledge = signed the pledge
brief-pledge-reported = reported: signed the pledge
cell-party = party:
cell-named = { $name }:
support-withdrawn = { $party } has withdrawn its support ({ $date }). We do not show its line here.
line-lent = Why we show the line of { $party } here
nations-only = Only for { $nations }.
evidence-place = { $title }, { $place }
gap-being-checked-text = We have an answer. It is being checked, and will be shown here soon.
gap-waiting-text = Asked on { $asked }. They have until { $deadline }.
gap-no-reply-text = Asked on { $asked }. No reply by { $deadline }.
gap-not-reached-text = We tried on { $asked }. { $because }
gap-not-reached-learned = We tried on { $asked }. { $because } We learned this on { $learned }.
gap-differ-text = Two clear answers of the same date differ. We show both, and count neither.
gap-taken-down-text = Taken off this site on { $date }: { $reason }
gap-link = What we asked
answers-in = This person also stands in { $area }. The answers are on that page.
reply-label = They reply ({ $date }):

# Silence is about a document, never about a person.
silent-original = We read the whole document. It does not mention it.
silent-facsimile = We read a picture of the whole document. It does not mention it.
silent-transcription = The transcription we read does not mention it.
silence-own-original = Their own { $kind } does not mention it.
silence-own-facsimile = The picture of their own { $kind } that we read does not mention it.
silence-own-transcription = The transcription of their own { $kind } that we read does not mention it.

key = A filled box has been checked by { $checks ->
    [one] 1 other person
   *[other] { $checks } other people
}.
key-outline = Where there is only an outline, the words beside it or above say why.
key-party = “Party” is the line of the candidate’s party, not the candidate’s own word.

## Words of the records

nation-england = England
nation-scotland = Scotland
nation-wales = Wales
nation-northern-ireland = Northern Ireland
kind-reply = reply
kind-leaflet = leaflet
kind-manifesto = manifesto
kind-site = website
kind-speech = speech
kind-hustings = hustings
kind-vote = vote
kind-signature = signature
kind-news = news report
kind-campaign = campaign’s report
document-manifesto = manifesto
document-leaflet = leaflet
document-letter = letter
document-page = web page
document-speech = speech
format-easy-read = Easy Read
format-bsl = British Sign Language
format-audio = Audio
format-large-print = Large print
format-braille = Braille
seen-original = the document itself
seen-facsimile = a picture of it
seen-transcription = a transcription, not the document itself
standing-withdrawn = Withdrew
standing-not-listed = No longer on the list
standing-died = Has died
list-position = Number { $n } on the list
list-candidates = { $n ->
    [one] One candidate on this list
   *[other] { $n } candidates on this list
}

## Home

home-lead = See what the candidates where you vote, and their parties, have said. Every mark shows where it comes from.
home-more = More questions
home-find = Find your { unit }
home-find-text = { $n ->
    [0] No { units } in { $election } are on this site yet.
    [one] One { unit } in { $election } is on this site.
   *[other] { $n } { units-counted } in { $election } are on this site.
}
home-find-of = { $n } of the { $all } { units } in { $election } are on this site.
home-all = All { units }, A to Z

## The finder: one box for a postcode, a place or a name. In what the script says, $code is what was typed.
find-title = Find your { unit }
find-lead = Find who stands where you vote: by postcode, by place or by name.
find-lead-names = Find who stands where you vote: by place or by name.
find-lead-none = There is nothing to find yet: no { units } are on this site.
find-label = Your postcode, a place or a person’s name
find-label-names = A place or a person’s name
find-button = Find
find-private-names = What you type stays on this device.
find-private = Your postcode stays on this device. It asks this site only for a long list of postcodes that begin like yours.
find-empty = Type something first.
find-is-in = { $code } is in { $area }.
find-several = Postcodes that begin with { $code } are in more than one area. Type your full postcode, or choose:
# The border runs through what one postcode covers.
find-shared = { $code } is in more than one area: { $area }. Your polling card says which is yours.
find-unrecorded = This site has no page for { $area }.
find-unrecorded-area = { $area } (no page here)
find-gone = { $code } is no longer in use. It was in { $area }.
find-gone-only = { $code } is no longer in use.
find-no-area = { $code } is in our list, but the list does not say where it is.
find-unknown = We do not know the postcode { $code }. Check for a typing mistake. New postcodes may be missing from our list.
find-unknown-start = We know of no postcode that begins with { $code }. Check for a typing mistake, or choose from the lists.
find-northern-ireland = Our list has no postcodes in Northern Ireland. Type the name of a place, or choose from the lists.
find-malformed = “{ $code }” is not a postcode. A full one looks like ZZ1 1AA.
find-nothing = We found nothing called “{ $code }”.
find-found = Is it one of these?
find-ballot = { $election }, { $date }
find-area-election = { $area }: { $election }
find-letters = By first letter
find-areas = By postcode
find-areas-text = Choose the first letters of your postcode.
postcode-area-title = Postcodes that begin with { $area }
postcode-area-description = Where the postcodes that begin with { $area } vote.
postcode-area-lead = Find the first half of your postcode. If it is in more than one area, your full postcode decides.
postcode-area-shared = { $n ->
    [one] This postcode is in more than one area:
   *[other] These postcodes are in more than one area:
} { $codes }. Your polling card says which is yours.
postcode-area-none = Our list does not say where these are.

glance-parties = Parties: { $text }
glance-people = Candidates: { $text }
home-parties = Who says what
home-parties-all = All parties side by side
home-questions = What we look at
home-deadlines = Dates not to miss
home-changes = Latest changes
home-changes-none = No changes are listed yet.
home-changes-all = All corrections
change-corrected = Correction: { $about }
change-results = Who was elected in { $election }: { $n ->
    [one] 1 person
   *[other] { $n } people
}
change-elected = Elected: { $name }
change-pledge = New pledge: { $title }
change-account = { $n ->
    [one] Added: { $what }
   *[other] { $n } claims and reports added
}
change-response = What { $by } says about this: { $what }
change-status = Changed: { $what }
change-read = Looked through: { $n ->
    [one] { $what }
   *[other] { $n } documents
}
change-taken-down = Taken down: { $name }, { $n ->
    [one] “{ $what }”
   *[other] { $n } answers
}
change-taken-down-all = Taken down: { $name }, all answers
change-retracted = Withdrawn by us: { $name }, { $n ->
    [one] “{ $what }”
   *[other] { $n } answers
}
change-disputed = Disputed: { $name }, { $n ->
    [one] “{ $what }”
   *[other] { $n } answers
}
change-unverified = Could not be verified: { $name }, { $n ->
    [one] “{ $what }”
   *[other] { $n } answers
}
change-replied = Reply: { $name }, { $n ->
    [one] “{ $what }”
   *[other] { $n } answers
}
change-replied-to-all = Reply to the page: { $name }
change-checked = Checked: { $name }, { $n ->
    [one] “{ $what }”
   *[other] { $n } answers
}
change-entered = { $n ->
    [one] Added: { $name }, “{ $what }”
   *[other] { $n } marks added: { $name }
}

## Feeds

feed-title = { $site }: latest changes
feed-title-of = { $area }, { $election }: latest changes ({ $site })
feed-link = Follow the changes in a feed reader (Atom)
feed-corrected = We said: { $was } It now says: { $now } Why: { $because }
feed-replied = { $name } says about the page: “{ $text }”
feed-answer = { $name }, { $area }, on “{ $what }”: { $word }. Dated { $date }.
feed-elected = { $name } was elected in { $area }. Source: { $source }.
feed-signature = { $name }, the pledge “{ $title }”: { $word }. Dated { $date }.
feed-line = { $name }, party line on “{ $what }”: { $word }. Dated { $date }.

## Map

map-title = Map of the { units }
map-seats = { units-first } in { $election } that are on this site
map-question = Where candidates answered, { $election }
map-here = On this site
map-some = At least one candidate gave a clear answer, whichever it is
map-none = No candidate gave a clear answer that we know of
map-not-put = This question is not asked there
map-not-put-in = { $area }: this question is not asked here
map-out = Not on this site: we have not looked at it
map-note = Each cell is one { unit }, whatever its size. A filled cell does not mean that anybody is right.
map-answers = { $area }: { $all ->
    [0] no candidates on record
    [one] { $n } of 1 candidate gave a clear answer
   *[other] { $n } of { $all } candidates gave a clear answer
}
map-missing = { $n ->
    [one] One { unit } on the map is not on this site
   *[other] { $n } { units-counted } on the map are not on this site
}

## Seats and what is known of each

seats-lead = Beside each { unit } you can see how many of its candidates gave a clear answer to any of our questions.
seats-group = { $group }: { $n ->
    [one] 1 { unit }
   *[other] { $n } { units-counted }
}
seats-head = Clear answers
seats-caption = Clear answers from candidates, by { unit }
questions-unknown = Nothing known on { $n } questions
seats-unknown = { $n ->
    [one] No clear answer known in one { unit }
   *[other] No clear answer known in { $n } { units-counted }
}
seats-known = { $all ->
    [0] no candidates on record
   *[other] { $n } of { $all }
}

## Compare

compare-title = Compare candidates and parties
compare-description = Choose candidates and parties, and see side by side where they stand.
compare-lead = The page of each { unit } shows all its candidates side by side. Here you can choose your own, from any { units } and parties.
compare-needs = To choose your own, your browser has to run a script from this site. Your choice is kept in the address of this page and nowhere else. You can save or share that address. It is sent to nobody.
compare-some = Filter these answers, or compare with others
compare-with = Compare with others
compare-result = Side by side
compare-tone = Show questions with the answer
compare-all = Any
compare-gap = No clear answer
compare-differ = Only questions where they differ
compare-count = Chosen:
compare-shown = Questions shown:
compare-of = of
compare-out = Remove
compare-who = Who
compare-lost = Not on this site, or no longer:
compare-choose = Choose
compare-election = Election
compare-seat = { unit-first }
compare-no-seat = Choose { a-unit }
compare-parties = Parties
compare-plain = All candidates in { a-unit }, and all parties
compare-plain-text = These pages need no script.

## Election

election-under = { $date }. { $n ->
    [one] One { unit } is on this site.
   *[other] { $n } { units-counted } are on this site.
}
election-under-of = { $date }. { $n } of the { $all } { units } are on this site.
election-lead-all = Choose where you vote. Each page shows every candidate and what we know about each.
election-lead-after = Choose { a-unit }. Each page shows every candidate on record and what we know about each.
election-lead-some = { $n } of the { $all } { units } are on this site. If yours is missing, we have not looked at it. That says nothing about its candidates.
election-past = This election is over. The pages stay as a record.
election-az = { units-first } from A to Z
election-places = By nation and region
election-questions = The questions
election-none = No { units } are on this site yet.
election-boundaries = Boundaries of { $set }.
election-description = All { units } in { $election }: who stands, and what is on record about where they stand.
election-description-after = All { units } in { $election }: who stood, and what is on record about where they stood.
# How many days there are from the day of the records, which stands at the foot of the page: never from today.
polling-days = { $n ->
    [0] That was the day of the last update.
    [one] One day to go at the last update.
   *[other] { $n } days to go at the last update.
}
polling-day = Polling day is { $date }: { $n ->
    [0] the day of the last update
    [one] one day to go at the last update
   *[other] { $n } days to go at the last update
}.
polls-close = Polls close at { $time }.
polls-close-after = Polls closed at { $time }.

## Who was elected

elected = Elected
elected-title = Who was elected in { $election }
elected-description = Everybody who was elected in { $election } that we know of, and what each of them had said.
elected-all = Who was elected ({ $n }), and what each of them had said
elected-people = Those elected
elected-caption = What those elected had said themselves
elected-group = { $group }: { $n } elected
elected-count = { $n } elected
elected-unknown = No clear answer of their own is known.
# Out of whom the numbers are that follow.
elected-of-all = { $n ->
    [one] Of the one person elected
   *[other] Of the { $n } elected
}
elected-of-shown = { $n ->
    [one] Of the one person elected in the { units } shown here
   *[other] Of the { $n } elected in the { units } shown here
}
elected-of-known = { $n ->
    [one] Of the one person elected that we know of
   *[other] Of the { $n } elected that we know of
}
elected-of-put = { $n ->
    [one] Of the one person elected where this is asked
   *[other] Of the { $n } elected where this is asked
}
elected-said = { $n } said “{ $word }”
elected-said-unchecked = { $n } said “{ $word }” (not double-checked yet)
elected-said-reported = { $n } said “{ $word }” (only others report it)
elected-answers = { $who }, { $answers }.
elected-none = { $who }, no clear answer is known.
elected-rest = { $n ->
    [one] Of one other, no clear answer is known.
   *[other] Of the other { $n }, no clear answer is known.
}
elected-not-asked = We asked none of them.
elected-not-put = This was asked nowhere that we know who was elected.
elected-sources = How we know who was elected:
elected-source = { $source } ({ $n }).
elected-data = Those elected and their answers as a table (CSV)
elected-parties = What their parties say
elected-votes = { $votes } votes.
elected-declared = Declared: { $date }.
elected-from = Source: { $source }
# Somebody who was elected before and stands again.
holder = Elected in { $when }.
holder-said = { $question } In { $when }: { $then }; now: { $now }.

## Ballot: the scorecard

ballot-title = { $area }, { $election }
# A ballot that would not be told from another by its area alone.
ballot-by-election = { $area } by-election
ballot-of-lists = party lists
ballot-trail = All { units }
ballot-under = { $election }, { $date }. { $n ->
    [one] One candidate.
   *[other] { $n } candidates, in the order of our list.
}
ballot-under-paper = { $election }, { $date }. { $n ->
    [one] One candidate.
   *[other] { $n } candidates, in ballot-paper order.
}
ballot-under-name = { $election }, { $date }. { $n ->
    [one] One candidate.
   *[other] { $n } candidates, by family name.
}
ballot-under-lists = { $election }, { $date }. { $n } candidates: { $lists ->
    [one] one party list
   *[other] { $lists } party lists
}{ $alone ->
    [0] {""}
    [one] {" "}and one independent
   *[other] {" "}and { $alone } independents
}.
ballot-description = Who stands in { $area } in { $election }, and what is on record about where they and their parties stand.
ballot-description-after = Who stood in { $area } in { $election }, and what is on record about where they and their parties stood.
ballot-seats = { $n ->
    [one] One person is elected here.
   *[other] { $n } people are elected here.
}
ballot-seats-after = { $n ->
    [one] One person was elected here.
   *[other] { $n } people were elected here.
}
ballot-seats-cancelled = { $n ->
    [one] One person was to be elected here.
   *[other] { $n } people were to be elected here.
}
ballot-cancelled = The poll here was called off.
ballot-cancelled-on = The poll here was called off on { $date }.
ballot-cancelled-in = The poll here was called off in { $date }.
ballot-called-off = { $area } (the poll was called off)
# No more people stand than are elected, so nobody votes.
ballot-elected-unopposed = No vote is needed here: { $n ->
    [one] { $names } is elected unopposed.
   *[other] { $names } are elected unopposed.
}
ballot-elected-unopposed-after = No vote was needed here: { $n ->
    [one] { $names } was elected unopposed.
   *[other] { $names } were elected unopposed.
}
ballot-unopposed = { $area } (elected unopposed)
ballot-incomplete = This list of candidates is not complete. { $source }
ballot-complete = The list of candidates is complete. Source: { $source }
ballot-complete-date = The list of candidates is complete. Source: { $source }, { $date }
ballot-unknown-complete = We do not know yet whether this list is complete.
ballot-caption = Where each candidate stands
ballot-caption-after = Where each candidate stood
ballot-candidate = Candidate
ballot-about = About this ballot
# In its place where another link stands on the same line of a phone.
ballot-print-short = Large print
ballot-print-large = Print this page in large letters (18 point)
ballot-print-set = Large letters are on. Print the page now.
ballot-print-back = Back to small letters
ballot-off = No longer standing
ballot-none = No candidates are recorded yet.
ballot-gone = { $name } ({ $why })
gss = Official area code
seats = Seats
region = Where
place = { $nation }: { $region }
place-unknown = Not on record
list-source = List of candidates

# The first lines: who gives which answer to a question, by name. Only confirmed answers stand under a word.
lead-answer = { $word }: { $names }.
lead-unchecked = Not double-checked yet: { $names }.
lead-reported = Only others report it: { $names }.
lead-names-word = { $names } ({ $word })
lead-own = { $word }.
lead-own-unchecked = { $word } (not double-checked yet)
lead-count = { $n }
lead-known-none = No clear answer is known.
lead-not-asked = We have not asked this yet.
lead-not-asked-after = We did not ask this.
lead-lines = Party lines: { $lines }.
lead-lines-unchecked = Party lines, not double-checked yet: { $lines }.
lead-lines-reported = Party lines that only others report: { $lines }.
lead-lines-bare = { $lines }.
lead-line = { $names }: { $word }
lead-only-lines = Their parties’ lines:
lead-only-lines-unchecked = Their parties’ lines, not double-checked yet:
lead-line-count = { $word }: { $n }
lead-none-asked = { $all ->
    [one] This candidate was not asked by us.
   *[other] None of these { $all } candidates was asked by us.
}
lead-none-answered = { $all ->
    [one] We know no clear answer from this candidate.
   *[other] We know no clear answer from any of these { $all } candidates.
}
lead-answered = { $all ->
    [one] We know a clear answer from this candidate.
   *[other] { $n ->
        [one] We know a clear answer from one of these { $all } candidates.
       *[other] We know clear answers from { $n } of these { $all } candidates.
    }
}
lead-no-reply = { $n ->
    [one] One has not answered.
   *[other] { $n } have not answered.
}
lead-rest = { $n ->
    [one] Nothing certain from one other.
   *[other] Nothing certain from { $n } others.
}
lead-waiting = { $n ->
    [one] One still has time to answer.
   *[other] { $n } still have time to answer.
}

# Over the table, once: what holds of all its rows.
holds-none-asked = { $all ->
    [one] We have not asked this candidate yet.
   *[other] We have asked none of them yet.
}
holds-none-asked-after = { $all ->
    [one] We did not ask this candidate.
   *[other] We asked none of them.
}
holds-unchecked = These answers are not double-checked yet.
holds-checked = Filled boxes have been checked by { $checks ->
    [one] 1 other person
   *[other] { $checks } other people
}.

# A row in which nothing is known says why.
row-no-reply = No reply to { $all ->
    [one] the question
   *[other] any of the { $all } questions
}, asked { $date }.
row-no-reply-some = { $n ->
    [one] No reply to one question
   *[other] No reply to { $n } questions
}, asked { $date }.
row-waiting = Asked { $asked }. They have until { $deadline }.
row-waiting-some = { $n ->
    [one] One question was asked { $asked }
   *[other] { $n } questions were asked { $asked }
}: they have until { $deadline }.
row-being-checked = { $n ->
    [one] One answer is being checked.
   *[other] { $n } answers are being checked.
}
row-not-reached = We tried to ask them { $date } and could not.
row-not-asked = Not asked yet.
row-not-asked-after = We did not ask.
row-not-asked-some = { $n ->
    [one] One question not asked yet.
   *[other] { $n } questions not asked yet.
}
row-not-asked-some-after = { $n ->
    [one] We did not ask one question.
   *[other] We did not ask { $n } questions.
}
row-reply = see their reply
row-not-checked = Not looked up.
row-line-unread = Party line not looked up yet.
row-no-line = No party line.
row-silent = No mention of any of the { $all } questions

matrix-group = Questions { $from } to { $to }
said-title = What they said
said-title-parties = What their parties say
lead-manifestos = { $parties ->
    [one] We read the manifesto of their party.
   *[other] { $n ->
        [one] We read the manifesto of one of their parties.
       *[other] We read the manifestos of { $n } of their parties.
    }
}
lead-documents = { $parties ->
    [one] We read a document of their party.
   *[other] { $n ->
        [one] We read a document of one of their parties.
       *[other] We read documents of { $n } of their parties.
    }
}
# Of parties of which we read no document whole.
lead-parts = { $parties ->
    [one] We read parts of a document of their party.
   *[other] { $n ->
        [one] We read parts of a document of one of their parties.
       *[other] We read parts of documents of { $n } of their parties.
    }
}
lead-parts-more = { $n ->
    [one] We read parts of a document of one more.
   *[other] We read parts of those of { $n } more.
}

## Score

score-title = Agreement with the campaign
score-own = Own words: agrees with the campaign on { $agree }{ $partly ->
    [0] {""}
   *[other] {", "}partly on { $partly }
}{ $disagree ->
    [0] {""}
   *[other] {", "}disagrees on { $disagree }
}, of { $clear } clear answers. They cover { $clear } of the { $of } questions on which the campaign takes a side.
score-party = Party line: agrees with the campaign on { $agree }{ $partly ->
    [0] {""}
   *[other] {", "}partly on { $partly }
}{ $disagree ->
    [0] {""}
   *[other] {", "}disagrees on { $disagree }
}, of { $clear } clear answers. They cover { $clear } of the { $of } questions on which the campaign takes a side.
score-own-few = Own words: we have { $clear ->
    [0] no confirmed clear answer
    [one] one confirmed clear answer
   *[other] { $clear } confirmed clear answers
} to { $of ->
    [one] the one question
   *[other] the { $of } questions
} on which the campaign takes a side. That is too few for a total.
score-party-few = Party line: we have { $clear ->
    [0] no confirmed clear answer
    [one] one confirmed clear answer
   *[other] { $clear } confirmed clear answers
} to { $of ->
    [one] the one question
   *[other] the { $of } questions
} on which the campaign takes a side. That is too few for a total.

## Person

photo-alt = Photograph of { $name }
person-title = { $name }, { $area }, { $election }
person-under = Candidate in { $area }, { $election }, { $date }.
person-under-gone = Was a candidate in { $area }, { $election }, { $date }.
# The same person on other ballots.
person-also = Also stands in { $area }, { $election }, { $date }
person-also-stood = Stood in { $area }, { $election }, { $date }
person-also-was = Was a candidate in { $area }, { $election }, { $date }
person-description = What is on record about where { $name } stands in { $area }, { $election }, with sources.
person-description-after = What is on record about where { $name } stood in { $area }, { $election }, with sources.
person-lead-no-reply = { $name } has not answered our questions.
person-lead-waiting = We have asked { $name } and are waiting for an answer.
person-lead-not-asked = We have not asked { $name } yet.
person-lead-not-asked-after = We did not ask { $name }.
person-lead-not-reached = We could not reach { $name }.
person-lead-unknown = We know of no clear answer from { $name }.
person-earlier = Earlier answers
person-documents = Their documents that we read
person-documents-known = Their documents that we know of
person-website = Campaign website
person-gone = No longer standing: { $why }
person-reply = What { $name } says about this page
evidence-date = Dated { $date }.
evidence-accessed = We last read it on { $date }.
evidence-archived = Archived copy
evidence-document = What we read, and how
checks-by = Checked by { $name }, { $date }.
entered-by = Entered by { $name }.

## Parties

parties-title = Parties side by side
parties-description = What is on record about where each party stands on each question, with sources.
parties-lead = A party’s line is what the party says as a whole. A candidate may think otherwise.
parties-caption = Party lines in { $election }
parties-party = Party
parties-none = No parties are recorded yet.
parties-others = Parties with no line recorded
parties-others-text = No line is recorded for these parties. That is our gap, not theirs.
# A party whose line holds there alone.
party-in-nations = { $party } (in { $nations })
party-title-of-many = { $party } ({ $id })
party-candidate = { $area }: { $name }
party-candidate-alone = { $area }: { $name } (the party has withdrawn its support)
party-lead = { $answers } of { $all ->
    [one] one question.
   *[other] { $all } questions.
}
party-lead-yes = yes to { $n }
party-lead-no = no to { $n }
party-lead-partly = partly to { $n }
party-lead-none = We know of no clear line from { $party } on { $all ->
    [one] the question.
   *[other] any of the { $all } questions.
}
party-lead-unchecked = { $sure ->
    [0] That is not double-checked yet.
   *[other] Not all of that is double-checked yet.
}
party-lead-unread = No line from { $party } is on record.
party-description = What is on record about where { $party } stands on each question, with sources, and its candidates.
party-glance = At a glance
party-lines = Party lines in { $election }
party-documents = Documents we read
party-documents-known = Documents we know of
party-documents-none = No document of this party is on record.
party-formats = Formats that more people can use
formats-of = { $document }: { $text }
formats-since = { $formats } since { $date }
formats-known = { $formats }.
formats-not-found = Not found by { $date }: { $formats }.
formats-not-looked = { $document }: we have not looked for other formats yet.
party-format = { $document }: { $format }, { $date }
party-candidates = Candidates
party-candidates-count = { $n ->
    [0] No candidates on this site.
    [one] One candidate on this site.
   *[other] { $n } candidates on this site.
}
party-website = Website of the party
party-ids = Registered or published as { $ids }.
party-lent-from = Where it has no line of its own, we show the line of { $party }, because: { $because }

## Questions

questions-title = The questions
questions-lead = These are the questions we look at. Each page says what the question means, and who says what.
questions-description = The questions we look at, and why.
questions-none = No questions are recorded yet.
question-description = { $ask } What it means, and what is on record.
question-parties = What the parties say
question-people = What candidates say
question-lead-none = We know of no clear answer to this from any party.
question-people-none = We have no candidate’s own answer to this question.
question-people-many = { $n } candidates have spoken about this. Double-checked are { $yes } yes, { $no } no and { $partly } partly. The others are not clear or not double-checked yet.
question-people-caption = Candidates’ answers in { $election }
question-parties-caption = Party lines in { $election }
question-earlier = Earlier wording of this question
question-mended = Its spelling was corrected after it was asked: { $because }
question-asked-as = The question was then: { $ask }
question-only-in = { $ask } (asked in { $nations } only)
not-put = Not asked here
late-reply = This reply came after our deadline of { $deadline }.
question-earlier-until = Version { $version }, until { $date }: { $ask }
question-earlier-plain = Version { $version }: { $ask }
question-version = This is version { $version } of the question.
question-wants-supports = The campaign wants a yes.
question-wants-opposes = The campaign wants a no.
question-wants-none = The campaign takes no side on this.
question-terms = Words we look for:
question-seat = { unit-first }

## Documents

documents-title = Documents we know of
documents-description = Every manifesto, leaflet, letter and page we know of, and how we read it.
documents-lead = We say that a document does not mention something only when somebody has read all of it and looked.
documents-none = No documents are recorded yet.
documents-manifestos = { $n ->
    [one] One manifesto
   *[other] { $n } manifestos
}
documents-leaflets = { $n ->
    [one] One leaflet
   *[other] { $n } leaflets
}
documents-letters = { $n ->
    [one] One letter
   *[other] { $n } letters
}
documents-pages = { $n ->
    [one] One web page
   *[other] { $n } web pages
}
documents-speeches = { $n ->
    [one] One speech
   *[other] { $n } speeches
}
document-of = { $kind } of { $owner }, { $date }.
document-of-undated = { $kind } of { $owner }.
document-publisher = Published by { $publisher }.
document-nations = Made for { $nations }.
document-lang = Language: { $lang }
document-url = Read it
document-archived = Archived copy
document-accessed = We last read it there on { $date }.
document-formats = Other formats
document-readings = How we read it
document-unread = Nobody has read it yet.
document-unread-quoted = We quote it, so somebody has read some of it. We have no record that anybody has read all of it.
document-description = What “{ $title }” by { $owner } is, how we read it, and what it says about our questions.
document-title-of-many = { $title } ({ $id })
document-state-all = Nobody here has seen it yet.
document-state-rest = Read in part.
document-state-questions = Read in full, but not for every question.
document-state-checks = Read in full. Somebody else still has to check it.
document-state-nothing = Read in full, and checked by others.
document-received = Received { $date }.
document-received-in = Received { $date } in { $areas }.
document-received-how = Received { $date }, { $how }.
document-received-in-how = Received { $date } in { $areas }, { $how }.
document-owner = What we know about { $owner }
# Only what is known: what people read, what a program found, or that nobody knows.
document-lead-no-questions = We have no questions about this election.
document-lead-read = { $questions ->
    [one] It was read for our question, and { $speaks ->
        [0] does not mention it.
       *[other] mentions it.
    }
   *[other] It was read for our { $questions } questions, and { $speaks ->
        [0] mentions none of them.
        [one] mentions one of them.
       *[other] mentions { $speaks } of them.
    }
}
document-lead-part = It was read for { $read } of our { $questions } questions, and { $speaks ->
    [0] mentions none of those.
    [one] mentions one of those.
   *[other] mentions { $speaks } of those.
}
document-lead-searched = Nobody has read all of it yet. A program searched it for words from our questions. It found { $mentions ->
    [0] none.
   *[other] { $questions ->
        [one] words from our question.
       *[other] words from { $mentions } of our { $questions } questions.
    }
}
document-lead-unreadable = We have it, but none of its pages could be read.
document-lead-quoted = { $questions ->
    [one] We quote it on our question.
   *[other] We quote it on { $quoted } of our { $questions } questions.
} We have no record that anybody has read all of it.
document-lead-differ = { $n ->
    [one] Readers disagree on one of them.
   *[other] Readers disagree on { $n } of them.
}
document-lead-nobody = Nobody has looked for our questions in it yet.
document-answers = What it says about our questions
document-answers-note = A mention is not an answer. The answers are here:
# Silence is about a document, and only a person who read the whole can find it.
says-speaks = It mentions this. { $by } found it on { $date }.
says-differ = Readers disagree. { $by } found it on { $date }. { $other } read the whole document on { $when } and did not find it.
says-quoted = We quote it on this question. We have no record that anybody has read all of it.
quoted-by = Where we use this: { $name }
says-silent = { $silent } ({ $by }, { $date })
says-silent-hits = { $silent } ({ $by }, { $date }) A program found words from this question in { $n ->
    [one] one place.
   *[other] { $n } places.
}
says-mentions = A program found words from this question in { $n ->
    [one] one place.
   *[other] { $n } places.
} Nobody has read the whole document for this yet.
says-mentions-unsure = A program seems to have found words from this question, on pages that it could not read well. Nobody has read the whole document for this yet.
says-none = A program found no mention on { $pages ->
    [one] the page that we could read.
   *[other] the { $pages } pages that we could read.
} The document may use other words.
says-none-of = A program found no mention on the { $read } of { $pages } pages that we could read. The document may use other words, or mention it on another page.
says-unreadable = None of its pages could be read, so we do not know.
says-not-looked = Nobody has looked for this in it yet.
heard-page = Page { $page }
heard-page-unsure = Page { $page }, which could not be read well
document-pictures = What it looks like
picture-alt = A picture of the document.
picture-alt-of = A picture of the document: { $title }.
transcript-title = Its text
made-from-pdf = Taken from a PDF by a program, { $date }.
made-from-web-page = Taken from a web page by a program, { $date }.
made-from-picture = Read from pictures by a program, { $date }.
made-from-plain-text = Taken from a plain text file, { $date }.
made-from-hand = Typed by hand, { $date }.
transcript-corrected = Checked against the document and corrected by { $by }, { $date }.
transcript-unchecked = Nobody has checked it against the document yet.
transcript-sentences = We show only the sentences above. The rest are its publisher’s words.
transcript-page = Page { $n }
transcript-unsure = This page could not be read well: the program was { $n } per cent sure of its words. Do not rely on them.
transcript-no-words = No words could be read on this page.

## Leaflets

leaflets-title = What the leaflets say
leaflets-lead = { $n ->
    [one] We have one leaflet. { $read ->
        [0] We could not look for our questions in it.
       *[other] We have looked for our questions in it.
    }
   *[other] We have { $n } leaflets. We have looked for our questions in { $read } of them.
}
# What a person found and what a program found stand apart; “does not mention” only after a reading of the whole.
leaflets-speaks = { $n } of { $all }: mentioned. A reader found it.
leaflets-differ = { $n } of { $all }: readers disagree on whether it is mentioned.
leaflets-mentions = { $n } of { $all }: a program found words about it. Nobody has read the whole leaflet for this.
leaflets-silent = { $n } of { $all }: no mention. Somebody read the whole leaflet and looked.
leaflets-none = { $n } of { $all }: a program found no mention on the pages it could read.
leaflets-unknown = { $n } of { $all }: nobody has looked yet, or it could not be read.
leaflets-one = { $owner }: { $title }
leaflets-which = Which leaflets
leaflets-all = The leaflets
leaflets-note = That a leaflet mentions something does not make it an answer.
reading-whole = { $by } read all of it on { $date }: { $seen }.
reading-part = { $by } read part of it on { $date } ({ $part }): { $seen }.
reading-some = { $by } read part of it on { $date }: { $seen }.
reading-described = { $by } has not seen it. On { $date } they read what somebody wrote about it.
reading-copy = What was read: { $title }.
reading-copy-publisher = What was read: { $title }, from { $publisher }.
reading-found = It mentions:
reading-silent = It does not mention:
reading-checked = Read again with the same result by { $by }, { $date }.

## Figures

figures-title = The local picture
figure-in = In { $area }, { $value } { $says } in { $date }.
figure-on = In { $area }, { $value } { $says } on { $date }.
figure-none = { $title }: the source gives no figure for { $area }.
figure-few = fewer than { $n }
figure-about = about { $value }
figure-below = less than { $value }
figure-percent = { $n }%
figure-pounds = £{ $n }
figure-more = That is higher than in { $n } of every 10 { units } with a figure.
figure-less = That is lower than in { $n } of every 10 { units } with a figure.
figure-middle = That is near the middle of all { units } with a figure.
figure-bar = The box is as long as the highest figure of all { $n } { units-counted }.
figure-bar-middle = The line that sticks out marks the middle: in half of the { units } it is { $middle } or less.
figures-note = These figures are about the place. They say nothing about a candidate.

## Plain words

plain-words = In plain words
plain-words-of = { $word }: { $text }
easy-read = In Easy Read

## Glossary

glossary-title = Glossary
glossary-description = Hard words on this site, in plain words.
glossary-lead = Hard words, in plain words.
glossary-none = There are no words here yet.
glossary-stands-for = Short for { $long }.
glossary-more = Read more about { $term }
glossary-from = from { $date }
glossary-until = until { $date }
glossary-in = in { $nations }
# Above the meanings of the hard words in a text, below it.
glossary-here = Words in this text
glossary-back = Back to “{ $term }” in the text

## For candidates

candidates-title = For candidates
candidates-description = What we ask candidates, how replies are checked, and how to correct us.
candidates-lead = If you are a candidate, your own word comes first on your page.
candidates-asked = What we ask
candidates-asked-after = What we asked
candidates-asked-none = What we looked at
candidates-rounds = When we asked
candidates-rounds-none = We have not asked any candidates yet.
candidates-rounds-none-after = We asked no candidates before polling day.
round-text = { $how }, on { $date }. Answers were due by { $deadline }.
round-put = { $people ->
    [one] One person was asked
   *[other] { $people } people were asked
} { $questions ->
    [one] one question.
   *[other] { $questions } questions.
}
round-text-open = { $how }, on { $date }. Answers are due by { $deadline }.
candidates-answer = How to answer
candidates-answer-text = Send us your answer to each question: yes, no, or partly. Add one or two sentences. We may print them word for word. You may also point us to your leaflet, your website or a speech.
candidates-answer-closed = We are not collecting answers here now. To correct a mark or to complain, see
candidates-checked = How replies are checked
candidates-checked-text = { $checks ->
    [one] We print your reply as “not double-checked yet” first. It becomes “confirmed” when 1 person other than the one who typed it in has compared it with what you sent.
   *[other] We print your reply as “not double-checked yet” first. It becomes “confirmed” when { $checks } people other than the one who typed it in have compared it with what you sent.
}
candidates-correct = How to correct us
candidates-correct-text = If a mark about you is wrong, tell us. We look at it, change it if you are right, and list the change on our corrections page. You may also have a reply of your own printed beside any mark.

## Contact

contact-email = E-mail
contact-phone = Telephone
contact-post = Post
contact-url = Form
contact-title = How to reach us

## Method

method-title = How marks are given
method-description = Where each mark comes from, who checks it, and what the words mean.
method-lead = Every mark here has a source. If we do not know something, we say so.
method-words = What the marks mean
method-mark = Mark
method-meaning = What it means
method-supports = Says yes to what the question asks.
method-opposes = Says no to what the question asks.
method-mixed = Says yes to part of it, or yes on a condition. The words beside it say which.
method-unclear = Talks about it, but does not answer the question.
method-declined = We asked, and they told us they would not say.
method-waiting = We asked, and they still have time to answer.
method-no-reply = We asked, and no answer came in time.
method-not-reached = We tried to ask them, but could not reach them.
method-not-asked = We did not ask them this question.
method-not-asked-after = Polling day has passed, and we did not ask them this question.
method-differ = Two clear answers of the same date differ. Both are shown, and neither counts.
method-taken-down = A mark was taken off this site. The note beside it says when and why.
method-not-checked = Nobody has looked, or the text we had could not tell us.
method-silent = Somebody read a whole document, looked for this question, and it is not there. That tells you about the document. It does not tell you what a person thinks.
method-two-words = A candidate’s word and a party’s line
method-two-words-text = Each box shows the candidate’s own word first. The party’s line is below it, smaller, with the party’s name. A party’s line never counts as a candidate’s answer. A candidate’s own word must come from them: a reply, their own leaflet or website, a speech, a hustings, or a vote. A manifesto is the party’s word.
method-order = The order of names
method-order-text = The page of each { unit } says in which order its candidates are listed: the order of the ballot paper where we know it, or else by family name or as on our own list. We never rank people.
method-checks = How a mark is checked
method-checks-text = { $checks ->
    [one] Every mark starts as “not double-checked yet”. When 1 person other than the one who entered it has compared it with its source, it is “confirmed”, and its box is filled. A news report or another campaign’s word alone can never be confirmed.
   *[other] Every mark starts as “not double-checked yet”. When { $checks } people other than the one who entered it have compared it with its source, it is “confirmed”, and its box is filled. A news report or another campaign’s word alone can never be confirmed.
}
method-states = A mark may also be “disputed”: somebody it concerns denies it, and we show both sides. “Unverified”: we tried to check it and could not. “Withdrawn”: we were wrong, and it no longer counts.
method-which = Which answer is shown
method-which-text = A clear answer comes before any gap, and the latest answer before older ones. If two clear answers of the same date differ, we show both and count neither. Older answers stay on the person’s page.
method-score = How agreement is counted
method-score-text = We count only confirmed, clear answers to the questions on which the campaign takes a side. We give a total only when there are at least { $min } clear answers, and only when they cover at least { $part ->
    [2] half
   *[other] one in { $part }
} of the questions on which the campaign takes a side. Own words and party lines are counted apart. We give counts, never a rank and never a percentage.
method-score-off = This site does not count agreement with anybody.
method-campaign = Who we are, and what we want
method-aims = What the campaign wants
method-funders = Who pays for it
method-inclusion = Who is listed here
method-checkers = Who enters and checks

## Timeline

timeline-title = Timeline
timeline-description = What happened and when: claims, pledges, documents, elections and corrections.
timeline-lead = What happened and when, as far as we know. The oldest comes first. Where we only know the month, it stands before the days of that month.
timeline-pick = Show only
timeline-all = All
timeline-elections = Elections and events
timeline-asked = What we asked
timeline-inferred = { $date } (we think)
timeline-reported = Reported { $date }
timeline-opened = Pledge opened: { $title }
timeline-closed = Pledge closed: { $title }
timeline-polling-day = Polling day: { $election }
timeline-asked-people = We asked { $n ->
    [one] 1 candidate
   *[other] { $n } candidates
} ({ $election })
timeline-undated = { $n ->
    [one] One more claim or report has no date that we know.
   *[other] { $n } more claims and reports have no date that we know.
}

## Corrections

corrections-title = Corrections
corrections-description = What we got wrong, and when we put it right.
corrections-lead = When we get something wrong, we put it right and say so here.
corrections-none = There are no corrections yet.
corrections-was = We said:
corrections-now = It now says:
corrections-because = Why:
# Whose answer was put right, and to which question.
corrections-place = { $name }, “{ $what }”
# Beside what was put right.
corrected = Corrected on { $date }: { $because }

guides-title = Guides
guides-description = How this site is made and kept, step by step.
guides-lead = These pages are for people who help with this site, or who want to know how it is made.
guide-part-title = { $guide }: { $part }
guide-parts = Parts of this guide
# A box that scrolls sideways, named for people who cannot see it.
scroll-table = Table { $number }
scroll-code = Example { $number }

pledges-title = Pledges
pledges-description = What candidates and parties were asked to sign, and who did.
pledges-lead = Groups ask candidates and parties to sign pledges. Each page says who signed, and how we know.
pledge-description = Who signed “{ $title }”, and how we know.
pledge-lead = Signed by { $names }.
pledge-lead-unchecked = Not double-checked yet: signed by { $names }.
pledge-lead-unchecked-many = Not double-checked yet: { $n } people and parties signed this.
pledge-lead-many = { $n } people and parties signed this.
pledge-lead-none = We know of nobody who signed this.
pledge-lead-reported = Others report more, and we have not seen those signatures.
pledge-lead-only-reported = Only others report who signed. We have seen no signature.
pledge-text = What it says
pledge-measures = What it asks for
pledge-answers = What you answer if you sign
pledge-organisers = Organised by { $names }.
pledge-opened = Open since { $date }.
pledge-closed = Closed on { $date }.
pledge-source = Published in:
pledge-who = Who signed, and how we know
pledge-signed = Signed
pledge-signed-within = signed
pledge-of = The pledge: { $title }
pledge-reports = What each report says
pledge-reports-text = Others report who signed. Each report stands here as it is. We do not mix them, and a party is not one of its members.
pledge-unsigned = Asked, and no signature known
pledge-unsigned-text = We asked these people what this pledge answers, and their time to reply is over. We know of no signature of theirs. Below each name is what they told us.
question-pledge = A pledge on this:
letters-title = Letters you can send
letters-description = Letters that you can copy, print or send by e-mail, and where to get advice first.
letters-lead = You can copy these letters, print them or send them by e-mail. Change any word you like. You do not have to send any of them.
letters-unanswered = To candidates who have not answered
letters-answered = To candidates who have answered
letters-office = To an office
letters-find = Find your { unit }
letters-advice = Advice:
letters-all = All letters
letter-description = A letter that you can copy, print or send by e-mail: { $title }.
letter-not-when = This letter is not for you if { $when }.
letter-checked = Last checked on { $date }.
letter-checked-by = Last checked by { $name } on { $date }.
letter-nation = For { $nation }.
letter-find = We fill this letter in for you on the page of your { unit }.
letter-text = The letter
letter-subject = Subject:
letter-show = Read or copy the letter
letter-mail = Open the letter as an e-mail
letter-mail-to = Write an e-mail to { $name }
letter-address = The address is { $email }. We found it here: { $source }
letter-no-address = We know of no public address of { $name }. Look for one on a leaflet or website of theirs.
letter-source = What this letter rests on
write-link = Write to your candidates
write-title = Write to your candidates: { $area }
write-description = Letters to the candidates of { $area } that you can copy, print or send by e-mail.
write-lead = Ask candidates where they stand, or thank those who have said so. You can change any word.
write-left-out = Each letter asks only what we do not know yet. There is no letter to people who would not answer, or who no longer stand.
write-asks = { $n ->
    [one] This letter asks one question.
   *[other] This letter asks { $n } questions.
}
write-thanks = This letter says thank you for an answer.
write-waits = An answer is being checked, so there is no letter yet.
# What stands in the blanks of a letter before anybody is chosen.
blank-candidate = [name of the candidate]
blank-area = [your { unit }]
blank-election = [the election]
blank-polling-day = [polling day]
blank-questions = [the questions that this person has not answered]
blank-deadline = [the last day for an answer]
blank-page = [the address of the page]
question-report = What people told us about this:
reports-title = What people told us
reports-description = How many people told us what happened to them. Nobody can be recognised by these numbers.
reports-lead = People told us what happened to them. Here you can see how often. We round the numbers, so that nobody can be recognised.
reports-note = What these numbers cannot tell: people chose to tell us, so others to whom it happened are missing. One person may have told us several things, or have told us twice. Numbers from 10 on are rounded down to a multiple of 5, and a sum may be larger than it says. “Not shown” stands where we cannot give a sum without telling too much.
reports-form = Print a form, and tell us too
report-asked = We asked: { $text }
report-since = We have counted since { $date }.
report-unchecked = These are reports. Nobody here has checked them.
report-checked = What we checked: { $text }
report-choice = What people told us
report-how-many = How many people
report-all = All
report-all-choices = All answers
report-at-least = { $n } or more
report-no-sum = not shown
report-concerns = What this is about
report-form-title = Tell us what happened
report-form-description = A form to print and fill in by hand.
report-form-lead = Please print this page. Tick what happened to you. You need not say who you are.
report-form-where = Where did it happen?
report-form-when = When did it happen?
report-form-no-names = Please write no names on this form, yours or anybody else’s.
report-form-send = Send it to
report-form-reads = Who reads it
report-form-keeper = Who is responsible
report-form-until = We keep it until
report-form-counts = We tell others only how many people ticked a box. When they are fewer than 10, we say “fewer than 10”.
events-title = Events
events-description = Where you can hear candidates and ask them questions, and how everybody can take part.
events-lead = Everybody can go. Each event says how people can take part who cannot climb stairs, hear, see or travel.
events-none = No events are coming up.
events-coming = Coming up
events-past = Past events
event-days = { $first } to { $last }
event-time = { $date }, from { $time }
event-everywhere = Everywhere
event-over = This is over.
event-access = How everybody can take part:
event-more = More about this event
event-source = Announced in:
calendar-link = Put these dates into your calendar
calendar-name = Dates: { $site }
calendar-polling = Polling day: { $election }
calendar-deadline = Last day: { $name } ({ $election })

accounts-title = Claims, rules and trials
accounts-description = What is claimed, reported and laid down around our questions, and how sure each of it is.
accounts-lead = What others claim, report or lay down around our questions. Each line says how sure it is. None of it counts in a score.
accounts-rules = Rules
accounts-pilots = Trials
accounts-claims = Claims
accounts-reports = Reports
accounts-calls = Calls to tell what you know
accounts-question = Claims and rules about this
accounts-concerning = Claims and reports that concern them
account-rule = rule
account-pilot = trial
account-claim = claim
account-report = report
account-call = call
# How far it can be relied upon: with a capital before what it says, and in brackets after what it is about.
status-superseded = replaced
status-disputed = disputed
status-unverified = unverified
status-confirmed = confirmed
status-claimed = claimed
account-says = { $status }: { $says }
account-named = { $about } ({ $kind }, { $status })
account-under = { $kind }: { $by }, { $date }
account-under-reported = { $kind }: { $by }, reported { $date }
account-under-undated = { $kind }: { $by }
account-not-when = Be careful: this does not apply when { $when }.
account-means-superseded = Something newer has taken its place.
account-means-disputed = Somebody it concerns denies it. What they say is below.
account-means-confirmed = At least two publishers say so, and neither only repeats the other.
account-means-claimed = We know it from one publisher only.
account-tried = It could not be verified. { $tried }
account-tried-on = It could not be verified ({ $date }). { $tried }
account-no-score = This is nobody’s answer to a question. It counts in no score.
account-version = Version
account-section = Section
account-from = Since
account-until = Until
account-provider = Said to be carried out by
account-numbers = Numbers
account-number = { $n } { $of }
account-areas = Is my { unit } in it?
account-area = { $area }: { $n ->
    [one] we know of one { unit } on this site that is in it.
   *[other] we know of { $n } { units-counted } on this site that are in it.
}
account-areas-unmatched = We could not match these to { a-unit } on this site: { $areas }. Yours may still be in one of them.
account-areas-note = Other { units } may be in these areas too.
account-here = This { unit } is named in:
account-responses = What those it concerns say
account-sources = How we know
account-source-repeat = This only repeats another source.
account-source-unread = We know that this exists. Nobody here has read it.
account-concerns = What and whom it concerns
response-confirms = { $by } confirms it.
response-qualifies = { $by } says there is more to it.
response-denies = { $by } denies it.
response-consulted-not-agreed = { $by } was asked for a view, and did not agree.
response-declined-to-comment = { $by } would not comment.
response-declined-to-correct = { $by } would not correct it.

## Data

data-title = Data
data-description = Everything on this site as files to use yourself.
data-lead = All the records on this site, as files that a spreadsheet or a program can read.
data-files = Files
data-file = File
data-what = What is in it
data-candidates = Every candidacy: who stands where, for which party.
data-elected = Who was elected, what each of them had said on each question, and apart from it the line of their party.
data-positions = Every answer of a candidate: to which question, when, how far checked, and where it comes from.
data-party-lines = Every party line: on which question, when, how far checked, and where it comes from.
data-documents = Every document we know of, and how we read it.
data-formats = In which formats that more people can use each document appeared and when, and which were looked for and not found.
data-mentions = For every document and question, whether the document mentions the question, and how we know.
data-questions = Every question, with its version and text.
data-put = Which election asks which question, in which words and where.
data-figures = What other people’s tables say about each { unit }, with their source and licence.
data-corrections = What we put right: what the site said, what it says now, why, and where that stands.
data-pledges = The pledges: what people were asked to sign, by whom and when.
data-signatures = Who signed each pledge, or is reported to have, with the source.
data-letters = The letters that people can send: to whom, when somebody last checked them, and on what they rest.
data-events = The events: when, where, and how everybody can take part.
data-accounts = Claims, rules, trials and reports: what each says, how sure it is, and where it comes from.
data-responses = What those whom these claims and reports concern say about them.
data-reports = What people told us and how many told it, never exactly.
data-json = All of this in one JSON file, with every piece of evidence. What is true of a whole ballot is there once, in the list “ballots”. Whatever has no value is left out.
data-package = A description of the files for programs (Frictionless Data Package).
data-guard = In the CSV files, a ' is put before any text that begins with =, +, - or @. This stops a spreadsheet from treating it as a sum.
data-licence = Licence and credits
data-licence-none = No licence is given for this data. Ask before you publish it elsewhere.
data-imported = Data from others

# --- Embeds: tables of this site on other people's sites
embed-heading = Put a table on your own site
embed-how = Each of these small pages holds the table of one ballot or question, ready to be shown inside a page of yours. Open the one you want and copy its address. The table is always as new as this site.
embed-line = Then put a line like this one into your page, with that address in it:
embed-title = The table of “{ $page }”
embed-description = “{ $page }” as one table, for other people’s sites to show.
embed-under = { $election }, { $date }.
embed-whole = More on { $site }: what they said, and how we know
data-from = From “{ $title }”, published by { $publisher }.
data-from-dated = From “{ $title }”, published by { $publisher } ({ $date }).
data-count = { $n } { $of }

## About

about-title = About this site
about-description = Who makes this site, what for, and with whose money.
about-lead = This site shows where candidates and parties stand, and how we know.
about-campaign = The campaign
about-generator = Made with hustings, a free program for sites like this.

## Privacy

privacy-title = Privacy
privacy-description = This site keeps nothing about you.
privacy-lead = This site keeps nothing about you.
privacy-visitors = If you only look
privacy-visitors-text = There are no cookies and no counters. Scripts from this site find your { unit } and compare candidates. They run in your browser and tell nobody what you type or choose. To look up a postcode, your browser asks this site for a list of many postcodes that start the same way. No page asks another company’s computer for anything. The computer that sends you the pages may keep a short list of requests, as all web servers do.
privacy-candidates = If you are a candidate
privacy-candidates-text = We print your name, your party, where you stand, and what you have said in public or to us about the questions. We never print your home address, telephone number or date of birth.
privacy-others = If you are neither
privacy-others-text = No member of the public is named, and nobody who wrote to us in private.
privacy-removal = To have something taken down
privacy-removal-text = Tell us what, and why. If we take a mark down, a note with the date stays in its place.

## Accessibility

accessibility-title = Accessibility
accessibility-description = How this site is made so that everybody can use it.
accessibility-lead = This site is made so that you can use it with the weakest phone and the least energy.
accessibility-what = What we do
accessibility-what-1 = The text is large, and grows with your own settings.
accessibility-what-2 = Black and white, light or dark: the pages follow your device.
accessibility-what-3 = No mark depends on its colour. Each has a word and a shape.
accessibility-what-4 = Everything works with a keyboard and a screen reader. Everything can be read without scripts.
accessibility-what-5 = Pages are light: each loads in a moment on a slow line.
accessibility-what-6 = You can print every page on A4.
accessibility-standard = We aim for the Web Content Accessibility Guidelines 2.2, at level AAA.
accessibility-easy-read = These pages have an Easy Read version at the top:
accessibility-easy-read-others = The other pages have none yet.
accessibility-easy-read-none = No page on this site has an Easy Read version yet.
accessibility-trouble = If something does not work
accessibility-trouble-text = Tell us the page, what you wanted to do, and what you use. We can also send you the page in another form.

## Complaints

complaints-title = Complaints
complaints-description = How to complain about this site, and what happens then.
complaints-lead = If you think that something here is wrong or unfair, tell us.
complaints-how = How to complain
complaints-days = { $days ->
    [one] We answer within one day.
   *[other] We answer within { $days } days.
}
complaints-then = If our answer does not satisfy you
complaints-none = No address for complaints is given on this site.

## Pictures of a page, for whoever shares it

picture-as-of = As of { $date }
picture-fictional = Made-up example. Nobody in this picture is real.
picture-note = see note
picture-name-note = { $name } (see note)
picture-election = { $election }, { $date }
picture-candidacy = { $party } · { $area } · { $election }, { $date }
picture-lines = Party lines
# Where alone a line holds.
picture-nations = in { $nations }
picture-people = Candidates
picture-names-more = { $names } and { $n } more
picture-none = No double-checked answer yet.
picture-no-line = No double-checked party line yet.
picture-unchecked = { $n ->
    [one] One answer is not double-checked yet.
   *[other] { $n } answers are not double-checked yet.
}
picture-rest = More on the page.
picture-questions-more = { $n ->
    [one] One more question is on the page.
   *[other] { $n } more questions are on the page.
}

## Pages that lead elsewhere

not-found-title = This page is not here
not-found-description = There is no page at this address.
not-found-text = The page may have moved, or the address may have a mistake in it.
not-found-start = To begin again, delete the end of the address, up to a slash, until a page appears.
not-found-contact = If the page should be here, tell us
not-found-home = Go to the first page of this site
redirect-title = This page has moved
redirect-title-of = This page has moved: { $from }
redirect-text = This page is now at another address:
redirect-description = The page { $from } has moved: { $title }.

## Diary of leaflets

diary-title = Diary of leaflets
diary-description = What came when, what we looked for in it, and what we found.
diary-lead = What came when, what we looked for in it, and what we found. What nobody looked for is not listed as missing.
diary-described = We have not seen it: somebody else described it.
diary-part = We saw this much of it: { $part }.
diary-looked = Looked for: { $list }
diary-found = Found: { $list }
diary-found-none = Found none of that.
diary-unread = Nobody has looked in it yet.
diary-by-ballot = By area
diary-by-party = By party
reading-sides = { $n } of { $all } sides seen.
reading-sides-seen = { $n ->
    [one] One side seen.
   *[other] { $n } sides seen.
}
reading-imprint = It says who published it.
reading-no-imprint = We saw nothing on it that says who published it.
reading-topics = Looked for besides: { $list }.
reading-topics-told = Looked for by whoever described it: { $list }.
reading-topics-found = Found: { $list }.
reading-topics-none = Found nothing of that.
reading-topics-none-told = They found nothing of that, as far as they could see.
