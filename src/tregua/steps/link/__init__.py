"""Link: join claims of one origin into testimonies, and claims about one event into incidents."""

from tregua.steps.link.linking import Linked, Linker, no_search_for_garbage
from tregua.steps.link.memory import Before, Memory
from tregua.steps.link.spreading import in_turn

__all__ = ["Before", "Linked", "Linker", "Memory", "in_turn", "no_search_for_garbage"]
