"""The words of what is done to uploaded tables."""

from __future__ import annotations

from nmiss.base.core.deeds import register, register_facts

IMPORTS = "Imports"


def make_known() -> None:
    """Register them; the applications whose records come in say so of each table."""
    register(
        IMPORTS,
        {
            "imports.ImportRun.upload": ("uploaded the", "Import uploaded"),
            "imports.ImportRun.confirm": ("confirmed the", "Import confirmed"),
            "imports.ImportRun.drop": ("discarded the", "Import discarded"),
            "imports.ImportRun.ask_to_undo": ("asked to undo the", "Undoing requested"),
            "imports.ImportRun.undo": ("undid the", "Import undone"),
            "import_schools": ("imported schools from", "Schools imported"),
            "import_postcodes": ("imported postcodes from", "Postcodes imported"),
            "import_school_links": ("imported school links from", "School links imported"),
            "import_members": ("imported DPS members from", "Members imported"),
            "import_placements": ("imported placements from", "Placements imported"),
        },
        for_administrators=True,
    )
    register_facts(
        new="Added",
        changed="Changed",
        unchanged="Unchanged",
        skipped="Left out",
        warnings="Warnings",
        kept="Council’s own facts kept",
        rows="Rows undone",
    )
