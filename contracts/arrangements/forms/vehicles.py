"""Forms about vehicles, their notices and their documents."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from contracts.arrangements import quarters
from contracts.arrangements.models import Lot, Notice, NoticeKind, RoundMode, Vehicle, VehicleKind
from contracts.arrangements.models.starter_assumption import MOST_STARTERS
from contracts.arrangements.notice_duties import duties_of
from contracts.arrangements.terms import long_stop
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.days import months_after
from nmiss.base.core.documents import day
from nmiss.base.core.forms import GovukForm, GovukModelForm
from nmiss.base.core.number_fields import MoneyField, WholeNumberField
from nmiss.base.files.door import MEGABYTE, UploadField
from nmiss.base.files.kinds import DOCX, PDF, XLSX

DOCUMENT_MB = 25


class _Term(forms.Form):
    """The initial term, and the options to extend it: the end in effect follows from both."""

    initial_ends_on = DayField(
        asked="the last day",
        label="Last day of the initial term (optional)",
        required=False,
        help_text="Leave it empty only if the term is open.",
    )
    option_count = WholeNumberField(
        label="How many options to extend were advertised?",
        min_value=0,
        max_value=10,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            "Enter a number of options from 0 to 10",
        ),
    )
    option_months = WholeNumberField(
        label="Length of each option, in months",
        min_value=1,
        max_value=60,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            "Enter a number of months from 1 to 60",
        ),
    )
    options_at_once = WholeNumberField(
        label="How many options can one decision use?",
        help_text="Usually 1: one at a time.",
        min_value=1,
        max_value=10,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            "Enter a number of options from 1 to 10",
        ),
    )

    def look_at_the_term(
        self, given: dict[str, Any], starts_on: datetime.date | None, kind: str
    ) -> None:
        """Say what cannot be of these fields."""
        last, count = given.get("initial_ends_on"), given.get("option_count")
        if last and starts_on and last < starts_on:
            begins = f"{starts_on:%-d %B %Y}, on which the term begins"
            self.add_error("initial_ends_on", f"Enter {begins}, or a later day")
        elif (
            not last and kind == VehicleKind.OPEN_FRAMEWORK and "initial_ends_on" not in self.errors
        ):
            self.add_error("initial_ends_on", "Enter the last day: an open framework has one")
        elif last and (stop := long_stop(kind, starts_on)) and last > stop:
            self.add_error(
                "initial_ends_on",
                f"Enter {day(stop)} or an earlier day: the law ends this arrangement then",
            )
        elif count and not last and "initial_ends_on" not in self.errors:
            self.add_error("initial_ends_on", "Enter the last day: options extend a term that ends")
        elif last and count and "option_months" in given:
            longest = months_after(last, count * given["option_months"])
            stop = long_stop(kind, starts_on)
            if stop and longest > stop:
                self.add_error(
                    "option_count",
                    f"The last option would end on {day(longest)}. Enter fewer options: the law "
                    f"ends this arrangement by {day(stop)}",
                )


class VehicleTerm(_Term, GovukForm):
    """The term of a vehicle that is there, as long as no option was used."""

    button = "Save term"

    def __init__(self, *args: Any, vehicle: Vehicle, **kwargs: Any) -> None:
        self.vehicle = vehicle
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        self.look_at_the_term(given, self.vehicle.starts_on, self.vehicle.kind)
        return given


class VehicleFacts(GovukModelForm):
    """What the notices say of a vehicle that is there."""

    button = "Save"
    consent_past_on = DayField(
        asked="the day",
        label="Day stated in a section 24 direction (optional)",
        required=False,
        help_text="Local government reorganisation: an extension past this day needs the "
        "successor’s consent.",
    )

    class Meta:
        model = Vehicle
        fields = (
            *("references", "advertised_value", "value_basis", "value_source"),
            "consent_past_on",
        )
        field_classes = {"advertised_value": MoneyField}
        labels = {
            "references": "Reference numbers (optional)",
            "advertised_value": "Advertised value in pounds, without VAT (optional)",
            "value_basis": "Basis of the advertised value",
            "value_source": "Source of the advertised value (optional)",
        }
        help_texts = {
            "value_source": "Such as the contract notice with its number and section.",
        }
        error_messages = {
            "advertised_value": dict.fromkeys(
                ("invalid", "min_value", "max_digits", "max_decimal_places", "max_whole_digits"),
                "Enter the advertised value in pounds and in figures, such as 50,000,000",
            )
        }


class Establish(_Term, VehicleFacts):
    """A vehicle that is not here yet."""

    button = "Save"
    established_on = DayField(
        asked="the day it was established",
        label="Established on",
        help_text="It decides which law applies, for good: extensions change nothing.",
    )
    starts_on = DayField(asked="the first day", label="First day of the term")
    lots = WholeNumberField(
        label="How many lots?",
        min_value=1,
        max_value=20,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            "Enter a number of lots from 1 to 20",
        ),
    )

    class Meta(VehicleFacts.Meta):
        fields = (
            *("name", "kind", "established_on", "starts_on"),
            *("initial_ends_on", "option_count", "option_months", "options_at_once"),
            *VehicleFacts.Meta.fields,
        )
        labels = VehicleFacts.Meta.labels | {"name": "Name", "kind": "Kind"}
        error_messages = VehicleFacts.Meta.error_messages | {
            "name": {
                "required": "Enter the name of the arrangement",
                "unique": "An arrangement has this name already: enter another",
            },
            "kind": {"required": "Select the kind of arrangement"},
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        self.look_at_the_term(given, given.get("starts_on"), given.get("kind", ""))
        return given


class LotFacts(GovukModelForm):
    """What a lot is called, and how places are called off from its schools."""

    button = "Change the lot"

    reason = forms.CharField(
        label="Why does it change?",
        max_length=300,
        error_messages={"required": "Enter why it changes"},
    )

    class Meta:
        model = Lot
        fields = ("name", "consulted_first", "block_allowed")
        labels = {
            "name": "Name (optional)",
            "consulted_first": "Its schools are consulted first",
            "block_allowed": "Block contracts are allowed",
        }


class Mode(GovukForm):
    """Which clock binds."""

    button = "Approve this mode"

    mode = forms.ChoiceField(
        label="Which deadline applies?",
        choices=[
            (RoundMode.STRICT_REG34, "The legal deadline (strict regulation 34)"),
            (RoundMode.LIGHT_TOUCH, "The published timetable of each round (light-touch rounds)"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Select which deadline applies"},
    )
    legal_advice = forms.CharField(
        label="Reference of the legal advice",
        help_text="Needed for light-touch rounds.",
        max_length=300,
        required=False,
    )
    documents = forms.CharField(
        label="Reference of the published documents that say so",
        help_text="Needed for light-touch rounds.",
        max_length=300,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("mode") == RoundMode.LIGHT_TOUCH:
            for name, words in (
                ("legal_advice", "Enter the reference of the legal advice"),
                ("documents", "Enter the reference of the published documents"),
            ):
                if not given.get(name):
                    self.add_error(name, words)
        return given


class RecordNotice(GovukForm):
    """A notice that was sent."""

    button = "Record notice"

    kind = forms.ChoiceField(label="Type", error_messages={"required": "Select a type"})
    sent_on = DayField(asked="the day it was sent", label="Sent on")
    reference = forms.CharField(
        label="Reference",
        help_text="From Find a Tender, such as 001313-2022.",
        max_length=100,
        error_messages={"required": "Enter the reference"},
    )
    quarter = forms.ChoiceField(
        label="Awards of which quarter? (award notices only)", required=False
    )
    subject = forms.ChoiceField(label="Notice that was due (optional)", required=False)

    def __init__(self, *args: Any, vehicle: Vehicle, **kwargs: Any) -> None:
        self.vehicle = vehicle
        super().__init__(*args, **kwargs)
        kinds = NoticeKind.of(vehicle.regime)
        self.fields["kind"].choices = [
            ("", "Select"),
            *((kind.value, kind.label) for kind in kinds),
        ]
        self.fields["quarter"].choices = [("", "None"), *_quarters(vehicle, timezone.localdate())]
        self.duties = duties_of(vehicle, today=timezone.localdate())
        self.fields["subject"].choices = [
            ("", "None"),
            *((each.subject, f"{each.form}: {each.about}") for each in self.duties),
        ]

    def clean_sent_on(self) -> datetime.date:
        sent_on = self.cleaned_data["sent_on"]
        if sent_on > timezone.localdate():
            raise forms.ValidationError("Enter today or an earlier day: it has been sent")
        return sent_on

    def clean_quarter(self) -> datetime.date | None:
        text = self.cleaned_data["quarter"]
        return datetime.date.fromisoformat(text) if text else None

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        kind = given.get("kind")
        if given.get("quarter") and kind not in NoticeKind.of_awards():
            self.add_error("quarter", "Select None: only an award notice covers a quarter")
        elif given.get("quarter") and given.get("sent_on"):
            last = quarters.last_of_quarter(given["quarter"])
            if given["sent_on"] <= last:
                self.add_error(
                    "sent_on", f"The quarter ends on {last:%-d %B %Y}: enter a day after that"
                )
        about = given.get("subject")
        if about and kind not in {each.kind for each in self.duties if each.subject == about}:
            self.add_error("subject", "Select None, or the notice of this type that is due")
        is_there = Notice.objects.filter(
            vehicle=self.vehicle, kind=kind or "", reference=given.get("reference") or ""
        )
        if is_there.exists():
            self.add_error("reference", "A notice of this type and reference is in the register")
        return given


class PublishDocument(GovukForm):
    """A tender document, or its next version."""

    button = "Publish"

    title = forms.CharField(
        label="Title",
        help_text="The same title as before makes this the next version.",
        max_length=200,
        error_messages={"required": "Enter a title"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = UploadField(
            kinds=[PDF, DOCX, XLSX],
            largest=DOCUMENT_MB * MEGABYTE,
            label="Which file?",
            help_text=f"PDF, Word or Excel, at most {DOCUMENT_MB} MB. All providers can read it.",
        )


class WaiveNotice(GovukForm):
    """A decision that an award notice is not sent."""

    button = "Waive the notice"

    quarter = forms.ChoiceField(label="Quarter", error_messages={"required": "Select a quarter"})
    reason = forms.CharField(
        label="Why is no award notice needed?",
        help_text="For example: it was sent before the Hub’s records began, with its reference.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter why no award notice is needed"},
    )

    def __init__(self, *args: Any, vehicle: Vehicle, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        due = quarters.quarters_without_notice(vehicle, today=timezone.localdate())
        choices = [_choice(each.first) for each in due]
        self.fields["quarter"].choices = [("", "Select"), *choices]

    def clean_quarter(self) -> datetime.date:
        return datetime.date.fromisoformat(self.cleaned_data["quarter"])


def _quarters(vehicle: Vehicle, today: datetime.date) -> list[tuple[str, str]]:
    """The quarters of the last two years and those that wait for a notice, newest first."""
    due = quarters.quarters_without_notice(vehicle, today=today)
    found, first = {each.first for each in due}, quarters.quarter_of(today)
    for _ in range(9):
        found.add(first)
        first = quarters.quarter_of(first - datetime.timedelta(days=1))
    return [_choice(each) for each in sorted(found, reverse=True)]


def _choice(first: datetime.date) -> tuple[str, str]:
    return str(first), f"{first:%B} to {quarters.last_of_quarter(first):%B %Y}"


class AssumeStarters(GovukForm):
    """How many places may start a year, and at which fee."""

    button = "Save assumption"

    starters = WholeNumberField(
        label="How many places will start each year?",
        help_text="Spread evenly from today to the end of the term. Enter 0 if none will start.",
        min_value=0,
        max_value=MOST_STARTERS,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            "Enter a number of places from 0 to 10,000",
        ),
    )
    fee = MoneyField(
        label="Fee for each place, in pounds a year",
        min_value=Decimal("0.01"),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value"),
            "Enter the fee in pounds and in figures, such as 61,500",
        ),
    )
    reason = forms.CharField(
        label="Reason",
        help_text="Give the source of both numbers.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter the source of both numbers"},
    )
