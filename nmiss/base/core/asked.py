"""A list as one person asks for it, on a page or as a file: the same rows in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString

from nmiss.base.core.forms import AskedWrongly, ByOrder, GovukFilters, Narrowing
from nmiss.base.core.orders import ordered_by
from nmiss.base.core.pages import PLACE, Order, Page, Tally, page_of, part_of, tally
from nmiss.base.core.rows import Shown, sort_by_as_html, table_as_html

if TYPE_CHECKING:
    from nmiss.base.accounts.models import User
    from nmiss.base.core.lists import Column, List

CHUNK = 2000
SORT = "sort"


class Asked:
    """A list narrowed, in an order, with the columns that this person sees."""

    def __init__(
        self,
        declared: List,
        user: User,
        query: QueryDict,
        *,
        request: HttpRequest | None = None,
        rows: QuerySet | Sequence[Any] | None = None,
        known: Mapping[str, object] | None = None,
    ) -> None:
        self.declared, self.user, self.query, self.request = declared, user, query, request
        self.known, self._given = known or {}, rows
        self.columns = [column for column in declared.columns if column.is_for(user)]
        self._by_name = {column.sort: column for column in self.columns if column.sort}

    # What was asked for

    @cached_property
    def _seen(self) -> QuerySet | Sequence[Any]:
        return self.declared.rows(self.user, self.query) if self._given is None else self._given

    @cached_property
    def narrowed(self) -> Narrowing | None:
        """The filters, with the order as one of them; None where the list has none."""
        if self.declared.filters is None:
            return None
        orders = self._orders
        return self.declared.filters(self.query, self._seen, by=self.user, orders=orders)

    @cached_property
    def form(self) -> GovukFilters:
        if self.narrowed is not None:
            return self.narrowed.form
        form = GovukFilters(self.query)
        if SORT in self.query:
            form.fields[SORT] = ByOrder(self._orders).field
        return form

    @property
    def _orders(self) -> list[tuple[str, str]]:
        return [
            (way, f"{column.words}, {words}")
            for column in self._by_name.values()
            for way, words in zip((column.sort, f"-{column.sort}"), column.ways, strict=True)
        ]

    @cached_property
    def _order(self) -> tuple[Column | None, Any, bool]:
        """The column that was asked for, what the rows go by, and whether they fall.

        Distance from nowhere is no order: what this page does not show, it does not go by.
        """
        asked = self.form.cleaned_data.get(SORT, "") if self.form.is_valid() else ""
        column = self._by_name.get(asked.removeprefix("-"))
        if column is not None and column.says(self) is not None:
            return column, column.goes_by, asked.startswith("-")
        by = self.declared.by
        by = by(self.narrowed) if callable(by) else by
        name, falling = by.removeprefix("-"), by.startswith("-")
        return next((each for each in self.columns if each.goes_by == name), None), name, falling

    @property
    def sorted_by(self) -> str:
        """The order as an address has it; empty where no column has it."""
        column, _, falling = self._order
        return f"{'-' * falling}{column.sort}" if column else ""

    @property
    def order_in_words(self) -> str:
        """The order as people read it."""
        return dict(self._orders).get(self.sorted_by, self.declared.usual)

    # Its rows

    @cached_property
    def found(self) -> QuerySet | Sequence[Any]:
        """The rows that the filters leave; none where a filter, or the order, cannot be read."""
        if self.narrowed is not None:
            return self.narrowed.qs
        if self.form.is_valid():
            return self._seen
        return self._seen.none() if isinstance(self._seen, QuerySet) else []

    @cached_property
    def count(self) -> Tally:
        found = self.found
        return tally(found) if isinstance(found, QuerySet) else Tally(len(found))

    def rows(self) -> QuerySet | Sequence[Any]:
        """All rows of a file; raises AskedWrongly where a filter or the order cannot be read."""
        if not self.form.is_valid():
            raise AskedWrongly(chain(*self.form.errors.values()))
        if not isinstance(self.found, QuerySet):
            return self._in_hand()
        rows = self.declared.in_file(self.declared.facts(self.found, self), self)
        rows, order = self._in_order(rows)
        return order.apply(rows) if order else rows

    @cached_property
    def page(self) -> Page:
        if not isinstance(self.found, QuerySet):
            return Page(list(self._in_hand()))
        rows = self.declared.on_page(self.declared.facts(self.found, self), self)
        rows, order = self._in_order(rows)
        if order is None or self.declared.is_whole:
            rows = order.apply(rows) if order else rows
            return Page(list(self.declared.work_out(list(rows), self)))
        page = page_of(rows, order, query=self.request.GET.dict())
        return Page(list(self.declared.work_out(page.rows, self)), page.previous, page.next)

    def in_hand_page(self) -> Page | None:
        """Of rows that are in hand, those that the page shows; None for others, which it reads."""
        if isinstance(self.found, QuerySet):
            return None
        return part_of(self.page.rows, query=self.request.GET.dict())

    def _in_order(self, rows: QuerySet) -> tuple[QuerySet, Order | None]:
        _, by, falling = self._order
        return ordered_by(rows, by, falling=falling) if by else (rows, None)

    def _in_hand(self) -> Sequence[Any]:
        """Rows that are in hand already, sorted by what their files say; what is empty is last."""
        column, _, falling = self._order
        if column is None:
            return self.found
        there = [row for row in self.found if column.value(row) not in (None, "")]
        rest = [row for row in self.found if column.value(row) in (None, "")]
        return sorted(there, key=column.value, reverse=falling) + rest

    # As a file

    @property
    def in_file(self) -> list[Column]:
        return [column for column in self.columns if column.value]

    def cells(self) -> Iterator[list[object]]:
        """The cells of each row; read in chunks, never all at once."""
        return self._cells_of(self.rows())

    def _cells_of(self, rows: QuerySet | Sequence[Any]) -> Iterator[list[object]]:
        values = [column.value for column in self.in_file]
        each = iter(rows.iterator(chunk_size=CHUNK) if isinstance(rows, QuerySet) else rows)
        while some := list(islice(each, CHUNK)):
            for row in self.declared.work_out(some, self):
                yield [value(row) for value in values]

    def in_sql(self) -> QuerySet | None:
        """All rows of a file that PostgreSQL can write alone, in their order; None for others."""
        ready = self.declared.in_sql
        if ready is None or not all(column.sql for column in self.in_file):
            return None
        if not self.form.is_valid():
            raise AskedWrongly(chain(*self.form.errors.values()))
        rows = ready(self.found, self)
        if rows is None:
            return None
        rows, order = self._in_order(rows)
        return order.apply(rows) if order else rows

    def is_longer(self, than: int) -> bool:
        """Whether there are more rows; counts no further than that."""
        first = self.rows()[: than + 1]
        return (first.count() if isinstance(first, QuerySet) else len(first)) > than

    # On a page

    @cached_property
    def _shown(self) -> list[tuple[Column, Any]]:
        says = [(column, column.says(self)) for column in self.columns]
        return [(column, cell) for column, cell in says if cell is not None]

    def context(self, **more: object) -> dict[str, object]:
        """What the template of its page asks for. Not all pages say how many rows there are."""
        count = SimpleLazyObject(lambda: self.count)
        return {"list": self, "form": self.form, "count": count, "page": self.page, **more}

    def table(
        self, caption: str = "", css: str = "", rows: Sequence[Any] | None = None
    ) -> SafeString:
        """The rows of the page, or those of them that are given, as a table."""
        caption = caption or self.declared.caption or self.declared.title
        columns = [self._heading(*each) for each in self._shown]
        rows = self.page.rows if rows is None else rows
        return table_as_html(
            rows, columns, name=self.declared.anchor or self.declared.name, caption=caption, css=css
        )

    def part(self, rows: Sequence[Any], *, name: str, caption: str) -> SafeString:
        """Some rows of the list as a table of their own, which is in one order alone."""
        columns = [Shown(column.words, cell, column.css) for column, cell in self._shown]
        return table_as_html(rows, columns, name=name, caption=caption)

    def _heading(self, column: Column, cell: Any) -> Shown:
        if not column.sort:
            return Shown(column.words, cell, column.css)
        current, _, falling = self._order
        is_current = current is column
        reverse = "-" if is_current and not falling else ""
        now = ("descending" if falling else "ascending") if is_current else ""
        kept = [*self._kept(), (SORT, f"{reverse}{column.sort}")]
        return Shown(column.words, cell, column.css, f"?{urlencode(kept)}", now)

    def sort_by(self) -> SafeString:
        """The ways to sort, for a phone: it shows no headings."""
        shown = {column.sort for column, _ in self._shown}
        orders = [each for each in self._orders if each[0].removeprefix("-") in shown]
        if not orders:
            return SafeString("")
        if not self.sorted_by:
            orders = [("", self.declared.usual), *orders]
        return sort_by_as_html(orders, self.sorted_by, kept=self._kept(), name=self.declared.name)

    def _kept(self) -> list[tuple[str, str]]:
        """The rest of the address. Another order begins at its first page."""
        asked = self.request.GET.lists()
        return [
            (name, each) for name, given in asked if name not in (*PLACE, SORT) for each in given
        ]
