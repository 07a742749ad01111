"""PDFs of many kinds, each with the words that are in it."""
import concurrent.futures
import dataclasses
import io
import re
import shutil
import subprocess

from fpdf import FPDF
from fpdf.enums import AccessPermission
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from scan import picture_pdf

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
CHROMIUM = ("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
            "--disable-component-update --disable-sync --no-pdf-header-footer").split()
FIRST = """The council should open the library on Saturdays, because people who work all week cannot come on any other day, and
the books of the town belong to all of them. We would also clean the duck pond, mend the path along the harbour wall, and put
back the two benches that were taken away when the market moved."""
SECOND = """Nobody has asked the fishermen what they think of the new bridge. I will hold a meeting in each village hall before
the summer, listen to what is said there, and write down what we agree on. The ferry has to run until ten at night, even in
winter, and its fare must not be higher than that of the bus."""
THIRD = """A school of forty children is worth keeping. If the roof leaks we mend the roof; we do not send the children nine
miles over the hill. Their teachers need rooms that are warm, a kitchen that works and a field to run about in, and that costs
less than the road round the quarry that was promised last year."""
ALL = [FIRST, SECOND, THIRD]
WELSH = """Dylai'r cyngor agor y llyfrgell ar ddydd Sadwrn, gan na all y rhai sydd yn gweithio drwy'r wythnos ddod ar unrhyw
ddiwrnod arall. Bydd y dŵr yn lân, bydd y tŷ yn gynnes, a bydd pob ysgol fach yn aros ar agor. Mae gŵyl yn y dref bob haf, a'r
ŵyn yn y caeau; cadwn hwy felly. Gofynnwn i bawb ddweud beth sydd o'i le, ac ŷm ni yn addo gwrando arnynt."""
GERMAN = """Die Stadt soll die Bücherei am Samstag öffnen, weil Menschen, die von Montag bis Freitag arbeiten, sonst nie kommen
können. Wir wollen auch den Teich im Park wieder sauber sehen, mit Enten und Bänken, und die Straße zum Hafen noch vor dem Sommer
ausbessern. Größere Häuser braucht hier niemand, wohl aber Kindergartenplätze und Fußgängerüberwege."""
LIGATURES = """The first five offices of the fire brigade are difficult to find. Our staff offered a final figure for the flood
defence: fifty officers, efficient pumps, a fleet of flat boats. We fight for affordable fish, for the coffee shop, and for the
traffic to flow. Nothing stops the butter market at the cliff, and the list of the latest costs is not yet finished."""
QUOTES = """“It isn’t fair,” said the baker’s wife, “that we’re asked to pay for the ‘improvement’ of a road we don’t use.” I
couldn’t agree more – it’s the council’s road – and I’ve said so… The people’s answer hasn’t changed: “We’ll keep our street.”"""
ROWS = [("Place", "Buses today", "Buses we want"), ("Harbour", "four", "nine"), ("Quarry Hill", "none", "six"),
        ("Long Meadow", "two", "seven"), ("Market Square", "eleven", "twelve"), ("Lighthouse", "one", "five"), ("Old School", "three", "eight")]


@dataclasses.dataclass
class Kind:
    """A PDF, and what is in it."""
    data: bytes
    source: str
    # Whether its words must come in the order of the source.
    ordered: bool = True
    # Whether its words can only be read as a picture.
    picture: bool = False


def paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def table():
    return "<table border=1>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS) + "</table>"


def pages():
    """The pages for Chromium: style, body, and whether the order counts."""
    everything = paragraphs(ALL)
    soft = re.sub(r"\b(\w{3})(\w{3,})", "\\1\u00ad\\2", " ".join(ALL))
    return {
        "prose": ("", everything, True),
        "two-columns": ("div{columns:2}", f"<h1>Three plans for the town</h1><div>{everything}{everything}</div>", True),
        "three-columns": ("div{columns:3;column-gap:8mm;font-size:10pt}", f"<div>{everything}{everything}</div>", True),
        "table": ("td{padding:4px 20px}", f"<p>{FIRST}</p>{table()}<p>{SECOND}</p>", True),
        "ligatures": ("body{font-variant-ligatures:common-ligatures discretionary-ligatures;font-feature-settings:'liga','dlig'}", paragraphs([LIGATURES]), True),
        "welsh": ("", paragraphs([WELSH]), True),
        "german": ("", paragraphs([GERMAN]), True),
        "curly-quotes": ("", paragraphs([QUOTES]), True),
        "large-headings": ("h1{font-size:60pt;line-height:1}h2{font-size:30pt;letter-spacing:.1em}", f"<h1>Open the library</h1><p>{FIRST}</p><h2>Ask the fishermen</h2><p>{SECOND}</p>", True),
        "landscape": ("@page{size:A4 landscape}", everything, True),
        "turned-by-style": ("body{writing-mode:vertical-rl}", everything, True),
        "floats": ("aside{float:right;width:45%;margin:0 0 1em 2em;border:1px solid}", f"<aside>{SECOND}</aside><p>{FIRST}</p><p>{THIRD}</p>", False),
        "lists": ("", f"<ol>{''.join(f'<li>{text}' for text in ALL)}</ol><ul><li>a warm school<li>a clean pond<li>a late ferry</ul>", True),
        "justified-and-hyphenated": ("p{text-align:justify;width:60mm}", f"<p>{soft}</p>", True),
        "drop-cap": ("p::first-letter{float:left;font-size:44pt;line-height:.85}", everything, True),
    }


def chromium(work, name, style, body):
    page, to = work / f"{name}.html", work / f"{name}.pdf"
    page.write_text(f"<!DOCTYPE html><meta charset=utf-8><title>{name}</title><style>body{{font-family:'DejaVu Sans'}}{style}</style>{body}")
    subprocess.run(["chromium", *CHROMIUM, f"--user-data-dir={work / name}", f"--print-to-pdf={to}", page.as_uri()], check=True,
                   capture_output=True, timeout=60)
    # Tables are read column by column, and the numbers of a list are read too.
    source = body.replace(table(), " ".join(" ".join(column) for column in zip(*ROWS)))
    if "<ol>" in body:
        for number in range(len(ALL)):
            source = source.replace("<li>", f" {number + 1} ", 1)
    return to.read_bytes(), re.sub(r"<[^>]*>", " ", source)


def fpdf(texts, *, font=None, align="L", width=0, running=None, before=None, size=12):
    """A PDF of paragraphs by fpdf2."""
    class Made(FPDF):
        def header(self):
            if running:
                self.cell(0, 10, running, new_x="LMARGIN", new_y="NEXT")
    pdf = Made()
    pdf.set_compression(False)
    if font:
        pdf.add_font("Made", fname=font)
    pdf.set_font("Made" if font else "Helvetica", size=size)
    if before:
        before(pdf)
    for text in texts:
        if text == "\f" or not pdf.page:
            pdf.add_page()
        if text != "\f":
            pdf.multi_cell(width, 7, " ".join(text.split()), align=align, new_x="LMARGIN", new_y="NEXT")
            pdf.ln(4)
    return pdf


def made_by_fpdf():
    joined = " ".join(ALL)
    mapped = bytes(fpdf(ALL, font=FONT).output())
    yield "built-in-font", Kind(bytes(fpdf(ALL).output()), joined)
    yield "subset-font", Kind(mapped, joined)
    yield "subset-font-welsh", Kind(bytes(fpdf([WELSH], font=FONT).output()), WELSH)
    yield "subset-font-without-map", Kind(mapped.replace(b"/ToUnicode", b"/NoUnicode"), joined, picture=True)
    yield "subset-font-with-a-wrong-map", Kind(wrongly_mapped(mapped), joined, picture=True)
    yield "locked-without-password", Kind(bytes(fpdf(
        ALL, before=lambda pdf: pdf.set_encryption(owner_password="owner", permissions=AccessPermission.none())).output()), joined)
    yield "justified", Kind(bytes(fpdf(ALL, align="J", width=80).output()), joined)
    spaced = bytes(fpdf(ALL, before=lambda pdf: pdf.set_char_spacing(1.2)).output())
    yield "spaced-letters", Kind(spaced, joined)
    soft = [re.sub(r"\b(\w{3})(\w{3,})", "\\1\u00ad\\2", text) for text in ALL]
    yield "hyphenated", Kind(bytes(fpdf(soft, width=50).output()), joined)
    head = "Pledges of the Made-up Party"
    yield "running-heads", Kind(bytes(fpdf([FIRST, SECOND, "\f", THIRD], running=head).output()), f"{head} {FIRST} {SECOND} {head} {THIRD}")
    note = fpdf([FIRST])
    note.free_text_annotation("Ring the bells only at noon", x=30, y=150, w=100, h=20)
    yield "free-text-note", Kind(bytes(note.output()), f"{FIRST} Ring the bells only at noon")
    turned = FPDF()
    turned.add_page()
    turned.set_font("Times", size=13)
    with turned.rotation(90, 105, 148):
        turned.set_xy(20, 100)
        turned.multi_cell(150, 7, " ".join(joined.split()), align="L")
    yield "turned-text", Kind(bytes(turned.output()), joined)


def wrongly_mapped(data):
    """The file with a text map that names other letters than those drawn."""
    def other(found):
        code = int(found[2], 16)
        letter = chr(code)
        if letter.isalpha() and letter.isascii():
            base = 65 if letter.isupper() else 97
            code = base + ((code - base) * 7 + 5) % 26
        return b"%s<%04X>" % (found[1], code)
    begin, end = data.index(b"beginbfchar"), data.rindex(b"endbfchar")
    return data[:begin] + re.sub(rb"(<[0-9A-Fa-f]{4}>\s*)<([0-9A-Fa-f]{4})>", other, data[begin:end]) + data[end:]


def lines(text, width=70):
    out = [""]
    for word in text.split():
        if len(out[-1]) + len(word) > width:
            out.append("")
        out[-1] = f"{out[-1]} {word}".strip()
    return out


def reportlab(draw):
    to = io.BytesIO()
    canvas = Canvas(to, pagesize=A4, invariant=1)
    draw(canvas)
    canvas.save()
    return to.getvalue()


def write(canvas, text, top=780, left=60, width=70, size=12):
    canvas.setFont("Times-Roman", size)
    for row, line in enumerate(lines(text, width)):
        canvas.drawString(left, top - 15 * row, line)


def letter_by_letter(canvas):
    for row, line in enumerate(lines(" ".join(ALL), 60)):
        at = 60
        for letter in line:
            if letter != " ":
                canvas.setFont("Times-Roman", 12)
                canvas.drawString(at, 780 - 15 * row, letter)
            at += canvas.stringWidth(letter, "Times-Roman", 12) + 0.4


def columns_by_row(canvas):
    """Two columns whose lines are drawn row by row."""
    canvas.setFont("Times-Roman", 11)
    for row, pair in enumerate(zip(lines(f"{FIRST} {SECOND}", 40), lines(f"{THIRD} {THIRD} {FIRST}", 40))):
        for at, line in zip((60, 310), pair):
            canvas.drawString(at, 780 - 14 * row, line)


def form(canvas):
    write(canvas, FIRST)
    for row, (name, value) in enumerate((("name", "Asha Example"), ("reason", "I support the library and the pond"))):
        canvas.acroForm.textfield(name=name, value=value, x=60, y=600 - 40 * row, width=300, height=24)


def turned_page(canvas):
    canvas.setPageRotation(90)
    # The library turns the paper with it, so that the page is wide.
    write(canvas, " ".join(ALL), top=560)


def made_by_reportlab():
    joined = " ".join(ALL)
    count = min(len(lines(f"{FIRST} {SECOND}", 40)), len(lines(f"{THIRD} {THIRD} {FIRST}", 40)))
    columns = " ".join(lines(f"{FIRST} {SECOND}", 40)[:count] + lines(f"{THIRD} {THIRD} {FIRST}", 40)[:count])
    yield "letter-by-letter", Kind(reportlab(letter_by_letter), joined)
    yield "columns-drawn-by-row", Kind(reportlab(columns_by_row), columns)
    yield "filled-form", Kind(reportlab(form), f"{FIRST} Asha Example I support the library and the pond")
    yield "turned-page", Kind(reportlab(turned_page), joined)


def scan():
    picture = Image.new("RGB", (1600, 1200), "white")
    draw, font = ImageDraw.Draw(picture), ImageFont.truetype(FONT, 30)
    for row, line in enumerate(lines(" ".join(ALL))):
        draw.text((80, 80 + 50 * row), line, fill="black", font=font)
    to = io.BytesIO()
    picture.save(to, "JPEG", quality=85)
    return to.getvalue()


def by_what_is_installed(work):
    """Files of programs that only some machines have."""
    if shutil.which("soffice"):
        (work / "office.html").write_text(f"<meta charset=utf-8>{paragraphs(ALL)}")
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{work}/office", "--convert-to", "pdf", "--outdir", work,
                        work / "office.html"], check=True, capture_output=True, timeout=120)
        yield "libreoffice", Kind((work / "office.pdf").read_bytes(), " ".join(ALL))
    else:
        print("no LibreOffice: its file is left out")
    if shutil.which("pdflatex"):
        text = "\n\n".join([*ALL, LIGATURES])
        (work / "tex.tex").write_text(f"\\documentclass[twocolumn]{{article}}\\pagestyle{{empty}}\\begin{{document}}{text}\\end{{document}}")
        subprocess.run(["pdflatex", "-interaction=batchmode", "tex.tex"], cwd=work, check=True, capture_output=True, timeout=120)
        yield "tex", Kind((work / "tex.pdf").read_bytes(), text)
    else:
        print("no TeX: its file is left out")


def make(work):
    """All files, by kind."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        printed = {name: (pool.submit(chromium, work, name, style, body), ordered) for name, (style, body, ordered) in pages().items()}
        made = {name: Kind(*coming.result(), ordered=ordered) for name, (coming, ordered) in printed.items()}
    made.update(made_by_fpdf())
    made.update(made_by_reportlab())
    made["scan"] = Kind(picture_pdf(scan(), 1600, 1200), " ".join(ALL), picture=True)
    made.update(by_what_is_installed(work))
    return made
