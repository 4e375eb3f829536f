"""Forms from a decision to a membership, and of what members keep up."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.utils import timezone

from contracts.applications.forms import document_field
from contracts.applications.models import Application
from contracts.arrangements.models import Vehicle
from contracts.evaluation.models import RecommendedResult
from contracts.membership import permissions
from contracts.membership.models import Debarred, Membership
from nmiss.base.accounts.forms import name_field
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.documents import day
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.names import is_of_somebody
from providers.models import DOCUMENT_KINDS, KIND_OF, ComplianceDocument, School

ALL_SCHOOLS, FURTHER = "all", "none"


def _text(label: str, asked: str, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": asked},
        **options,
    )


def _confirm(label: str, asked: str) -> forms.BooleanField:
    return forms.BooleanField(label=label, error_messages={"required": asked})


class _FromToday(GovukForm):
    """A form with a day that must not have passed."""

    dated: str

    def clean(self) -> dict[str, Any]:
        day = self.cleaned_data.get(self.dated)
        if day and day < timezone.localdate():
            self.add_error(self.dated, "Enter today or a later day")
        return self.cleaned_data


class _FirstDay(_FromToday):
    """A form with the first day of a membership, which is a day of the vehicle."""

    dated = "starts_on"

    def __init__(self, *args: Any, vehicles: Collection[Vehicle], **options: Any) -> None:
        super().__init__(*args, **options)
        ends = [vehicle for vehicle in vehicles if vehicle.ends_on]
        self.first_to_end = min(ends, key=lambda vehicle: vehicle.ends_on, default=None)

    def clean(self) -> dict[str, Any]:
        given, vehicle = super().clean(), self.first_to_end
        if vehicle and given.get("starts_on") and given["starts_on"] > vehicle.ends_on:
            last = day(vehicle.ends_on)
            self.add_error("starts_on", f"Enter {last} or an earlier day: the {vehicle} ends then")
        return given


class Release(_FirstDay):
    """Tell the outcomes that were chosen; the day is asked where one of them is admitted."""

    button = "Send outcome letters"

    starts_on = DayField(
        label="First day of membership for those who are admitted",
        asked="the first day of membership",
        help_text="Or the day on which both have signed, if that is later.",
    )

    def __init__(self, *args: Any, applications: Sequence[Application], **options: Any) -> None:
        admitted = [
            each for each in applications if each.approval.result == RecommendedResult.ADMITTED
        ]
        super().__init__(*args, vehicles=[each.vehicle for each in admitted], **options)
        if not admitted:
            del self.fields["starts_on"]


class OfferAgain(_FirstDay):
    """Offer an agreement anew, where the one before came to nothing."""

    button = "Offer it again"

    starts_on = DayField(
        label="First day of membership",
        asked="the first day of membership",
        help_text="Or the day on which both have signed, if that is later.",
    )


class WithdrawOffer(GovukForm):
    button = "Withdraw the offer"

    reason = _text("Why", "Enter why you are withdrawing the offer")


class DeclineOffer(GovukForm):
    button = "Decline the offer"

    reason = _text("Why", "Enter why you are declining the offer")


class Sign(GovukForm):
    """A signature."""

    button = "Sign"

    name = name_field("Your full name", "Enter your full name")
    capacity = forms.CharField(
        label="Your job title",
        max_length=200,
        validators=[is_of_somebody],
        error_messages={"required": "Enter in which capacity you sign, such as proprietor"},
    )
    confirm = _confirm(
        "I have read this document and I am authorised to sign it",
        "Confirm that you have read it and may sign it",
    )


class Suspend(_FromToday):
    button, dated = "Suspend the school", "starts_on"

    starts_on = DayField(
        label="First day of the suspension", asked="the first day of the suspension"
    )
    reason = _text("Why", "Enter why you are suspending this school")

    def __init__(self, *args: Any, membership: Membership, **options: Any) -> None:
        self.membership = membership
        super().__init__(*args, **options)

    def clean_starts_on(self) -> datetime.date:
        starts_on = self.cleaned_data["starts_on"]
        if why_not := permissions.why_not_suspend_on(self.membership, starts_on):
            raise forms.ValidationError(why_not)
        return starts_on


class Reinstate(_FromToday):
    button, dated = "Reinstate the school", "opens_on"

    opens_on = DayField(
        label="First day on which we may place children again",
        asked="the first day on which we may place children again",
    )
    reason = _text("Why", "Enter why you are reinstating this school")


class Leave(_FromToday):
    dated = "last_on"

    last_on = DayField(label="Last day of membership", asked="the last day of membership")
    reason = _text("Why", "Enter why this school leaves")

    def __init__(self, *args: Any, button: str, membership: Membership, **options: Any) -> None:
        self.button, self.membership = button, membership
        super().__init__(*args, **options)

    def clean_last_on(self) -> datetime.date:
        last_on = self.cleaned_data["last_on"]
        if why_not := permissions.why_not_leave_on(self.membership, last_on):
            raise forms.ValidationError(why_not)
        return last_on


class Renew(GovukForm):
    """What a provider says when it is asked whether its declaration still holds."""

    button = "Renew the self-declaration"

    has_changed = forms.TypedChoiceField(
        label="Has anything changed since you declared?",
        choices=[("no", "No, everything still holds"), ("yes", "Yes")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether anything has changed"},
    )
    changes = _text("Changes", "Enter what has changed", required=False)

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("has_changed") and not self.cleaned_data.get("changes"):
            self.add_error("changes", "Enter what has changed")
        return self.cleaned_data


class Debarment(GovukForm):
    """What the debarment list says of a provider."""

    button = "Record the check"

    list_on = DayField(label="Date of the list", asked="the day of the list")
    result = forms.ChoiceField(
        label="Result",
        choices=Debarred.choices[::-1],
        widget=forms.RadioSelect,
        error_messages={"required": "Select the result"},
    )
    details = _text("Entry on the list", "Enter the entry on the list", required=False)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("list_on") and given["list_on"] > timezone.localdate():
            self.add_error("list_on", "Enter today or an earlier day")
        if given.get("result") == Debarred.FOUND and not given.get("details"):
            self.add_error("details", "Enter the entry on the list")
        return given


class AddMemberDocument(_FromToday):
    """A document that a member keeps up, of one school or of all, and which it takes the place of.

    There may be several of a kind, such as a policy for each risk: so that is asked.
    """

    button, dated = "Send the document", "expires_on"

    kind = forms.ChoiceField(
        label="Type of document",
        choices=[("", "Choose"), *((kind.key, kind.title) for kind in DOCUMENT_KINDS)],
        error_messages={
            "required": "Select the type of document",
            "invalid_choice": "Select the type of document",
        },
    )
    school = forms.ChoiceField(
        label="School",
        error_messages={
            "required": "Select the school",
            "invalid_choice": "Select the school",
        },
    )
    expires_on = DayField(
        label="Expiry date",
        asked="the expiry date",
        help_text="Insurance and ICO certificates need one. Leave it blank if a document has none.",
        required=False,
    )
    replaces = forms.MultipleChoiceField(
        label="Does this replace a document?",
        help_text="We keep the old ones, and stop reminders for them.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select the documents it replaces, or none"},
    )

    def __init__(
        self,
        *args: Any,
        schools: Sequence[School],
        documents: Sequence[ComplianceDocument],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.schools = {str(school.urn): school for school in schools}
        self.documents = {str(each.pk): each for each in documents}
        own = [(urn, str(school)) for urn, school in self.schools.items()]
        self.fields["school"].choices = [("", "Choose"), (ALL_SCHOOLS, "All of ours"), *own]
        self.fields["replaces"].choices = [
            *((number, _described(each)) for number, each in self.documents.items()),
            (FURTHER, "None: it is a further document"),
        ]
        if not documents:
            del self.fields["replaces"]
        self.fields["file"] = document_field(label="Which file?")

    def clean_replaces(self) -> list[ComplianceDocument]:
        chosen = self.cleaned_data["replaces"]
        if FURTHER in chosen and len(chosen) > 1:
            raise forms.ValidationError("Select documents, or none of them")
        return [self.documents[number] for number in chosen if number != FURTHER]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        kind, school = KIND_OF.get(given.get("kind", "")), given.get("school")
        no_day = not given.get("expires_on") and "expires_on" not in self.errors
        if kind and kind.expires and no_day:
            self.add_error("expires_on", "Enter the expiry date")
        if kind and kind.of_school and school == ALL_SCHOOLS:
            self.add_error("school", "Select the school: each has its own")
        if kind and any(each.kind != kind.key for each in given.get("replaces", [])):
            self.add_error("replaces", "Select documents of the same kind")
        return given

    def of_school(self) -> School | None:
        return self.schools.get(self.cleaned_data["school"])


def _described(document: ComplianceDocument) -> str:
    """Enough to tell one document of a kind from another."""
    of = f" of {document.school}" if document.school else ""
    until = f", good until {day(document.expires_on)}" if document.expires_on else ""
    return f"{document.title}{of}{until} ({document.file.name})"
