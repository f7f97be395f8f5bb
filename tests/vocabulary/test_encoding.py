# ruff: noqa: RUF001 - texts of several scripts are meant
from __future__ import annotations

import pytest

from tregua.vocabulary.encoding import decode, is_binary

_ARABIC = "أعلن المركز الروسي في حميميم تسجيل ستة خروقات لاتفاق وقف الأعمال القتالية في ريف اللاذقية."
_RUSSIAN = "Центр по примирению сообщил о шести нарушениях режима прекращения огня в провинции Латакия."
_RUSSIAN_LONG = (
    (
        f"{_RUSSIAN} Три обстрела зафиксированы в Алеппо, два — в Хомсе, ещё один — в Хаме. "
        "По данным военных, жертв среди мирных жителей нет. Переговоры о соблюдении тишины продолжаются."
    )
    .replace("—", "-")
    .replace("ё", "е")
)
_SPANISH = "La misión registró doce violaciones del cese al fuego; así lo señaló el vocero, según él mismo."
_CROATIAN = (
    "Oružane snage saopštile su da je primirje prekršeno više puta u toku dana, a žrtve su brojne. Čačak, Šabac."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1256"])
def test_arabic_without_a_declaration(encoding: str) -> None:
    assert decode((_ARABIC * 3).encode(encoding)) == _ARABIC * 3


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_russian_without_a_declaration(encoding: str) -> None:
    assert decode(_RUSSIAN_LONG.encode(encoding)) == _RUSSIAN_LONG


@pytest.mark.parametrize(("text", "encoding"), [(_SPANISH, "cp1252"), (_CROATIAN, "cp1250")])
def test_western_and_central_pages_are_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1256", "cp1256"), ("'windows-1256'", "cp1256"), ("utf-8", "cp1256"), ("x-unheard", "utf-8"),
     ("base64", "utf-8"), ("latin-1", "utf-8"), ("nul\0name", "utf-8")],
)  # fmt: skip
def test_a_declaration_is_believed_only_where_it_fits(declared: str, encoding: str) -> None:
    assert decode(_ARABIC.encode(encoding), declared) == _ARABIC


def test_latin_1_means_its_windows_superset() -> None:
    assert decode("“naïve”".encode("cp1252"), "iso-8859-1") == "“naïve”"


def test_a_few_broken_letters_leave_the_rest_utf8() -> None:
    content = _RUSSIAN.encode()[:-3] + b"\xff" + _ARABIC.encode()
    text = decode(content)
    assert _ARABIC in text
    assert "\ufffd" in text


def test_what_is_in_no_encoding_is_replaced_not_lost() -> None:
    assert len(decode(bytes(range(128, 256)) * 3)) > 100
    assert decode(b"\x81\x8d\x8f\x90\x9d" * 40)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1", b"\1\2\3\4text", b"abc\0def", b"\0" * 50])
def test_binary(content: bytes) -> None:
    assert is_binary(content)


@pytest.mark.parametrize(
    "content",
    [b"", b"plain\twords\r\n", _ARABIC.encode("utf-16"), _ARABIC.encode("utf-16-le"), _RUSSIAN.encode("cp1251")],
)
def test_text_is_not_binary(content: bytes) -> None:
    assert not is_binary(content)


def test_numbers_in_wide_cells_are_no_wide_text() -> None:
    head = b"".join(bytes([number % 31, 0]) for number in range(400))
    assert is_binary(head)
    assert is_binary(bytes(range(256)) * 4)
