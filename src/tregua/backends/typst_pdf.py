"""PDFs by Typst: tagged for screen readers (PDF/UA-1), the same bytes from the same source."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

import typst

from tregua.errors import TreguaError

__all__ = ["TypstPdf"]

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
            written = Path(folder, "report.typ")
            written.write_text(source, encoding="utf-8")
            return _compile(written)


def _compile(source: Path) -> bytes:
    folder = source.parent
    try:
        return typst.compile(
            source,
            root=folder,
            format="pdf",
            pdf_standards=["ua-1"],
            package_path=folder,
            package_cache_path=folder,
            timestamp=0,
        )
    except typst.TypstError as error:
        raise TreguaError(f"the PDF cannot be made: {error.message}") from error
