"""Forms of the register of executive decisions."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from contracts.arrangements.deadlines import work_out
from contracts.arrangements.models import (
    ApprovalLimit,
    AssessmentState,
    Decision,
    Delegation,
    NoticeUrgency,
)
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.documents import day
from nmiss.base.core.forms import GovukForm, GovukModelForm
from nmiss.base.core.number_fields import NumberField
from nmiss.base.files.door import MEGABYTE, UploadField
from nmiss.base.files.kinds import DOCX, PDF

ASSESSMENT_MB = 25
# An arrangement is let for a fifth of it a year; fees do not rise by less or more than these.
MOST_A_YEAR = 1_000_000_000
LEAST_PERCENT, MOST_PERCENT = Decimal("0.5"), Decimal(50)

# The notice that each rule asks for, as deadlines are worked out by it.
EARLIEST = {
    NoticeUrgency.NOTICE: "key_decision",
    NoticeUrgency.GENERAL_EXCEPTION: "general_exception",
}
POUNDS = dict.fromkeys(
    ("invalid", "min_value", "max_digits", "max_decimal_places", "max_whole_digits"),
    "Enter an amount in pounds and in figures, such as 1,000,000",
)

PERCENT = dict.fromkeys(POUNDS, "Enter a percentage with up to 2 decimals, such as 4 or 3.5")


def _lines(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class DecisionFacts(GovukModelForm):
    """What the register says of a decision; it grows as the decision is prepared and taken."""

    button = "Save decision"

    notice_on = DayField(
        asked="the day the notice was published",
        label="Notice published on (optional)",
        required=False,
    )
    decided_on = DayField(
        asked="the day of the decision", label="Decided on (optional)", required=False
    )
    published_on = DayField(
        asked="the day of publication",
        label="Decision published on (optional)",
        required=False,
        help_text="Call-in runs from this day. We work out its end.",
    )

    class Meta:
        model = Decision
        fields = (
            *("number", "title", "vehicle", "is_key", "key_reason", "divisions"),
            *("maker_title", "maker_name", "classification"),
            *("notice_on", "urgency", "urgency_reason", "decided_on", "published_on"),
            *("corrects", "correction", "budget", "consultees", "rejected_options"),
            *("conflicts", "pathway", "background_documents"),
        )
        field_classes = {"budget": NumberField}
        widgets = {
            **{"key_reason": _lines(), "urgency_reason": _lines(), "consultees": _lines()},
            **{"rejected_options": _lines(), "conflicts": _lines(), "pathway": _lines()},
            "background_documents": _lines(),
        }
        labels = {
            "number": "Number",
            "title": "Title",
            "vehicle": "Procurement arrangement (optional)",
            "is_key": "This is a key decision",
            "key_reason": "Why is it a key decision? (key decisions only)",
            "divisions": "Electoral divisions affected (optional)",
            "maker_title": "Title of the decision-maker",
            "maker_name": "Name of the decision-maker (needed for a key decision)",
            "classification": "Classification",
            "urgency": "Notice given under",
            "urgency_reason": "Why is notice shorter? (general exception or special urgency only)",
            "corrects": "Earlier decision that this one corrects (optional)",
            "correction": "How does it change the earlier decision?",
            "budget": "Budget in pounds (optional)",
            "consultees": "Who was consulted (optional)",
            "rejected_options": "Options considered and rejected (optional)",
            "conflicts": "Conflicts of interest declared (optional)",
            "pathway": "Committees it went through (optional)",
            "background_documents": "Background documents (optional)",
        }
        help_texts = {
            "number": "As it was published, such as 25/00007.",
            "key_reason": "Spending or savings over £1 million, or a significant effect in two or "
            "more electoral divisions (regulation 8). Our own test is more than two divisions.",
            "maker_title": "Such as Cabinet Member for Education and Skills, or Cabinet.",
            "maker_name": "The notice of a key decision has the name and title of the person who "
            "takes it; of the cabinet or a committee, its name (regulation 9). "
            "Decisions that came by an import may have a title alone.",
        }
        error_messages = {
            "number": {
                "required": "Enter the number",
                "unique": "A decision of this number is in the register: enter another",
            },
            "title": {"required": "Enter the title"},
            "budget": POUNDS,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["maker_title"].required = True
        self.fields["maker_title"].error_messages["required"] = "Enter the title of the maker"
        others = Decision.objects.exclude(pk=self.instance.pk).newest_first()
        self.fields["corrects"].queryset = others

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("is_key") and not given.get("key_reason"):
            self.add_error("key_reason", "Enter why it is a key decision")
        if given.get("is_key") and not given.get("maker_name"):
            self.add_error(
                "maker_name", "Enter the name of the decision-maker: the law asks for it"
            )
        is_shorter = given.get("urgency", NoticeUrgency.NOTICE) != NoticeUrgency.NOTICE
        if is_shorter and not given.get("urgency_reason"):
            self.add_error("urgency_reason", "Enter why the usual notice was impracticable")
        if bool(given.get("corrects")) != bool(given.get("correction")):
            self.add_error(
                "correction" if given.get("corrects") else "corrects",
                "Choose the earlier decision and what this one does to it",
            )
        self._look_at_the_days(given)
        return given

    def _look_at_the_days(self, given: dict[str, Any]) -> None:
        notice, decided = given.get("notice_on"), given.get("decided_on")
        published, today = given.get("published_on"), timezone.localdate()
        if decided and decided > today:
            self.add_error("decided_on", "Leave this blank until the decision is taken")
        elif published and not decided:
            self.add_error("decided_on", "Enter the day on which the decision was taken")
        elif decided and published and published < decided:
            self.add_error("published_on", f"Enter {day(decided)} or a later day")
        elif published and published > today:
            self.add_error("published_on", "Leave this blank until the decision is published")
        if not decided:
            return
        if notice and notice >= decided:
            self.add_error("decided_on", f"Enter a day after the notice, {day(notice)}")
        elif given.get("is_key"):
            self._look_at_the_notice(given)

    def _look_at_the_notice(self, given: dict[str, Any]) -> None:
        rule, notice = EARLIEST.get(given.get("urgency")), given.get("notice_on")
        if rule is None:
            return
        if notice is None:
            self.add_error("notice_on", "Enter the day: a key decision needs its notice")
            return
        found = work_out(rule, notice)
        if given["decided_on"] < found.due_on:
            limit = f"{found.number.value} {found.number.unit} after the notice"
            self.add_error("decided_on", f"Enter {day(found.due_on)} or a later day: {limit}")


class DelegationFacts(GovukModelForm):
    """What a decision leaves to an officer."""

    button = "Save delegation"

    until = DayField(asked="the last day", label="Until (optional)", required=False)

    class Meta:
        model = Delegation
        fields = ("to", "in_consultation_with", "scope", "limit", "until")
        field_classes = {"limit": NumberField}
        widgets = {"scope": _lines()}
        labels = {
            "to": "Delegated to (job title)",
            "in_consultation_with": "In consultation with (optional)",
            "scope": "Scope",
            "limit": "Limit in pounds (optional)",
        }
        error_messages = {
            "to": {"required": "Enter the job title"},
            "scope": {"required": "Enter the scope"},
            "limit": POUNDS,
        }


class LimitFacts(GovukModelForm):
    """A row of the scheme of delegation, for another manager to agree to."""

    button = "Propose limit"

    valid_from = DayField(asked="the first day", label="Valid from")
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Reason",
        help_text="For example, the council decision that changed the scheme.",
        error_messages={"required": "Enter a reason"},
    )

    class Meta:
        model = ApprovalLimit
        fields = ("matter", "office", "up_to", "percent_up_to", "valid_from")
        field_classes = {"up_to": NumberField, "percent_up_to": NumberField}
        labels = {
            "matter": "Approves",
            "office": "Job title",
            "up_to": "Greatest value in pounds a year (leave blank if there is no limit)",
            "percent_up_to": "Greatest increase of fees in per cent (leave blank if there is no "
            "limit)",
        }
        help_texts = {
            "office": "For increases of fees, “Commissioning manager” is who approves mandates "
            "here.",
            "up_to": "Enter 0 if this job title no longer approves this.",
        }
        error_messages = {
            "office": {"required": "Enter the job title"},
            "up_to": POUNDS,
            "percent_up_to": PERCENT,
        }

    def clean_valid_from(self) -> datetime.date:
        if self.cleaned_data["valid_from"] < timezone.localdate():
            raise forms.ValidationError("Enter today or a day to come")
        return self.cleaned_data["valid_from"]

    def clean_office(self) -> str:
        """As the scheme has it already, whatever its capitals: limits of one job title are one."""
        office = self.cleaned_data["office"]
        known = ApprovalLimit.objects.filter(office__iexact=office).order_by("-pk")
        return known.values_list("office", flat=True).first() or office

    def clean_up_to(self) -> Decimal | None:
        pounds = self.cleaned_data["up_to"]
        if pounds is not None and pounds > MOST_A_YEAR:
            raise forms.ValidationError(
                f"Enter pounds up to £{MOST_A_YEAR:,}, or leave it blank if there is no limit"
            )
        return pounds

    def clean_percent_up_to(self) -> Decimal | None:
        percent = self.cleaned_data["percent_up_to"]
        if percent and not LEAST_PERCENT <= percent <= MOST_PERCENT:
            raise forms.ValidationError(
                f"Enter a percentage from {LEAST_PERCENT} to {MOST_PERCENT}, or 0 for none"
            )
        return percent


class Assess(GovukForm):
    """How far an impact assessment is."""

    button = "Save assessment"

    state = forms.ChoiceField(
        label="State",
        choices=AssessmentState.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select how far the assessment is"},
    )
    owner = forms.CharField(
        label="Owner",
        help_text="A job title.",
        max_length=200,
        error_messages={"required": "Enter the job title of the owner"},
    )
    review_on = DayField(
        asked="the day of the next review", label="Next review (unless not needed)", required=False
    )
    note = forms.CharField(
        label="Note (required if not needed: why)",
        max_length=2000,
        required=False,
        widget=_lines(),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = UploadField(
            kinds=[PDF, DOCX],
            largest=ASSESSMENT_MB * MEGABYTE,
            label="Assessment (optional)",
            help_text=f"A PDF or Word file (DOCX) of at most {ASSESSMENT_MB} MB.",
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        is_needed = given.get("state") in (AssessmentState.BEGUN, AssessmentState.COMPLETED)
        if is_needed and not given.get("review_on") and "review_on" not in self.errors:
            self.add_error("review_on", "Enter the day of the next review")
        if given.get("state") == AssessmentState.NOT_NEEDED and not given.get("note"):
            self.add_error("note", "Enter why no assessment is needed")
        return given
