"""Link: join claims of one origin into testimonies, and claims about one event into incidents."""

from tregua.steps.link.linking import Linked, link

__all__ = ["Linked", "link"]
