"""The task list of a return, in which many children are one thing to do."""

from __future__ import annotations

from dataclasses import replace

from kpis.children import FIRST_PLACE
from kpis.filling import Filling, MissingFromReturn, Part


def status_of(filling: Filling, part: Part) -> str:
    """Of an indicator that is counted child by child: completed once each child is."""
    status = filling.status_of(part)
    if status != "completed" or not (part.indicator and part.indicator.by_child):
        return status
    of_children = [filling.status_of(each) for each in filling.parts if each.child]
    if all(each == "completed" for each in of_children):
        return status
    is_begun = any(each != "not started" for each in of_children)
    return "in progress" if is_begun else "not started"


def still_to_do(filling: Filling) -> list[MissingFromReturn]:
    """What is missing, in which the same thing of many children is one line."""
    found: list[MissingFromReturn] = []
    of_children: dict[str, list[MissingFromReturn]] = {}
    for each in filling.missing():
        if each.place < FIRST_PLACE:
            found.append(each)
            continue
        same = of_children.setdefault(each.words, [])
        same.append(each)
        if len(same) == 1:
            found.append(each)
    return [
        replace(each, title=f"Outcomes of {len(same)} children")
        if len(same := of_children.get(each.words, [])) > 1 and each.place >= FIRST_PLACE
        else each
        for each in found
    ]
