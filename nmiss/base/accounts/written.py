"""Rows that somebody writes, in person: the wall of tables in which no row comes by itself.

The hub says for whom it acts with each form that is sent (``nmiss.base.core.sent_once``) and with
each step of an import (``nmiss.across.imports.actions``). SQL alone cannot say it. The owner of the
tables, who imports by command and lays out the demo, is not asked.
"""

from __future__ import annotations

from collections.abc import Collection

import pgtrigger
from django.db import models

# Where the hub itself writes, too, by its token (``nmiss.base.core.acting.acting_as_hub``).
BY_THE_HUB = "public.nmiss_acts_as_hub()"

_WRITTEN = """
    IF public.nmiss_is_owner() OR {unless} THEN
        RETURN {row};
    END IF;
    IF public.nmiss_acting_role() NOT IN ({roles}) THEN
        RAISE EXCEPTION 'Whoever writes this does it in person, and has a role that may.';
    END IF;
    {said}
    RETURN {row};
"""
_SAID = """
    IF NEW.{person} IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW({new}) IS DISTINCT FROM ROW({old}))
        AND NEW.{person} IS DISTINCT FROM public.nmiss_acting_person() AND ({copied}) IS NOT TRUE
        THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
"""
_MUST = """
    IF ({new}) IS NOT TRUE OR TG_OP = 'UPDATE' AND ({old}) IS NOT TRUE THEN
        RAISE EXCEPTION '{words}';
    END IF;
"""


class WrittenBySomebody(pgtrigger.Trigger):
    """Whoever writes a row is of one of these roles, and is whom the row names.

    Each field that names somebody is given with those of which they answer for every change.
    ``of`` are the fields of which all this is asked when a row is changed, where not of all.
    ``unless`` is SQL for rows that beat writes by itself, ``copied`` for those that keep a name
    from another row, and ``must`` with its ``words`` what has to be true besides. In all of them
    RECORD is the row that is written, or goes.
    """

    name = "written_by_somebody"
    when = pgtrigger.Before
    operation = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete

    def __init__(
        self,
        *roles: str,
        of: Collection[str] = (),
        unless: str = "",
        copied: str = "false",
        must: str = "",
        words: str = "",
        **people: tuple[str, ...],
    ) -> None:
        self.roles, self.of, self.people = roles, of, people
        self.unless, self.copied, self.must, self.words = unless, copied, must, words
        super().__init__()

    def get_func(self, model: type[models.Model]) -> str:
        must = _MUST.format(new=self.must, old=self.must.replace("RECORD", "OLD"), words=self.words)
        must *= bool(self.must)
        asked = self._written_by_hand(model)
        unless = " OR ".join(f"({each}) IS TRUE" for each in (asked, self.unless) if each)
        said = "".join(self._of(model, *each) for each in self.people.items())
        given = {"roles": _listed(self.roles), "unless": unless or "false"}
        coming = _WRITTEN.format(said=said + must, row="NEW", **given).replace("RECORD", "NEW")
        going = _WRITTEN.format(said=must, row="OLD", **given).replace("RECORD", "OLD")
        return f"IF TG_OP = 'DELETE' THEN {going} END IF; {coming}"

    def _written_by_hand(self, model: type[models.Model]) -> str:
        """Where none of the fields has changed that somebody writes."""
        if not self.of:
            return ""
        new, old = _columns(model, self.of)
        return f"TG_OP = 'UPDATE' AND ROW({new}) IS NOT DISTINCT FROM ROW({old})"

    def _of(self, model: type[models.Model], person: str, changes: tuple[str, ...]) -> str:
        new, old = _columns(model, (person, *changes))
        column = model._meta.get_field(person).column
        return _SAID.format(person=column, new=new, old=old, copied=self.copied)


def _columns(model: type[models.Model], fields: Collection[str]) -> tuple[str, str]:
    """These fields of the row as it becomes, and as it was."""
    columns = [model._meta.get_field(field).column for field in fields]
    new, old = (", ".join(f"{row}.{column}" for column in columns) for row in ("NEW", "OLD"))
    return new, old


def _listed(words: Collection[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
