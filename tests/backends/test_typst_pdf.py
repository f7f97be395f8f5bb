from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from tests.steps.publish.sample import EMPTY_WEEK, WEEK, sample_book
from tregua.backends.typst_pdf import TypstPdf
from tregua.errors import TreguaError
from tregua.steps.publish.book import Period
from tregua.steps.publish.pdf import report_typst

HEAD = '#set document(title: "t")\n'


def read(content: bytes) -> Any:  # noqa: ANN401 - objects of a PDF hold anything
    return pypdf.PdfReader(io.BytesIO(content))


@pytest.mark.parametrize("period", [WEEK, EMPTY_WEEK])
def test_the_report_compiles_tagged_titled_and_twice_the_same(period: Period) -> None:
    source = report_typst(sample_book(), period)
    made = TypstPdf().pdf(source, {})
    assert made == TypstPdf().pdf(source, {})
    found = read(made)
    assert found.metadata is not None
    assert str(found.metadata.title).startswith("Lake provinces, spring 2016")
    assert found.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in made
    assert str(found.trailer["/Root"]["/Lang"]) == "en"


def test_arabic_names_and_quotes_are_set() -> None:
    made = TypstPdf().pdf(report_typst(sample_book(), WEEK), {})
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in read(made).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert any("DejaVuSans" in name and "Mono" not in name for name in fonts)


def test_a_picture_is_found_by_its_name() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    made = TypstPdf().pdf(f'{HEAD}#image("map.svg", alt: "a square")', {"map.svg": svg})
    assert made.startswith(b"%PDF")


@pytest.mark.parametrize("name", ["../map.svg", "/map.svg", "map.txt", "", "a/b.svg"])
def test_a_picture_needs_a_plain_name(name: str) -> None:
    with pytest.raises(TreguaError, match="no name for a picture"):
        TypstPdf().pdf(HEAD, {name: b""})


def test_what_does_not_compile_is_told() -> None:
    with pytest.raises(TreguaError, match="the PDF cannot be made"):
        TypstPdf().pdf("#unknown-function()", {})


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../../etc/passwd"])
def test_no_source_reads_another_file(path: str) -> None:
    with pytest.raises(TreguaError):
        TypstPdf().pdf(f'{HEAD}#read("{path}")', {})


def test_what_the_standard_refuses_is_set_without_it() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    made = TypstPdf().pdf(f'{HEAD}#image("bare.svg")', {"bare.svg": svg})
    assert b"pdfuaid:part" not in made
