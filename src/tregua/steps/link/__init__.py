"""Link: join claims of one origin into testimonies, and claims about one event into incidents."""

from tregua.steps.link.linking import Linked, Linker
from tregua.steps.link.spreading import in_turn

__all__ = ["Linked", "Linker", "in_turn"]
