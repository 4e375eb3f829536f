"""What was found in a table, as it is kept, shown and taken away."""

from __future__ import annotations

from typing import Any

from nmiss.core.tables import Change, Fault, Outcome

MOST = 100_000
# Cells that tell who a child is: shown to nobody who only looks.
IDENTIFYING = frozenset({"date_of_birth", "home_postcode"})
HEADING = ("kind", "line", "record", "column", "value", "ours", "theirs", "what to do")


def of_faults(faults: list[Fault]) -> list[dict[str, Any]]:
    """Faults, the first hundred thousand of them."""
    return [_fault("error", fault) for fault in faults[:MOST]]


def of_outcome(outcome: Outcome) -> list[dict[str, Any]]:
    """Warnings and changes."""
    warnings = [_fault("warning", fault) for fault in sorted(outcome.warnings)]
    return (warnings + [_change(change) for change in outcome.changes])[:MOST]


def rows(findings: list[dict[str, Any]], *, with_identity: bool) -> list[list[Any]]:
    """As rows under HEADING."""
    shown = findings if with_identity else [_without_identity(one) for one in findings]
    names = ("kind", "line", "record", "column", "value", "ours", "theirs", "remedy")
    return [[one[name] for name in names] for one in shown]


def of_kind(
    findings: list[dict[str, Any]], kind: str, *, with_identity: bool
) -> list[dict[str, Any]]:
    """Those of one kind."""
    found = [one for one in findings if one["kind"] == kind]
    return found if with_identity else [_without_identity(one) for one in found]


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
    }


def _change(change: Change) -> dict[str, Any]:
    before, after = ("", "") if change.personal else (change.before, change.after)
    return {
        "kind": "change",
        "line": "",
        "record": change.reference,
        "column": change.column,
        "value": "",
        "ours": "" if before is None else str(before),
        "theirs": "" if after is None else str(after),
        "remedy": "",
    }


def _without_identity(one: dict[str, Any]) -> dict[str, Any]:
    return one | {"value": "not shown"} if one["column"] in IDENTIFYING and one["value"] else one
