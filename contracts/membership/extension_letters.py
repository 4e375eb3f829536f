"""The letter to each provider about an extension: its words, its sending, and the day itself."""

from __future__ import annotations

import datetime
from collections import defaultdict

from django.conf import settings
from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone

from contracts.arrangements import signals
from contracts.arrangements.models import ExtensionOption
from contracts.membership.models import ExtensionLetter, Membership
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import acting_as_hub
from nmiss.base.core.clock import database_now
from nmiss.base.core.documents import Block, bullets, day, facts, heading, text
from nmiss.base.core.letterbox import tell
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.printing import PDF_TYPE, pdf_of
from nmiss.base.files.models import StoredFile
from providers.models import Provider, ProviderRole
from providers.recipients import by_provider

ONE_DAY = datetime.timedelta(days=1)
A_FORTNIGHT = datetime.timedelta(days=14)


def title_of(option: ExtensionOption) -> str:
    return f"Extension of the {option.vehicle} to {day(option.ends_on)}"


def blocks_of(
    option: ExtensionOption,
    provider: Provider,
    schools: list[str],
    *,
    answer_by: datetime.date,
    on: datetime.date,
) -> list[Block]:
    """The letter as it is sent on a day."""
    vehicle, last = option.vehicle, option.starts_on - ONE_DAY
    return [
        text(day(on)),
        text(f"To the proprietor of {provider}"),
        heading("Our decision"),
        text(
            f"{settings.COUNCIL_NAME} extends the {vehicle} from {day(option.starts_on)} to "
            f"{day(option.ends_on)}. This is option {option.number} of the "
            f"{vehicle.option_count} that were advertised, under decision "
            f"{option.decision.number}."
        ),
        facts(
            "The extension",
            [
                ("Present term ends", day(last)),
                ("Extension", f"{day(option.starts_on)} to {day(option.ends_on)}"),
                ("Published notice", option.notice_reference),
                ("Please reply by", day(answer_by)),
            ],
        ),
        heading("Your schools"),
        bullets(schools),
        heading("Your choice"),
        bullets(
            [
                "If you accept, your schools stay members on their present terms.",
                f"If you decline, tell us why. Your schools leave on {day(last)}.",
                "If you do not reply, your schools stay members on their present terms.",
            ]
        ),
        text(
            "Children already placed with you stay, under the terms of their placements. If only "
            "some of your schools are to leave, accept, and take those out of their lot."
        ),
        heading("How to reply"),
        text(
            f"An owner of your account replies in {settings.PRODUCT_NAME}, under Our memberships. "
            f"You can ask us a question there, too. Without an account, write to "
            f"{settings.CONTACT_EMAIL}. You can change your reply until "
            f"{day(max(last, answer_by))}."
        ),
    ]


@receiver(signals.option_notified)
def send_all(
    sender: ExtensionOption, *, by: User | None, answer_by: datetime.date, **_: object
) -> int:
    """Write to every provider with a school in the vehicle on the last day of its present term."""
    return _send(sender, by=by, answer_by=answer_by)


def send_missing(today: datetime.date) -> None:
    """Write to those who have joined since the others were written to."""
    for option in ExtensionOption.objects.notified_here().select_related("vehicle", "decision"):
        last = max(option.starts_on - ONE_DAY, today)
        with acting_as_hub():
            _send(option, by=None, answer_by=min(last, today + A_FORTNIGHT))


@transaction.atomic
def _send(option: ExtensionOption, *, by: User | None, answer_by: datetime.date) -> int:
    today = timezone.localdate(database_now())
    written_to = option.letters.values("provider")
    schools = _schools(option, exclude=written_to)
    owners = by_provider((provider.pk for provider in schools), roles=ProviderRole.writers())
    for provider, names in schools.items():
        title = title_of(option)
        blocks = blocks_of(option, provider, names, answer_by=answer_by, on=today)
        file = StoredFile.keep_made(
            pdf_of(title, blocks, author=settings.COUNCIL_NAME, on=today),
            name=f"extension-{option.number}-{provider.pk}.pdf",
            content_type=PDF_TYPE,
            by=by,
        )
        letter = ExtensionLetter.objects.create(
            option=option,
            provider=provider,
            content={"title": title, "blocks": blocks},
            file=file,
            answer_by=answer_by,
        )
        tell(owners[provider.pk], "contracts/membership/extension_letter", about=letter)
    if schools:
        AuditEvent.record("send_extension_letters", option, by=by, letters=len(schools))
    return len(schools)


def _schools(option: ExtensionOption, *, exclude: object) -> dict[Provider, list[str]]:
    """The schools by name of each provider that is a member on the last day of the term."""
    members = Membership.objects.of_vehicle(option.vehicle_id).lasting_to(
        option.starts_on - ONE_DAY
    )
    found: dict[Provider, list[str]] = defaultdict(list)
    members = members.exclude(provider__in=exclude).select_related("provider", "school", "lot")
    for each in members.order_by("provider__name", "provider", "school__name", "lot__number"):
        found[each.provider].append(f"{each.school}, {each.lot}")
    return found


@receiver(signals.option_in_effect)
def end_who_declined(sender: ExtensionOption, *, by: User | None, **_: object) -> None:
    """Who declined leaves with the term that was; all others stay."""
    last_on = sender.starts_on - ONE_DAY
    letters = {each.provider_id: each for each in sender.letters.declined()}
    members = Membership.objects.of_vehicle(sender.vehicle_id).lasting_to(last_on)
    leaving = members.of_providers(letters).beyond(last_on)
    for each in leaving.select_related("school", "lot__vehicle", "provider").by_lot():
        letter = letters[each.provider_id]
        notice_on = timezone.localdate(letter.answered_at)
        each.end_with_the_term(by=by, last_on=last_on, reason=letter.reason, notice_on=notice_on)
