"""What was found in a table, as it is kept, shown and taken away."""

from __future__ import annotations

import re
from typing import Any

from nmiss.across.imports.kinds import IDENTIFYING
from nmiss.base.importing.outcomes import Change, New, Outcome
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Fault

MOST = 100_000
HEADING = ("kind", "line", "record", "name", "column", "value", "ours", "theirs", "what to do")


def of_faults(faults: list[Fault]) -> list[dict[str, Any]]:
    """Faults, the first hundred thousand of them."""
    return [_fault("error", fault) for fault in faults[:MOST]]


def of_questions(questions: list[ReferenceQuestion]) -> list[dict[str, Any]]:
    """What only a person can say: whether "record" is the same child as "ours"."""
    return [
        _fault("question", question.fault)
        | {"record": question.reference, "ours": question.other, "name": question.where}
        for question in questions
    ]


def of_outcome(outcome: Outcome) -> list[dict[str, Any]]:
    """Warnings, changes and what is new."""
    warnings = [_fault("warning", fault) for fault in [*outcome.notes, *sorted(outcome.warnings)]]
    changes = [_change(change) for change in outcome.changes]
    return (warnings + changes + [_new(new) for new in outcome.added])[:MOST]


def rows(findings: list[dict[str, Any]], *, with_identity: bool) -> list[list[Any]]:
    """As rows under HEADING."""
    shown = findings if with_identity else [_without_identity(one) for one in findings]
    names = ("kind", "line", "record", "name", "column", "value", "ours", "theirs", "remedy")
    return [[one.get(name, "") for name in names] for one in shown]


def of_kind(
    findings: list[dict[str, Any]], kind: str, *, with_identity: bool
) -> list[dict[str, Any]]:
    """Those of one kind."""
    found = [one for one in findings if one["kind"] == kind]
    return found if with_identity else [_without_identity(one) for one in found]


def of_schools(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The changes of schools, which may be kept out one by one; an authority's name may not."""
    return [one for one in of_kind(findings, "change", with_identity=True) if urn_of(one)]


def urn_of(one: dict[str, Any]) -> str:
    """The number of the school that a finding is about; empty where it is about none."""
    found = re.match(r"school ([0-9]+)", one["record"])
    return found[1] if found else ""


def _fault(kind: str, fault: Fault) -> dict[str, Any]:
    return {
        "kind": kind,
        "line": fault.line,
        "record": "",
        "column": fault.column,
        "value": fault.value,
        "ours": "",
        "theirs": "",
        "remedy": fault.remedy,
        "name": "",
    }


def _change(change: Change) -> dict[str, Any]:
    before, after = ("", "") if change.personal else change.in_words
    return {
        "kind": "change",
        "line": "",
        "record": change.reference,
        "column": change.column,
        "value": "",
        "ours": before,
        "theirs": after,
        "remedy": "",
        "name": change.name,
    }


def _new(new: New) -> dict[str, Any]:
    return _fault("new", Fault(new.line, "", "", "")) | {"record": new.reference, "name": new.name}


def _without_identity(one: dict[str, Any]) -> dict[str, Any]:
    return one | {"value": "not shown"} if one["column"] in IDENTIFYING and one["value"] else one
