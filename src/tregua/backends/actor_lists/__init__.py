"""Lists of actors that others keep, read as registries: UCDP, ACLED, the United Nations' sanctions list, plain CSV."""

from tregua.backends.actor_lists.reading import FORMS, Entry, read_list

__all__ = ["FORMS", "Entry", "read_list"]
