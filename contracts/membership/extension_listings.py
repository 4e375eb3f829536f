"""The board of replies to an extension, on the page and to take away."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from contracts.arrangements.models import ExtensionOption
from contracts.membership.models import ExtensionLetter
from contracts.membership.permissions import LETTER_READERS
from contracts.membership.status import Reply
from nmiss.base.accounts.models import User
from nmiss.base.core.asked import Asked
from nmiss.base.core.forms import GovukFilters, Narrowing
from nmiss.base.core.lists import Column, List
from nmiss.base.core.rows import NUMERIC, hidden_words, link
from nmiss.base.core.templatetags.components import day, status_tag
from nmiss.base.files.listings import record_of


class Replies(Narrowing):
    """By what they replied."""

    status = django_filters.ChoiceFilter(
        label="Reply", choices=Reply.choices, empty_label="Any reply"
    )

    class Meta:
        model = ExtensionLetter
        fields = ()
        form = GovukFilters


def _letters(user: User, query: Mapping[str, str]) -> QuerySet:
    option = record_of(query, "option", ExtensionOption.objects.visible_to(user))
    return ExtensionLetter.objects.visible_to(user).of(option)


def _tags(letter: ExtensionLetter) -> SafeString:
    late = status_tag("overdue") if letter.is_late(timezone.localdate()) else ""
    return format_html("{} {}", status_tag(letter.get_status_display()), late)


def _contact(letter: ExtensionLetter) -> str:
    return "Yes" if letter.has_contact else "No: post the letter"


def _steps(asked: Asked) -> Callable[[ExtensionLetter], SafeString] | None:
    if not asked.known.get("takes_replies"):
        return None
    return lambda letter: hidden_words(
        link("contracts:extension_reply", letter.pk, "Record"), f" a reply of {letter.provider}"
    )


EXTENSION_REPLIES = List(
    name="extension-replies",
    title="Replies to the extension",
    roles=LETTER_READERS,
    rows=_letters,
    filters=Replies,
    by="provider__name",
    facts=lambda letters, _: letters.with_board(),
    is_whole=True,
    columns=(
        Column(
            "Provider",
            "Who was written to",
            lambda x: x.provider.name,
            lambda x: link("contracts:extension_letter", x.pk, x.provider.name),
        ),
        Column(
            "Schools",
            "How many of its schools are members when the present term ends",
            lambda x: x.school_count,
            css=NUMERIC,
        ),
        Column("Sent", "When the letter was sent", lambda x: x.sent_at, on_page=False),
        Column(
            "Reply by",
            "The last day to reply in the letter",
            lambda x: x.answer_by,
            on_page=False,
        ),
        Column(
            "Reply",
            "Accepted, declined or no reply",
            lambda x: x.get_status_display(),
            _tags,
        ),
        Column(
            "Replied",
            "When, in London",
            lambda x: x.answered_at,
            lambda x: day(x.answered_at) if x.answered_at else f"Due {day(x.answer_by)}",
        ),
        Column("Reason", "Why the provider declined", lambda x: x.reason),
        Column(
            "Came by",
            "How a reply came that an officer recorded",
            lambda x: x.source,
            on_page=False,
        ),
        Column(
            "Can reply here",
            "Whether someone at the provider can sign in",
            _contact,
        ),
        Column("Actions", cell_for=_steps),
    ),
)
