"""Invented articles in every form that is read."""

import gzip
import io

from pypdf import PdfReader, PdfWriter

PARAGRAPHS = (
    "A strike hit a clinic in Adra on Monday, killing at least twelve people, the ministry of health said in a statement.",
    "“We did not do it,” said Colonel Roe, a spokesman for the army, who was asked about the strike on Tuesday in the capital.",
    "(Reporting by Ann Roe; Editing by Bo Lind)",
)
HEADLINE = "Clinic hit in Adra"
TEXT = "\n".join((HEADLINE, *PARAGRAPHS))

PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><title>{HEADLINE} - Norland Times</title>
<meta property="og:site_name" content="Norland Times">
<meta property="article:published_time" content="2016-03-04T08:00:00Z">
<meta name="author" content="Ann Roe"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>{HEADLINE}</h1>{"".join(f"<p>{one}</p>" for one in PARAGRAPHS)}</article>
<footer>Cookies and terms</footer></body></html>
""".encode()

FEED = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Norland Wire</title><language>en-gb</language>
<item><title>{HEADLINE}</title><link>http://example.org/1</link><pubDate>Fri, 04 Mar 2016 08:00:00 GMT</pubDate>
<description>&lt;p&gt;A strike hit a clinic.&lt;/p&gt;&lt;p&gt;The army denied it.&lt;/p&gt;</description></item>
<item><title>Nothing else</title><link>http://example.org/2</link></item>
</channel></rss>
""".encode()

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Norland Wire</title>
<entry><title>Plain words</title><updated>2016-03-05T00:00:00Z</updated><content type="text">The army denied it.</content></entry></feed>
"""


def pdf(text: str = "A strike hit a clinic in Adra.", title: str = "") -> bytes:
    """A PDF file of one page."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (%s) >>" % title.encode("latin-1"),
    ]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def locked_pdf() -> bytes:
    """A PDF file that asks for a password."""
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf()))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def warc(*pages: tuple[str, bytes, str], compressed: bool = True) -> bytes:
    """A web archive of these pages: address, content, content type; with the request that each answers."""
    records = []
    for address, content, media_type in pages:
        records.append(_record("request", address, b"GET / HTTP/1.1\r\nHost: example.org\r\n\r\n"))
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(content)}\r\n\r\n"
        records.append(_record("response", address, head.encode() + content))
    return b"".join(gzip.compress(record) if compressed else record for record in records)


def _record(kind: str, address: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2016-03-04T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def bomb(size: int) -> bytes:
    """A record that unpacks to so many bytes."""
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 10\r\n\r\n"
    return gzip.compress(head + b"\x00" * size)
