"""Reconcile: hold every published count of an origin against its others."""

from tregua.steps.reconcile.books import reconcile

__all__ = ["reconcile"]
