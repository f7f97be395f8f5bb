"""Implementations of ports; none knows another, and only ``tregua.wiring`` picks them."""
