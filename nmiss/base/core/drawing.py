"""Lifecycles as pictures: Mermaid diagrams of statuses and moves, drawn from the code."""

from __future__ import annotations

from django.apps import apps

from nmiss.base.core.lifecycle import Lifecycle, moves_of

HEAD = """# Lifecycles

Drawn from the code by `manage.py draw_lifecycles`; a test compares. An arrow is a move, the only
way in which a status changes (`nmiss.base.core.lifecycle`): it locks the record, asks again whether
it may, and writes who did it into the ledger.
"""


def document() -> str:
    """The whole of docs/lifecycles.md."""
    return "\n".join([HEAD, *(section_of(model) for model in lifecycles())])


def lifecycles() -> list[type[Lifecycle]]:
    """Every record with a lifecycle, by its name."""
    found = [model for model in apps.get_models() if issubclass(model, Lifecycle)]
    return sorted(found, key=lambda model: model.__name__)


def section_of(model: type[Lifecycle]) -> str:
    """A heading, what the record is, and its diagram."""
    words = " ".join((model.__doc__ or "").split("\n\n")[0].split())
    return f"## {model.__name__}\n\n{words}\n\n```mermaid\n{diagram_of(model)}\n```\n"


def diagram_of(model: type[Lifecycle]) -> str:
    """The state diagram: the statuses in their order, then the moves in theirs."""
    field = model._meta.get_field("status")
    lines = ["stateDiagram-v2"]
    lines += [f"  {value}: {label}" for value, label in field.choices]
    lines.append(f"  [*] --> {field.get_default()}")
    order = [value for value, _ in field.choices]
    for name, move in moves_of(model).items():
        for source in sorted(move.sources, key=order.index):
            lines.append(f"  {source} --> {move.target}: {name}")
    left = {source for move in moves_of(model).values() for source in move.sources}
    lines += [f"  {value} --> [*]" for value in order if value not in left]
    return "\n".join(lines)
