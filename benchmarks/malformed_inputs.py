"""Malformed and hostile items, the same ones every time: what strangers send, by mistake or on purpose.

Each family gives (file name, bytes). Bombs are small here and large only where a reader would unpack them.
"""

# ruff: noqa: E501, RUF001 - what is sent is long and odd on purpose
from __future__ import annotations

import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence

__all__ = ["GOOD", "Input", "malformed"]

Input = tuple[str, bytes]

_ARABIC = "أعلن المركز الروسي في حميميم تسجيل ستة خروقات لاتفاق وقف الأعمال القتالية في ريف اللاذقية. "
_SAID = "The coordination centre said on Sunday that six breaches of the truce were counted in one day. "
_PAGE = (
    "<!doctype html><html><head><meta charset='utf-8'><title>Six breaches in a day</title>"
    "<meta property='article:published_time' content='2016-05-08T10:00:00+03:00'></head><body><article>"
    f"<h1>Six breaches in a day</h1><p>{_SAID * 3}</p><p>Three of them fell on Aleppo.</p></article></body></html>"
)
_RSS = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Agency</title><item><title>Six breaches</title>"
    f"<pubDate>Sun, 08 May 2016 10:00:00 +0300</pubDate><description>{_SAID}</description></item></channel></rss>"
)
_ODD_DATES: tuple[object, ...] = ("soon", 7, [], {}, "9" * 99, "06/05/2016", True)
_ODD_NAMES: tuple[object, ...] = ("", "x" * 999, 1.5, True, [], "a\nb", "../..", "-")
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def assemble_pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of OBJECTS, the first of them the catalogue."""
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)
    return bytes(out)


def pdf(content: bytes, extra: bytes = b"", resources: bytes = b"", more: Sequence[bytes] = ()) -> bytes:
    """Return a PDF of one page that draws CONTENT."""
    return assemble_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %s >> >>" % resources,
            b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *more,
        ]
    )


def _drawn(words: str) -> bytes:
    lines = " T* ".join(f"({words[at : at + 60]}) Tj" for at in range(0, len(words), 60))
    return f"BT /F1 12 Tf 14 TL 72 720 Td {lines} ET".encode("latin-1")


def docx(body: bytes | None = None, **parts: bytes) -> bytes:
    """Return a Word file whose text is the XML of BODY, with further PARTS (``__`` for ``/``, ``_x`` for ``.x``)."""
    text = f"<w:p><w:r><w:t>{_SAID}</w:t></w:r></w:p>".encode()
    head = f'<?xml version="1.0"?><w:document {_WORD}><w:body>'.encode()
    office = "http://schemas.openxmlformats.org"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    files = {
        "[Content_Types].xml": (
            f'<Types xmlns="{office}/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" '
            f'ContentType="application/octet-stream"/><Override PartName="/word/document.xml" ContentType="{main}"/>'
            "</Types>"
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="r1" Type="{office}/'
            'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/document.xml": body if body is not None else head + text + b"</w:body></w:document>",
    }
    files |= {name.replace("__", "/").replace("_x", "."): content for name, content in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name, (2016, 5, 8, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


GOOD: tuple[Input, ...] = (
    ("good.html", _PAGE.encode()),
    ("good.txt", f"Title: Six breaches\nPublished: 2016-05-08\n\n{_ARABIC * 3}".encode("cp1256")),
    ("good.pdf", pdf(_drawn(_SAID * 2))),
    ("good.docx", docx()),
    ("good.jsonl", json.dumps({"id": "g5", "published": "2016-05-08", "text": _SAID}).encode() + b"\n"),
)
"""Reports that must be read whatever lies beside them."""


def malformed() -> Iterator[Input]:
    """Give every malformed item, always the same ones."""
    families: dict[str, Callable[[], Iterator[Input]]] = {
        "html": _html, "text": _text, "markdown": _markdown, "pdf": _pdf, "docx": _docx, "feed": _feed, "records": _records,
    }  # fmt: skip
    for family, give in families.items():
        for number, (name, content) in enumerate(give()):
            yield f"{family}/{number:03d}-{name}", content


def _torn(good: bytes, suffix: str, seeds: int, cuts: int) -> Iterator[Input]:
    """Give GOOD with bytes altered (by seed) and cut off at even distances."""
    for seed in range(seeds):
        chance = random.Random(seed)
        torn = bytearray(good)
        for _ in range(chance.choice((1, 5, 50))):
            torn[chance.randrange(len(torn))] = chance.randrange(256)
        yield f"torn{suffix}", bytes(torn)
    for cut in range(cuts):
        yield f"cut{suffix}", good[: len(good) * (cut + 1) // (cuts + 1)]


def _html() -> Iterator[Input]:
    for tag in ("div", "b", "table><tr><td", "ul><li", "blockquote", "span", "p", "font"):
        for depth in (1_000, 100_000):
            yield "deep.html", b"<html><body>" + f"<{tag}>".encode() * depth + _SAID.encode()
    for start in ("<!--", "<script>", "<style>", "<textarea>", "<title>", "<![CDATA[", "<a href='", "<svg><![CDATA["):
        yield "open.html", f"<html><body><p>{_SAID}</p>{start}{_SAID * 100}".encode()
    yield "attribute.html", b'<html><body><p class="' + b"x " * 3_000_000 + b'">' + _SAID.encode()
    yield "attributes.html", b"<p " + b" ".join(b"a%d=1" % number for number in range(100_000)) + b">" + _SAID.encode()
    yield "tiny.html", b"<html><body>" + b"<i>x</i>" * 400_000
    yield "paragraphs.html", b"<html><body>" + b"<p>six</p>" * 60_000
    yield "rows.html", b"<html><body><table>" + b"<tr><td>1<td>2" * 20_000
    yield "word.html", b"<html><body><p>" + b"x" * 8_000_000
    yield "spaces.html", b"<html><body><p>" + b" " * 8_000_000 + b"x"
    yield "entities.html", b"<html><body><p>" + b"&amp;&#x41;&bogus;&#99999999;" * 100_000
    yield "nuls.html", _PAGE.replace("e", "e\0").encode()
    yield "binary.html", bytes(range(256)) * 400
    yield "frames.html", b"<frameset>" + b"<frame src=x>" * 10_000
    yield "data.html", f"<p>{_SAID}<img src='data:image/png;base64,{'A' * 4_000_000}'>".encode()
    for declared in ("utf-8", "latin-1", "utf-16", "utf-7", "windows-1256", "base64", "x" * 30, "\0", "idna", "utf-32"):
        page = f"<html><head><meta charset='{declared}'></head><body><p>{_ARABIC * 4}</p></body></html>"
        for encoding in ("cp1256", "utf-16-le"):
            yield "charset.html", page.encode(encoding)
    for graph in (
        "[" * 50_000,
        '{"@graph":' * 20_000,
        "{",
        '{"@type":"NewsArticle","datePublished":9e999}',
        '"x"',
        "[[[[1]]]]",
    ):
        yield "ld.html", f"<script type='application/ld+json'>{graph}</script><p>{_SAID}</p>".encode()
    for date in ("9999-99-99", "0000-00-00", "-1", "1" * 5_000, "2016-05-08T99:99", "９９", "May " * 9):
        yield "date.html", f"<meta name='date' content='{date}'><div class='date'>{date}</div><p>{_SAID}</p>".encode()
    yield from _torn(_PAGE.encode(), ".html", 20, 6)


def _text() -> Iterator[Input]:
    for name, content in {
        "empty": b"", "blank": b" \n\t\r\n" * 500, "nul": bytes(5_000), "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 30,
        "elf": b"\x7fELF\2\1\1" + bytes(100), "bom": b"\xef\xbb\xbf", "bom16": b"\xff\xfe", "half16": b"\xff\xfea",
        "line": b"x" * 20_000_000, "lines": b"\n" * 5_000_000, "letters": b"a\n" * 1_000_000,
        "surrogates": b"\xed\xa0\x80\xed\xb0\x80" * 500, "overlong": b"\xc0\xaf" * 500, "bidi": "\u202e\u2066x".encode() * 900,
        "latin": (_SAID + "é").encode("latin-1"), "utf7": (_SAID + "+AGEA-").encode(), "utf16": _ARABIC.encode("utf-16-be"),
        "cp1256": (_ARABIC * 3).encode("cp1256"), "zwj": "a\u0301\u200d".encode() * 200_000,
        "keys": b"Key: value\n" * 100_000, "dates": b"Published: soon\n" * 20_000, "bars": b" | " * 400_000,
        "fields": b'":' * 400_000, "spaces": b" " * 9_000_000 + b"x", "hyphens": (b"x" * 60 + b"-\n") * 20_000,
        "teasers": b"See also\n" * 100_000, "endings": b"Check Also\n" * 30_000, "quotes": b"\"')]" * 500_000,
        "brackets": b"(" * 2_000_000, "stops": b". " * 1_000_000, "xml": b"<" * 500_000, "escape": b"\x1b[2J\x1b]0;x\x07" + _SAID.encode(),
    }.items():  # fmt: skip
        yield f"{name}.txt", content
    for seed in range(10):
        yield "random.txt", random.Random(seed).randbytes(20_000)
        yield "noise.txt", bytes(random.Random(seed).choices(b"abc .:-|<>\n\"'&;/0123\xff\xd8", k=50_000))


def _markdown() -> Iterator[Input]:
    for mark in (
        ">",
        "[",
        "![",
        "*_",
        "`",
        "~",
        "- ",
        "1. ",
        "#",
        "<",
        "&#",
        "[x](",
        "[x]: y\n",
        "\\",
        "$",
        "|",
        "    ",
        "***\n",
    ):
        yield "marks.md", mark.encode() * 100_000 + _SAID.encode()
    yield "table.md", b"|" + b"a|" * 5_000 + b"\n|" + b"-|" * 5_000 + b"\n|" + b"1|" * 5_000
    yield "front.md", b"---\n" + b"title: x\n" * 50_000
    yield "binary.md", bytes(range(256)) * 20


def _pdf() -> Iterator[Input]:
    good = pdf(_drawn(_SAID * 2))
    catalogue, page = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Page /Parent 2 0 R >>"
    for pages in (
        b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>", b"<< /Type /Pages /Kids [1 0 R 2 0 R] /Count 9 >>",
        b"<< /Type /Pages /Kids [3 0 R 3 0 R 3 0 R] /Count 999999999 >>", b"<< /Type /Pages /Count -1 /Kids 5 >>",
        b"<< /Type /Pages >>", b"[2 0 R]", b"2 0 R", b"<< /Type /Pages /Kids [" + b"3 0 R " * 50_000 + b"] /Count 50000 >>",
    ):  # fmt: skip
        yield "pages.pdf", assemble_pdf([catalogue, pages, page])
    chain = [catalogue] + [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (at + 3) for at in range(3_000)]
    yield "chain.pdf", assemble_pdf([*chain, page])
    for depth in (1_000, 200_000):
        yield "nested.pdf", assemble_pdf([b"[" * depth, b"<< /Type /Pages /Kids [] /Count 0 >>"])
        yield "dicts.pdf", assemble_pdf([b"<< /A " * depth, b"x"])
    for size in (10_000_000, 600_000_000):
        yield "bomb.pdf", pdf(_zeros(size), b"/Filter /FlateDecode")
    words = zlib.compress(b"BT /F1 1 Tf " + b"(six breaches) Tj T* " * 3_000_000 + b"ET", 9)
    yield "stream.pdf", pdf(words, b"/Filter /FlateDecode")
    yield "operators.pdf", pdf(zlib.compress(b"q " * 5_000_000), b"/Filter /FlateDecode")
    yield "filters.pdf", pdf(b"x", b"/Filter [" + b"/ASCIIHexDecode " * 20_000 + b"]")
    twice = zlib.compress(_zeros(200_000_000))
    yield "twice.pdf", pdf(twice, b"/Filter [/FlateDecode /FlateDecode]")
    for name in (
        b"/LZWDecode",
        b"/ASCII85Decode",
        b"/RunLengthDecode",
        b"/CCITTFaxDecode",
        b"/Crypt",
        b"/Unheard",
        b"7",
    ):
        yield "filter.pdf", pdf(b"\x80\x0b\x60\x50" * 300, b"/Filter " + name)
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 5 >>"
    yield "form.pdf", pdf(b"/X Do", b"", b"/XObject << /X 6 0 R >>", [form + b"\nstream\n/X Do\nendstream"])
    yield "length.pdf", good.replace(b"/Length ", b"/Length 99999999999 /X ")
    yield "negative.pdf", good.replace(b"/Length ", b"/Length -5 /X ")
    yield "prev.pdf", good.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9 /XRefStm 9")
    yield (
        "locked.pdf",
        assemble_pdf([catalogue, page], b"/Encrypt << /Filter /Standard /V 5 /R 6 /O (x) /U (y) /P -1 >>"),
    )
    yield "offset.pdf", good[: good.rfind(b"startxref")] + b"startxref\n99999999999999999999\n%%EOF"
    yield "only.pdf", b"%PDF-1.7\n%%EOF"
    yield "text.pdf", _SAID.encode()
    yield from _torn(good, ".pdf", 30, 10)


def _zeros(size: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000)) + packer.flush()


def _docx() -> Iterator[Input]:
    good = docx()
    yield "bomb.docx", docx(word__media__zeros_xbin=bytes(60_000_000))
    lying = bytearray(docx(word__media__zeros_xbin=bytes(60_000_000)))
    at = lying.rfind(b"word/media/zeros.bin")
    lying[at - 22 : at - 18] = struct.pack("<L", 10)
    yield "lying.docx", bytes(lying)
    for nested in (2_000, 60_000):
        body = f"<w:document {_WORD}><w:body>{'<w:tbl><w:tr><w:tc>' * nested}".encode()
        yield "tables.docx", docx(body)
    levels = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    for entity in (
        f'<!ENTITY a "aaaaaaaaaa">{levels}',
        '<!ENTITY m SYSTEM "file:///etc/hostname">',
        '<!ENTITY m "x">' * 9,
    ):
        bomb = f"<!DOCTYPE x [{entity}]><w:document {_WORD}><w:body><w:p><w:r><w:t>&m; six breaches</w:t></w:r></w:p></w:body></w:document>"
        yield "entity.docx", docx(bomb.encode())
    rows = f"<w:document {_WORD}><w:body>{'<w:p><w:r><w:t>six breaches of the truce</w:t></w:r></w:p>' * 40_000}"
    yield "long.docx", docx(f"{rows}</w:body></w:document>".encode())
    for body in (b"", b"<", b"<x/>", b"\xff\xfe<", _SAID.encode(), f"<w:document {_WORD}/>".encode()):
        yield "body.docx", docx(body)
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as made:
        for number in range(5_000):
            made.writestr(f"../../{number}", b"")
    yield "many.docx", many.getvalue()
    yield "empty.docx", b""
    yield "text.docx", _SAID.encode()
    yield "zip.docx", b"PK\5\6" + bytes(18)
    yield from _torn(good, ".docx", 25, 8)


def _feed() -> Iterator[Input]:
    levels = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    item = "<rss version='2.0'><channel><item><title>&m;</title><description>Six</description></item></channel></rss>"
    for entity in (
        f'<!ENTITY a "aaaaaaaaaa">{levels}', '<!ENTITY m SYSTEM "file:///etc/hostname">', '<!ENTITY m "' + "x" * 99_999 + '">',
        '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;',
    ):  # fmt: skip
        yield "entity.xml", f"<?xml version='1.0'?><!DOCTYPE x [{entity}]>{item}".encode()
    yield "quadratic.xml", f"<!DOCTYPE x [<!ENTITY m '{'x' * 50_000}'>]>{item.replace('&m;', '&m;' * 5_000)}".encode()
    yield "deep.rss", b"<rss><channel>" + b"<item>" * 50_000
    yield "tags.rss", b"<rss><channel><item>" + b"<a:b>" * 50_000
    yield "items.rss", b"<rss><channel>" + b"<item><title>six breaches</title></item>" * 20_000 + b"</channel></rss>"
    yield "large.rss", _RSS.replace(_SAID, _SAID * 50_000).encode()
    yield "html.rss", _RSS.replace(_SAID, "&lt;div&gt;" * 50_000 + _SAID).encode()
    yield "cdata.rss", _RSS.replace(_SAID, "<![CDATA[" + _SAID).encode()
    yield "path.rss", b"/etc/hostname"
    yield "address.rss", b"http://127.0.0.1:9/feed"
    yield "utf16.rss", _RSS.encode("utf-16")
    yield "declared.rss", _RSS.replace("'1.0'", "'1.0' encoding='x-unheard'").encode()
    for date in ("soon", "9" * 300, "99 Foo 2016", "2016-W99-9", "Sun, 08 May 99999 10:00:00 +9999", "0"):
        yield "date.rss", _RSS.replace("Sun, 08 May 2016 10:00:00 +0300", date).encode()
    yield from _torn(_RSS.encode(), ".rss", 20, 6)


def _records() -> Iterator[Input]:
    text = json.dumps(_SAID)
    lines = [
        "{", "[]", "7", '"x"', "null", "{}", '{"text": 7}', '{"text": null}', '{"text": ""}', "[" * 90_000, '{"a":' * 90_000,
        '{"text": ' + text + "," * 9 + "}", '{"text": NaN}', '{"text": ' + text + ', "n": 1' + "0" * 6_000 + "}",
        '{"text": ' + text + ', "n": 1e999999}', '{"text": "\\ud800\\udc00\\udfff six breaches"}',
        '{"text": "\\u0000 six breaches counted"}', '{"html": "' + "<div>" * 50_000 + '"}', '{"html": 7}',
        '{"html": "' + "<p>six</p>" * 50_000 + '"}', '{"text": ' + text + ', "text": 1}', "\x00\x01", "{'text': 'x'}",
        '{"url": "javascript:alert(1)", "text": ' + text + "}", '{"text": ' + json.dumps(_SAID * 20_000) + "}",
    ]  # fmt: skip
    lines += [f'{{"published": {json.dumps(date)}, "text": {text}}}' for date in _ODD_DATES]
    lines += [f'{{"id": {json.dumps(name)}, "text": {text}}}' for name in _ODD_NAMES]
    for line in lines:
        yield "record.jsonl", line.encode("utf-8", "surrogatepass") + b"\n"
    yield "all.jsonl", "\n".join(lines).encode("utf-8", "surrogatepass")
    yield "large.jsonl", b'{"text": "' + b"x" * 34_000_000 + b'"}\n{"text": ' + text.encode() + b"}\n"
    yield "blank.jsonl", b"\n" * 100_000
    yield "binary.jsonl", bytes(range(256)) * 50
    yield "empty.jsonl", b""
    yield "list.json", b"[" + text.encode() + b"]"
    yield from _torn(b'{"id": "1", "published": "2016-05-08", "text": ' + text.encode() + b"}\n", ".jsonl", 10, 4)
