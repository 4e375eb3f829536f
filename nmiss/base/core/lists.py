"""A list is declared once: its page, the ways to sort it, its filters, and its files follow.

``List`` and ``Column`` declare it; ``Asked`` (``nmiss.base.core.asked``) is the list as one person
asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.db.models.expressions import Combinable
from django.http import HttpRequest, QueryDict

from nmiss.base.core.asked import Asked
from nmiss.base.core.forms import Narrowing
from nmiss.base.core.orders import WORDS
from nmiss.base.core.rows import as_read

if TYPE_CHECKING:
    from nmiss.base.accounts.models import User

Rows = QuerySet | Sequence[Any]  # what a report works out is in hand already


@dataclass(frozen=True)
class Column:
    """A column of a list, on its page and in its files.

    With ``value`` it is in the files, where ``means`` says what it holds; without, it is on the
    page alone. A column that is in the files alone is not ``on_page``.

    ``cell`` is what the page says of a row, as text or as safe HTML; where there is none, the value
    as people read it. ``cell_for`` makes such a function for one person's page, or says by None
    that this page has no such column. ``label`` is the heading on the page, where it is another.

    ``sort`` is the name of this order in an address, ``?sort=name``. ``order`` is the field, the
    annotation or the expression that it goes by, where that is not called the same; ``ways`` are
    the words for up and down. Only what an index or a few thousand rows can bear has one.

    ``sql`` says the same as ``value``: a field or an expression of the rows that the list has made
    ready by its ``in_sql``, or a function that makes one for one person's file.

    ``roles`` may see the column, where it is not for all who see the list.
    """

    heading: str
    means: str = ""
    value: Callable[[Any], object] | None = None
    cell: Callable[[Any], object] | None = None
    cell_for: Callable[[Asked], Callable[[Any], object] | None] | None = None
    label: str = ""
    on_page: bool = True
    sort: str = ""
    order: str | Combinable = ""
    ways: tuple[str, str] = WORDS
    css: str = ""
    sql: str | Combinable | Callable[[Asked], str | Combinable] = ""
    roles: Sequence[str] | None = None

    @property
    def words(self) -> str:
        """The heading on the page."""
        return self.label or self.heading

    @property
    def goes_by(self) -> str | Combinable:
        return self.order or self.sort

    def in_sql(self, asked: Asked) -> str | Combinable:
        return self.sql(asked) if callable(self.sql) else self.sql

    def is_for(self, user: User) -> bool:
        return self.roles is None or user.role in self.roles

    def says(self, asked: Asked) -> Callable[[Any], object] | None:
        """What its cells say on this person's page; None where the page has no such column."""
        if not self.on_page:
            return None
        if self.cell_for:
            return self.cell_for(asked)
        return self.cell or (lambda row: as_read(self.value(row)))


def _as_they_are(rows: Any, asked: Asked) -> Any:
    return rows


@dataclass(frozen=True)
class List:
    """A list: who may see it, its columns, and where its rows come from.

    ``rows`` are all that this person may see; the query is for lists of one record, which it names.
    ``filters`` narrow them, and ``by`` is their order where nobody asks for another: a field, with
    a minus for falling, or what makes one of the filters. Without it they stay as they came.

    Where every column of a file has its ``sql``, PostgreSQL writes the CSV: ``in_sql`` joins what
    these read, or says by None that this person's file is made as any other.

    ``facts`` adds what the columns say of each row, after they were narrowed, and ``on_page`` and
    ``in_file`` what one of the two says alone. ``work_out`` makes of some rows at a time what the
    columns read.
    """

    name: str
    title: str
    roles: Sequence[str]
    columns: Sequence[Column]
    rows: Callable[[User, Mapping[str, str]], Rows]
    filters: Callable[..., Narrowing] | None = None
    by: str | Callable[[Narrowing], str] = ""
    facts: Callable[[QuerySet, Asked], QuerySet] = _as_they_are
    on_page: Callable[[QuerySet, Asked], QuerySet] = _as_they_are
    in_file: Callable[[QuerySet, Asked], QuerySet] = _as_they_are
    work_out: Callable[[Sequence[Any], Asked], Sequence[Any]] = _as_they_are
    in_sql: Callable[[QuerySet, Asked], QuerySet | None] | None = None
    usual: str = "Usual order"  # in words, where no column has the order of ``by``
    caption: str = ""
    anchor: str = ""  # of the caption, where it is not the name
    is_whole: bool = False  # on one page, however many rows there are
    identifies_children: bool = False  # then whoever downloads it steps up first

    def on(self, request: HttpRequest, *, rows: Rows | None = None, **known: object) -> Asked:
        """The list as a page asks for it.

        ``rows`` are those of the record that the page has found already; ``known`` is what else it
        has asked, for ``cell_for``.
        """
        return Asked(self, request.user, request.GET, request=request, rows=rows, known=known)

    def file(self, user: User, query: QueryDict) -> Asked:
        """The list as it is taken away."""
        return Asked(self, user, query)


LISTS: dict[str, List] = {}


def register(*lists: List) -> None:
    """Make lists known; each application does so when it is ready."""
    LISTS.update((each.name, each) for each in lists)
