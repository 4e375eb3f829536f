"""The triggers that are registered, found by their names.

The library's own registry goes through all of them for each that is added: with a thousand, that is
a second of every start, and of every command, worker and test that is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pgtrigger import registry

if TYPE_CHECKING:
    from django.db.models import Model
    from pgtrigger import Trigger


class TriggerRegistry(registry._Registry):
    """The library's registry, which answers its two questions without looking at every trigger."""

    def __init__(self) -> None:
        self._by_table: dict[tuple[str, str], Trigger] = {}
        self._functions: set[str] = set()
        super().__init__()

    @property
    def by_db_table(self) -> dict[tuple[str, str], Trigger]:
        return self._by_table

    @property
    def pg_function_names(self) -> set[str]:
        return self._functions

    def __setitem__(self, key: str, value: tuple[type[Model], Trigger]) -> None:
        super().__setitem__(key, value)
        model, trigger = value
        self._by_table[model._meta.db_table, trigger.name] = trigger
        self._functions.add(trigger.get_pgid(model))

    def __delitem__(self, key: str) -> None:
        model, trigger = self[key]
        super().__delitem__(key)
        del self._by_table[model._meta.db_table, trigger.name]
        self._functions.discard(trigger.get_pgid(model))


def put_in_place() -> None:
    """Have all triggers registered here: before the first model is read."""
    if not registry._registry:
        registry._registry = TriggerRegistry()
