"""GOV.UK components and formats as template tags: one tag, one template in templates/components.

All are builtins: no page loads them.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from django import forms, template
from django.conf import settings
from django.template import defaultfilters
from django.template.defaulttags import CsrfTokenNode
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from nmiss.base.core import form_tokens
from nmiss.base.core.addresses import address_of
from nmiss.base.core.day_fields import DayBoxes
from nmiss.base.core.days import year_in_words
from nmiss.base.core.pages import PLACE, Page
from nmiss.base.core.statuses import colour_of, key_of

if TYPE_CHECKING:
    from nmiss.base.core.asked import Asked

register = template.Library()

MILLION, THOUSAND = Decimal(1_000_000), Decimal(1_000)


# Formats


@register.filter
def days_until(value: datetime.date, today: datetime.date) -> str:
    """How long ago a day is: 1 day, 12 days."""
    count = (today - value).days
    return "1 day" if count == 1 else f"{count} days"


@register.filter
def day(value: datetime.date | None) -> str:
    """12 January 2026."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        value = timezone.localdate(value)
    return f"{value.day} {value:%B %Y}"


@register.filter
def instant(value: datetime.datetime | None) -> str:
    """12 January 2026, 3:04pm, in London; noon and midnight by name."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    if (local.hour, local.minute) == (12, 0):
        return f"{day(local)}, 12 noon"
    if (local.hour, local.minute) == (0, 0):
        return f"{day(local)}, midnight"
    return f"{day(local)}, {clock(local)}"


@register.filter
def clock(value: datetime.datetime) -> str:
    """3:04pm, in London."""
    local = timezone.localtime(value)
    return f"{local.hour % 12 or 12}:{local:%M}{'am' if local.hour < 12 else 'pm'}"


@register.filter
def money(value: Decimal | int | None) -> str:
    """£41,930, or £41,930.50 where there are pence."""
    if value is None:
        return ""
    pence = _half_up(Decimal(value), "0.01")
    return _pounds(pence, "" if pence == pence.to_integral_value() else "0.01")


@register.filter
def pounds(value: Decimal | int | None) -> str:
    """£41,930: whole pounds, rounded half up."""
    return "" if value is None else _pounds(Decimal(value), "")


@register.filter
def millions(value: Decimal | int | None) -> str:
    """£46.76M, as in the paper's own tables."""
    return "" if value is None else _pounds(Decimal(value) / MILLION, "0.01") + "M"


@register.filter
def thousands(value: Decimal | int | None) -> str:
    """£40.34K, as in the paper's own tables."""
    return "" if value is None else _pounds(Decimal(value) / THOUSAND, "0.01") + "K"


@register.filter
def whole(value: int | None) -> str:
    """1,297: a count, its thousands apart."""
    return "" if value is None else f"{value:,}"


@register.filter
def year(value: int) -> str:
    """Year 10, or Reception: a National Curriculum year."""
    return year_in_words(value)


@register.filter
def percent(value: Decimal | int | None) -> str:
    """A share in per cent without decimals: 57%."""
    return "" if value is None else f"{_half_up(Decimal(value), '1')}%"


def rounding_note(shares: Iterable[Decimal]) -> str:
    """What is said where shares of one whole do not add up to 100 as they are printed."""
    shares = list(shares)
    is_one_whole = round(sum(shares)) == 100
    if not is_one_whole or sum(_half_up(each, "1") for each in shares) == 100:
        return ""
    return "Percentages are rounded, so they do not add up to exactly 100%."


@register.filter
def note_on_rounding(shares: Iterable[Any]) -> str:
    """The same of a table's rows, each with its ``percent``."""
    return rounding_note(each.percent for each in shares)


def _half_up(value: Decimal, step: str) -> Decimal:
    return value.quantize(Decimal(step), ROUND_HALF_UP)


def _pounds(value: Decimal, step: str) -> str:
    rounded = _half_up(value, step or "1")
    return f"{'−' if rounded < 0 else ''}£{abs(rounded):,}"


# Components


@register.simple_tag
def contact_email() -> str:
    """Whom to ask, for pages that are made without a request."""
    return settings.CONTACT_EMAIL


@register.simple_tag(name="csrf_token", takes_context=True)
def form_tokens_of(context: template.Context, path: str = "") -> SafeString:
    """What every form carries that is sent: Django's token, and ours, which is good once.

    A form that is sent elsewhere than to its own page says where:
    {% url "…" as there %}<form method="post" action="{{ there }}">{% csrf_token there %}
    """
    request, djangos = context["request"], CsrfTokenNode().render(context)
    person, session = request.user.pk, request.session.session_key
    ours = form_tokens.make(urlsplit(path).path or request.path, person=person, session=session)
    hidden = '{}<input type="hidden" name="{}" value="{}">'
    return format_html(hidden, djangos, form_tokens.NAME, ours)


@register.simple_tag
def seen(digest: str) -> SafeString:
    """What a button carries that signs off what its page shows: {% seen digest %}."""
    return format_html('<input type="hidden" name="seen" value="{}">', digest)


@register.simple_tag
def status_tag(words: object) -> SafeString:
    """A status as a coloured tag: {% status_tag person.standing %}."""
    return _status_tag(key_of(str(words)))


@functools.cache
def _status_tag(key: str) -> SafeString:
    """There are few statuses, and a list shows many of them."""
    tag = {"words": defaultfilters.capfirst(key), "colour": colour_of(key)}
    return render_to_string("components/status_tag.html", tag)


@register.simple_tag
def address(name: str, key: object) -> str:
    """``{% url %}`` for the rows of a list: {% address "placements:school_detail" school.urn %}."""
    return address_of(name, key)


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: forms.Form) -> dict[str, object]:
    """What stands in the way of a form, each with a link to the input where it is mended."""
    shown = list(form.visible_fields())
    first = next(filter(None, map(input_of, shown)), "")
    errors = [(first, error) for error in form.non_field_errors()]
    errors += [("", error) for field in form.hidden_fields() for error in field.errors]
    errors += [(input_of(field), error) for field in shown for error in field.errors]
    return {"errors": errors}


def input_of(field: forms.BoundField) -> str:
    """The id of the input that a link leads to: the first of radios and boxes, none where
    there is nothing to choose from; the part of a day that is wrong."""
    widget = field.field.widget
    if isinstance(widget, DayBoxes):
        return widget.id_of_input(field.auto_id)
    if not isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return field.auto_id
    return f"{field.auto_id}_1" if list(widget.choices) else ""


@register.inclusion_tag("components/notification.html")
def notification(message: Any) -> dict[str, object]:
    """A banner: green for what was done, blue for all else."""
    return {"message": message, "done": message.level_tag == "success"}


@register.inclusion_tag("components/back_link.html")
def back_link(address: str, words: str = "Back") -> dict[str, str]:
    """The way back to the page above: {% url "…" as above %}{% back_link above "People" %}."""
    return {"address": address, "words": words}


@register.inclusion_tag("components/pagination.html")
def pagination(page: Page) -> dict[str, object]:
    """Previous and Next of a long list, with the filters kept."""
    return {"page": page}


@register.inclusion_tag("components/filters.html")
def filters(form: Any) -> dict[str, object]:
    """The filters of a list: at its left, and on a phone behind a line that opens them."""
    return {"form": form, "chosen": len(form.chosen())}


@register.inclusion_tag("components/chosen_filters.html", takes_context=True)
def chosen_filters(context: template.Context, form: Any) -> dict[str, object]:
    """The filters in force, each with a link that takes it away."""
    query = context["request"].GET
    chosen = [
        (label, words, _without(query, *_names_of(form, name), *form.together.get(name, ())))
        for name, label, words in form.chosen()
    ]
    return {"chosen": chosen}


def _names_of(form: Any, name: str) -> list[str]:
    """The names by which a filter stands in an address: a day may be in three parts."""
    widget = form.fields[name].widget
    return widget.names(name) if isinstance(widget, DayBoxes) else [name]


def _without(query: MultiValueDict, *names: str) -> str:
    kept = [(key, value) for key, value in query.lists() if key not in (*names, *PLACE)]
    return f"?{urlencode(kept, doseq=True)}"


@register.simple_tag
def table_of(
    asked: Asked, caption: str = "", css: str = "", rows: Sequence[Any] | None = None
) -> SafeString:
    """The table of a list, and before it the ways to sort it: {% table_of list %}.

    ``css`` is what makes its caption be seen, and ``rows`` are some of its page, or more. Rows that
    a report works out are in hand: they are shown a hundred at a time.
    """
    part = asked.in_hand_page() if rows is None else None
    if part is None:
        return asked.sort_by() + asked.table(caption, css, rows)
    onward = render_to_string("components/pagination.html", {"page": part})
    return asked.sort_by() + asked.table(caption, css, part.rows) + onward


@register.simple_tag
def sort_by(asked: Asked) -> SafeString:
    """The ways to sort a list whose table stands in a form: {% sort_by list %}."""
    return asked.sort_by()


@register.simple_tag
def rows_of(asked: Asked) -> SafeString:
    """The table of a list alone, for a form: {% rows_of list %}."""
    return asked.table()


@register.inclusion_tag("components/picture.html")
def picture(picture: Any, alt: str) -> dict[str, object]:
    """A picture of ``nmiss.base.core.pictures``; ``alt`` says what it shows in words."""
    drawing = f"components/pictures/{picture.kind}.svg"
    series = getattr(picture, "series", ())
    return {"picture": picture, "alt": alt, "drawing": drawing, "series": series}


@register.simple_tag
def part_of(asked: Asked, rows: Sequence[Any], name: str, caption: str) -> SafeString:
    """Some rows of a list: {% part_of list waiting "waiting" "Waiting, oldest first" %}."""
    return asked.part(rows, name=name, caption=caption)


@register.inclusion_tag("components/kept_file.html")
def kept_file(file: Any, words: str, address: str) -> dict[str, object]:
    """A kept file by its words: a link, or why nobody can open it.

    {% url "…" as its_address %}{% kept_file document.file document.title its_address %}
    """
    return {"file": file, "words": words, "address": address}


@register.inclusion_tag("components/downloads.html", takes_context=True)
def downloads(
    context: template.Context, name: str, words: str = "Download this list", **of: object
) -> dict[str, object]:
    """The ways to take a list away, with its filters: {% downloads "schools" %}.

    A list of one record says of which: {% downloads "provider-people" provider=provider.pk %}.
    ``words`` is what stands before them, where a page has several.
    """
    from nmiss.base.core.lists import LISTS  # which takes its words from here

    query, left = context["request"].GET, [*PLACE, *of]
    if query.get("sort", "").removeprefix("-") not in {each.sort for each in LISTS[name].columns}:
        left.append("sort")  # it is that of another list of the page
    kept = [(key, value) for key, value in query.lists() if key not in left]
    query = urlencode([*kept, *of.items()], doseq=True)
    return {"name": name, "words": words, "query": query}


@register.inclusion_tag("components/figure.html")
def figure(value: object, label: str, note: str = "", address: str = "") -> dict[str, object]:
    """One figure of a row: {% figure 143 "Schools" %} inside <dl class="nmiss-figures">."""
    words = f"{value:,}" if isinstance(value, int) else value
    return {"value": words, "label": label, "note": note, "address": address}


@register.simple_block_tag
def summary_row(content: SafeString, key: str, address: str = "", words: str = "Change") -> str:
    """A row of a summary list: {% summary_row "Email" %}…{% endsummary_row %}."""
    row = {"key": key, "content": content, "address": address, "words": words}
    return render_to_string("components/summary_row.html", row)


@register.simple_block_tag
def scrolling(content: SafeString, caption_id: str) -> str:
    """A table that scrolls in its own region, named by the id of its caption."""
    return render_to_string(
        "components/scrolling.html", {"content": content, "caption_id": caption_id}
    )


@register.simple_block_tag
def nothing(content: SafeString) -> str:
    """What a list says when there is nothing in it: why, and what would appear."""
    return render_to_string("components/nothing.html", {"content": content})
