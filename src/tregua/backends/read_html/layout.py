"""Old pages made readable: tables that only lay out, and paragraphs parted by two line breaks.

Agencies' archives and many blogs are built so. Left alone, a whole article with the boxes around it comes out as one
row of a table, or as one paragraph.
"""

from __future__ import annotations

from lxml.html import Element, HtmlElement

from tregua.backends.read_html.words import words

__all__ = ["straighten"]

_LONG_CELL = 300
_TABLE_TAGS = ("thead", "tbody", "tfoot", "tr", "td", "th")
_BLOCKS = frozenset({
    "address", "article", "blockquote", "center", "div", "dl", "fieldset", "figure", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "ol", "p", "pre", "section", "table", "ul",
})  # fmt: skip
_HOLDERS = ("div", "td", "body", "article", "section", "center", "main", "span", "font", "p")


def straighten(tree: HtmlElement) -> None:
    """Change TREE so that every paragraph of it is an element."""
    for table in list(tree.iter("table")):
        cells = [part for part in _own(table) if part.tag in {"td", "th"}]
        if any(len(words(cell)) > _LONG_CELL for cell in cells) and all(cell.tag == "td" for cell in cells):
            for part in (*_own(table), table):
                part.tag = "div"
    for holder in list(tree.iter(*_HOLDERS)):
        if any(_doubled(child) for child in holder):
            _part(holder)


def _own(table: HtmlElement) -> list[HtmlElement]:
    """Return rows and cells of TABLE itself, not of tables inside it."""
    return [part for part in table.iterdescendants(*_TABLE_TAGS) if next(part.iterancestors("table"), None) is table]


def _doubled(child: HtmlElement) -> bool:
    """Tell whether CHILD is a line break with another right after it."""
    following = child.getnext()
    return child.tag == "br" and not (child.tail or "").strip() and following is not None and following.tag == "br"


def _part(holder: HtmlElement) -> None:
    """Put what stands between doubled line breaks of HOLDER into paragraphs, blocks left as they are."""
    children = list(holder)
    breaks = {child for child in children if _doubled(child)}
    after = {following for child in breaks if (following := child.getnext()) is not None}
    if holder.tag == "p":
        holder.tag = "div"
    current = Element("p")
    current.text, holder.text = holder.text, None
    made = [current]
    for child in children:
        tail, child.tail = child.tail, None
        holder.remove(child)
        if child in breaks or child in after or child.tag in _BLOCKS:
            made += [child] if child.tag in _BLOCKS else []
            current = Element("p")
            current.text = tail
            made.append(current)
        else:
            child.tail = tail
            current.append(child)
    holder.extend(part for part in made if part.tag != "p" or len(part) or (part.text or "").strip())
