"""The table of a list as HTML, written in Python.

A template takes four times as long over fifty rows of six cells, and lists are looked at all day
(docs/adr/0026-a-list-is-declared-once.md).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from nmiss.base.core.addresses import address_of
from nmiss.base.core.templatetags.components import day, instant

NUMERIC = "govuk-table__cell--numeric"


@dataclass(frozen=True)
class Shown:
    """A column of a table: its heading, and what its cell says of a row, as text or as safe HTML.

    ``css`` are classes beside those of every cell. ``sorts`` is the address of the list in the
    order of this column, and ``sorted`` how it is in that order now, as ``aria-sort`` has it.
    """

    heading: str
    cell: Callable[[Any], object]
    css: str = ""
    sorts: str = ""
    sorted: str = ""

    def opening(self, *, is_first: bool) -> str:
        """The tag that a cell begins with. On a phone the heading stands beside each cell."""
        css = f" {self.css}" if self.css else ""
        if is_first:
            return f'<th scope="row" class="govuk-table__header{css}">'
        return f'<td class="govuk-table__cell{css}" data-label="{escape(self.heading)}">'

    def head(self) -> str:
        """The heading of the column; a link, where it sorts."""
        css = "govuk-table__header"
        css += f" {css}--numeric" if NUMERIC in self.css else ""
        aria = f' aria-sort="{self.sorted}"' if self.sorted else ""
        return f'<th scope="col" class="{css}"{aria}>{self._words_of_head()}</th>'

    def _words_of_head(self) -> str:
        words = escape(self.heading)
        if not self.sorts:
            return words
        said = "reverse this order" if self.sorted else "sort by this"
        arrow = {"ascending": "▲", "descending": "▼"}.get(self.sorted)
        return (
            f'<a class="govuk-link" href="{escape(self.sorts)}">{words}'
            f'<span class="govuk-visually-hidden"> ({said})</span></a>'
            + (f' <span aria-hidden="true">{arrow}</span>' if arrow else "")
        )


def table_as_html(
    rows: Iterable[Any], columns: Iterable[Shown], *, name: str, caption: str, css: str = ""
) -> SafeString:
    """A whole table, scrolling in its own region; under 640 pixels its rows are cards."""
    columns = list(columns)
    hidden = css or "govuk-visually-hidden"
    return mark_safe(
        f'<div class="nmiss-scroll" role="region" tabindex="0" aria-labelledby="{name}">'
        '<table class="govuk-table nmiss-stacks">'
        f'<caption class="govuk-table__caption {hidden}" id="{name}">{escape(caption)}</caption>'
        '<thead class="govuk-table__head"><tr class="govuk-table__row">'
        f"{''.join(column.head() for column in columns)}</tr></thead>"
        f'<tbody class="govuk-table__body">{rows_as_html(rows, columns)}</tbody></table></div>'
    )


def sort_by_as_html(
    orders: Sequence[tuple[str, str]], chosen: str, *, kept: Sequence[tuple[str, str]], name: str
) -> SafeString:
    """The orders of a list to choose among, where its headings are not to be seen: on a phone."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(key)}" value="{escape(value)}">' for key, value in kept
    )
    options = "".join(
        f'<option value="{order}"{" selected" if order == chosen else ""}>{escape(words)}</option>'
        for order, words in orders
    )
    return mark_safe(
        f'<form class="nmiss-sort" method="get">{hidden}'
        '<div class="govuk-form-group">'
        f'<label class="govuk-label" for="sort-{name}">Sort by</label>'
        f'<select class="govuk-select" id="sort-{name}" name="sort">{options}</select></div>'
        '<button type="submit" class="govuk-button govuk-button--secondary" '
        'data-module="govuk-button">Sort list</button></form>'
    )


def rows_as_html(rows: Iterable[Any], columns: Iterable[Shown]) -> SafeString:
    """A ``tr`` for each row, with a cell for each column; the first one is its heading."""
    cells = [
        (column.opening(is_first=not number), "</td>" if number else "</th>", column.cell)
        for number, column in enumerate(columns)
    ]
    return mark_safe(
        "".join(
            '<tr class="govuk-table__row">'
            + "".join(f"{start}{conditional_escape(cell(row))}{end}" for start, end, cell in cells)
            + "</tr>"
            for row in rows
        )
    )


def link(page: str, key: object, words: str) -> SafeString:
    """A link to the page of a record, by the name of the page and the record's key."""
    return mark_safe(f'<a class="govuk-link" href="{address_of(page, key)}">{escape(words)}</a>')


def chosen(name: str, key: object, verb: str, words: str) -> SafeString:
    """A ticked box to choose a row by, for a table in a form; the verb is for screen readers."""
    return mark_safe(
        '<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item">'
        f'<input class="govuk-checkboxes__input" type="checkbox" name="{escape(name)}" '
        f'value="{escape(key)}" id="c{escape(key)}" checked>'
        f'<label class="govuk-label govuk-checkboxes__label" for="c{escape(key)}">'
        f'<span class="govuk-visually-hidden">{escape(verb)} </span>{escape(words)}</label>'
        "</div></div>"
    )


def hidden_words(link: SafeString, words: str) -> SafeString:
    """A link whose words alone would not say enough: the rest is for screen readers."""
    unseen = f'<span class="govuk-visually-hidden">{escape(words)}</span></a>'
    return mark_safe(link.removesuffix("</a>") + unseen)


def as_read(value: object) -> object:
    """A value as people read it: days in words, thousands apart, nothing for nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case int():
            return f"{value:,}"
        case datetime.datetime():
            return instant(value)
        case datetime.date():
            return day(value)
    return value
