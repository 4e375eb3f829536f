"""The words of what is done to uploaded tables."""

from __future__ import annotations

from nmiss.base.core.deeds import register, register_facts

IMPORTS = "Imports"

register(
    IMPORTS,
    {
        "imports.ImportRun.upload": ("uploaded the", "Import uploaded"),
        "imports.ImportRun.confirm": ("confirmed the", "Import confirmed"),
        "imports.ImportRun.drop": ("discarded the", "Import discarded"),
        "imports.ImportRun.ask_to_undo": ("asked to undo the", "Undoing requested"),
        "imports.ImportRun.undo": ("undid the", "Import undone"),
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
