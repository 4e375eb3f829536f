"""The words of what is done to uploaded tables."""

from __future__ import annotations

from collections.abc import Mapping

from nmiss.base.core.deeds import Fact, register, register_facts


def _answers(given: Mapping[str, str]) -> str:
    return ", ".join(f"{reference}: {answer}" for reference, answer in given.items())


def _counts(found: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {word}" for word, count in found.items() if count) or "nothing"


register(
    "Imports",
    {
        "imports.ImportRun.upload": ("uploaded the", "Import uploaded"),
        "imports.ImportRun.open_file": (
            "opened the file of the",
            "File of import opened",
        ),
        "imports.ImportRun.open_findings": (
            "opened the findings of the",
            "Findings of import opened",
        ),
        "imports.ImportRun.preview": ("checked the", "Import checked"),
        "imports.ImportRun.ask": ("has questions about the", "Import questioned"),
        "imports.ImportRun.answer": ("answered questions about the", "Import answered"),
        "imports.ImportRun.refuse": ("refused the", "Import refused"),
        "imports.ImportRun.confirm": ("confirmed the", "Import confirmed"),
        "imports.ImportRun.finish": ("completed the", "Import completed"),
        "imports.ImportRun.give_up": ("could not complete the", "Import failed"),
        "imports.ImportRun.drop": ("discarded the", "Import discarded"),
        "imports.ImportRun.ask_to_undo": ("asked to undo the", "Undoing requested"),
        "imports.ImportRun.undo": ("undid the", "Import undone"),
        "imports.ImportRun.stay": ("could not undo the", "Undoing refused"),
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
    errors="Errors",
    note="Note",
    answers=Fact("Answers", _answers),
    counts=Fact("Found", _counts),
)
