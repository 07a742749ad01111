"""A PDF of one page, which is a picture: what a scanner makes."""

PARTS = (b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n", b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
         b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 600]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>\nendobj\n",
         b"4 0 obj\n<</Length 28>>\nstream\nq 800 0 0 600 0 0 cm /I Do Q\nendstream\nendobj\n")


def picture_pdf(jpeg, width, height, *, turned=False):
    """A PDF that holds a photograph and no text; turned, when the photograph lies on its left edge."""
    body, places = b"%PDF-1.7\n", []
    page = PARTS[2].replace(b"/Contents", b"/Rotate 90/Contents") if turned else PARTS[2]
    image = b"5 0 obj\n<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length %d>>\nstream\n"
    for part in (*PARTS[:2], page, PARTS[3], image % (width, height, len(jpeg)) + jpeg + b"\nendstream\nendobj\n"):
        places.append(len(body))
        body += part
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
