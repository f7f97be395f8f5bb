"""Which characters a run of bytes stands for, when nobody can be trusted to say.

Pages declare one encoding and use another, old agencies write Windows code pages without a word, and pictures are
saved as ``.txt``. Every reader of text asks here, so that all formats get the same answer.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator

__all__ = ["decode", "is_binary"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_CENTRAL_EUROPEAN = frozenset({"Croatian", "Czech", "Hungarian", "Polish", "Romanian", "Slovak", "Slovene"})
_SAMPLE = 65_536
_HEAD = 4_096
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b") | {127}
_CONTROL_BYTES = bytes(_CONTROLS)
_MANY_CONTROLS = 0.1
_FEW_VALUES = 12
_TIMES_MORE = 3
_FEW_BROKEN = 0.05


def decode(content: bytes, declared: str = "") -> str:
    """Return CONTENT as text; DECLARED is the encoding that the item names, "" when it names none.

    A byte order mark is believed first, then UTF-8 if the bytes are UTF-8, then what is declared, then what
    the letters look like. What still does not fit becomes U+FFFD: nothing is lost without a trace.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    for encoding in _candidates(content, declared):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return content.decode(_guess(content), errors="replace")


def is_binary(head: bytes) -> bool:
    """Tell whether HEAD, the first kilobytes of a file, is no text in any encoding."""
    head = head[:_HEAD]
    if not head or any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return False
    return len(head) - len(head.translate(None, _CONTROL_BYTES)) > _MANY_CONTROLS * len(head) or b"\0" in head


def _candidates(content: bytes, declared: str) -> Iterator[str]:
    if wide := _wide(content[:_HEAD]):
        yield wide
    yield "utf-8"
    if name := _known(declared):
        yield _LATIN.get(name, name)


def _known(declared: str) -> str:
    """Return the codec's own name for DECLARED, "" when there is no such encoding of text."""
    try:
        found = codecs.lookup(declared.strip().strip("\"'"))
    except (LookupError, ValueError):
        return ""
    return found.name if getattr(found, "_is_text_encoding", True) else ""


def _wide(head: bytes) -> str:
    """Name the UTF-16 order that HEAD is written in without a mark, "" when it is not.

    In the script of any one language the high bytes take few values, one of them NUL for spaces and digits.
    """
    if b"\0" not in head:
        return ""
    first, second = set(head[0::2]), set(head[1::2])
    for encoding, low, high in (("utf-16-le", first, second), ("utf-16-be", second, first)):
        if 0 in high and len(high) <= _FEW_VALUES and len(high) * _TIMES_MORE <= len(low):
            text = head[: len(head) // 2 * 2].decode(encoding, errors="replace")
            odd = sum(ord(character) in _CONTROLS or character == "\ufffd" for character in text)
            return encoding if odd <= _FEW_BROKEN * len(text) else ""
    return ""


def _guess(content: bytes) -> str:
    """Name the encoding that CONTENT, which is not clean UTF-8, looks like."""
    sample = content[:_SAMPLE]
    lenient = sample.decode("utf-8", errors="replace")
    several = sum(ord(character) > 127 for character in lenient)  # noqa: PLR2004 - the end of ASCII
    if lenient.count("�") <= _FEW_BROKEN * several:
        return "utf-8"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - few pages are not what they say, or UTF-8

    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        return "utf-8"
    tied = {match.encoding for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)}
    if best.encoding == "cp1250" and "cp1252" in tied and best.language not in _CENTRAL_EUROPEAN:
        return "cp1252"
    return best.encoding
