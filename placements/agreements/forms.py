"""Forms of placement agreements: the terms with the prices, signing, and taking back."""

from __future__ import annotations

import datetime
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Layout
from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import WholeNumberField
from placements.agreements.models import PlacementAgreement
from placements.agreements.status import Billing
from placements.agreements.terms import (
    USUAL_PROVISION,
    Terms,
    expected_end,
    notice_in_force,
)
from placements.models import SchoolChoice
from placements.models.price_line import USUAL_WEEKS
from placements.price_forms import choice_field, weeks_field
from placements.priced_forms import MISSING, PricedForm
from providers.models import Provision, School

LONGEST = 2000
MOST_WEEKS_OF_NOTICE = 52


def _notice(label: str, hint: str = "") -> WholeNumberField:
    wrong = f"Enter weeks of notice from 0 to {MOST_WEEKS_OF_NOTICE}, such as 13"
    return WholeNumberField(
        label=label,
        help_text=hint,
        min_value=0,
        max_value=MOST_WEEKS_OF_NOTICE,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
    )


class AgreementForm(PricedForm):
    """The terms of a version, and its prices as they were offered or are in force."""

    button = "Offer agreement to the school"

    school = forms.TypedChoiceField(
        label="School",
        coerce=int,
        help_text="Another site of the same provider takes a new version. Our signature approves "
        "the move.",
        widget=forms.RadioSelect,
        error_messages={"required": "Select the school"},
    )
    starts_on = DayField(asked="the first day", label="First day")
    ends_on = DayField(
        asked="the expected last day",
        label="Expected last day",
        help_text="Usually the end of the academic year in which the child’s phase ends.",
    )
    ends_place_before = forms.BooleanField(label="End the present place the day before")
    provision = choice_field("Provision", Provision, "Select the provision")
    weeks = weeks_field()
    billing = choice_field(
        "How does the school send invoices?", Billing, "Select how the school sends invoices"
    )
    notice_weeks = _notice("Weeks of notice by either side")
    first_notice_weeks = _notice("Weeks of notice during the first term")
    over_number_reason = forms.CharField(
        label="Why can the school take one more child? (optional)",
        help_text="Only if the school would go over its registered number.",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        *args: Any,
        choice: SchoolChoice,
        before: PlacementAgreement | None = None,
        today: datetime.date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choice, self.before = choice, before
        self._schools = self._sites()
        present = choice.case.child.placements.touching(today, datetime.date.max)
        self.present = None if before else present.select_related("school").first()
        if len(self._schools) == 1:
            del self.fields["school"]
        else:
            self.fields["school"].choices = [(pk, str(each)) for pk, each in self._schools.items()]
        if self.present:
            label = f"End the place at {self.present.school} the day before this one begins"
            self.fields["ends_place_before"].label = label
            self.fields["ends_place_before"].required = False
        else:
            del self.fields["ends_place_before"]
        self.fields["weeks"].help_text = "Number of weeks a year the child is at the school."
        self.initial |= self._of(before) if before else self._usual(choice, today)
        self.add_lines(self._lines())

    def _sites(self) -> dict[int, School]:
        """The chosen school; for a change, every open site of its provider."""
        chosen = self.choice.consultation.school
        if self.before is None:
            return {chosen.pk: chosen}
        here = self.before.school
        others = School.objects.filter(provider=here.provider).not_closed()
        sites = others.select_related("provider").by_name() if here.provider_id else []
        return {here.pk: here} | {each.pk: each for each in sites}

    def _lines(self) -> list[Any]:
        """The prices in force, or those of the offer that was accepted."""
        source = self.before or self.choice.reply
        return list(source.prices.order_by("pk")) if source else []

    @staticmethod
    def _of(before: PlacementAgreement) -> dict[str, Any]:
        names = ("provision", "weeks", "ends_on", "billing", "notice_weeks", "first_notice_weeks")
        facts = {name: getattr(before, name) for name in names}
        return facts | {"school": before.school_id, "weeks": f"{before.weeks.normalize():f}"}

    @staticmethod
    def _usual(choice: SchoolChoice, today: datetime.date) -> dict[str, Any]:
        case, reply = choice.case, choice.reply
        offered = reply.starts_on if reply and reply.is_offer else None
        starts_on = max(filter(None, (case.wanted_on, offered)))
        notice, first = notice_in_force(today)
        return {
            "starts_on": starts_on,
            "ends_on": expected_end(case.child, starts_on),
            "provision": USUAL_PROVISION[case.stay],
            "weeks": USUAL_WEEKS,
            "billing": Billing.TERM,
            "notice_weeks": notice,
            "first_notice_weeks": first,
            "ends_place_before": True,
        }

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        prices = {f"{name}_in_{n}" for n in self.lines for name in MISSING}
        terms = [name for name in self.fields if name not in prices]
        helper.layout = Layout(*map(self.laid_out, terms), *self.fieldsets_of_lines, self.submit())
        return helper

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "Enter the first day or a later day")
        if self.before and first and first <= self.before.starts_on:
            self.add_error("starts_on", "Enter a day after the first day of the present version")
        if not self.prices and not self.errors:
            self.add_error("kind_in_0", "Price line 1: enter at least one price")
        return given

    @property
    def terms(self) -> Terms:
        """What the verbs take, beside the prices."""
        given = dict(self.cleaned_data)
        pk = given.pop("school", None) or next(iter(self._schools))
        names = (
            *("provision", "weeks", "starts_on", "ends_on", "notice_weeks"),
            *("first_notice_weeks", "billing", "over_number_reason"),
        )
        facts = {name: given[name] for name in names}
        ends = bool(self.before) or given.get("ends_place_before", False)
        return Terms(school=self._schools[pk], ends_place_before=ends, **facts)


def _words(label: str, asked: str, hint: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": asked},
    )


class WithdrawPlacement(GovukForm):
    """Why an agreement is taken back."""

    button = "Withdraw agreement"

    reason = _words(
        "Reason", "Enter why you withdraw the agreement", "The school reads this. Name no child."
    )


class VoidPlacement(GovukForm):
    """Why an agreement in force was a mistake."""

    button = "Void agreement"

    reason = _words(
        "Reason", "Enter why you void the agreement", "The school reads this. Name no child."
    )


class DeclinePlacement(GovukForm):
    """Why a school does not sign."""

    button = "Decline agreement"

    reason = _words(
        "Reason",
        "Enter why you decline the agreement",
        "The council will read this. Do not name any child.",
    )
