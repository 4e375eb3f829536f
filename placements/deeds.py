"""The words of what is done with children and their places."""

from __future__ import annotations

from nmiss.base.core.deeds import register

register(
    "Imports",
    {
        "import_school_links": ("imported school links from", "School links imported"),
        "import_placements": ("imported placements from", "Placements imported"),
    },
    for_administrators=True,
)
