"""Triggers that several models share."""

from __future__ import annotations

import pgtrigger
from django.db import models

_DATED = """
    IF NEW.{0} IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.{0} IS DISTINCT FROM OLD.{0}) THEN
        NEW.{0} := public.nmiss_now();
    END IF;
"""


class DatedByTheDatabase(pgtrigger.Trigger):
    """Whoever writes one of these instants, it is the one of the database's clock."""

    name = "dated_by_the_database"
    when = pgtrigger.Before
    operation = pgtrigger.Insert | pgtrigger.Update

    def __init__(self, *fields: str) -> None:
        self.fields = fields
        super().__init__()

    def get_func(self, model: type[models.Model]) -> str:
        columns = [model._meta.get_field(field).column for field in self.fields]
        return "".join(_DATED.format(column) for column in columns) + "RETURN NEW;"


_IN_PERSON = """
    IF NEW.{person} IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW({new}) IS DISTINCT FROM ROW({old}))
        AND NEW.{person} IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
"""


class DoneInPerson(pgtrigger.Trigger):
    """Only who is named did it: the transaction acts for them (``nmiss.base.core.acting``).

    Each field that names somebody is given with those of which they answer for every change.
    """

    name = "done_in_person"
    when = pgtrigger.Before
    operation = pgtrigger.Insert | pgtrigger.Update

    def __init__(self, **people: tuple[str, ...]) -> None:
        self.people = people
        super().__init__()

    def get_func(self, model: type[models.Model]) -> str:
        return "".join(self._of(model, *each) for each in self.people.items()) + "RETURN NEW;"

    @staticmethod
    def _of(model: type[models.Model], person: str, changes: tuple[str, ...]) -> str:
        columns = [model._meta.get_field(field).column for field in (person, *changes)]
        return _IN_PERSON.format(
            person=columns[0],
            new=", ".join(f"NEW.{column}" for column in columns),
            old=", ".join(f"OLD.{column}" for column in columns),
        )


class WrittenByTheHub(pgtrigger.Trigger):
    """The hub alone writes a row: what follows from what was agreed (``core.acting_as_hub``)."""

    name = "written_by_the_hub"
    when = pgtrigger.Before
    operation = pgtrigger.Insert
    func = """
        IF NOT public.nmiss_acts_as_hub() THEN
            RAISE EXCEPTION 'The hub itself writes this.';
        END IF;
        RETURN NEW;
    """


_NO_MORE = """
    IF {most} < (SELECT count(*) FROM public.{table} AS row
                 WHERE {column} = NEW.{column} AND {counts}) THEN
        RAISE EXCEPTION 'There are no more than {most}.';
    END IF;
    RETURN NULL;
"""


class NoMoreThan(pgtrigger.Trigger):
    """A record leads to so many of these and no more: a disk holds only so much.

    ``counts`` is SQL for those rows that count, where not all do. A verb says it first, in words.
    """

    name = "no_more_than"
    when = pgtrigger.After
    operation = pgtrigger.Insert

    def __init__(self, most: int, *, of: str, counts: str = "true") -> None:
        self.most, self.of, self.counts = most, of, counts
        super().__init__()

    def get_func(self, model: type[models.Model]) -> str:
        return _NO_MORE.format(
            most=self.most,
            table=model._meta.db_table,
            column=model._meta.get_field(self.of).column,
            counts=self.counts,
        )


def dated_fields(model: type[models.Model]) -> list[str]:
    """The instants of a record that the database writes."""
    return [
        field
        for trigger in getattr(model._meta, "triggers", [])
        if isinstance(trigger, DatedByTheDatabase)
        for field in trigger.fields
    ]
