"""The board of phase transfers, and the schools that were chosen off the DPS in a month."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.days import year_in_words
from nmiss.base.core.lists import Column, List
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import day, money
from placements import forms
from placements.models import CaseStatus
from placements.reports.off_dps import OffDpsRow, off_dps
from placements.reports.phase_transfers import Transfer, phase_transfers

WHO = (Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR)


def _transfers(user: User, query: Mapping[str, str]) -> list[Transfer]:
    return phase_transfers(by=user)


def _weeks(transfer: Transfer) -> str:
    weeks = transfer.weeks_left(timezone.localdate())
    count = "1 week" if abs(weeks) == 1 else f"{abs(weeks)} weeks"
    return f"{count} left" if weeks >= 0 else f"{count} late"


def _first_consulted(transfer: Transfer) -> str:
    """How long after a place was needed the first school was asked, or how long it is by now."""
    case, at = transfer.case, transfer.case.first_consulted_at
    until = timezone.localdate(at) if at else timezone.localdate()
    days = max((until - case.needed_since).days, 0)
    count = "1 day" if days == 1 else f"{days} days"
    return f"After {count}" if at else f"Not yet: {count}"


def _tribunal(transfer: Transfer) -> str:
    case = transfer.case
    if case.hearing_on:
        return f"Hearing on {day(case.hearing_on)}"
    return f"Appeal of {day(case.appealed_on)}, no hearing date" if case.appealed_on else ""


PHASE_TRANSFERS = List(
    name="phase-transfers",
    title="Phase transfers",
    roles=WHO,
    rows=_transfers,
    is_whole=True,
    identifies_children=True,
    columns=(
        Column(
            "Child",
            "The reference, which does not identify the child",
            lambda t: t.case.child.reference,
            lambda t: link("placements:case_detail", t.case.pk, t.case.child.reference),
        ),
        Column(
            "Year",
            "National Curriculum year at the requested start",
            lambda t: year_in_words(t.case.year),
        ),
        Column("Requested start", "The first day of the place", lambda t: t.case.wanted_on),
        Column(
            "Named before",
            "The day before which the plan names a school or a type of school",
            lambda t: t.named_before,
        ),
        Column("Weeks", "Whole weeks left until then, or late", _weeks),
        Column("Status", "Status of the case", lambda t: CaseStatus(t.case.status).label),
        Column(
            "Type named",
            "The type of school in the plan, if it names one instead of a school",
            lambda t: t.case.get_named_type_display(),
        ),
        Column(
            "Representations until",
            "The last day for parents’ representations about the draft plan",
            lambda t: t.represent_by,
        ),
        Column("Tribunal", "The day of the hearing, if an appeal is open", _tribunal),
        Column(
            "First consultation",
            "Days from the day on which a place was needed to the first consultation",
            _first_consulted,
        ),
    ),
)


def _off_dps(user: User, query: Mapping[str, str]) -> list[OffDpsRow]:
    return off_dps(forms.OffDps(query, today=timezone.localdate()).read().first, by=user).rows


def _pounds(field: str) -> Callable[[OffDpsRow], str]:
    def cell(row: OffDpsRow) -> str:
        value = getattr(row, field)
        return "Not known" if value is None else money(value)

    return cell


def _to_consultation(asked: Asked) -> Callable[[OffDpsRow], object]:
    def cell(row: OffDpsRow) -> object:
        consultation = row.choice.consultation
        return link("placements:consultation_detail", consultation.pk, str(consultation.school))

    return cell


OFF_DPS_CHOICES = List(
    name="off-dps-choices",
    title="Schools chosen off the DPS",
    roles=WHO,
    rows=_off_dps,
    is_whole=True,
    identifies_children=True,
    columns=(
        Column("Child", "The reference of the child", lambda r: r.choice.case.child.reference),
        Column(
            "School",
            "The school that was chosen",
            lambda r: str(r.choice.consultation.school),
            cell_for=_to_consultation,
        ),
        Column("Chosen", "When it was chosen, in London", lambda r: r.choice.chosen_at),
        Column("Why", "The reason code in words, or who directed it", lambda r: r.why),
        Column(
            "Cost a year",
            "The price that the school offered, in pounds",
            lambda r: r.cost,
            _pounds("cost"),
            css=NUMERIC,
        ),
        Column(
            "Lowest DPS offer",
            "The lowest offer of a DPS school for the same child, in pounds",
            lambda r: r.cheapest,
            _pounds("cheapest"),
            css=NUMERIC,
        ),
        Column(
            "Difference",
            "Cost a year less the lowest DPS offer, in pounds",
            lambda r: r.more,
            _pounds("more"),
            css=NUMERIC,
        ),
    ),
)
