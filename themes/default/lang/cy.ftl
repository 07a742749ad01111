### Every word of the interface, in Welsh.
###
### AWAITING REVIEW: no Welsh speaker has checked this file yet. If you can, please do.
###
### Words that are filled in do not mutate, so sentences are built around them. Counts above one say “{ $n } o …”
### with the plural, which is right for every number; where the number stands before one thing, that thing mutates
### after 2, 3 and 6 ([two], [few] and [many]).

## Yr iaith

language-name = Cymraeg
dir = ltr

## Dyddiadau

month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr
month-short-1 = Ion
month-short-2 = Chwef
month-short-3 = Maw
month-short-4 = Ebr
month-short-5 = Mai
month-short-6 = Meh
month-short-7 = Gorff
month-short-8 = Awst
month-short-9 = Medi
month-short-10 = Hyd
month-short-11 = Tach
month-short-12 = Rhag
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-brief-day = { $day } { $month }
date-brief-day-year = { $day } { $month } { $year }
date-brief-month = { $month }
date-brief-month-year = { $month } { $year }
date-brief-inferred = tua { $date }
# An election, a ballot or a person beside another of the same name.
name-apart = { $name } ({ $by })
names-listed = { $names }, { $last }
date-inferred = { $date } (ein casgliad ni, oherwydd: { $because })
date-concluded = Ein casgliad ni yw’r dyddiad: { $because }

## Yr ardaloedd y mae pobl yn pleidleisio ynddynt

unit = { $unit ->
    [constituency] etholaeth
    [ward] ward
    [division] adran
    [region] rhanbarth
   *[area] ardal
}
units = { $unit ->
    [constituency] etholaethau
    [ward] wardiau
    [division] adrannau
    [region] rhanbarthau
   *[area] ardaloedd
}
a-unit = { $unit ->
    [constituency] etholaeth
    [ward] ward
    [division] adran
    [region] rhanbarth
   *[area] ardal
}
# Ar ôl rhif.
units-counted = { $unit ->
    [constituency] o etholaethau
    [ward] o wardiau
    [division] o adrannau
    [region] o ranbarthau
   *[area] o ardaloedd
}
unit-first = { $unit ->
    [constituency] Etholaeth
    [ward] Ward
    [division] Adran
    [region] Rhanbarth
   *[area] Ardal
}
units-first = { $unit ->
    [constituency] Etholaethau
    [ward] Wardiau
    [division] Adrannau
    [region] Rhanbarthau
   *[area] Ardaloedd
}
## Pen a throed pob tudalen

page-title = { $page } – { $site }
skip = Neidio i’r prif destun
nav-main = Prif ddewislen
nav-more = Mwy am y wefan hon
# Short, so that the links at the top of a page fit on one line of a phone.
nav-seats = Eich ardal
nav-parties = Pleidiau
nav-compare = Cymharu
nav-questions = Cwestiynau
nav-method = Sut y rhoddir marciau
nav-candidates = I ymgeiswyr
nav-documents = Dogfennau
nav-glossary = Geirfa
nav-events = Digwyddiadau
nav-reports = Yr hyn a ddywedodd pobl
nav-accounts = Honiadau a rheolau
nav-pledges = Addewidion
nav-letters = Llythyrau
nav-corrections = Cywiriadau
nav-timeline = Llinell amser
nav-data = Data
nav-about = Amdanom ni
nav-privacy = Preifatrwydd
nav-accessibility = Hygyrchedd
nav-complaints = Cwynion
fictional-label = Dychmygol.
preview-for = Copi i { $name } yn unig. Gall ddangos yr hyn nad yw wedi’i gyhoeddi eto.
fictional-text = Nid oes neb go iawn ar y dudalen hon.
imprint = Hyrwyddwyd gan { $promoter }, { $address }.
imprint-behalf = Hyrwyddwyd gan { $promoter } ar ran { $behalf }, { $address }.
imprint-printer = Argraffwyd gan { $name }, { $address }.
print-no-printer = I chi yn unig y mae’r copi hwn. Peidiwch â’i ddosbarthu na’i arddangos: nid yw’n dweud pwy a’i hargraffodd.
imprint-none = Ni enwir hyrwyddwr yma. { $because }
as-of = Y cofnodion fel yr oeddent ar { $date }.
licence = Cewch ddefnyddio’r data o dan { $name }.
credit-licence = { $name }, { $licence }

## Marciau: geiriau’r pleidleisiwr

stance-supports = O blaid
stance-opposes = Yn erbyn
stance-mixed = Yn rhannol
stance-unclear = Aneglur
stance-declined = Gwrthod dweud
gap-silent = Dim sôn
gap-being-checked = Yn cael ei wirio
gap-waiting = Disgwyl ateb
gap-no-reply = Dim ateb
gap-not-reached = Heb gyrraedd
gap-not-asked = Heb ofyn eto
gap-not-asked-after = Ni wnaethom ofyn
gap-not-checked = Heb edrych
gap-differ = Dau ateb
gap-taken-down = Wedi’i dynnu i lawr

# Y gair o flaen ateb nas cadarnhawyd.
reported = Yn ôl eraill: { $word }
disputed = Dan ddadl: { $word }
unverified = Ni ellid ei wirio: { $word }
retracted = Tynnwyd yn ôl: { $word }

own-word = Eu gair eu hunain, { $date }.
own-word-inferred = Eu gair eu hunain, { $date } (yn ein barn ni).
others-word = Yn ôl eraill, { $date }.
others-word-inferred = Yn ôl eraill, { $date } (yn ein barn ni).
signed-date = Llofnodwyd { $date }.
signed-date-inferred = Llofnodwyd { $date } (yn ein barn ni).
line-date = Dywedwyd { $date }.
silent-date = Dogfen { $date }.
silent-date-inferred = Dogfen { $date } (yn ein barn ni).
line-date-inferred = Dywedwyd { $date } (yn ein barn ni).
verified-hearsay = Dim ond eraill sy’n ei adrodd, felly ni ellir ei gadarnhau.
verified-confirmed = { $checks ->
    [one] Cadarnhawyd gan 1 person arall.
   *[other] Cadarnhawyd gan { $checks } o bobl eraill.
}
verified-claimed = Heb ei wirio ddwywaith eto.
verified-claimed-part = Heb ei wirio ddwywaith eto: gwnaed { $checks } o’r { $required ->
    [two] 2 wiriad
   *[other] { $required } gwiriad
}.
verified-disputed = Dan ddadl ers { $date }: { $because }
verified-unverified = Ni allem ei wirio ({ $date }): { $because }
verified-retracted = Tynnwyd yn ôl ar { $date }: { $because }
disputed-other = Fersiwn arall: { $text }
says = Yn ein geiriau ni: { $text }
caveat = Sylwer: { $text }
party-line = Safbwynt y blaid, { $party }
party-line-whole = Y geiriau a’r ffynonellau i gyd

brief = { $source }, { $date }
brief-checks = { $checks ->
    [one] 1 gwiriad
    [two] 2 wiriad
   *[other] { $checks } gwiriad
}
brief-note = gweler y nodyn
brief-claimed = heb ei wirio ddwywaith eto
brief-asked = gofynnwyd { $date }
brief-tried = ceisiwyd { $date }
brief-until = hyd { $date }
brief-own-reply = eu hateb eu hunain
brief-own-leaflet = eu taflen eu hunain
brief-own-site = eu gwefan eu hunain
brief-own-speech = eu haraith eu hunain
brief-own-hustings = eu geiriau eu hunain mewn hystings
brief-own-vote = eu pleidlais eu hunain
brief-own-signature = eu llofnod eu hunain
brief-pledge = llofnodwyd yr addewid
brief-pledge-reported = yn ôl eraill: llofnodwyd yr addewid
cell-party = plaid:
cell-named = { $name }:
support-withdrawn = Mae { $party } wedi tynnu ei chefnogaeth yn ôl ({ $date }). Nid ydym yn dangos ei safbwynt hi yma.
line-lent = Pam mae safbwynt { $party } yn cyfrif yma
nations-only = Dim ond ar gyfer { $nations }.
evidence-place = { $title }, { $place }
gap-being-checked-text = Mae ateb gennym. Mae’n cael ei wirio, a bydd i’w weld yma cyn bo hir.
gap-waiting-text = Gofynnwyd ar { $asked }. Mae amser i ateb tan { $deadline }.
gap-no-reply-text = Gofynnwyd ar { $asked }. Dim ateb erbyn { $deadline }.
gap-not-reached-text = Ceisiwyd ar { $asked }. { $because }
gap-not-reached-learned = Ceisiwyd ar { $asked }. { $because } Cawsom wybod hyn ar { $learned }.
gap-differ-text = Mae dau ateb clir o’r un dyddiad yn wahanol. Dangoswn y ddau, heb gyfrif y naill na’r llall.
gap-taken-down-text = Tynnwyd oddi ar y wefan hon ar { $date }: { $reason }
gap-link = Beth a ofynnwyd
answers-in = Mae’r person hwn yn sefyll hefyd yn: { $area }. Mae’r atebion ar y dudalen honno.
reply-label = Ymateb ({ $date }):

# Am ddogfen y mae distawrwydd, byth am berson.
silent-original = Darllenasom y ddogfen gyfan. Nid yw’n sôn amdano.
silent-facsimile = Darllenasom lun o’r ddogfen gyfan. Nid yw’n sôn amdano.
silent-transcription = Nid yw’r trawsgrifiad a ddarllenasom yn sôn amdano.
silence-own-original = Dogfen o’u heiddo ({ $kind }): nid yw’n sôn amdano.
silence-own-facsimile = Llun o ddogfen o’u heiddo a ddarllenasom ({ $kind }): nid yw’n sôn amdano.
silence-own-transcription = Trawsgrifiad o ddogfen o’u heiddo a ddarllenasom ({ $kind }): nid yw’n sôn amdano.

key = Mae blwch llawn wedi’i gadarnhau: { $checks ->
    [one] mae 1 person arall
   *[other] mae { $checks } o bobl eraill
} wedi’i wirio.
key-outline = Nid yw ateb mewn amlinell wedi’i gadarnhau: mae’r geiriau wrth ei ymyl neu uwchben yn dweud pam.
key-party = Safbwynt plaid yr ymgeisydd yw “plaid”, nid gair yr ymgeisydd.

## Geiriau’r cofnodion

nation-england = Lloegr
nation-scotland = Yr Alban
nation-wales = Cymru
nation-northern-ireland = Gogledd Iwerddon
kind-reply = ateb
kind-leaflet = taflen
kind-manifesto = maniffesto
kind-site = gwefan
kind-speech = araith
kind-hustings = hystings
kind-vote = pleidlais
kind-signature = llofnod
kind-news = adroddiad newyddion
kind-campaign = adroddiad ymgyrch
document-manifesto = maniffesto
document-leaflet = taflen
document-letter = llythyr
document-page = tudalen we
document-speech = araith
format-easy-read = Hawdd ei Ddeall
format-bsl = Iaith Arwyddion Prydain
format-audio = Sain
format-large-print = Print bras
format-braille = Braille
seen-original = y ddogfen ei hun
seen-facsimile = llun ohoni
seen-transcription = trawsgrifiad, nid y ddogfen ei hun
standing-withdrawn = Tynnodd yn ôl
standing-not-listed = Nid yw ar y rhestr bellach
standing-died = Bu farw
list-position = Rhif { $n } ar y rhestr
list-candidates = { $n ->
    [one] Un ymgeisydd ar y rhestr hon
   *[other] { $n } o ymgeiswyr ar y rhestr hon
}

## Yr hafan

home-lead = Gwelwch beth mae’r ymgeiswyr lle rydych chi’n pleidleisio, a’u pleidiau, wedi’i ddweud. Mae pob marc yn dangos o ble y daw.
home-more = Rhagor o gwestiynau
home-find = Dod o hyd i’ch { unit }
home-find-text = { $n ->
    [0] Nid oes { units } ar y wefan hon eto: { $election }.
    [one] Mae un { unit } ar y wefan hon: { $election }.
   *[other] Mae { $n } { units-counted } ar y wefan hon: { $election }.
}
home-find-of = Mae { $n } o’r { $all } { unit } ar y wefan hon: { $election }.
home-all = Pob { unit }, A i Y

## Dod o hyd i’ch ardal

find-title = Dod o hyd i’ch { unit }
find-lead = Gwelwch pwy sy’n sefyll lle rydych chi’n pleidleisio: yn ôl cod post, lle neu enw.
find-lead-names = Dewch o hyd i’r ymgeiswyr lle rydych chi’n pleidleisio: yn ôl lle neu enw.
find-lead-none = Nid oes dim i’w ganfod eto: nid oes { units } ar y wefan hon.
find-label = Eich cod post, lle neu enw person
find-label-names = Lle neu enw person
find-button = Chwilio
find-private-names = Mae’r hyn a deipiwch yn aros ar y ddyfais hon.
find-private = Mae eich cod post yn aros ar y ddyfais hon. Dim ond rhestr o lawer o godau tebyg y mae’n gofyn i’r wefan hon amdani.
find-empty = Teipiwch rywbeth yn gyntaf.
find-is-in = { $code }: mae yn yr ardal { $area }.
find-several = Mae codau post sy’n dechrau â { $code } mewn mwy nag un ardal. Teipiwch eich cod post cyfan, neu dewiswch:
# The border runs through what one postcode covers.
find-shared = Mae { $code } mewn mwy nag un ardal: { $area }. Mae eich cerdyn pleidleisio yn dweud pa un yw’ch un chi.
find-unrecorded = Nid oes tudalen ar y wefan hon ar gyfer { $area }.
find-unrecorded-area = { $area } (dim tudalen yma)
find-gone = Nid yw { $code } yn cael ei ddefnyddio bellach. Roedd yn yr ardal { $area }.
find-gone-only = Nid yw { $code } yn cael ei ddefnyddio bellach.
find-no-area = Mae { $code } ar ein rhestr, ond nid yw’r rhestr yn dweud ble mae.
find-unknown = Ni wyddom am y cod post { $code }. Chwiliwch am lithriad. Gall codau post newydd fod ar goll o’n rhestr.
find-unknown-start = Ni wyddom am god post sy’n dechrau â { $code }. Chwiliwch am lithriad, neu dewiswch o’r rhestrau.
find-northern-ireland = Nid yw codau post Gogledd Iwerddon ar ein rhestr. Teipiwch enw lle, neu dewiswch o’r rhestrau.
find-malformed = Nid cod post yw “{ $code }”. Mae un cyfan yn edrych fel ZZ1 1AA.
find-nothing = Nid oes dim yma o’r enw “{ $code }”.
find-found = Ai un o’r rhain ydyw?
find-ballot = { $election }, { $date }
find-area-election = { $area }: { $election }
find-letters = Yn ôl llythyren gyntaf
find-areas = Yn ôl cod post
find-areas-text = Dewiswch lythrennau cyntaf eich cod post.
postcode-area-title = Codau post sy’n dechrau â { $area }
postcode-area-description = Ble mae’r codau post sy’n dechrau â { $area } yn pleidleisio.
postcode-area-lead = Chwiliwch am hanner cyntaf eich cod post. Lle mae mewn mwy nag un ardal, y cod post cyfan sy’n penderfynu.
postcode-area-shared = { $n ->
    [one] Mae’r cod post hwn mewn mwy nag un ardal:
   *[other] Mae’r codau post hyn mewn mwy nag un ardal:
} { $codes }. Mae eich cerdyn pleidleisio yn dweud pa un yw’ch un chi.
postcode-area-none = Nid yw ein rhestr yn dweud ble mae’r rhain.
glance-parties = Pleidiau: { $text }
glance-people = Ymgeiswyr: { $text }
home-parties = Pwy sy’n dweud beth
home-parties-all = Pob plaid ochr yn ochr
home-questions = Beth rydym yn edrych arno
home-deadlines = Dyddiadau i’w cofio
home-changes = Newidiadau diweddaraf
home-changes-none = Nid oes newidiadau wedi’u rhestru eto.
home-changes-all = Pob cywiriad
change-corrected = Cywiriad: { $about }
change-results = Pwy a etholwyd yn { $election }: { $n ->
    [one] 1 person
   *[other] { $n } o bobl
}
change-elected = Etholwyd: { $name }
change-pledge = Addewid newydd: { $title }
change-account = { $n ->
    [one] Ychwanegwyd: { $what }
   *[other] Ychwanegwyd { $n } o honiadau ac adroddiadau
}
change-response = Yr hyn a ddywed { $by } am hyn: { $what }
change-status = Newidiwyd: { $what }
change-read = Edrychwyd drwy: { $n ->
    [one] { $what }
   *[other] { $n } o ddogfennau
}
change-taken-down = Tynnwyd i lawr: { $name }, { $n ->
    [one] “{ $what }”
   *[other] { $n } o atebion
}
change-taken-down-all = Tynnwyd i lawr: { $name }, pob ateb
change-retracted = Tynnwyd yn ôl gennym: { $name }, { $n ->
    [one] “{ $what }”
   *[other] { $n } o atebion
}
change-disputed = Dan ddadl: { $name }, { $n ->
    [one] “{ $what }”
   *[other] { $n } o atebion
}
change-unverified = Ni ellid ei wirio: { $name }, { $n ->
    [one] “{ $what }”
   *[other] { $n } o atebion
}
change-replied = Ateb: { $name }, { $n ->
    [one] “{ $what }”
   *[other] { $n } o atebion
}
change-replied-to-all = Ateb i’r dudalen: { $name }
change-checked = Gwiriwyd: { $name }, { $n ->
    [one] “{ $what }”
   *[other] { $n } o atebion
}
change-entered = { $n ->
    [one] Ar gofnod: { $name }, “{ $what }”
   *[other] { $n } o farciau ar gofnod: { $name }
}

## Ffrydiau

feed-title = { $site }: newidiadau diweddaraf
feed-title-of = { $area }, { $election }: newidiadau diweddaraf ({ $site })
feed-link = Dilyn y newidiadau mewn darllenydd ffrydiau (Atom)
feed-corrected = Dywedasom: { $was } Dywed yn awr: { $now } Pam: { $because }
feed-replied = Dywed { $name } am y dudalen: “{ $text }”
feed-answer = { $name }, { $area }, ar “{ $what }”: { $word }. Dyddiad: { $date }.
feed-elected = Etholwyd { $name } yn { $area }. Ffynhonnell: { $source }.
feed-signature = { $name }, yr addewid “{ $title }”: { $word }. Dyddiad: { $date }.
feed-line = { $name }, safbwynt y blaid ar “{ $what }”: { $word }. Dyddiad: { $date }.

## Map

map-title = Map o’r { units }
map-seats = { units-first } ar y wefan hon, { $election }
map-question = Lle’r atebodd ymgeiswyr, { $election }
map-here = Ar y wefan hon
map-some = Rhoddodd o leiaf un ymgeisydd ateb clir, beth bynnag y bo
map-none = Ni wyddom am ateb clir gan yr un ymgeisydd
map-not-put = Ni ofynnir y cwestiwn hwn yno
map-not-put-in = { $area }: ni ofynnir y cwestiwn hwn yma
map-out = Ddim ar y wefan hon: nid ydym wedi edrych arni
map-note = Mae pob cell yn un { unit }, beth bynnag yw’r maint. Nid yw cell lawn yn golygu bod neb yn iawn.
map-answers = { $area }: { $all ->
    [0] dim ymgeiswyr ar gofnod
    [one] rhoddodd { $n } o 1 ymgeisydd ateb clir
   *[other] rhoddodd { $n } o’r { $all } ymgeisydd ateb clir
}
map-missing = { $n ->
    [one] Nid yw un { unit } ar y map ar y wefan hon
   *[other] Nid yw { $n } { units-counted } ar y map ar y wefan hon
}

## Seddi a’r hyn a wyddom am bob un

seats-lead = Wrth ymyl pob { unit }, gwelwch faint o’r ymgeiswyr yno a roddodd ateb clir i unrhyw un o’n cwestiynau.
seats-group = { $group }: { $n ->
    [one] 1 { unit }
   *[other] { $n } { units-counted }
}
seats-head = Atebion clir
seats-caption = Atebion clir gan ymgeiswyr, fesul { unit }
questions-unknown = Dim yn hysbys am { $n ->
    [two] 2 gwestiwn
    [few] 3 chwestiwn
    [many] 6 chwestiwn
   *[other] { $n } cwestiwn
}
seats-unknown = { $n ->
    [one] Dim ateb clir yn hysbys mewn 1 { unit }
   *[other] Dim ateb clir yn hysbys mewn { $n } { units-counted }
}
seats-known = { $all ->
    [0] dim ymgeiswyr ar gofnod
   *[other] { $n } o { $all }
}

## Cymharu

compare-title = Cymharu ymgeiswyr a phleidiau
compare-description = Dewiswch ymgeiswyr a phleidiau, a gweld eu safbwyntiau ochr yn ochr.
compare-lead = Mae tudalen pob { unit } yn dangos yr holl ymgeiswyr yno ochr yn ochr. Yma gallwch ddewis eich rhai eich hun, o unrhyw leoedd a phleidiau.
compare-needs = I ddewis eich rhai eich hun, rhaid i’ch porwr redeg sgript gan y wefan hon. Mae’ch dewis yng nghyfeiriad y dudalen hon ac yn unman arall: gallwch gadw neu rannu’r cyfeiriad, ac nid yw’n cael ei anfon at neb.
compare-some = Hidlo’r atebion hyn, neu gymharu ag eraill
compare-with = Cymharu ag eraill
compare-result = Ochr yn ochr
compare-tone = Dangos cwestiynau â’r ateb
compare-all = Unrhyw un
compare-gap = Dim ateb clir
compare-differ = Dim ond cwestiynau lle maent yn wahanol
compare-count = Wedi’u dewis:
compare-shown = Cwestiynau a ddangosir:
compare-of = o
compare-out = Tynnu allan
compare-who = Pwy
compare-lost = Ddim ar y wefan hon, neu ddim bellach:
compare-choose = Dewis
compare-election = Etholiad
compare-seat = { unit-first }
compare-no-seat = Dewiswch { a-unit }
compare-parties = Pleidiau
compare-plain = Pob ymgeisydd mewn { unit }, a phob plaid
compare-plain-text = Nid oes angen sgript ar y tudalennau hyn.

## Etholiad

election-under = { $date }. { $n ->
    [one] Mae un { unit } ar y wefan hon.
   *[other] Mae { $n } { units-counted } ar y wefan hon.
}
election-under-of = { $date }. Mae { $n } o’r { $all } { unit } ar y wefan hon.
election-lead-all = Dewiswch ble rydych chi’n pleidleisio. Mae pob tudalen yn dangos pob ymgeisydd a’r hyn a wyddom am bob un.
election-lead-after = Dewiswch { a-unit }. Mae pob tudalen yn dangos pob ymgeisydd ar gofnod a’r hyn a wyddom am bob un.
election-lead-some = Mae { $n } o’r { $all } { unit } ar y wefan hon. Os nad yw’ch un chi yma, nid ydym wedi edrych arno. Nid yw hynny’n dweud dim am yr ymgeiswyr yno.
election-past = Mae’r etholiad hwn ar ben. Mae’r tudalennau’n aros fel cofnod.
election-az = { units-first } o A i Y
election-places = Fesul gwlad a rhanbarth
election-questions = Y cwestiynau
election-none = Nid oes { units } ar y wefan hon eto.
election-boundaries = Ffiniau { $set }.
election-description = Pob { unit }, { $election }: pwy sy’n sefyll, a’r hyn sydd ar gofnod am eu safbwyntiau.
election-description-after = Pob { unit }, { $election }: pwy a safodd, a’r hyn sydd ar gofnod am eu safbwyntiau.
polling-days = Diwrnodau ar ôl y cofnodion hyn: { $n }.
polling-day = Mae’r diwrnod pleidleisio ar { $date }: { $n ->
    [0] yr un diwrnod â’r cofnodion hyn
    [one] un diwrnod ar ôl y cofnodion hyn
    [two] 2 ddiwrnod ar ôl y cofnodion hyn
   *[other] { $n } diwrnod ar ôl y cofnodion hyn
}.
polls-close = Mae’r pleidleisio’n cau am { $time }.
polls-close-after = Caeodd y pleidleisio am { $time }.

## Pwy a etholwyd

elected = Etholwyd
elected-title = Pwy a etholwyd yn { $election }
elected-description = Pawb a etholwyd yn { $election } y gwyddom amdanynt, a beth ddywedodd pob un.
elected-all = Pwy a etholwyd ({ $n }), a beth ddywedodd pob un
elected-people = Y rhai a etholwyd
elected-caption = Beth ddywedodd y rhai a etholwyd eu hunain
elected-group = { $group }: { $n } wedi’u hethol
elected-count = { $n } wedi’u hethol
elected-unknown = Ni wyddom am ateb clir ganddynt eu hunain.
# Out of whom the numbers are that follow.
elected-of-all = { $n ->
    [one] O’r un person a etholwyd
   *[other] O’r { $n } a etholwyd
}
elected-of-shown = { $n ->
    [one] O’r un person a etholwyd yn yr { units } sydd yma
   *[other] O’r { $n } a etholwyd yn yr { units } sydd yma
}
elected-of-known = { $n ->
    [one] O’r un person a etholwyd y gwyddom amdano
   *[other] O’r { $n } a etholwyd y gwyddom amdanynt
}
elected-of-put = { $n ->
    [one] O’r un person a etholwyd lle gofynnir hyn
   *[other] O’r { $n } a etholwyd lle gofynnir hyn
}
elected-said = { $n } yn dweud “{ $word }”
elected-said-unchecked = { $n } yn dweud “{ $word }” (heb ei wirio ddwywaith eto)
elected-said-reported = { $n } yn dweud “{ $word }” (dim ond eraill sy’n dweud hynny)
elected-answers = { $who }: { $answers }.
elected-none = { $who }, ni wyddom am ateb clir.
elected-rest = { $n ->
    [one] Ni wyddom am ateb clir gan un arall.
   *[other] Ni wyddom am ateb clir gan y { $n } arall.
}
elected-not-asked = Ni ofynnom i’r un ohonynt.
elected-not-put = Ni ofynnwyd hyn yn unman y gwyddom pwy a etholwyd yno.
elected-sources = Sut y gwyddom pwy a etholwyd:
elected-source = { $source } ({ $n }).
elected-data = Y rhai a etholwyd a’u hatebion mewn tabl (CSV)
elected-parties = Beth mae eu pleidiau’n ei ddweud
elected-votes = Pleidleisiau: { $votes }.
elected-declared = Cyhoeddwyd: { $date }.
elected-from = Ffynhonnell: { $source }
# Somebody who was elected before and stands again.
holder = Etholwyd yn { $when }.
holder-said = { $question } Yn { $when }: { $then }; nawr: { $now }.

## Y bleidlais: y cerdyn sgorio

ballot-title = { $area }, { $election }
# A ballot that would not be told from another by its area alone.
ballot-by-election = { $area } (isetholiad)
ballot-of-lists = rhestrau pleidiau
ballot-trail = Pob { unit }
ballot-under = { $election }, { $date }. { $n ->
    [one] Un ymgeisydd.
   *[other] { $n } o ymgeiswyr, yn nhrefn ein rhestr ni.
}
ballot-under-paper = { $election }, { $date }. { $n ->
    [one] Un ymgeisydd.
   *[other] { $n } o ymgeiswyr, yn nhrefn y papur pleidleisio.
}
ballot-under-name = { $election }, { $date }. { $n ->
    [one] Un ymgeisydd.
   *[other] { $n } o ymgeiswyr, yn ôl cyfenw.
}
ballot-under-lists = { $election }, { $date }. Nifer yr ymgeiswyr: { $n }. Rhestrau pleidiau: { $lists }.{ $alone ->
    [0] {""}
   *[other] {" "}Ymgeiswyr annibynnol: { $alone }.
}
ballot-description = Pwy sy’n sefyll: { $area }, { $election }, a’r hyn sydd ar gofnod am eu safbwyntiau nhw a’u pleidiau.
ballot-description-after = Pwy a safodd: { $area }, { $election }, a’r hyn sydd ar gofnod am eu safbwyntiau nhw a’u pleidiau.
ballot-seats = { $n ->
    [one] Mae un person yn cael ei ethol yma.
   *[other] Mae { $n } o bobl yn cael eu hethol yma.
}
ballot-seats-after = { $n ->
    [one] Etholwyd un person yma.
   *[other] Etholwyd { $n } o bobl yma.
}
ballot-seats-cancelled = { $n ->
    [one] Roedd un person i’w ethol yma.
   *[other] Roedd { $n } o bobl i’w hethol yma.
}
ballot-cancelled = Cafodd y bleidlais yma ei gohirio neu ei dileu.
ballot-cancelled-on = Cafodd y bleidlais yma ei gohirio neu ei dileu ar { $date }.
ballot-cancelled-in = Cafodd y bleidlais yma ei gohirio neu ei dileu yn ystod { $date }.
ballot-called-off = { $area } (gohiriwyd neu dilëwyd y bleidlais)
# No more people stand than are elected, so nobody votes.
ballot-elected-unopposed = Nid oes angen pleidlais yma. { $n ->
    [one] Etholir { $names } heb wrthwynebiad.
   *[other] Etholir { $names } heb wrthwynebiad.
}
ballot-elected-unopposed-after = Nid oedd angen pleidlais yma. { $n ->
    [one] Etholwyd { $names } heb wrthwynebiad.
   *[other] Etholwyd { $names } heb wrthwynebiad.
}
ballot-unopposed = { $area } (etholwyd heb wrthwynebiad)
ballot-incomplete = Nid yw’r rhestr hon o ymgeiswyr yn gyflawn. { $source }
ballot-complete = Mae’r rhestr o ymgeiswyr yn gyflawn. Ffynhonnell: { $source }
ballot-complete-date = Mae’r rhestr o ymgeiswyr yn gyflawn. Ffynhonnell: { $source }, { $date }
ballot-unknown-complete = Ni wyddom eto a yw’r rhestr hon yn gyflawn.
ballot-caption = Safbwynt pob ymgeisydd
ballot-caption-after = Safbwynt pob ymgeisydd ar y pryd
ballot-candidate = Ymgeisydd
ballot-about = Am y bleidlais hon
# In its place where another link stands on the same line of a phone.
ballot-print-short = Print bras
ballot-print-large = Argraffu mewn llythrennau bras (18 pwynt)
ballot-print-set = Mae’r llythrennau’n fras. Argraffwch yn awr.
ballot-print-back = Yn ôl i lythrennau bach
ballot-off = Ddim yn sefyll bellach
ballot-none = Nid oes ymgeiswyr ar gofnod eto.
ballot-gone = { $name } ({ $why })
gss = Cod yr ardal
seats = Seddi
region = Ble
place = { $nation }: { $region }
place-unknown = Ddim ar gofnod
list-source = Rhestr yr ymgeiswyr

# Brawddegau agoriadol: dim ond yr hyn a wyddys.
lead-none-asked = { $all ->
    [one] Ni wnaethom ofyn i’r ymgeisydd hwn.
   *[other] Ni wnaethom ofyn i’r un o’r { $all } ymgeisydd hyn.
}
lead-answer = { $word }: { $names }.
lead-unchecked = Heb ei wirio ddwywaith eto: { $names }.
lead-reported = Yn ôl eraill yn unig: { $names }.
lead-names-word = { $names } ({ $word })
lead-own = { $word }.
lead-own-unchecked = { $word } (heb ei wirio ddwywaith eto)
lead-count = { $n }
lead-known-none = Nid oes ateb clir yn hysbys.
lead-not-asked = Nid ydym wedi gofyn hyn eto.
lead-not-asked-after = Ni wnaethom ofyn hyn.
lead-lines = Safbwyntiau’r pleidiau: { $lines }.
lead-lines-unchecked = Safbwyntiau’r pleidiau, heb eu gwirio ddwywaith eto: { $lines }.
lead-lines-reported = Safbwyntiau’r pleidiau, yn ôl eraill yn unig: { $lines }.
lead-lines-bare = { $lines }.
lead-line = { $names }: { $word }
lead-only-lines = Safbwyntiau eu pleidiau:
lead-only-lines-unchecked = Safbwyntiau eu pleidiau, heb eu gwirio ddwywaith eto:
lead-line-count = { $word }: { $n }
lead-answered = { $all ->
    [one] Mae gennym ateb clir gan yr ymgeisydd hwn.
   *[other] Nifer yr ymgeiswyr sydd wedi rhoi ateb clir: { $n } o { $all }.
}
lead-no-reply = Nifer heb ateb: { $n }.
lead-rest = Nifer y lleill heb ateb clir: { $n }.
lead-waiting = Nifer sydd ag amser i ateb o hyd: { $n }.

holds-none-asked = { $all ->
    [one] Nid ydym wedi gofyn i’r ymgeisydd hwn eto.
   *[other] Nid ydym wedi gofyn i’r un ohonynt eto.
}
holds-none-asked-after = { $all ->
    [one] Ni wnaethom ofyn i’r ymgeisydd hwn.
   *[other] Ni wnaethom ofyn i’r un ohonynt.
}
holds-unchecked = Nid yw’r atebion hyn wedi’u gwirio ddwywaith eto.
holds-checked = Gwiriwyd blychau llawn gan { $checks ->
    [one] 1 person arall
   *[other] { $checks } o bobl eraill
}.

row-no-reply = Dim ateb i’r { $all ->
    [one] cwestiwn
    [two] un o’r 2 gwestiwn
    [few] un o’r 3 chwestiwn
    [many] un o’r 6 chwestiwn
   *[other] un o’r { $all } cwestiwn
}, gofynnwyd { $date }.
row-no-reply-some = Dim ateb i { $n ->
    [one] un cwestiwn
    [two] 2 gwestiwn
    [few] 3 chwestiwn
    [many] 6 chwestiwn
   *[other] { $n } cwestiwn
}, gofynnwyd { $date }.
row-waiting = Gofynnwyd { $asked }. Mae amser i ateb tan { $deadline }.
row-waiting-some = Nifer y cwestiynau a ofynnwyd { $asked }: { $n }. Mae amser i’w hateb tan { $deadline }.
row-being-checked = Nifer yr atebion sy’n cael eu gwirio: { $n }.
row-not-reached = Ceisiwyd gofyn iddynt { $date }, heb lwyddo.
row-not-asked = Heb ofyn eto.
row-not-asked-after = Ni wnaethom ofyn.
row-not-asked-some = Nifer y cwestiynau heb eu gofyn eto: { $n }.
row-not-asked-some-after = Nifer y cwestiynau na ofynnwyd: { $n }.
row-reply = gweler eu hymateb
row-not-checked = Heb edrych.
row-line-unread = Heb edrych am safbwynt y blaid eto.
row-no-line = Dim safbwynt plaid.
row-silent = Dim sôn am yr un o’r { $all ->
    [two] 2 gwestiwn
    [few] 3 chwestiwn
    [many] 6 chwestiwn
   *[other] { $all } cwestiwn
}

matrix-group = Cwestiynau { $from } i { $to }
said-title = Yr hyn a ddywedwyd
said-title-parties = Yr hyn y mae eu pleidiau’n ei ddweud
lead-none-answered = { $all ->
    [one] Nid oes gennym ateb clir gan yr ymgeisydd hwn.
   *[other] Nid oes gennym ateb clir gan yr un o’r { $all } ymgeisydd hyn.
}
lead-manifestos = { $parties ->
    [one] Darllenasom faniffesto eu plaid.
   *[other] { $n ->
        [one] Darllenasom faniffesto un o’u pleidiau.
       *[other] Darllenasom faniffestos { $n } o’u pleidiau.
    }
}
lead-documents = { $parties ->
    [one] Darllenasom ddogfen gan eu plaid.
   *[other] { $n ->
        [one] Darllenasom ddogfen gan un o’u pleidiau.
       *[other] Darllenasom ddogfennau gan { $n } o’u pleidiau.
    }
}
lead-parts = { $parties ->
    [one] Darllenasom rannau o ddogfen gan eu plaid.
   *[other] { $n ->
        [one] Darllenasom rannau o ddogfen gan un o’u pleidiau.
       *[other] Darllenasom rannau o ddogfennau gan { $n } o’u pleidiau.
    }
}
lead-parts-more = { $n ->
    [one] Darllenasom rannau o ddogfen gan un arall.
   *[other] Darllenasom rannau o’r rhai gan { $n } arall.
}

## Sgôr

score-title = Cytuno â’r ymgyrch
score-own = Eu geiriau eu hunain: yn cytuno â’r ymgyrch ar { $agree }{ $partly ->
    [0] {""}
   *[other] {", "}yn rhannol ar { $partly }
}{ $disagree ->
    [0] {""}
   *[other] {", "}yn anghytuno ar { $disagree }
}, o’r { $clear } ateb clir. Maent yn ymwneud â { $clear } o’r { $of ->
    [two] 2 gwestiwn
    [few] 3 chwestiwn
    [many] 6 chwestiwn
   *[other] { $of } cwestiwn
} y mae’r ymgyrch yn cymryd ochr arnynt.
score-party = Safbwynt y blaid: yn cytuno â’r ymgyrch ar { $agree }{ $partly ->
    [0] {""}
   *[other] {", "}yn rhannol ar { $partly }
}{ $disagree ->
    [0] {""}
   *[other] {", "}yn anghytuno ar { $disagree }
}, o’r { $clear } ateb clir. Maent yn ymwneud â { $clear } o’r { $of ->
    [two] 2 gwestiwn
    [few] 3 chwestiwn
    [many] 6 chwestiwn
   *[other] { $of } cwestiwn
} y mae’r ymgyrch yn cymryd ochr arnynt.
score-own-few = Eu geiriau eu hunain: { $clear ->
    [0] nid oes gennym ateb clir wedi’i gadarnhau
    [one] mae gennym un ateb clir wedi’i gadarnhau
   *[other] mae gennym { $clear } o atebion clir wedi’u cadarnhau
} i’r { $of ->
    [one] un cwestiwn
    [two] 2 gwestiwn
    [few] 3 chwestiwn
    [many] 6 chwestiwn
   *[other] { $of } cwestiwn
} y mae’r ymgyrch yn cymryd ochr arno. Mae hynny’n rhy ychydig i wneud swm.
score-party-few = Safbwynt y blaid: { $clear ->
    [0] nid oes gennym ateb clir wedi’i gadarnhau
    [one] mae gennym un ateb clir wedi’i gadarnhau
   *[other] mae gennym { $clear } o atebion clir wedi’u cadarnhau
} i’r { $of ->
    [one] un cwestiwn
    [two] 2 gwestiwn
    [few] 3 chwestiwn
    [many] 6 chwestiwn
   *[other] { $of } cwestiwn
} y mae’r ymgyrch yn cymryd ochr arno. Mae hynny’n rhy ychydig i wneud swm.

## Person

photo-alt = Ffotograff o { $name }
person-title = { $name }, { $area }, { $election }
person-under = Ymgeisydd: { $area }, { $election }, { $date }.
person-under-gone = Cyn-ymgeisydd: { $area }, { $election }, { $date }.
# The same person on other ballots.
person-also = Hefyd yn sefyll: { $area }, { $election }, { $date }
person-also-stood = Wedi sefyll: { $area }, { $election }, { $date }
person-also-was = Bu’n ymgeisydd: { $area }, { $election }, { $date }
person-description = Yr hyn sydd ar gofnod am safbwyntiau { $name }, { $area }, { $election }, gyda ffynonellau.
person-description-after = Yr hyn sydd ar gofnod am safbwyntiau { $name } ar y pryd, { $area }, { $election }, gyda ffynonellau.
person-lead-no-reply = Nid yw { $name } wedi ateb ein cwestiynau.
person-lead-waiting = Rydym wedi gofyn, ac yn disgwyl ateb gan { $name }.
person-lead-not-asked = Nid ydym wedi gofyn eto. Ymgeisydd: { $name }.
person-lead-not-asked-after = Ni wnaethom ofyn. Ymgeisydd: { $name }.
person-lead-not-reached = Ni allem gyrraedd yr ymgeisydd: { $name }.
person-lead-unknown = Nid oes gennym ateb clir gan { $name }.
person-earlier = Atebion cynharach
person-documents = Dogfennau o’u heiddo a ddarllenasom
person-documents-known = Dogfennau o’u heiddo y gwyddom amdanynt
person-website = Gwefan yr ymgyrch
person-gone = Ddim yn sefyll bellach: { $why }
person-reply = Beth mae { $name } yn ei ddweud am y dudalen hon
evidence-date = Dyddiad: { $date }.
evidence-accessed = Darllenwyd ddiwethaf gennym ar { $date }.
evidence-archived = Copi parhaol
evidence-document = Beth a ddarllenasom, a sut
checks-by = Gwiriwyd gan { $name }, { $date }.
entered-by = Cofnodwyd gan { $name }.

## Pleidiau

parties-title = Pleidiau ochr yn ochr
parties-description = Yr hyn sydd ar gofnod am safbwynt pob plaid ar bob cwestiwn, gyda ffynonellau.
parties-lead = Safbwynt plaid yw’r hyn y mae’r blaid gyfan yn ei ddweud. Gall ymgeisydd feddwl yn wahanol.
parties-caption = Safbwyntiau’r pleidiau, { $election }
parties-party = Plaid
parties-none = Nid oes pleidiau ar gofnod eto.
parties-others = Pleidiau heb safbwynt ar gofnod
parties-others-text = Nid oes safbwynt ar gofnod ar gyfer y pleidiau hyn. Ein bwlch ni yw hynny, nid eu bwlch nhw.
party-in-nations = { $party } ({ $nations })
party-title-of-many = { $party } ({ $id })
party-candidate = { $area }: { $name }
party-candidate-alone = { $area }: { $name } (mae’r blaid wedi tynnu ei chefnogaeth yn ôl)
party-lead-unread = Nid oes safbwynt ar gofnod. Plaid: { $party }.
party-lead = { $answers } o’r { $all ->
    [one] un cwestiwn
    [two] 2 gwestiwn
    [few] 3 chwestiwn
    [many] 6 chwestiwn
   *[other] { $all } cwestiwn
}.
party-lead-yes = o blaid ar { $n }
party-lead-no = yn erbyn ar { $n }
party-lead-partly = yn rhannol ar { $n }
party-lead-none = Nid oes safbwynt clir yn hysbys ar { $all ->
    [one] y cwestiwn
    [two] yr un o’r 2 gwestiwn
    [few] yr un o’r 3 chwestiwn
    [many] yr un o’r 6 chwestiwn
   *[other] yr un o’r { $all } cwestiwn
}. Plaid: { $party }.
party-lead-unchecked = { $sure ->
    [0] Nid yw hynny wedi’i wirio ddwywaith eto.
   *[other] Nid yw hynny i gyd wedi’i wirio ddwywaith eto.
}
party-description = Yr hyn sydd ar gofnod am safbwynt { $party } ar bob cwestiwn, gyda ffynonellau, a’i hymgeiswyr.
party-glance = Cipolwg
party-lines = Safbwyntiau’r blaid, { $election }
party-documents = Dogfennau a ddarllenasom
party-documents-known = Dogfennau y gwyddom amdanynt
party-documents-none = Nid oes dogfen gan y blaid hon ar gofnod.
party-formats = Fformatau y gall pobl eu defnyddio
formats-of = { $document }: { $text }
formats-since = { $formats } ers { $date }
formats-known = { $formats }.
formats-not-found = Heb ei ganfod erbyn { $date }: { $formats }.
formats-not-looked = { $document }: nid ydym wedi chwilio am fformatau eraill eto.
party-format = { $document }: { $format }, { $date }
party-candidates = Ymgeiswyr
party-candidates-count = { $n ->
    [0] Dim ymgeiswyr ar y wefan hon.
    [one] Un ymgeisydd ar y wefan hon.
   *[other] { $n } o ymgeiswyr ar y wefan hon.
}
party-website = Gwefan y blaid
party-ids = Cofrestrwyd neu gyhoeddwyd fel { $ids }.
party-lent-from = Lle nad oes ganddi ei safbwynt ei hun, dangoswn safbwynt { $party }, oherwydd: { $because }

## Cwestiynau

questions-title = Y cwestiynau
questions-lead = Dyma’r cwestiynau rydym yn edrych arnynt. Mae pob tudalen yn dweud beth yw ystyr y cwestiwn, a phwy sy’n dweud beth.
questions-description = Y cwestiynau rydym yn edrych arnynt, a pham.
questions-none = Nid oes cwestiynau ar gofnod eto.
question-description = { $ask } Beth mae’n ei olygu, a’r hyn sydd ar gofnod.
question-parties = Beth mae’r pleidiau’n ei ddweud
question-people = Beth mae ymgeiswyr yn ei ddweud
question-lead-none = Nid oes ateb clir gan unrhyw blaid yn hysbys.
question-people-none = Ni wyddom am ateb gan yr un ymgeisydd i’r cwestiwn hwn.
question-people-many = Mae { $n } o ymgeiswyr wedi siarad am hyn. Wedi’u gwirio ddwywaith: { $yes } o blaid, { $no } yn erbyn, { $partly } yn rhannol. Nid yw’r lleill yn glir neu heb eu gwirio ddwywaith eto.
question-people-caption = Atebion yr ymgeiswyr, { $election }
question-parties-caption = Safbwyntiau’r pleidiau, { $election }
question-earlier = Geiriad blaenorol y cwestiwn hwn
question-mended = Cywirwyd ei sillafu ar ôl ei ofyn: { $because }
question-asked-as = Dyma’r cwestiwn bryd hynny: { $ask }
question-only-in = { $ask } (gofynnir yn { $nations } yn unig)
not-put = Ni ofynnir hyn yma
late-reply = Daeth yr ateb hwn ar ôl ein dyddiad cau, { $deadline }.
question-earlier-until = Fersiwn { $version }, tan { $date }: { $ask }
question-earlier-plain = Fersiwn { $version }: { $ask }
question-version = Dyma fersiwn { $version } o’r cwestiwn.
question-wants-supports = Mae’r ymgyrch o blaid.
question-wants-opposes = Mae’r ymgyrch yn erbyn.
question-wants-none = Nid yw’r ymgyrch yn cymryd ochr ar hyn.
question-terms = Geiriau yr ydym yn chwilio amdanynt:
question-seat = { unit-first }

## Dogfennau

documents-title = Dogfennau y gwyddom amdanynt
documents-description = Pob maniffesto, taflen, llythyr a thudalen y gwyddom amdanynt, a sut y’u darllenasom.
documents-lead = Dim ond pan fo rhywun wedi darllen dogfen gyfan ac wedi chwilio y dywedwn ei bod yn dawel.
documents-none = Nid oes dogfennau ar gofnod eto.
documents-manifestos = Maniffestos: { $n }
documents-leaflets = Taflenni: { $n }
documents-letters = Llythyrau: { $n }
documents-pages = Tudalennau gwe: { $n }
documents-speeches = Areithiau: { $n }
document-of = { $kind }: { $owner }, { $date }.
document-of-undated = { $kind }: { $owner }.
document-publisher = Cyhoeddwyd gan { $publisher }.
document-nations = Ar gyfer { $nations }.
document-lang = Iaith: { $lang }
document-url = Ei darllen
document-archived = Copi parhaol
document-accessed = Darllenwyd ddiwethaf yno gennym ar { $date }.
document-formats = Fformatau eraill
document-readings = Sut y’i darllenasom
document-unread = Nid oes neb wedi’i darllen eto.
document-unread-quoted = Rydym yn ei dyfynnu, felly mae rhywun wedi darllen ynddi. Nid oes cofnod o ddarlleniad cyfan.
document-description = Beth yw “{ $title }” ({ $owner }), sut y’i darllenasom, a beth mae’n ei ddweud am ein cwestiynau.
document-title-of-many = { $title } ({ $id })
document-state-all = Nid oes neb yma wedi’i gweld eto.
document-state-rest = Darllenwyd yn rhannol.
document-state-questions = Darllenwyd yn gyfan, ond nid ar gyfer pob cwestiwn.
document-state-checks = Darllenwyd yn gyfan; rhaid i rywun arall ailddarllen.
document-state-nothing = Darllenwyd yn gyfan, ac eto gan eraill.
document-received = Derbyniwyd { $date }.
document-received-in = Derbyniwyd { $date }: { $areas }.
document-received-how = Derbyniwyd { $date }, { $how }.
document-received-in-how = Derbyniwyd { $date }: { $areas }, { $how }.
document-owner = Yr hyn a wyddom am { $owner }
document-lead-no-questions = Nid oes gennym gwestiynau am yr etholiad hwn.
document-lead-read = { $questions ->
    [one] Fe’i darllenwyd ar gyfer ein cwestiwn, ac { $speaks ->
        [0] nid yw’n sôn amdano.
       *[other] mae’n sôn amdano.
    }
   *[other] Fe’i darllenwyd ar gyfer ein { $questions ->
        [two] 2 gwestiwn
        [few] 3 chwestiwn
        [many] 6 chwestiwn
       *[other] { $questions } cwestiwn
    }, ac { $speaks ->
        [0] nid yw’n sôn am yr un ohonynt.
        [one] mae’n sôn am un ohonynt.
       *[other] mae’n sôn am { $speaks } ohonynt.
    }
}
document-lead-part = Fe’i darllenwyd ar gyfer { $read } o’n { $questions ->
    [two] 2 gwestiwn
    [few] 3 chwestiwn
    [many] 6 chwestiwn
   *[other] { $questions } cwestiwn
}, ac { $speaks ->
    [0] nid yw’n sôn am yr un o’r rheini.
    [one] mae’n sôn am un o’r rheini.
   *[other] mae’n sôn am { $speaks } o’r rheini.
}
document-lead-searched = Nid oes neb wedi’i darllen yn gyfan eto. Edrychodd rhaglen ynddi am eiriau ein cwestiynau: { $mentions ->
    [0] ni chafodd hyd i ddim.
    [one] cafodd hyd i rai un o { $questions }.
   *[other] cafodd hyd i rai { $mentions } o { $questions }.
}
document-lead-unreadable = Mae hi gennym, ond ni ellid darllen yr un o’i thudalennau.
document-lead-quoted = { $questions ->
    [one] Rydym yn ei dyfynnu ar ein cwestiwn.
   *[other] Rydym yn ei dyfynnu ar { $quoted } o’n { $questions ->
        [two] 2 gwestiwn
        [few] 3 chwestiwn
        [many] 6 chwestiwn
       *[other] { $questions } cwestiwn
    }.
} Nid oes cofnod o ddarlleniad cyfan.
document-lead-differ = { $n ->
    [one] Mae’r darllenwyr yn anghytuno ar un ohonynt.
   *[other] Mae’r darllenwyr yn anghytuno ar { $n } ohonynt.
}
document-lead-nobody = Nid oes neb wedi edrych ynddi am ein cwestiynau eto.
document-answers = Beth mae’n ei ddweud am ein cwestiynau
document-answers-note = Nid yw sôn am rywbeth yn ateb eto. Mae’r atebion yma:
says-speaks = Mae’n sôn am hyn. { $by } a’i canfu ar { $date }.
says-differ = Mae’r darllenwyr yn anghytuno. Cafodd { $by } hyd iddo ar { $date }. Darllenodd { $other } y cyfan ar { $when } heb ei gael.
says-quoted = Rydym yn ei dyfynnu ar hyn. Nid oes cofnod o ddarlleniad cyfan.
quoted-by = Lle’r ydym yn defnyddio hyn: { $name }
says-silent = { $silent } ({ $by }, { $date })
says-silent-hits = { $silent } ({ $by }, { $date }) Mae rhaglen yn canfod geiriau’r cwestiwn hwn ynddi, mewn { $n ->
    [one] un lle.
   *[other] { $n } o leoedd.
}
says-mentions = Mae geiriau’r cwestiwn hwn ynddi, mewn { $n ->
    [one] un lle.
   *[other] { $n } o leoedd.
} Rhaglen a’u canfu; nid oes neb wedi darllen y cyfan am hyn eto.
says-mentions-unsure = Ymddengys bod geiriau’r cwestiwn hwn ynddi, ar dudalennau na ellid eu darllen yn dda. Rhaglen a’u canfu; nid oes neb wedi darllen y cyfan am hyn eto.
says-none = Ni chafwyd hyd i sôn ar { $pages ->
    [one] y dudalen y gallem ei darllen.
   *[other] y tudalennau y gallem eu darllen ({ $pages }).
} Rhaglen a edrychodd; gall sôn amdano mewn geiriau eraill.
says-none-of = Ni chafwyd hyd i sôn ar y tudalennau y gallem eu darllen ({ $read } o { $pages }). Rhaglen a edrychodd; gall sôn amdano mewn geiriau eraill, neu mewn man arall.
says-unreadable = Ni ellid darllen yr un o’i thudalennau, felly ni allwn ddweud.
says-not-looked = Nid oes neb wedi chwilio am hyn ynddi eto.
heard-page = Tudalen { $page }
heard-page-unsure = Tudalen { $page }, na ellid ei darllen yn dda
document-pictures = Sut mae’n edrych
picture-alt = Llun o’r ddogfen.
picture-alt-of = Llun o’r ddogfen: { $title }.
transcript-title = Ei geiriau
made-from-pdf = Cymerwyd o PDF gan raglen, { $date }.
made-from-web-page = Cymerwyd o dudalen we gan raglen, { $date }.
made-from-picture = Darllenwyd o luniau gan raglen, { $date }.
made-from-plain-text = Cymerwyd o destun plaen, { $date }.
made-from-hand = Teipiwyd â llaw, { $date }.
transcript-corrected = Cymharwyd â’r ddogfen a’i chywiro gan { $by }, { $date }.
transcript-unchecked = Nid oes neb wedi’i gymharu â’r ddogfen eto.
transcript-sentences = Dim ond y brawddegau uchod a ddangoswn. Geiriau’r cyhoeddwr yw’r gweddill.
transcript-page = Tudalen { $n }
transcript-unsure = Ni ellid darllen y dudalen hon yn dda: roedd y rhaglen yn { $n } y cant yn sicr o’i geiriau. Peidiwch â dibynnu arnynt.
transcript-no-words = Ni ellid darllen geiriau ar y dudalen hon.

## Taflenni

leaflets-title = Beth mae’r taflenni’n ei ddweud
leaflets-lead = { $n ->
    [one] Mae un daflen gennym ar gofnod yma, { $read ->
        [0] ond ni allem chwilio am ein cwestiynau ynddi.
       *[other] ac rydym wedi chwilio am ein cwestiynau ynddi.
    }
   *[other] Mae { $n } o daflenni gennym, ac rydym wedi chwilio am ein cwestiynau mewn { $read } ohonynt.
}
leaflets-speaks = { $n } o { $all }: yn sôn amdano, yn ôl rhywun a’i darllenodd.
leaflets-differ = { $n } o { $all }: mae’r darllenwyr yn anghytuno a yw’n sôn amdano.
leaflets-mentions = { $n } o { $all }: canfu rhaglen eiriau amdano; nid oes neb wedi darllen y cyfan am hyn.
leaflets-silent = { $n } o { $all }: ddim yn sôn amdano, yn ôl rhywun a ddarllenodd y cyfan.
leaflets-none = { $n } o { $all }: ni chanfu rhaglen sôn ar y tudalennau y gallai eu darllen.
leaflets-unknown = { $n } o { $all }: nid oes neb wedi edrych eto, neu ni ellid ei darllen.
leaflets-one = { $owner }: { $title }
leaflets-which = Pa daflenni
leaflets-all = Y taflenni
leaflets-note = Nid yw bod taflen yn sôn am rywbeth yn ateb iddo.
reading-whole = Darllenwyd y cyfan gan { $by } ar { $date }: { $seen }.
reading-part = Darllenwyd rhan ohoni gan { $by } ar { $date } ({ $part }): { $seen }.
reading-some = Darllenwyd rhan ohoni gan { $by } ar { $date }: { $seen }.
reading-described = Heb ei gweld gan { $by }; ar { $date } darllenwyd yr hyn a ysgrifennodd rhywun amdani.
reading-copy = Yr hyn a ddarllenwyd: { $title }.
reading-copy-publisher = Yr hyn a ddarllenwyd: { $title }, gan { $publisher }.
reading-found = Mae’n sôn am:
reading-silent = Nid yw’n sôn am:
reading-checked = Darllenwyd eto gyda’r un canlyniad gan { $by }, { $date }.

## Ffigurau

figures-title = Y darlun lleol
figure-in = { $area }, { $date }: { $value } { $says }.
figure-on = { $area }, { $date }: { $value } { $says }.
figure-none = { $title }: nid yw’r ffynhonnell yn rhoi ffigur ar gyfer { $area }.
figure-few = llai na { $n }
figure-about = tua { $value }
figure-below = llai na { $value }
figure-percent = { $n }%
figure-pounds = £{ $n }
figure-more = Mae hynny’n uwch nag mewn { $n } o bob 10 { unit } sydd â ffigur.
figure-less = Mae hynny’n is nag mewn { $n } o bob 10 { unit } sydd â ffigur.
figure-middle = Mae hynny’n agos at ganol yr holl { units } sydd â ffigur.
figure-bar = Mae’r blwch mor hir â’r ffigur uchaf o’r { $n } { unit }.
figure-bar-middle = Mae’r llinell hir yn nodi’r canol: { $middle } neu lai yw’r ffigur mewn hanner ohonynt.
figures-note = Mae’r ffigurau hyn yn ymwneud â’r lle. Nid ydynt yn dweud dim am ymgeisydd.

## Geiriau plaen

plain-words = Mewn geiriau plaen
plain-words-of = { $word }: { $text }
easy-read = Mewn Hawdd ei Ddeall

## Geirfa

glossary-title = Geirfa
glossary-description = Geiriau anodd y wefan hon, mewn geiriau plaen.
glossary-lead = Geiriau anodd, mewn geiriau plaen.
glossary-none = Nid oes geiriau yma eto.
glossary-stands-for = Byr am { $long }.
glossary-more = Darllen mwy: { $term }
glossary-from = o { $date }
glossary-until = tan { $date }
glossary-in = { $nations }
glossary-here = Geiriau yn y testun hwn
glossary-back = Yn ôl at “{ $term }” yn y testun

## I ymgeiswyr

candidates-title = I ymgeiswyr
candidates-description = Beth rydym yn ei ofyn i ymgeiswyr, sut y gwirir atebion, a sut i’n cywiro.
candidates-lead = Os ydych yn ymgeisydd, eich gair chi sy’n dod yn gyntaf ar eich tudalen.
candidates-asked = Beth rydym yn ei ofyn
candidates-asked-after = Beth a ofynasom
candidates-asked-none = Beth yr edrychasom arno
candidates-rounds = Pryd y gofynasom
candidates-rounds-none = Nid ydym wedi gofyn i’r un ymgeisydd eto.
candidates-rounds-none-after = Ni ofynasom i’r un ymgeisydd cyn diwrnod y pleidleisio.
round-text = { $how }, ar { $date }. Roedd angen atebion erbyn { $deadline }.
round-put = Gofynnwyd { $questions ->
    [one] un cwestiwn
    [two] 2 gwestiwn
    [few] 3 chwestiwn
    [many] 6 chwestiwn
   *[other] { $questions } cwestiwn
} i { $people ->
    [one] un person.
   *[other] { $people } o bobl.
}
round-text-open = { $how }, ar { $date }. Mae angen atebion erbyn { $deadline }.
candidates-answer = Sut i ateb
candidates-answer-text = Anfonwch eich ateb i bob cwestiwn: o blaid, yn erbyn, neu’n rhannol. Ychwanegwch un neu ddwy frawddeg. Efallai y byddwn yn eu hargraffu air am air. Cewch hefyd ein cyfeirio at eich taflen, eich gwefan neu araith.
candidates-answer-closed = Nid ydym yn casglu atebion yma yn awr. I gywiro marc neu i gwyno, gweler
candidates-checked = Sut y gwirir atebion
candidates-checked-text = { $checks ->
    [one] Argraffwn eich ateb fel un “heb ei wirio ddwywaith eto” i ddechrau. Daw’n “wedi’i gadarnhau” pan fydd 1 person heblaw’r un a’i teipiodd wedi’i gymharu â’r hyn a anfonasoch.
   *[other] Argraffwn eich ateb fel un “heb ei wirio ddwywaith eto” i ddechrau. Daw’n “wedi’i gadarnhau” pan fydd { $checks } o bobl heblaw’r un a’i teipiodd wedi’i gymharu â’r hyn a anfonasoch.
}
candidates-correct = Sut i’n cywiro
candidates-correct-text = Os yw marc amdanoch yn anghywir, dywedwch wrthym. Edrychwn arno, ei newid os ydych yn iawn, a rhestru’r newid ar ein tudalen gywiriadau. Cewch hefyd argraffu ymateb eich hun wrth ymyl unrhyw farc.

## Cysylltu

contact-email = E-bost
contact-phone = Ffôn
contact-post = Post
contact-url = Ffurflen
contact-title = Sut i’n cyrraedd

## Dull

method-title = Sut y rhoddir marciau
method-description = O ble y daw pob marc, pwy sy’n ei wirio, a beth yw ystyr y geiriau.
method-lead = Nid oes marc yma heb ei ffynhonnell. Yr hyn na wyddom, dywedwn na wyddom.
method-words = Ystyr y marciau
method-mark = Marc
method-meaning = Ei ystyr
method-supports = O blaid yr hyn y mae’r cwestiwn yn ei ofyn.
method-opposes = Yn erbyn yr hyn y mae’r cwestiwn yn ei ofyn.
method-mixed = O blaid rhan ohono, neu o blaid o dan amod. Mae’r geiriau wrth ei ymyl yn dweud pa un.
method-unclear = Yn siarad amdano heb ateb y cwestiwn.
method-declined = Gofynasom, a dywedwyd wrthym na fyddent yn dweud.
method-waiting = Gofynasom, ac nid yw’r amser i ateb ar ben.
method-no-reply = Gofynasom, ac ni ddaeth ateb mewn pryd.
method-not-reached = Ceisiasom ofyn, ond ni chyrhaeddodd.
method-not-asked = Ni roesom y cwestiwn iddynt.
method-not-asked-after = Mae diwrnod y pleidleisio wedi bod, ac ni roesom y cwestiwn iddynt.
method-differ = Mae dau ateb clir o’r un dyddiad yn wahanol. Dangosir y ddau, heb gyfrif y naill na’r llall.
method-taken-down = Tynnwyd marc oddi ar y wefan hon. Mae’r nodyn wrth ei ymyl yn dweud pryd a pham.
method-not-checked = Nid oes neb wedi edrych, neu ni allai’r testun a oedd gennym ateb.
method-silent = Darllenodd rhywun ddogfen gyfan, chwiliodd am y cwestiwn hwn, ac nid yw yno. Mae hynny’n dweud rhywbeth am y ddogfen, a dim am farn neb.
method-two-words = Gair ymgeisydd a safbwynt plaid
method-two-words-text = Mae pob blwch yn dangos gair yr ymgeisydd ei hun yn gyntaf. Mae safbwynt y blaid oddi tano, yn llai, gydag enw’r blaid. Nid yw safbwynt plaid byth yn cyfrif fel ateb ymgeisydd. Rhaid i air ymgeisydd ddod ganddyn nhw: ateb, eu taflen neu eu gwefan eu hunain, araith, hystings, neu bleidlais. Gair y blaid yw maniffesto.
method-order = Trefn yr enwau
method-order-text = Mae tudalen pob { unit } yn dweud ym mha drefn y mae’r ymgeiswyr yno: trefn y papur pleidleisio lle y’i gwyddom, neu fel arall yn ôl cyfenw neu fel ar ein rhestr ni. Nid ydym byth yn rhoi pobl mewn trefn teilyngdod.
method-checks = Sut y gwirir marc
method-checks-text = { $checks ->
    [one] Mae pob marc yn dechrau fel un “heb ei wirio ddwywaith eto”. Pan fydd 1 person heblaw’r un a’i cofnododd wedi’i gymharu â’i ffynhonnell, mae “wedi’i gadarnhau”, a llenwir ei flwch. Ni ellir byth gadarnhau adroddiad newyddion na gair ymgyrch arall ar ei ben ei hun.
   *[other] Mae pob marc yn dechrau fel un “heb ei wirio ddwywaith eto”. Pan fydd { $checks } o bobl heblaw’r un a’i cofnododd wedi’i gymharu â’i ffynhonnell, mae “wedi’i gadarnhau”, a llenwir ei flwch. Ni ellir byth gadarnhau adroddiad newyddion na gair ymgyrch arall ar ei ben ei hun.
}
method-states = Gall marc hefyd fod “dan ddadl”: mae rhywun sy’n gysylltiedig yn ei wadu, ac mae’r ddau destun yn aros. “Ni ellid ei wirio”: ceisiasom ei wirio a methu. “Tynnwyd yn ôl”: roeddem yn anghywir, ac nid yw’n cyfrif bellach.
method-which = Pa ateb a ddangosir
method-which-text = Daw ateb clir o flaen unrhyw fwlch, a’r ateb diweddaraf o flaen rhai hŷn. Os yw dau ateb clir o’r un dyddiad yn wahanol, dangoswn y ddau heb gyfrif y naill na’r llall. Mae atebion hŷn yn aros ar dudalen y person.
method-score = Sut y cyfrifir cytundeb
method-score-text = Dim ond atebion clir wedi’u cadarnhau a gyfrifwn, i’r cwestiynau y mae’r ymgyrch yn cymryd ochr arnynt. Rhoddwn swm dim ond o { $min } ateb clir ymlaen, a dim ond pan fyddant yn cwmpasu o leiaf { $part ->
    [2] hanner
   *[other] un o bob { $part }
} o’r cwestiynau y mae’r ymgyrch yn cymryd ochr arnynt. Cyfrifir geiriau ymgeiswyr a safbwyntiau pleidiau ar wahân. Rhoddwn gyfrifon, byth safle a byth ganran.
method-score-off = Nid yw’r wefan hon yn cyfrif cytundeb â neb.
method-campaign = Pwy ydym ni, a beth rydym ei eisiau
method-aims = Beth mae’r ymgyrch ei eisiau
method-funders = Pwy sy’n talu amdani
method-inclusion = Pwy sydd wedi’i restru yma
method-checkers = Pwy sy’n cofnodi ac yn gwirio

## Cywiriadau

timeline-title = Llinell amser
timeline-description = Beth ddigwyddodd a phryd: honiadau, addewidion, dogfennau, etholiadau a chywiriadau.
timeline-lead = Beth ddigwyddodd a phryd, hyd y gwyddom. Yr hynaf sydd gyntaf. Lle na wyddom ond y mis, saif o flaen dyddiau’r mis hwnnw.
timeline-pick = Dangos yn unig
timeline-all = Popeth
timeline-elections = Etholiadau a digwyddiadau
timeline-asked = Yr hyn a ofynnwyd gennym
timeline-inferred = { $date } (yn ein barn ni)
timeline-reported = Adroddwyd { $date }
timeline-opened = Agorwyd addewid: { $title }
timeline-closed = Caewyd addewid: { $title }
timeline-polling-day = Diwrnod pleidleisio: { $election }
timeline-asked-people = Gofynnwyd i { $n ->
    [one] 1 ymgeisydd
   *[other] { $n } o ymgeiswyr
} ({ $election })
timeline-undated = { $n ->
    [one] Nid oes dyddiad hysbys i un honiad neu adroddiad arall.
   *[other] Nid oes dyddiad hysbys i { $n } o honiadau ac adroddiadau eraill.
}

corrections-title = Cywiriadau
corrections-description = Yr hyn a gawsom yn anghywir, a phryd y’i cywirwyd.
corrections-lead = Pan gawn rywbeth yn anghywir, fe’i cywirwn a dweud hynny yma.
corrections-none = Nid oes cywiriadau eto.
corrections-was = Dywedasom:
corrections-now = Mae’n dweud yn awr:
corrections-because = Pam:
corrections-place = { $name }, “{ $what }”
corrected = Cywirwyd ar { $date }: { $because }

guides-title = Canllawiau
guides-description = Sut y gwneir ac y cedwir y wefan hon, gam wrth gam.
guides-lead = Mae’r tudalennau hyn i bobl sy’n helpu gyda’r wefan hon, neu sydd am wybod sut y’i gwneir.
guide-part-title = { $guide }: { $part }
guide-parts = Rhannau’r canllaw hwn
# Blwch sy’n sgrolio i’r ochr, wedi’i enwi i bobl na allant ei weld.
scroll-table = Tabl { $number }
scroll-code = Enghraifft { $number }

pledges-title = Addewidion
pledges-description = Beth y gofynnwyd i ymgeiswyr a phleidiau ei lofnodi, a phwy a wnaeth.
pledges-lead = Mae grwpiau’n gofyn i ymgeiswyr a phleidiau lofnodi addewidion. Mae pob tudalen yn dweud pwy a lofnododd, a sut y gwyddom.
pledge-description = Pwy a lofnododd “{ $title }”, a sut y gwyddom.
pledge-lead = Llofnodwyd gan { $names }.
pledge-lead-unchecked = Heb ei wirio ddwywaith eto: llofnodwyd gan { $names }.
pledge-lead-unchecked-many = Heb ei wirio ddwywaith eto: llofnodwyd gan { $n } o bobl a phleidiau.
pledge-lead-many = Llofnodwyd hwn gan { $n } o bobl a phleidiau.
pledge-lead-none = Ni wyddom am neb a lofnododd hwn.
pledge-lead-reported = Mae eraill yn sôn am fwy, ac ni welsom y llofnodion hynny.
pledge-lead-only-reported = Dim ond eraill sy’n dweud pwy a lofnododd. Ni welsom lofnod.
pledge-text = Beth mae’n ei ddweud
pledge-measures = Beth mae’n gofyn amdano
pledge-answers = Beth a atebwch os llofnodwch
pledge-organisers = Trefnwyd gan { $names }.
pledge-opened = Ar agor ers { $date }.
pledge-closed = Caewyd { $date }.
pledge-source = Cyhoeddwyd yn:
pledge-who = Pwy a lofnododd, a sut y gwyddom
pledge-signed = Llofnodwyd
pledge-signed-within = llofnodwyd
pledge-of = Yr addewid: { $title }
pledge-reports = Beth mae pob adroddiad yn ei ddweud
pledge-reports-text = Mae eraill yn dweud pwy a lofnododd. Mae pob adroddiad yma fel y mae. Nid ydym yn eu cymysgu, ac nid yw plaid yr un peth ag un o’i haelodau.
pledge-unsigned = Gofynnwyd, ond ni wyddom am lofnod
pledge-unsigned-text = Gofynnom i’r bobl hyn yr hyn mae’r addewid hwn yn ei ateb, ac mae eu hamser i ateb ar ben. Ni wyddom am lofnod ganddynt. O dan bob enw mae’r hyn a ddywedasant wrthym.
question-pledge = Addewid am hyn:
letters-title = Llythyrau y gallwch eu hanfon
letters-description = Llythyrau y gallwch eu copïo, eu hargraffu neu eu hanfon drwy e-bost, a ble i gael cyngor yn gyntaf.
letters-lead = Gallwch gopïo’r llythyrau hyn, eu hargraffu neu eu hanfon drwy e-bost. Newidiwch unrhyw air. Nid oes rhaid i chi anfon yr un ohonynt.
letters-unanswered = At ymgeiswyr sydd heb ateb
letters-answered = At ymgeiswyr sydd wedi ateb
letters-office = At swyddfa
letters-find = Dod o hyd i’ch { unit }
letters-advice = Cyngor:
letters-all = Pob llythyr
letter-description = Llythyr y gallwch ei gopïo, ei argraffu neu ei anfon drwy e-bost: { $title }.
letter-not-when = Nid yw’r llythyr hwn i chi os yw hyn yn wir: { $when }.
letter-checked = Gwiriwyd ddiwethaf ar { $date }.
letter-checked-by = Gwiriwyd ddiwethaf gan { $name } ar { $date }.
letter-nation = Ar gyfer { $nation }.
letter-find = Rydym yn llenwi’r llythyr hwn i chi ar dudalen eich { unit }.
letter-text = Y llythyr
letter-subject = Pwnc:
letter-show = Darllen neu gopïo’r llythyr
letter-mail = Agor y llythyr fel e-bost
letter-mail-to = Ysgrifennu e-bost at { $name }
letter-address = Y cyfeiriad yw { $email }. Cawsom hyd iddo yma: { $source }
letter-no-address = Ni wyddom am gyfeiriad cyhoeddus i { $name }. Chwiliwch am un ar daflen neu wefan ganddynt.
letter-source = Ar beth y mae’r llythyr hwn yn seiliedig
write-link = Ysgrifennu at eich ymgeiswyr
write-title = Ysgrifennu at eich ymgeiswyr: { $area }
write-description = Llythyrau at ymgeiswyr { $area } y gallwch eu copïo, eu hargraffu neu eu hanfon drwy e-bost.
write-lead = Gofynnwch i ymgeiswyr beth yw eu safbwynt, neu diolchwch i’r rhai sydd wedi dweud. Gallwch newid unrhyw air.
write-left-out = Mae pob llythyr yn gofyn dim ond yr hyn na wyddom eto. Nid oes un at neb a wrthododd ateb, nac at neb nad yw’n sefyll mwyach.
write-asks = { $n ->
    [one] Mae’r llythyr hwn yn gofyn un cwestiwn.
    [two] Mae’r llythyr hwn yn gofyn dau gwestiwn.
    [few] Mae’r llythyr hwn yn gofyn tri chwestiwn.
    [many] Mae’r llythyr hwn yn gofyn chwe chwestiwn.
   *[other] Mae’r llythyr hwn yn gofyn { $n } cwestiwn.
}
write-thanks = Mae’r llythyr hwn yn diolch am ateb.
write-waits = Mae ateb yn cael ei wirio, felly nid oes llythyr eto.
# Yr hyn sydd ym mylchau llythyr cyn dewis neb.
blank-candidate = [enw’r ymgeisydd]
blank-area = [eich { unit }]
blank-election = [yr etholiad]
blank-polling-day = [y diwrnod pleidleisio]
blank-questions = [y cwestiynau nad yw’r person hwn wedi’u hateb]
blank-deadline = [y diwrnod olaf i ateb]
blank-page = [cyfeiriad y dudalen]
question-report = Yr hyn a ddywedodd pobl wrthym am hyn:
reports-title = Yr hyn a ddywedodd pobl wrthym
reports-description = Faint o bobl a ddywedodd wrthym beth a ddigwyddodd iddynt. Ni ellir adnabod neb o’r rhifau hyn.
reports-lead = Dywedodd pobl wrthym beth a ddigwyddodd iddynt. Yma gwelwch pa mor aml. Rydym yn talgrynnu’r rhifau, fel na ellir adnabod neb.
reports-note = Yr hyn na all y rhifau hyn ei ddweud: dewisodd pobl ddweud wrthym, felly mae eraill ar goll. Efallai i un person ddweud sawl peth, neu ddweud wrthym ddwywaith. Mae rhifau o 10 i fyny wedi’u talgrynnu i lawr i luosrif o 5, a gall cyfanswm fod yn fwy nag y mae’n ei ddweud. Mae “heb ei ddangos” lle na allwn roi cyfanswm heb ddweud gormod.
reports-form = Argraffwch ffurflen, a dywedwch wrthym hefyd
report-asked = Gofynnwyd: { $text }
report-since = Rydym yn cyfrif ers { $date }.
report-unchecked = Adroddiadau yw’r rhain. Nid oes neb yma wedi’u gwirio.
report-checked = Yr hyn a wiriwyd: { $text }
report-choice = Yr hyn a ddywedodd pobl
report-how-many = Faint o bobl
report-all = Pawb
report-all-choices = Pob ateb
report-at-least = { $n } neu fwy
report-no-sum = heb ei ddangos
report-concerns = Am beth y mae hyn
report-form-title = Dywedwch wrthym beth a ddigwyddodd
report-form-description = Ffurflen i’w hargraffu a’i llenwi â llaw.
report-form-lead = Argraffwch y dudalen hon. Ticiwch beth a ddigwyddodd i chi. Nid oes rhaid dweud pwy ydych.
report-form-where = Ble y digwyddodd?
report-form-when = Pryd y digwyddodd?
report-form-no-names = Peidiwch ag ysgrifennu enwau ar y ffurflen hon, na’ch enw chi nac enw neb arall.
report-form-send = Anfonwch hi at
report-form-reads = Pwy sy’n ei darllen
report-form-keeper = Pwy sy’n gyfrifol amdani
report-form-until = Rydym yn ei chadw tan
report-form-counts = Dim ond faint o bobl a diciodd flwch rydym yn ei ddweud wrth eraill. Os oes llai na 10, dywedwn “llai na 10”.
events-title = Digwyddiadau
events-description = Lle y gallwch fynd, clywed a gofyn, a sut y gall pawb gymryd rhan.
events-lead = Mae croeso i bawb. Mae pob digwyddiad yn dweud sut y gall pawb gymryd rhan.
events-none = Nid oes digwyddiadau i ddod.
events-coming = I ddod
events-past = Drosodd
event-days = { $first } i { $last }
event-time = { $date }, o { $time }
event-everywhere = Ym mhobman
event-over = Mae hwn drosodd.
event-access = Sut y gall pawb gymryd rhan:
event-more = Mwy am y digwyddiad hwn
event-source = Cyhoeddwyd yn:
calendar-link = Rhowch y dyddiadau hyn yn eich calendr
calendar-name = Dyddiadau: { $site }
calendar-polling = Diwrnod pleidleisio: { $election }
calendar-deadline = Diwrnod olaf: { $name } ({ $election })

accounts-title = Honiadau, rheolau a threialon
accounts-description = Yr hyn a honnir, a adroddir ac a bennir ynghylch ein cwestiynau, a pha mor sicr yw pob peth.
accounts-lead = Yr hyn y mae eraill yn ei honni, yn ei adrodd neu’n ei bennu ynghylch ein cwestiynau. Mae pob llinell yn dweud pa mor sicr ydyw. Nid yw dim ohono’n cyfrif mewn sgôr.
accounts-rules = Rheolau
accounts-pilots = Treialon
accounts-claims = Honiadau
accounts-reports = Adroddiadau
accounts-calls = Galwadau i ddweud yr hyn a wyddoch
accounts-question = Honiadau a rheolau am hyn
accounts-concerning = Honiadau ac adroddiadau amdanynt
account-rule = rheol
account-pilot = treial
account-claim = honiad
account-report = adroddiad
account-call = galwad
status-superseded = disodlwyd
status-disputed = dan ddadl
status-unverified = ni ellid ei wirio
status-confirmed = cadarnhawyd
status-claimed = honnir
account-says = { $status }: { $says }
account-named = { $about } ({ $kind }, { $status })
account-under = { $kind }: { $by }, { $date }
account-under-reported = { $kind }: { $by }, adroddwyd { $date }
account-under-undated = { $kind }: { $by }
account-not-when = Byddwch yn ofalus: nid yw hyn yn berthnasol pan { $when }.
account-means-superseded = Mae rhywbeth mwy newydd wedi cymryd ei le.
account-means-disputed = Mae rhywun y mae’n ymwneud ag ef yn ei wadu. Mae’r hyn a ddywedant isod.
account-means-confirmed = Mae o leiaf ddau gyhoeddwr yn dweud hyn, ac nid yw’r naill yn ailadrodd y llall yn unig.
account-means-claimed = Gan un cyhoeddwr yn unig y gwyddom hyn.
account-tried = Ni ellid ei wirio. { $tried }
account-tried-on = Ni ellid ei wirio ({ $date }). { $tried }
account-no-score = Nid ateb neb i gwestiwn yw hyn. Nid yw’n cyfrif mewn unrhyw sgôr.
account-version = Fersiwn
account-section = Adran
account-from = Ers
account-until = Hyd at
account-provider = Dywedir ei fod yn cael ei gyflawni gan
account-numbers = Niferoedd
account-number = { $n } { $of }
account-areas = A yw fy ardal i ynddo?
account-area = { $area }: { $n ->
    [one] gwyddom am un { unit } ar y wefan hon sydd ynddo.
   *[other] gwyddom am { $n } { unit } ar y wefan hon sydd ynddo.
}
account-areas-unmatched = Ni allem gysylltu’r rhain ag unrhyw { unit } ar y wefan hon: { $areas }. Gall eich un chi fod yn un ohonynt er hynny.
account-areas-note = Gall { units } eraill fod yn yr ardaloedd hyn hefyd.
account-here = Enwir yr ardal hon yn:
account-responses = Beth mae’r rhai y mae’n ymwneud â nhw’n ei ddweud
account-sources = Sut y gwyddom
account-source-repeat = Nid yw hyn ond yn ailadrodd ffynhonnell arall.
account-source-unread = Gwyddom fod hyn yn bod. Nid oes neb yma wedi’i ddarllen.
account-concerns = Beth a phwy y mae’n ymwneud â nhw
response-confirms = { $by } yn cadarnhau hyn.
response-qualifies = { $by } yn dweud bod mwy i’w ddweud.
response-denies = { $by } yn gwadu hyn.
response-consulted-not-agreed = Gofynnwyd am farn { $by }, heb gytundeb.
response-declined-to-comment = { $by } yn gwrthod gwneud sylw.
response-declined-to-correct = { $by } yn gwrthod ei gywiro.

## Data

data-title = Data
data-description = Popeth ar y wefan hon fel ffeiliau i’w defnyddio eich hun.
data-lead = Holl gofnodion y wefan hon, fel ffeiliau y gall taenlen neu raglen eu darllen.
data-files = Ffeiliau
data-file = Ffeil
data-what = Beth sydd ynddi
data-candidates = Pob ymgeisyddiaeth: pwy sy’n sefyll ble, dros ba blaid.
data-elected = Pwy a etholwyd, beth ddywedodd pob un am bob cwestiwn, ac ar wahân safbwynt eu plaid.
data-positions = Pob ateb gan ymgeisydd: i ba gwestiwn, pryd, faint a wiriwyd, ac o ble y daw.
data-party-lines = Pob safbwynt plaid: ar ba gwestiwn, pryd, faint a wiriwyd, ac o ble y daw.
data-documents = Pob dogfen y gwyddom amdani, a sut y’i darllenasom.
data-formats = Ym mha fformatau y gall mwy o bobl eu defnyddio yr ymddangosodd pob dogfen a phryd, a pha rai na chafwyd hyd iddynt.
data-mentions = Ar gyfer pob dogfen a chwestiwn, a yw’r naill yn sôn am y llall, a sut y gwyddys hynny.
data-questions = Pob cwestiwn, gyda’i fersiwn a’i destun.
data-put = Pa etholiad sy’n gofyn pa gwestiwn, ym mha eiriau ac ymhle.
data-figures = Beth mae tablau pobl eraill yn ei ddweud am bob { unit }, gyda’u ffynhonnell a’u trwydded.
data-corrections = Yr hyn a gywirwyd: beth a ddywedai’r wefan, beth a ddywed yn awr, pam, a ble y mae.
data-pledges = Yr addewidion: beth y gofynnwyd i bobl ei lofnodi, gan bwy a phryd
data-signatures = Pwy a lofnododd bob addewid, neu y dywedir iddynt wneud hynny, gyda’r ffynhonnell
data-letters = Y llythyrau y gall pobl eu hanfon: at bwy, pryd y gwiriwyd hwy ddiwethaf, ac ar beth y maent yn seiliedig.
data-events = Y digwyddiadau: pryd, ble, a sut y gall pawb gymryd rhan
data-accounts = Honiadau, rheolau, treialon ac adroddiadau: beth mae pob un yn ei ddweud, pa mor sicr ydyw, ac o ble y daw
data-responses = Yr hyn y mae’r rhai y mae’r honiadau a’r adroddiadau hyn yn ymwneud â nhw’n ei ddweud amdanynt
data-reports = Yr hyn a ddywedodd pobl wrthym a faint a’i dywedodd, byth yn union
data-json = Hyn i gyd mewn un ffeil JSON, gyda phob darn o dystiolaeth. Mae’r hyn sy’n wir am bleidlais gyfan yno unwaith, yn y rhestr “ballots”. Mae’n gadael allan yr hyn nad yw’n bod.
data-package = Disgrifiad o’r ffeiliau i raglenni (Frictionless Data Package).
data-imported = Data gan eraill

# --- Tablau’r wefan hon ar wefannau pobl eraill
embed-heading = Rhoi tabl ar eich gwefan eich hun
embed-how = Mae ar bob un o’r tudalennau bach hyn dabl un bleidlais neu un cwestiwn, yn barod i’w ddangos ar eich tudalen chi. Agorwch yr un yr ydych am ei chael a chopïwch ei chyfeiriad. Mae’r tabl bob amser mor gyfredol â’r wefan hon.
embed-line = Yna rhowch linell fel hon yn eich tudalen, gyda’r cyfeiriad hwnnw ynddi:
embed-title = Tabl “{ $page }”
embed-description = “{ $page }” fel un tabl, i wefannau pobl eraill ei ddangos.
embed-under = { $election }, { $date }.
embed-whole = Mwy ar { $site }: yr hyn a ddywedwyd, a sut y gwyddom
data-from = O “{ $title }”, cyhoeddwyd gan { $publisher }.
data-from-dated = O “{ $title }”, cyhoeddwyd gan { $publisher } ({ $date }).
data-count = { $n } { $of }
data-guard = Yn y ffeiliau CSV mae ' o flaen testun sy’n dechrau gydag =, +, - neu @. Felly nid yw taenlen yn ei gymryd fel swm.
data-licence = Trwydded a chydnabyddiaeth
data-licence-none = Ni roddir trwydded ar gyfer y data hwn. Gofynnwch cyn ei gyhoeddi mewn man arall.

## Amdanom

about-title = Am y wefan hon
about-description = Pwy sy’n gwneud y wefan hon, i beth, a ag arian pwy.
about-lead = Mae’r wefan hon yn dangos ble mae ymgeiswyr a phleidiau’n sefyll, a sut y gwyddom.
about-campaign = Yr ymgyrch
about-generator = Gwnaed gyda hustings, rhaglen rydd ar gyfer gwefannau fel hon.

## Preifatrwydd

privacy-title = Preifatrwydd
privacy-description = Nid yw’r wefan hon yn cadw dim amdanoch.
privacy-lead = Nid yw’r wefan hon yn cadw dim amdanoch.
privacy-visitors = Os ydych yn edrych yn unig
privacy-visitors-text = Nid oes cwcis na chownteri. Mae sgriptiau’r wefan hon yn dod o hyd i’ch { unit } ac yn cymharu ymgeiswyr. Maent yn rhedeg yn eich porwr ac yn dweud wrth neb beth a deipiwch neu a ddewiswch. I chwilio am god post, mae’ch porwr yn gofyn i’r wefan hon am restr o lawer o godau post sy’n dechrau yr un fath. Nid yw’r un dudalen yn gofyn am ddim gan gyfrifiadur cwmni arall. Gall y cyfrifiadur sy’n anfon y tudalennau atoch gadw rhestr fer o geisiadau, fel y gwna pob gweinydd gwe.
privacy-candidates = Os ydych yn ymgeisydd
privacy-candidates-text = Argraffwn eich enw, eich plaid, ble rydych yn sefyll, a’r hyn a ddywedasoch yn gyhoeddus neu wrthym ni am y cwestiynau. Nid ydym byth yn argraffu eich cyfeiriad cartref, eich rhif ffôn na’ch dyddiad geni.
privacy-others = Os nad ydych y naill na’r llall
privacy-others-text = Ni enwir yr un aelod o’r cyhoedd, na neb a ysgrifennodd atom yn breifat.
privacy-removal = I gael tynnu rhywbeth i lawr
privacy-removal-text = Dywedwch wrthym beth, a pham. Os tynnwn farc i lawr, mae nodyn gyda’r dyddiad yn aros yn ei le.

## Hygyrchedd

accessibility-title = Hygyrchedd
accessibility-description = Sut y gwnaed y wefan hon fel y gall pawb ei defnyddio.
accessibility-lead = Gwnaed y wefan hon fel y gallwch ei defnyddio gyda’r ffôn gwannaf a’r egni lleiaf.
accessibility-what = Beth rydym yn ei wneud
accessibility-what-1 = Mae’r testun yn fawr, ac yn tyfu gyda’ch gosodiadau eich hun.
accessibility-what-2 = Du a gwyn, golau neu dywyll: mae’r tudalennau’n dilyn eich dyfais.
accessibility-what-3 = Nid oes marc yn dibynnu ar ei liw. Mae gan bob un air a siâp.
accessibility-what-4 = Mae popeth yn gweithio gyda bysellfwrdd a darllenydd sgrin. Gellir darllen popeth heb sgriptiau.
accessibility-what-5 = Mae’r tudalennau’n ysgafn: mae pob un yn llwytho mewn eiliad ar linell araf.
accessibility-what-6 = Gallwch argraffu pob tudalen ar A4.
accessibility-standard = Anelwn at Ganllawiau Hygyrchedd Cynnwys y We 2.2, ar lefel AAA.
accessibility-easy-read = Mae gan y tudalennau hyn fersiwn Hawdd ei Ddeall ar y brig:
accessibility-easy-read-others = Nid oes un gan y tudalennau eraill eto.
accessibility-easy-read-none = Nid oes fersiwn Hawdd ei Ddeall gan unrhyw dudalen ar y wefan hon eto.
accessibility-trouble = Os nad yw rhywbeth yn gweithio
accessibility-trouble-text = Dywedwch wrthym pa dudalen, beth roeddech am ei wneud, a beth rydych yn ei ddefnyddio. Gallwn hefyd anfon y dudalen atoch mewn ffurf arall.

## Cwynion

complaints-title = Cwynion
complaints-description = Sut i gwyno am y wefan hon, a beth sy’n digwydd wedyn.
complaints-lead = Os credwch fod rhywbeth yma’n anghywir neu’n annheg, dywedwch wrthym.
complaints-how = Sut i gwyno
complaints-days = { $days ->
    [one] Atebwn o fewn un diwrnod.
   *[other] Atebwn o fewn { $days } o ddiwrnodau.
}
complaints-then = Os nad yw ein hateb yn eich bodloni
complaints-none = Ni roddir cyfeiriad ar gyfer cwynion ar y wefan hon.

## Lluniau o dudalen, i’w rhannu

picture-as-of = Fel yr oedd ar { $date }
picture-fictional = Enghraifft ddychmygol. Nid oes neb go iawn yn y llun hwn.
picture-note = gweler y nodyn
picture-name-note = { $name } (gweler y nodyn)
picture-election = { $election }, { $date }
picture-candidacy = { $party } · { $area } · { $election }, { $date }
picture-lines = Safbwyntiau’r pleidiau
picture-nations = { $nations } yn unig
picture-people = Ymgeiswyr
picture-names-more = { $names } { $n ->
    [one] ac un arall
   *[other] ac eraill ({ $n })
}
picture-none = Dim ateb wedi’i wirio ddwywaith eto.
picture-no-line = Dim safbwynt plaid wedi’i wirio ddwywaith eto.
picture-unchecked = Atebion heb eu gwirio ddwywaith eto: { $n }.
picture-rest = Mwy ar y dudalen.
picture-questions-more = Cwestiynau eraill ar y dudalen: { $n }.

## Tudalennau sy’n arwain i fan arall

not-found-title = Nid yw’r dudalen hon yma
not-found-description = Nid oes tudalen yn y cyfeiriad hwn.
not-found-text = Efallai fod y dudalen wedi symud, neu fod gwall yn y cyfeiriad.
not-found-start = I ddechrau eto, dilëwch ddiwedd y cyfeiriad, hyd at flaenslaes, nes i dudalen ymddangos.
not-found-contact = Os dylai’r dudalen fod yma, rhowch wybod i ni
not-found-home = Mynd i dudalen gyntaf y wefan hon
redirect-title = Mae’r dudalen hon wedi symud
redirect-title-of = Mae’r dudalen hon wedi symud: { $from }
redirect-text = Mae’r dudalen hon yn awr mewn cyfeiriad arall:
redirect-description = Mae’r dudalen { $from } wedi symud: { $title }.

## Dyddiadur taflenni

diary-title = Dyddiadur taflenni
diary-description = Beth ddaeth pryd, am beth y chwiliasom ynddo, a beth a gawsom.
diary-lead = Beth ddaeth pryd, am beth y chwiliasom ynddo, a beth a gawsom. Nid yw’r hyn na chwiliodd neb amdano wedi’i restru fel rhywbeth coll.
diary-described = Nid ydym wedi’i gweld: rhywun arall a’i disgrifiodd.
diary-part = Dyma faint ohoni a welsom: { $part }.
diary-looked = Chwiliwyd am: { $list }
diary-found = Cafwyd: { $list }
diary-found-none = Ni chafwyd dim o hynny.
diary-unread = Nid oes neb wedi edrych ynddi eto.
diary-by-ballot = Yn ôl ardal
diary-by-party = Yn ôl plaid
reading-sides = Gwelwyd { $n } o { $all } ochr.
reading-sides-seen = Ochrau a welwyd: { $n }.
reading-imprint = Mae’n dweud pwy a’i cyhoeddodd.
reading-no-imprint = Ni welsom ddim arni sy’n dweud pwy a’i cyhoeddodd.
reading-topics = Chwiliwyd hefyd am: { $list }.
reading-topics-told = Yr hyn y chwiliodd y sawl a’i disgrifiodd amdano: { $list }.
reading-topics-found = Cafwyd: { $list }.
reading-topics-none = Ni chafwyd dim o hynny.
reading-topics-none-told = Ni chawsant ddim o hynny, hyd y gwelent.
