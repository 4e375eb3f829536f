"""What a placement agreement says. It names a child by the reference alone."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings

from nmiss.base.core.days import year_in_words
from nmiss.base.core.documents import Block, bullets, day, facts, heading, number, table, text
from nmiss.base.core.templatetags.components import money
from placements.agreements.models import AgreedPrice, PlacementAgreement
from placements.models import Funder


def title_of(agreement: PlacementAgreement) -> str:
    return f"Individual placement agreement {agreement.reference}"


def blocks_of(agreement: PlacementAgreement, prices: Sequence[AgreedPrice]) -> list[Block]:
    """The agreement that both sign."""
    return [
        heading("Parties"),
        bullets([f"{settings.COUNCIL_NAME} (the council)", f"{agreement.provider} (the provider)"]),
        _place(agreement),
        heading("Prices"),
        _prices(prices),
        _funders(prices),
        text("All prices are without VAT."),
        heading("Terms"),
        bullets(_terms(agreement)),
    ]


def _place(agreement: PlacementAgreement) -> Block:
    child, starts_on = agreement.child, agreement.starts_on
    plan = agreement.choice.case.plan_final_on
    rows = [
        ("Child", child.reference),
        ("School year at the start", year_in_words(child.nc_year(on=starts_on))),
        ("School", f"{agreement.school} (URN {agreement.school.urn})"),
        ("Bought under", _under(agreement)),
        ("Provision", agreement.get_provision_display()),
        ("Weeks a year", number(agreement.weeks)),
        ("First day" if not agreement.is_change else "Changed from", day(starts_on)),
        ("Expected last day", day(agreement.ends_on)),
        *([("Final plan of", day(plan))] if plan else []),
        ("Invoices", agreement.get_billing_display()),
    ]
    return facts("The place", rows)


def _under(agreement: PlacementAgreement) -> str:
    if agreement.lot is None:
        return agreement.get_route_display()
    vehicle = agreement.lot.vehicle
    references = f" ({vehicle.references})" if vehicle.references else ""
    return f"{agreement.get_route_display()}: {agreement.lot} of the {vehicle}{references}"


def _prices(prices: Sequence[AgreedPrice]) -> Block:
    rows = [
        (
            each.get_kind_display(),
            money(each.amount),
            each.get_unit_display(),
            number(each.quantity),
            number(each.weeks) if each.is_by_weeks else "",
            each.get_funder_display(),
            money(each.cost_a_year),
        )
        for each in prices
    ]
    columns = ("Price for", "Amount", "Unit", "Quantity", "Weeks", "Paid for by", "Cost a year")
    return table("Prices", columns, rows, figures=(1, 3, 4, 6))


def _funders(prices: Sequence[AgreedPrice]) -> Block:
    sums = {
        funder: sum(each.cost_a_year for each in prices if each.funder == funder)
        for funder in Funder.values
    }
    rows = [(Funder(funder).label, money(cost)) for funder, cost in sums.items() if cost]
    rows.append(("Total", money(sum(sums.values()))))
    return table("Funders", ("Funder", "Cost a year"), rows, figures=(1,))


def _terms(agreement: PlacementAgreement) -> list[str]:
    lasting = [
        "This agreement replaces every earlier placement agreement for the child.",
        (
            f"Either side can end the place by {agreement.notice_weeks} weeks’ notice, or by "
            f"{agreement.first_notice_weeks} weeks’ notice during the first term."
        ),
        "Without notice the place ends on the expected last day.",
        (
            "The provider asks for the council’s approval before it moves the child to another "
            "school or another site."
        ),
        (
            "A price changes only by another version of this agreement, or by a fee request "
            "that the council has agreed."
        ),
    ]
    if agreement.is_change:
        first = f"This version changes the agreement from {day(agreement.starts_on)}."
        return [first, *lasting]
    return ["The place begins once both sides have signed, on its first day.", *lasting]
