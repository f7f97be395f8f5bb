"""Tregua: open-source ceasefire monitoring."""
