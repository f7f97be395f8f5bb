"""Evidence to documents: the right reader, the page's own lines left out, publisher and date placed."""

from tregua.steps.read.documents import read
from tregua.steps.read.language import tell_language
from tregua.steps.read.media import sniff

__all__ = ["read", "sniff", "tell_language"]
