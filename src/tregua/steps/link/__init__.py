"""Link: join claims of one origin into testimonies, and claims about one event into incidents."""

from tregua.steps.link.clusters import in_turn
from tregua.steps.link.linking import Linked, Linker

__all__ = ["Linked", "Linker", "in_turn"]
