"""Lists of places that others keep (GeoNames, p-codes, named points), and those kept on this machine."""

from tregua.backends.place_lists.cities import of_cities
from tregua.backends.place_lists.exact import ExactPlaces
from tregua.backends.place_lists.kept import KeptPlaces, Layered, Manifest, keep_places, kept_manifest
from tregua.backends.place_lists.reading import FORMS, read_places
from tregua.backends.place_lists.row import Row

__all__ = [
    "FORMS",
    "ExactPlaces",
    "KeptPlaces",
    "Layered",
    "Manifest",
    "Row",
    "keep_places",
    "kept_manifest",
    "of_cities",
    "read_places",
]
