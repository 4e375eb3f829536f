"""The lists of the home: the ledger, and the calendar of key dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.apps import apps
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from nmiss.across.home.calendar_forms import Narrowed
from nmiss.across.home.filters import Events
from nmiss.base.accounts import bouncing
from nmiss.base.accounts.key_dates import Dated
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.lists import Column, List
from nmiss.base.core.models import AuditEvent, Bounce, OutboxMessage, Reminder
from nmiss.base.core.orders import DAYS
from nmiss.base.core.reminders import said_of
from nmiss.base.core.templatetags.components import day

BREAK = mark_safe("<br>")
SMALL = '<br><span class="govuk-!-font-size-16">{}</span>'
HINT = '<br><span class="govuk-hint govuk-!-font-size-16">{}</span>'
FINGERPRINTS = (
    '<details class="govuk-details govuk-!-font-size-16 govuk-!-margin-bottom-0">'
    '<summary class="govuk-details__summary"><span class="govuk-details__summary-text">'
    'File fingerprint</span></summary><div class="govuk-details__text nmiss-digest">{}</div>'
    "</details>"
)


def _events(user: User, query: Mapping[str, str]) -> QuerySet:
    return AuditEvent.objects.visible_to(user)


def _happened(event: AuditEvent) -> SafeString:
    prints = event.technicalities
    return format_html(
        "{}{}{}{}",
        event.deed,
        _each(SMALL, event.changes),
        _each(HINT, event.details),
        format_html(FINGERPRINTS, format_html_join(BREAK, "{}", _rows(prints))) if prints else "",
    )


def _each(html: str, words: Iterable[str]) -> SafeString:
    return format_html_join("", html, _rows(words))


def _rows(words: Iterable[str]) -> Iterable[tuple[str]]:
    return ((each,) for each in words)


EVENTS = List(
    name="audit",
    title="Audit",
    caption="Events",
    roles=(Role.AUDITOR, Role.ADMINISTRATOR),
    rows=_events,
    filters=Events,
    by="-at",
    columns=(
        Column(
            "When",
            "In London",
            lambda e: e.at,
            sort="at",
            ways=DAYS,
            css="govuk-!-font-weight-regular",
        ),
        Column("Who", "Who did it; the system, where nobody did", lambda e: e.actor_name),
        Column(
            "Person", "The number of that person's account", lambda e: e.actor_id, on_page=False
        ),
        Column(
            "Action",
            "The action, and the record by its name then",
            lambda e: e.deed,
            _happened,
        ),
        Column(
            "Record",
            "The number of that record among its kind",
            lambda e: e.target_id,
            on_page=False,
        ),
        Column(
            "Before and after",
            "Each change, from the old value to the new one",
            lambda e: "; ".join(e.changes),
            on_page=False,
        ),
        Column(
            "Details",
            "Facts recorded with it",
            lambda e: "; ".join(e.details),
            on_page=False,
        ),
        Column(
            "Files", "Fingerprints of files", lambda e: "; ".join(e.technicalities), on_page=False
        ),
    ),
)


def _subject(dated: Dated) -> SafeString:
    html = '<a class="govuk-link" href="{}">{}</a>'
    return format_html(html, dated.link, dated.subject)


KEY_DATES = List(
    name="key-dates",
    title="Key dates",
    caption="Key dates",
    roles=tuple(Role),
    rows=lambda user, query: (),  # the filters find them: without days there is no end of them
    filters=Narrowed,
    usual="Soonest first",
    columns=(
        Column("Date", "The day on which it is due or happens", lambda d: d.on),
        Column("Kind", "The kind of date", lambda d: d.kind),
        Column("Subject", "The record, in words", lambda d: d.subject, _subject, label="About"),
        Column("Who", "Who must act, or whose date it is", lambda d: d.who),
    ),
)


def _about(reminder: Reminder) -> str:
    """Such as “Consultation 6”."""
    label, _, number = reminder.subject.partition(" ")
    try:
        words = f"{apps.get_model(label)._meta.verbose_name} {number}"
    except (LookupError, ValueError):  # it was about the day, or the model has another name by now
        words = reminder.subject
    return f"{words[:1].upper()}{words[1:]}"


REMINDERS = List(
    name="reminders",
    title="Reminders sent",
    caption="Reminders",
    roles=(Role.OFFICER, Role.MANAGER, Role.AUDITOR, Role.ADMINISTRATOR),
    rows=lambda user, query: Reminder.objects.all(),
    by="-given_at",
    columns=(
        Column("Sent", "When, in London", lambda r: r.given_at),
        Column("Reminder", "Its kind and step", lambda r: said_of(r.kind)),
        Column("About", "The record, by its number", _about),
        Column("Due", "The day that it was about", lambda r: r.due_on),
        Column("To", "The email address", lambda r: r.recipient),
    ),
)


def _settle(bounce: Bounce) -> SafeString:
    if bounce.settled_at:
        return format_html("{}", f"{bounce.settled_by_name}, {day(bounce.settled_at)}")
    html = (
        '<a class="govuk-link" href="{}">Deal with it<span class="govuk-visually-hidden">: {}'
        "</span></a>"
    )
    return format_html(html, reverse("home:bounce_settle", args=[bounce.pk]), bounce)


def _problem(message: OutboxMessage) -> SafeString | str:
    return message.last_error and format_html(
        '<span class="nmiss-breakable">{}</span>', message.last_error
    )


BOUNCES = List(
    name="bounces",
    title="Emails that bounced",
    caption="Emails",
    roles=bouncing.READERS,
    rows=lambda user, query: Bounce.objects.of_roles(bouncing.looked_after_by(user)),
    by="-noted_at",
    columns=(
        Column("Noted", "When we learnt of it, in London", lambda b: b.noted_at),
        Column("To", "The email address", lambda b: b.recipient),
        Column("Reason", "As the mail server gave it", lambda b: b.reason),
        Column("Dealt with", "Who dealt with it, and when", lambda b: b.settled_by_name, _settle),
    ),
)

# Without subjects: administrators read no letters.
EMAILS = List(
    name="emails",
    title="Emails",
    caption="Emails",
    roles=(Role.ADMINISTRATOR,),
    rows=lambda user, query: OutboxMessage.objects.with_bounces(),
    by="-created_at",
    columns=(
        Column("Written", "When we wrote it, in London", lambda m: m.created_at),
        Column("To", "The email address", lambda m: ", ".join(m.payload.get("to", []))),
        Column("Status", "How far it has come", lambda m: m.status),
        Column("Attempts", "How often we tried to send it", lambda m: m.tries),
        Column(
            "Sent",
            "When the mail server or GOV.UK Notify took it, in London",
            lambda m: m.delivered_at,
        ),
        Column("Problem", "The last one, until it is sent", lambda m: m.last_error, _problem),
    ),
)

# As programs read it: manage.py report key_dates.
KEY_DATES_AGREED = List(
    name="key-dates-agreed",
    title="Key dates",
    roles=(),
    rows=lambda user, query: (),
    columns=(
        Column("date", "", lambda d: d.on),
        Column("kind", "", lambda d: d.kind),
        Column("subject", "", lambda d: d.subject),
        Column("who", "", lambda d: d.who),
    ),
)
