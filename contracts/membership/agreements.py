"""What an admission agreement says: parties, vehicle, lot, schools, needs, first day. No fee."""

from __future__ import annotations

import datetime

from django.conf import settings

from contracts.applications.models import Application
from contracts.arrangements.models import Lot
from nmiss.base.core.documents import Block, bullets, day, heading, table, text
from providers.models import Need

NEEDS = dict(Need.choices)


def title_of(application: Application) -> str:
    return f"Admission agreement {application.reference}"


def blocks_of(
    application: Application, *, lot: Lot, schools: list[dict], starts_on: datetime.date
) -> list[Block]:
    """The agreement that both sign."""
    provider, vehicle = application.provider, application.vehicle
    number = f" (company number {provider.company_number})" if provider.company_number else ""
    references = f" ({vehicle.references})" if vehicle.references else ""
    until = f" It ends at the latest on {day(vehicle.ends_on)}." if vehicle.ends_on else ""
    rows = [
        (
            school["name"],
            school["urn"],
            ", ".join(NEEDS.get(need, need) for need in school["needs"]) or "Not stated",
        )
        for school in schools
    ]
    return [
        heading("The parties"),
        bullets([f"{settings.COUNCIL_NAME} (the council)", f"{provider}{number} (the provider)"]),
        heading("Purpose"),
        text(
            f"The council admits the provider’s schools that are named below to {lot} of the "
            f"{vehicle}{references}, as asked for in application {application.reference}."
        ),
        heading("The schools"),
        table("Schools that are admitted", ["School", "URN", "Needs"], rows),
        heading("When it begins and ends"),
        text(
            f"Membership begins on {day(starts_on)}, or on the day on which both have signed if "
            f"that is later.{until} The provider may leave, and the council may suspend or remove "
            "a school, by dated notice with reasons. Places that live children have go on by their "
            "own terms."
        ),
        heading("Obligations"),
        bullets(
            [
                "The council may call off places from the schools, and need not call off any.",
                "Each place has an individual agreement of its own.",
                "The provider keeps its insurance and certificates in force, and shows them.",
                "The provider renews its self-declaration when the council asks for it.",
                "Nothing is charged for being admitted or for being a member.",
            ]
        ),
    ]
