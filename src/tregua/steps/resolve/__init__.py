"""Resolve: give the names in claims the ids they have in the registries, or say that they have none."""

from tregua.steps.resolve.claims import resolve, touching
from tregua.steps.resolve.unnamed import Unnamed, unknown_names, unnamed

__all__ = ["Unnamed", "resolve", "touching", "unknown_names", "unnamed"]
