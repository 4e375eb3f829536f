"""Many of what the demo has one of, written by the database itself: for the bench.

A record is copied together with all that hangs on it. What a copy says of one of these says so of
that one's own copy; what it says of a school, a provider, a child or a place says so of another
one, so far along that no two copies meet. What would then stand twice where it may stand once is
left out, with all that hangs on it. Only the owner of the tables can do this: their triggers rest
meanwhile, so nothing of it is in the history, while keys and constraints hold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models, transaction
from psycopg2 import sql

from nmiss.base.core.models import AuditEvent

Made = sql.Composable
_COPIES = """
    SELECT {told} FROM {of} t CROSS JOIN LATERAL generate_series(1, {times}) AS k {joins}
    WHERE t.id <= {first}
"""
_AT_ONCE = f"INSERT INTO {{of}} ({{names}}) {_COPIES} ON CONFLICT DO NOTHING"
_ONE_BY_ONE = f"""
    DO $copies$ DECLARE one record; BEGIN
        FOR one IN {_COPIES} LOOP
            BEGIN
                INSERT INTO {{of}} ({{names}}) VALUES ({{values}});
            EXCEPTION WHEN unique_violation OR exclusion_violation THEN NULL;
            END;
        END LOOP;
    END $copies$
"""


@dataclass(frozen=True)
class Family:
    """Records that are copied together, ``copies`` times over; the first is what they hang on.

    ``oftener`` says of which rows of that first record, with what hangs on these, there are to be
    other than ``copies``.
    """

    members: tuple[type[models.Model], ...]
    copies: int
    oftener: Mapping[int, int] = field(default_factory=dict)

    def times(self, model: type[models.Model]) -> Made:
        """How many copies there are to be of the row ``t`` of a member."""
        usual = sql.Literal(self.copies)
        if not self.oftener:
            return usual
        each = [
            sql.SQL("WHEN {} THEN {}").format(*map(sql.Literal, one))
            for one in self.oftener.items()
        ]
        return sql.SQL("CASE {root} {each} ELSE {usual} END").format(
            root=self._root_of(model, "t"), each=sql.SQL(" ").join(each), usual=usual
        )

    def _root_of(self, model: type[models.Model], row: str) -> Made:
        """The key of the first record that a row hangs on, by way of others where need be."""
        if model is self.members[0]:
            return sql.Identifier(row, "id")
        keys = {each.related_model: each.column for each in foreign_keys(model)}
        by = next(each for each in self.members if each in keys)
        column = sql.Identifier(row, keys[by])
        if by is self.members[0]:
            return column
        over = f"{row}_{by._meta.model_name}"
        return sql.SQL("(SELECT {root} FROM {table} {over} WHERE {key} = {column})").format(
            root=self._root_of(by, over),
            table=_table(by),
            over=sql.Identifier(over),
            key=sql.Identifier(over, "id"),
            column=column,
        )


class Multiplying:
    """Copies families, beside ``anchors``: of these there are already as many as there should be.

    ``counties`` is how many counties lie side by side: copy ``k`` is of what stands ``k`` counties
    further on. ``words`` are for columns whose words may stand once: an expression of a column, by
    its name in full.
    """

    def __init__(
        self,
        families: Collection[Family],
        anchors: Collection[type[models.Model]],
        *,
        counties: int,
        words: Mapping[str, str],
    ) -> None:
        self._family_of = {model: one for one in families for model in one.members}
        self._anchors, self._counties, self._words = set(anchors), counties, words
        self._first: dict[type[models.Model], int] = {}

    @transaction.atomic
    def write(self) -> None:
        tables = [*self._family_of, AuditEvent]
        with connection.cursor() as cursor:
            self._cursor = cursor
            for model in tables:
                self._do("SELECT coalesce(max(id), 0) FROM {of}", of=_table(model))
                self._first[model] = cursor.fetchone()[0]
            for model in self._anchors:
                self._do(
                    "CREATE TEMPORARY TABLE {ring} ON COMMIT DROP AS "
                    "SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM {of}",
                    ring=_ring(model),
                    of=_table(model),
                )
                self._do("CREATE UNIQUE INDEX ON {ring} (place)", ring=_ring(model))
                self._do("ANALYZE {ring}", ring=_ring(model))
            # No table is changed while its rows wait to be checked.
            self._do("SET CONSTRAINTS ALL IMMEDIATE")
            with self._triggers_at_rest(tables):
                self._do("SET CONSTRAINTS ALL DEFERRED")
                for model in self._family_of:
                    self._copy(model)
                self._copy_ledger()
                while sum(self._drop_what_hangs_on_nothing(model) for model in self._family_of):
                    pass
                self._do("SET CONSTRAINTS ALL IMMEDIATE")
            for model in tables:
                self._do(
                    "SELECT setval(pg_get_serial_sequence({name}, 'id'), max(id)) FROM {of} "
                    "HAVING max(id) IS NOT NULL",
                    name=sql.Literal(model._meta.db_table),
                    of=_table(model),
                )

    def _do(self, words: str, **parts: Made) -> int:
        self._cursor.execute(sql.SQL(words).format(**parts))
        return self._cursor.rowcount

    @contextmanager
    def _triggers_at_rest(self, tables: Collection[type[models.Model]]) -> Iterator[None]:
        for model in tables:
            self._do("ALTER TABLE {of} DISABLE TRIGGER USER", of=_table(model))
        yield
        for model in tables:
            self._do("ALTER TABLE {of} ENABLE TRIGGER USER", of=_table(model))

    def _copy(self, model: type[models.Model]) -> None:
        told, joins = {}, [sql.SQL("")]
        for each in model._meta.concrete_fields:
            if not getattr(each, "generated", False):
                told[each.column] = self._told(model, each, joins)
        # PostgreSQL passes over what a constraint refuses only where that one is asked at once.
        is_asked_later = any(getattr(one, "deferrable", None) for one in model._meta.constraints)
        self._do(
            _ONE_BY_ONE if is_asked_later else _AT_ONCE,
            of=_table(model),
            names=sql.SQL(", ").join(map(sql.Identifier, told)),
            told=sql.SQL(", ").join(
                sql.SQL("{} AS {}").format(value, sql.Identifier(name))
                for name, value in told.items()
            ),
            values=sql.SQL(", ").join(sql.Identifier("one", name) for name in told),
            times=self._family_of[model].times(model),
            joins=sql.SQL(" ").join(joins),
            first=sql.Literal(self._first[model]),
        )

    def _told(self, model: type[models.Model], each: Any, joins: list[Made]) -> Made:
        """What a copy says in a column; what has to be joined for it is added to ``joins``."""
        column, told = sql.Identifier("t", each.column), each.related_model
        if each.primary_key:
            return sql.SQL("{} + k * {}").format(column, sql.Literal(self._first[model]))
        if (words := self._words.get(f"{model._meta.label}.{each.name}")) is not None:
            return sql.SQL(words).format(column)
        if told in self._family_of:
            there, which = self._family_of[told], sql.SQL("k")
            # What came before another of its kind need not have as many copies.
            if there is not self._family_of[model] or told is model:
                which = sql.SQL("(k % {})").format(sql.Literal(there.copies + 1))
            return sql.SQL("{} + {} * {}").format(column, which, sql.Literal(self._first[told]))
        if told in self._anchors:
            return self._further_on(told, each.name, column, joins)
        return sql.SQL("NULL") if each.one_to_one and each.null else column

    def _further_on(
        self, told: type[models.Model], name: str, column: Made, joins: list[Made]
    ) -> Made:
        joins.append(
            sql.SQL(
                "LEFT JOIN {ring} {here} ON {here}.id = {column} LEFT JOIN {ring} {there} ON "
                "{there}.place = ({here}.place + k * greatest(1, {size} / {counties})) % {size}"
            ).format(
                ring=_ring(told),
                here=sql.Identifier(f"{name}_here"),
                there=sql.Identifier(f"{name}_there"),
                column=column,
                size=sql.SQL("(SELECT greatest(count(*), 1) FROM {})").format(_ring(told)),
                counties=sql.Literal(self._counties),
            )
        )
        return sql.Identifier(f"{name}_there", "id")

    def _copy_ledger(self) -> None:
        """What people did is in the ledger as often, each time with what it was done to."""
        others = [each.column for each in AuditEvent._meta.concrete_fields]
        others = [name for name in others if name not in ("id", "target_id")]
        for model, family in self._family_of.items():
            self._do(
                "INSERT INTO {ledger} (target_id, {others}) SELECT t.id + k * {first}, {told} "
                "FROM {ledger} e JOIN {of} t ON t.id = e.target_id AND t.id <= {first} "
                "CROSS JOIN LATERAL generate_series(1, {times}) AS k "
                "WHERE e.target_type = {label} AND e.id <= {last}",
                ledger=_table(AuditEvent),
                others=sql.SQL(", ").join(map(sql.Identifier, others)),
                of=_table(model),
                told=sql.SQL(", ").join(sql.Identifier("e", name) for name in others),
                first=sql.Literal(self._first[model]),
                times=family.times(model),
                label=sql.Literal(model._meta.label),
                last=sql.Literal(self._first[AuditEvent]),
            )

    def _drop_what_hangs_on_nothing(self, model: type[models.Model]) -> int:
        """Take away the copies that say something of a copy that was left out."""
        return sum(
            self._do(
                "DELETE FROM {of} t WHERE t.id > {first} AND t.{column} IS NOT NULL AND NOT "
                "EXISTS (SELECT FROM {told} o WHERE o.id = t.{column})",
                of=_table(model),
                first=sql.Literal(self._first[model]),
                column=sql.Identifier(each.column),
                told=_table(each.related_model),
            )
            for each in foreign_keys(model)
            if each.related_model in self._family_of
        )


def foreign_keys(model: type[models.Model]) -> list[Any]:
    return [each for each in model._meta.concrete_fields if each.is_relation]


def _table(model: type[models.Model]) -> sql.Identifier:
    return sql.Identifier("public", model._meta.db_table)


def _ring(model: type[models.Model]) -> sql.Identifier:
    return sql.Identifier(f"ring_{model._meta.db_table}")
