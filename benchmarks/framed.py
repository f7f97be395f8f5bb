"""The example's pages inside the frame of a news site, as heavy as what servers of such sites send.

The example's pages were made by hand and hold little beside the article. What a content management system puts around
one is made here: styles and scripts in the page, menus in menus, share bars, places for advertisements, cards of other
stories with pictures in several sizes, readers' comments, columns of links, a notice on cookies, and the page's data
once more as JSON. Structures are those of real sites, names and words are our own; the same page always gets the same
frame, between 50 and 200 kB. Teasers tell of fighting elsewhere, so that a frame taken for text shows in the claims.
"""

# ruff: noqa: E501 - elements are written whole, as a page has them
from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterable

__all__ = ["framed"]

_SECTIONS = ("World", "Politics", "Economy", "Society", "Culture", "Sport", "Science", "Opinion", "Video", "Weather")
_TOPICS = (
    "Harbour", "Election", "Grain", "Budget", "Rail", "Museum", "League", "Climate", "Court", "Markets", "Energy",
    "Schools", "Health", "Borders", "Archives", "Fisheries", "Transport", "Housing", "Science", "Regions",
)  # fmt: skip
_PLACES = ("Northport", "Esterfield", "Old Quay", "Lindenau", "Port Amber", "Westmark", "Salt Bay", "Kestrel Hill")
_TEASERS = (
    "Shelling resumes near {0} as talks stall", "{0} marks a year since the river burst its banks",
    "Council of {0} votes on the new tram line", "Two soldiers wounded in {0}, says army", "What we know of the {0} fire",
    "Truce holds in {0} for a third night", "Prices at the market of {0} fall again", "{0} prepares for first snow",
)  # fmt: skip
_SAID = (
    "The council meets again on Thursday, and both parties have said that they will attend.",
    "Residents told our correspondent that the road had been closed since the early morning.",
    "Thank you for the report. I lived there for six years and hardly know the pictures again.",
    "Could the editors add a map? It is hard to follow which villages are meant.",
    "That is not what was written here last week, when four people were killed in {0}.",
    "An agreement was near in spring already. Nobody kept it.",
)
_UTILITIES = ("flex", "grid", "mt-4", "mb-2", "px-6", "gap-8", "text-sm", "font-bold", "rounded", "lg:w-1/3")
_BODY = re.compile(
    r"(?P<head>.*?)(?P<ends></head>.*?<body[^>]*>)(?P<body>.*)(?P<tail></body>.*)", re.DOTALL | re.IGNORECASE
)
_SMALLEST, _LARGEST = 50_000, 200_000


class _Frame:
    """One site's frame, as heavy as CHANCE has it."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def around(self, page: str) -> str:
        """Return PAGE with the frame around its body, and scripts until it weighs enough."""
        parts = _BODY.fullmatch(page)
        if parts is None:
            raise ValueError("this page has no head and body")
        weight = self.chance.randint(_SMALLEST, _LARGEST)
        head, before, after = self._head(), self._before(), self._after()
        missing = weight - sum(map(len, (page, head, before, after)))
        data = self._data(max(missing * 2 // 3, 0))
        styles = self._styles(max(missing // 3, 0))
        return "".join([
            parts["head"], head, styles, parts["ends"], before, parts["body"], after, data, parts["tail"],
        ])  # fmt: skip

    def _classes(self, *names: str) -> str:
        """Return a class attribute of NAMES among those that say only how a thing looks."""
        return f'class="{" ".join([*names, *self.chance.sample(_UTILITIES, 4)])}"'

    def _teaser(self) -> str:
        return self.chance.choice(_TEASERS).format(self.chance.choice(_PLACES))

    def _slug(self) -> str:
        return f"/{self.chance.choice(_SECTIONS).lower()}/{self.chance.randrange(10**7, 10**8)}-{'-'.join(self.chance.sample(_TOPICS, 3)).lower()}"

    def _head(self) -> str:
        """Return what a head holds beside title and address: sizes, icons, things to load, the site's own JSON-LD."""
        crumbs = [{"@type": "ListItem", "position": at, "name": name} for at, name in enumerate(_SECTIONS[:3], 1)]
        site = {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": crumbs}
        loaded = (f'<link rel="preload" as="script" href="/static/chunks/{number}-{self._hash()}.js" crossorigin="">'
                  for number in range(24))  # fmt: skip
        return (
            '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" '
            'content="index, follow, max-image-preview:large"><meta name="theme-color" content="#14324a">'
            f'{"".join(loaded)}<script type="application/ld+json">{json.dumps(site)}</script>'
            "<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());</script>"
        )

    def _hash(self) -> str:
        return f"{self.chance.getrandbits(64):016x}"

    def _styles(self, weight: int) -> str:
        """Return the styles that a page needs before its style sheet is there, of WEIGHT characters."""
        rules: list[str] = []
        while sum(len(rule) for rule in rules) < weight:
            name, width = self._hash()[:8], self.chance.randrange(320, 1600)
            rules.append(f".css-{name}{{display:flex;margin:0 {width % 48}px;max-width:{width}px;color:#{name[:6]}}}"
                         f"@media (min-width:{width}px){{.css-{name}{{flex-direction:row}}}}" * 4)  # fmt: skip
        return f'<style data-emotion="css">{"".join(rules)}</style>'

    def _data(self, weight: int) -> str:
        """Return the page's data as a script takes it up again, of WEIGHT characters."""
        stories: list[str] = []
        while sum(len(story) for story in stories) < weight:
            stories.append(json.dumps({
                "id": self._hash(), "url": self._slug(), "headline": self._teaser(), "blocks": self._said(4),
                "image": {"src": f"/media/{self._hash()}.jpg", "sizes": [320, 640, 960, 1280, 1920]},
            }))  # fmt: skip
        return f'<script id="__SITE_DATA__" type="application/json">[{",".join(stories)}]</script>'

    def _said(self, count: int) -> list[str]:
        return [self.chance.choice(_SAID).format(self.chance.choice(_PLACES)) for _ in range(count)]

    def _links(self, names: Iterable[str]) -> str:
        return "".join(
            f'<li {self._classes("menu-item")}><a href="{self._slug()}" {self._classes("menu-link")}><span>{name}</span></a></li>'
            for name in names
        )

    def _before(self) -> str:
        """Return what stands above the article: a strip of news, the menus, a place for an advertisement, the path."""
        menus = "".join(
            f'<li {self._classes("menu-item", "has-children")}><a href="/{name.lower()}">{name}</a><button type="button" '
            f'aria-expanded="false"><svg viewBox="0 0 24 24"><path d="M7 10l5 5 5-5z"></path></svg></button>'
            f'<ul class="sub-menu">{self._links(self.chance.sample(_TOPICS, self.chance.randint(6, 12)))}</ul></li>'
            for name in _SECTIONS
        )
        strip = "".join(f'<li><a href="{self._slug()}">{self._teaser()}</a></li>' for _ in range(6))
        return (
            '<a class="skip-link" href="#main">Skip to content</a><noscript><iframe src="/ns.html" height="0"></iframe>'
            f'</noscript><header {self._classes("site-header")}><div class="ticker"><ul>{strip}</ul></div><div><a href="/">'
            '<svg viewBox="0 0 120 24"><path d="M0 0h24v24H0zM30 4h80v16H30z"></path></svg></a><form role="search" action="/search">'
            '<input type="search" name="q" placeholder="Search"><button type="submit">Search</button></form></div>'
            f'<nav aria-label="Main"><ul {self._classes("menu")}>{menus}</ul></nav></header>{self._advertisement()}'
            '<main id="main"><nav class="breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ol></nav>'
            f"<div {self._classes('layout', 'layout--article')}><div {self._classes('layout__content')}>{self._share()}"
        )

    def _advertisement(self) -> str:
        slot = self._hash()[:6]
        return (
            f'<div class="ad-slot advertisement" id="div-gpt-ad-{slot}"><span>Advertisement</span><script>'
            f"googletag.cmd.push(function(){{googletag.display('div-gpt-ad-{slot}');}});</script></div>"
        )

    def _share(self) -> str:
        shares = "".join(
            f'<li><a rel="nofollow" href="/share?to={name}"><svg viewBox="0 0 24 24"><path d="M2 2h20v20H2z"></path></svg>'
            f'<span class="sr-only">Share on {name}</span></a></li>'
            for name in ("Facebook", "X", "Telegram", "WhatsApp", "E-mail")
        )
        return f"<div {self._classes('share')}><ul>{shares}</ul></div>"

    def _card(self) -> str:
        """Return the card of another story, its picture in three forms and five sizes."""
        sources = "".join(
            f'<source type="image/{form}" sizes="(min-width: 960px) 33vw, 100vw" srcset="'
            + ", ".join(f"/media/{self._hash()}-{width}.{form} {width}w" for width in (320, 640, 960, 1280, 1920))
            + '">'
            for form in ("avif", "webp", "jpeg")
        )
        return (
            f'<li><article {self._classes("card")}><a href="{self._slug()}"><figure><picture>{sources}<img alt="" loading="lazy" '
            f'src="/media/{self._hash()}.jpg"></picture></figure><div class="card__text"><span class="card__label">'
            f"{self.chance.choice(_SECTIONS)}</span><h3>{self._teaser()}</h3><p>{self._said(1)[0]}</p>"
            f'<time datetime="2016-0{self.chance.randint(1, 9)}-11T08:30:00Z">{self.chance.randint(2, 9)} hours ago</time></div></a></article></li>'
        )

    def _comment(self, depth: int = 0) -> str:
        """Return what a reader wrote, and what others answered."""
        answers = "".join(self._comment(depth + 1) for _ in range(self.chance.randint(0, 2 - depth)))
        said = "".join(f"<p>{line}</p>" for line in self._said(self.chance.randint(1, 3)))
        return (
            f'<li class="comment depth-{depth}" id="comment-{self._hash()[:7]}"><div class="comment-body"><div class="comment-author vcard">'
            f'<cite class="fn">reader{self.chance.randrange(1000)}</cite> <span class="says">says:</span></div>{said}'
            f'<div class="reply"><a rel="nofollow" href="#respond">Reply</a></div></div><ol class="children">{answers}</ol></li>'
        )

    def _after(self) -> str:
        """Return what stands beside and below the article, and what lies over the page."""
        chance = self.chance
        tags = "".join(f'<a rel="tag" href="/tag/{name.lower()}">{name}</a>' for name in chance.sample(_TOPICS, 6))
        cards = "".join(self._card() for _ in range(chance.randint(8, 20)))
        read = "".join(f'<li><a href="{self._slug()}">{self._teaser()}</a></li>' for _ in range(10))
        comments = "".join(self._comment() for _ in range(chance.randint(0, 25)))
        columns = "".join(
            f"<div><h4>{name}</h4><ul>{self._links(chance.sample(_TOPICS, 8))}</ul></div>" for name in _SECTIONS
        )
        return (
            f'<div class="article-tags">{tags}</div>{self._share()}<form class="newsletter" action="/subscribe"><h3>The week in '
            'five minutes</h3><p>Sign up and read it every Sunday.</p><input type="email"><button>Sign up</button></form></div>'
            f'<aside {self._classes("layout__side")}>{self._advertisement()}<section class="most-read"><h2>Most read</h2><ol>{read}</ol>'
            f"</section>{self._advertisement()}</aside></div><section {self._classes('related')}><h2>More on this story</h2><ul>{cards}</ul>"
            f'</section><section id="comments" class="comments-area"><h2>Comments</h2><ol class="comment-list">{comments}</ol></section></main>'
            f'<footer {self._classes("site-footer")}>{columns}<p>All rights reserved.</p></footer><div class="cookie-consent" role="dialog">'
            "<h2>Your privacy</h2><p>We and our partners keep cookies on your device. You can change your choice at any time.</p>"
            "<button>Accept</button><button>Refuse</button></div>"
        )


def framed(page: bytes, name: str) -> bytes:
    """Return PAGE, which has a head and a body, in the frame that NAME always gets; its own bytes stay as they are."""
    seed = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
    return _Frame(random.Random(seed)).around(page.decode("latin-1")).encode("latin-1")
