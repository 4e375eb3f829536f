"""What lists of schools and children can be narrowed by."""

from placements.filters.children import Children
from placements.filters.schools import OurSchools, SchoolFilters, Schools

__all__ = ["Children", "OurSchools", "SchoolFilters", "Schools"]
