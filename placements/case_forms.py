"""Forms about cases: what is asked when one is opened, corrected or closed, and how to match."""

from __future__ import annotations

import re
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Fieldset, Layout, Size
from django import forms
from django.db.models.functions import Upper
from django.utils import timezone

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.days import cohort_of
from nmiss.base.core.forms import AsRead, GovukForm
from nmiss.base.core.number_fields import WholeNumberField
from placements.models import (
    AppealOutcome,
    Case,
    CaseKind,
    Child,
    ChildIdentity,
    ChildSex,
    CloseReason,
    NamedType,
    OtherReference,
    Stay,
    Urgency,
)
from providers.models import Need, School
from providers.positions import WHOLE

REFERENCE = re.compile(r"[A-Z0-9][A-Z0-9._-]{0,29}", re.ASCII)
INITIALS = re.compile(r"[^\W\d_]{1,5}")
NEEDS = [("", "Select"), *((code, f"{label} ({code})") for code, label in Need.choices)]
NEED_FIELDS = {
    "need_1": "First need",
    "need_2": "Second need (optional)",
    "need_3": "Third need (optional)",
}
OLDEST = 25
LARGEST_URN = 2_147_483_647
LONGEST = 2000


def _radios(label: str, choices: list, missing: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": missing, "invalid_choice": missing},
    )


def _words(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CaseFacts(GovukForm):
    """What a case says of the place that is needed."""

    button = "Save case"
    groups: dict[str, tuple[str, ...]] = {
        "Needs": tuple(NEED_FIELDS),
        "Place": ("kind", "urgency", "stay", "wanted_on", "needed_since"),
        "Plan": ("draft_plan_on", "represented_on", "plan_final_on", "named_type"),
        "Must-haves": ("must_admit", "most_miles", "must_haves"),
        "Parents’ preference": ("preferred_urn", "preference"),
    }

    need_1 = forms.ChoiceField(
        label=NEED_FIELDS["need_1"],
        choices=NEEDS,
        error_messages={"required": "Select the first need"},
    )
    need_2 = forms.ChoiceField(label=NEED_FIELDS["need_2"], choices=NEEDS, required=False)
    need_3 = forms.ChoiceField(label=NEED_FIELDS["need_3"], choices=NEEDS, required=False)
    kind = _radios("Why is a place needed?", CaseKind.choices, "Select phase transfer or in-year")
    urgency = _radios("How soon?", Urgency.choices, "Select how soon the place is needed")
    stay = _radios("Day or residential?", Stay.choices, "Select day or residential")
    wanted_on = DayField(asked="the requested start", label="Requested start")
    needed_since = DayField(
        asked="the day from which a place is needed",
        label="Place needed since",
        help_text="The day on which we knew. The time to the first consultation counts from here.",
    )
    draft_plan_on = DayField(
        asked="the date of the draft plan",
        label="Date of the draft education plan (optional)",
        required=False,
    )
    represented_on = DayField(
        asked="the day on which parents made representations",
        label="Parents’ representations received (optional)",
        required=False,
        help_text="They have 15 days from the draft plan.",
    )
    plan_final_on = DayField(
        asked="the date of the final plan",
        label="Date of the final education plan (optional)",
        required=False,
    )
    named_type = forms.ChoiceField(
        label="Type of school named in the plan (optional)",
        choices=[("", "Choose"), *NamedType.choices],
        help_text="Only if the plan names no school.",
        required=False,
        error_messages={"invalid_choice": "Select a type of school from the list"},
    )
    must_admit = forms.BooleanField(
        label="Only schools with a duty to admit",
        help_text="Non-maintained special schools and schools approved under section 41.",
        required=False,
    )
    most_miles = WholeNumberField(
        label="Furthest distance from home in miles (optional)",
        required=False,
        min_value=1,
        max_value=300,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Enter a number of miles from 1 to 300"
        ),
    )
    must_haves = _words(
        "Other requirements (optional)",
        "Matching does not read this. It is kept encrypted.",
    )
    preferred_urn = WholeNumberField(
        label="URN of the school that parents prefer (optional)",
        required=False,
        min_value=1,
        max_value=LARGEST_URN,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Enter the URN of a school, such as 118000"
        ),
    )
    preference = _words("Parents’ preference (optional)", "It is kept encrypted.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["must_admit"].widget.is_required = False

    @staticmethod
    def of(case: Case) -> dict[str, Any]:
        """What the form holds at first for a case."""
        needs = dict(zip(NEED_FIELDS, case.ranked_needs, strict=False))
        facts = {name: getattr(case, name) for name in Case.FACTS if name != "preferred_school"}
        school = case.preferred_school
        return needs | facts | {"preferred_urn": school.urn if school else None}

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        groups = [
            Fieldset(*map(self.laid_out, fields), legend=legend, legend_size=Size.MEDIUM)
            for legend, fields in self.groups.items()
        ]
        helper.layout = Layout(*groups, self.submit())
        return helper

    def clean_preferred_urn(self) -> School | None:
        urn = self.cleaned_data["preferred_urn"]
        school = School.objects.filter(urn=urn).first() if urn else None
        if urn and school is None:
            raise forms.ValidationError("No school has this URN. Check it, or leave it out")
        return school

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        seen: set[str] = set()
        for name in NEED_FIELDS:
            need = given.get(name)
            if need and need in seen:
                self.add_error(name, "Select each need once")
            seen.add(need)
        if given.get("need_3") and not given.get("need_2"):
            self.add_error("need_2", "Select the second need before the third")
        wanted, since = given.get("wanted_on"), given.get("needed_since")
        if wanted and since and wanted < since:
            self.add_error("wanted_on", "The start must not be before the place was needed")
        self._check_plan(given)
        return given

    def _check_plan(self, given: dict[str, Any]) -> None:
        draft, final = given.get("draft_plan_on"), given.get("plan_final_on")
        represented = given.get("represented_on")
        if draft and final and final < draft:
            self.add_error("plan_final_on", "The final plan must not be before the draft plan")
        if represented and not draft and "draft_plan_on" not in self.errors:
            self.add_error("draft_plan_on", "Enter the date of the draft plan")
        elif represented and draft and represented < draft:
            self.add_error("represented_on", "Representations must not be before the draft plan")

    @property
    def facts(self) -> dict[str, Any]:
        """What the verbs of a case take."""
        given = self.cleaned_data
        facts = {name: given[name] for name in Case.FACTS if name != "preferred_school"}
        facts["needs"] = [given[name] for name in NEED_FIELDS if given[name]]
        return facts | {"preferred_school": given["preferred_urn"]}


def _initials() -> forms.CharField:
    return forms.CharField(
        label="Initials (optional)",
        help_text="Part of the child’s identity. We encrypt it and show it only to placement "
        "officers.",
        required=False,
        max_length=5,
    )


class _WithInitials(CaseFacts):
    """What is asked of the identity in any case."""

    button = "Open case"

    initials = _initials()

    def clean_initials(self) -> str:
        text = self.cleaned_data["initials"].replace(".", "").replace(" ", "").upper()
        if text and not INITIALS.fullmatch(text):
            raise forms.ValidationError("Enter up to five letters, such as AB")
        return text


class KnownChild(_WithInitials):
    """A case of a child that we have."""

    groups = {"Child": ("initials",), **CaseFacts.groups}


class NewChild(_WithInitials):
    """A case of a child that we do not have yet, with its identity."""

    groups = {
        "Child": ("reference", "sex", "birth_date", "home_postcode", "initials"),
        **CaseFacts.groups,
    }

    reference = forms.CharField(
        label="Reference",
        help_text="It must not identify the child. For example, C10245.",
        max_length=30,
        error_messages={"required": "Enter the child’s reference"},
    )
    sex = _radios("Sex", ChildSex.choices, "Select the child’s sex")
    birth_date = DayField(asked="the date of birth", label="Date of birth")
    home_postcode = forms.CharField(
        label="Home postcode",
        max_length=10,
        error_messages={"required": "Enter the home postcode"},
    )

    def clean_reference(self) -> str:
        reference = self.cleaned_data["reference"].upper()
        if not REFERENCE.fullmatch(reference):
            raise forms.ValidationError("Use letters, digits, dots, hyphens and underscores alone")
        known = Child.objects.with_references([reference])
        other = OtherReference.objects.alias(plain=Upper("reference")).filter(plain=reference)
        if known.exists() or other.exists():
            raise forms.ValidationError(
                "We have a child with this reference. Open the case from the child’s page"
            )
        return reference

    def clean_home_postcode(self) -> str:
        found = WHOLE.fullmatch("".join(self.cleaned_data["home_postcode"].upper().split()))
        if found is None:
            raise forms.ValidationError("Enter a whole postcode, such as CT20 3QA")
        return f"{found[1]} {found[2]}"

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        born, wanted = given.get("birth_date"), given.get("wanted_on")
        if born and wanted and born >= wanted:
            self.add_error("birth_date", "The date of birth must be before the requested start")
        elif born and wanted and wanted.year - born.year > OLDEST:
            words = f"The child would be over {OLDEST} at the requested start. Check both dates"
            self.add_error("birth_date", words)
        return given

    def make_child(self) -> Child:
        """The child with its identity, in the caller's transaction."""
        given = self.cleaned_data
        child = Child.objects.create(
            reference=given["reference"], sex=given["sex"], cohort=cohort_of(given["birth_date"])
        )
        ChildIdentity.objects.create(
            child=child,
            birth_date=given["birth_date"],
            home_postcode=given["home_postcode"],
            initials=given["initials"] or None,
        )
        return child


class Appeal(GovukForm):
    """The days of an appeal to the tribunal, and how it ended."""

    button = "Save appeal"

    registered_on = DayField(asked="the day on which the appeal was registered", label="Registered")
    hearing_on = DayField(
        asked="the day of the hearing", label="Hearing (optional)", required=False
    )
    order_on = DayField(
        asked="the day of the order",
        label="Order (optional)",
        required=False,
        help_text="The date of the tribunal’s order, or the day on which the appeal ended.",
    )
    outcome = forms.ChoiceField(
        label="Outcome (optional)",
        choices=[("", "None yet"), *AppealOutcome.choices],
        required=False,
        error_messages={"invalid_choice": "Select an outcome from the list"},
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        registered, hearing = given.get("registered_on"), given.get("hearing_on")
        order, outcome = given.get("order_on"), given.get("outcome")
        if registered and registered > timezone.localdate():
            self.add_error("registered_on", "Enter today or an earlier day")
        if registered and hearing and hearing < registered:
            self.add_error("hearing_on", "The hearing must not be before the appeal was registered")
        if registered and order and order < registered:
            self.add_error("order_on", "The order must not be before the appeal was registered")
        if order and order > timezone.localdate():
            self.add_error("order_on", "Enter today or an earlier day")
        if outcome and not order and "order_on" not in self.errors:
            self.add_error("order_on", "Enter the day of the order")
        if order and not outcome and "outcome" not in self.errors:
            self.add_error("outcome", "Select the outcome")
        return given


class CloseCase(AsRead):
    """Why a case is closed."""

    button = "Close case"

    reason = _radios("Why do you close it?", CloseReason.choices, "Select why you close the case")
