"""PDFs by Typst: tagged for screen readers (PDF/UA-1), the same bytes from the same source."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Literal

import typst

from tregua.errors import TreguaError

__all__ = ["TypstPdf"]

_FONT = "DejaVuSans.ttf"
_IMAGE_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}\.(svg|png|jpg)")


class TypstPdf:
    """Implements :class:`tregua.ports.Typesetter`."""

    def pdf(self, source: str, images: Mapping[str, bytes]) -> bytes:
        """Return the PDF of SOURCE, where IMAGES holds the pictures it names.

        The compiler sees a folder of its own with nothing but the pictures, so that no source can read another file.

        Raises:
            TreguaError: the source does not compile, or a picture's name is no plain file name.
        """
        with tempfile.TemporaryDirectory(prefix="tregua-") as folder:
            for name, content in images.items():
                if not _IMAGE_NAME.fullmatch(name):
                    raise TreguaError(f"{name!r} is no name for a picture; give letters and digits, and .svg or .png")
                Path(folder, name).write_bytes(content)
            Path(folder, _FONT).write_bytes(files("tregua").joinpath("packs", "fonts", _FONT).read_bytes())
            written = Path(folder, "report.typ")
            written.write_text(source, encoding="utf-8")
            return _compile(written)


def _compile(source: Path) -> bytes:
    """Compile with the tags of PDF/UA-1, or without where a script has no font here and the standard refuses it."""
    try:
        return _attempt(source, ["ua-1"])
    except typst.TypstError:
        try:
            return _attempt(source, [])
        except typst.TypstError as error:
            raise TreguaError(f"the PDF cannot be made: {error.message}") from error


def _attempt(source: Path, standards: list[Literal["ua-1"]]) -> bytes:
    folder = source.parent
    return typst.compile(
        source,
        root=folder,
        font_paths=[folder],
        format="pdf",
        pdf_standards=[*standards],
        package_path=folder,
        package_cache_path=folder,
        timestamp=0,
    )
