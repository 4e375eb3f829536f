"""The forms by which other prices are asked for and negotiated."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import HTML, Button, Field, Fieldset, Layout, Size
from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.documents import day
from nmiss.base.core.forms import AsRead, GovukForm
from nmiss.base.core.number_fields import NumberField, WholeNumberField
from nmiss.base.core.templatetags.components import money
from placements.consultation_forms import document_field
from placements.fees.asking import BACKGROUND
from placements.fees.costs import COSTS
from placements.fees.models import FeeLine, FeeScope, FeeWindow, Vat
from placements.fees.models.window import DATES, NUMBERS
from placements.fees.sums import amount_at
from providers.models import Provider, School

MOST_POUNDS = Decimal("99999999.99")
LEAST_PERCENT, MOST_PERCENT = Decimal("0.5"), Decimal(50)
WORK_OUT = "work_out"
BY_PERCENT, AS_ASKED = "percent", "as_asked"


def _problems(words: str, *more: str) -> dict[str, str]:
    names = ("invalid", "min_value", "max_value", "max_digits", "max_whole_digits", *more)
    return dict.fromkeys((*names, "max_decimal_places"), words)


class PercentField(NumberField):
    """A rise in per cent. A fraction, or pounds, typed where per cent is meant is asked about."""

    def __init__(self, *, asked: str, least: Decimal = Decimal(0), **options: Any) -> None:
        self.asked = asked
        words = f"Enter {asked} as a percentage with up to 2 decimals, such as 4 or 3.5"
        messages = _problems(words) | {"required": f"Enter {asked}"}
        super().__init__(max_digits=9, decimal_places=2, error_messages=messages, **options)
        self.least = least

    def clean(self, value: Any) -> Decimal | None:
        if isinstance(value, str):
            value = value.strip().removesuffix("%").strip()
        percent = super().clean(value)
        if percent is None:
            return None
        if 0 < percent < LEAST_PERCENT:
            whole = (percent * 100).normalize()
            raise forms.ValidationError(
                f"{percent.normalize():f} means {percent.normalize():f}%. For {whole:f}%, "
                f"enter {whole:f}. A rise is at least {LEAST_PERCENT}%"
            )
        if percent < self.least or percent > MOST_PERCENT:
            raise forms.ValidationError(
                f"Enter {self.asked} as a percentage from {self.least} to {MOST_PERCENT}, such as "
                "4. Enter pounds in the boxes for amounts"
            )
        return percent


def _pounds(label: str, row: str, **options: Any) -> NumberField:
    return NumberField(
        label=label,
        min_value=0,
        max_value=MOST_POUNDS,
        max_digits=10,
        decimal_places=2,
        error_messages=_problems(f"{row}: enter pounds from 0 to 99,999,999.99, such as 61184.50"),
        **options,
    )


class FeeStart(GovukForm):
    """For which school, and for which placements."""

    button = "Start request"

    school = forms.ChoiceField(
        label="School",
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), "Select a school, or all schools"
        ),
    )
    scope = forms.ChoiceField(
        label="Placements",
        choices=FeeScope.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select the placements", "invalid_choice": "Select one"},
    )

    def __init__(
        self,
        *args: Any,
        providers: Sequence[Provider],
        schools: Iterable[School],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.providers = {f"all-{each.pk}": each for each in providers}
        self.schools = {str(school.urn): school for school in schools}
        self.fields["school"].choices = [
            *((key, f"All schools of {each}") for key, each in self.providers.items()),
            *((urn, school.name) for urn, school in self.schools.items()),
        ]

    @property
    def chosen(self) -> tuple[Provider, School | None]:
        """Whose request it is, and for which school; none for all."""
        school = self.schools.get(self.cleaned_data["school"])
        return school.provider if school else self.providers[self.cleaned_data["school"]], school


class Section(GovukForm):
    """A part of a request, with the number of the version that this person has read."""

    button = "Save and continue"

    def __init__(self, *args: Any, revision: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["revision"] = WholeNumberField(
            widget=forms.HiddenInput, initial=revision, required=False
        )

    @property
    def revision(self) -> int:
        return self.cleaned_data.get("revision") or 0

    def read_again(self, revision: int) -> None:
        """Show the form again, so that it replaces what somebody else saved meanwhile."""
        self.data = self.data.copy()
        self.data[self.add_prefix("revision")] = str(revision)


class FeePrices(Section):
    """What is asked for each price: an amount, or the same percentage for all."""

    def __init__(
        self, *args: Any, lines: Iterable[FeeLine], percent: Decimal | None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.lines = list(lines)
        label = "Increase of every price" if self.lines else "Increase of the price lists"
        self.fields["percent"] = PercentField(
            label=f"{label}, in per cent{' (optional)' if self.lines else ''}",
            asked="the increase",
            required=False,
            initial=percent,
            help_text="Such as 4. It fills every empty box below. Where a price is £0 now, enter "
            "the amount."
            if self.lines
            else "Such as 4.",
        )
        if self.lines:
            self.fields["reason"] = forms.CharField(
                label="Reason for every price (optional)", required=False, max_length=500
            )
        for line in self.lines:
            row = f"{line.placement}, {line.get_kind_display()}"
            self.fields[f"asked_{line.pk}"] = _pounds(
                f"Price asked for one {line.get_unit_display().lower()}, in pounds",
                row,
                required=False,
                initial=line.asked_amount,
            )
            self.fields[f"vat_{line.pk}"] = forms.ChoiceField(
                label="VAT on top", choices=Vat.choices, required=False, initial=line.vat
            )
            self.fields[f"reason_{line.pk}"] = forms.CharField(
                label="Reason", required=False, max_length=500, initial=line.reason
            )

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        groups = [
            Fieldset(
                HTML(f'<p class="govuk-body nmiss-wide">{self._now(line)}</p>'),
                Field(f"asked_{line.pk}"),
                Field(f"vat_{line.pk}"),
                Field(f"reason_{line.pk}"),
                legend=f"{line.placement}: {line.get_kind_display()}",
                legend_size=Size.SMALL,
                css_class="nmiss-boxes",
            )
            for line in self.lines
        ]
        every = [Field("reason")] if self.lines else []
        helper.layout = Layout(
            "revision",
            "percent",
            *every,
            *groups,
            Button.secondary(WORK_OUT, "Work it out"),
            self.submit(),
        )
        return helper

    @staticmethod
    def _now(line: FeeLine) -> str:
        """Figures alone: nothing in it was typed by anybody."""
        return f"Now {money(line.current_amount)}: {money(line.current_a_year)} a year."

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        percent, reason = given.get("percent"), given.get("reason", "")
        self.asked: dict[int, dict[str, Any]] = {}
        for line in self.lines:
            key = f"asked_{line.pk}"
            amount = given.get(key)
            if amount is None and percent is not None and key not in self.errors:
                amount = amount_at(line, percent) if line.current_amount else None
            if amount is not None:
                self._check(key, line, amount)
            self.asked[line.pk] = {
                "asked_amount": amount,
                "reason": given.get(f"reason_{line.pk}") or (reason if amount is not None else ""),
                "vat": given.get(f"vat_{line.pk}"),
            }
        return given

    def _check(self, key: str, line: FeeLine, amount: Decimal) -> None:
        now = line.current_amount
        row = f"{line.placement}, {line.get_kind_display()}"
        if not now or key in self.errors:
            return
        if amount < now / 2:
            self.add_error(
                key,
                f"{row}: {money(amount)} is less than half of {money(now)}. Enter the new price in "
                "pounds; enter a percentage in the box above",
            )
        elif amount > now * 2:
            self.add_error(
                key, f"{row}: {money(amount)} is more than twice {money(now)}. Check the amount"
            )

    def worked_out(self) -> list[FeeLine]:
        """The lines as they are filled in, kept nowhere."""
        for line in self.lines:
            line.asked_amount = self.asked[line.pk]["asked_amount"]
        return self.lines


class FeeCosts(Section):
    """The costs of the school in a year, before and proposed."""

    def __init__(self, *args: Any, saved: Mapping[str, Any], **options: Any) -> None:
        super().__init__(*args, **options)
        for key, label in COSTS.items():
            pair = saved.get(key) or ["", ""]
            for part, words, value in zip(
                ("before", "proposed"), ("last year", "proposed"), pair, strict=True
            ):
                self.fields[f"{key}_{part}"] = _pounds(
                    f"{label}, {words}", label, required=False, initial=value
                )

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        groups = [
            Fieldset(
                Field(f"{key}_before"),
                Field(f"{key}_proposed"),
                legend=label,
                legend_size=Size.SMALL,
                css_class="nmiss-boxes",
            )
            for key, label in COSTS.items()
        ]
        helper.layout = Layout("revision", *groups, self.submit())
        return helper

    def answers(self) -> dict[str, list[str]]:
        given = self.cleaned_data
        return {
            key: [
                "" if given.get(f"{key}_{part}") is None else str(given[f"{key}_{part}"])
                for part in ("before", "proposed")
            ]
            for key in COSTS
        }


HINTS = {
    "accounts": "The year of the latest filed accounts, and where we can read them.",
    "reserves": "Free reserves in months of spending.",
    "occupancy": "Places filled and places in all, this year and last.",
    "others": "Increases that other authorities have agreed or refused for this year (optional).",
    "evidence": "The evidence for the prices that you ask for.",
}


class FeeBackground(Section):
    """Accounts, reserves, occupancy, other authorities and evidence."""

    def __init__(self, *args: Any, saved: Mapping[str, Any], **options: Any) -> None:
        super().__init__(*args, **options)
        for key, label in BACKGROUND.items():
            self.fields[key] = forms.CharField(
                label=label,
                help_text=HINTS[key],
                required=False,
                max_length=5000,
                initial=saved.get(key, ""),
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    def answers(self) -> dict[str, str]:
        return {key: self.cleaned_data.get(key, "") for key in BACKGROUND}


class FeeCertify(AsRead):
    """The declaration of an owner."""

    button = "Certify and submit"

    declared = forms.BooleanField(
        label="I certify that these figures are complete and correct, and that I may ask for "
        "these prices for the provider.",
        error_messages={"required": "Confirm that the figures are complete and correct"},
    )


class FeeCertifyOffline(AsRead):
    """What an officer says of a request that came by post or email."""

    button = "Submit request"

    received_on = DayField(label="Received on", asked="the day on which we received it")
    signed_by = forms.CharField(
        label="Signed by",
        help_text="The owner of the provider who signed the request.",
        max_length=200,
        error_messages={"required": "Enter who signed the request"},
    )
    declared = forms.BooleanField(
        label="I compared these figures with the signed request, which is among the documents.",
        error_messages={"required": "Confirm that you compared the figures"},
    )

    def __init__(self, *args: Any, opens_on: datetime.date, today: datetime.date, **options: Any):
        super().__init__(*args, **options)
        self.opens_on, self.today = opens_on, today

    def clean_received_on(self) -> datetime.date:
        received = self.cleaned_data["received_on"]
        if not self.opens_on <= received <= self.today:
            first = day(self.opens_on)
            words = f"Enter a day from {first}, when the window opened, to today"
            raise forms.ValidationError(words)
        return received


class FeeStartOffline(GovukForm):
    """A request that came by post or email: for one school, or for all of its provider."""

    button = "Start request"

    schools = forms.ChoiceField(
        label="Schools",
        choices=[("one", "This school"), ("all", "All schools of its provider")],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Select the schools"),
    )
    scope = forms.ChoiceField(
        label="Placements",
        choices=FeeScope.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Select the placements"),
    )


class FeeDocumentAdd(GovukForm):
    """A document with a request: accounts, a signed form, the evidence for a price."""

    button = "Add document"

    title = forms.CharField(
        label="Document",
        help_text="For example, accounts for 2025 to 2026. Leave out the names of children.",
        max_length=100,
        error_messages={"required": "Enter what the document is"},
    )
    file = document_field(label="File")


class FeeWords(GovukForm):
    """Words to somebody: a message, a note, a question, a reason."""

    text = forms.CharField(
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter the text"},
    )

    def __init__(self, *args: Any, label: str, button: str, asked: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.button = button
        self.fields["text"].label = label
        self.fields["text"].error_messages["required"] = f"Enter {asked}"


class FeeConfirm(GovukForm):
    """A yes, by a button that says to what."""

    def __init__(self, *args: Any, button: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.button = button


class FeeRefusal(AsRead):
    """Why a request is refused."""

    button = "Refuse request"

    reason = forms.CharField(
        label="Reason",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter the reason"},
    )


class FeeRecommend(AsRead):
    """How far the council may go."""

    button = "Send for approval"

    percent = PercentField(label="Highest increase, in per cent", asked="the highest increase")
    decision = forms.CharField(
        label="Executive decision (optional)",
        required=False,
        max_length=100,
        help_text="Its reference, where the increase is above what a manager may approve.",
    )
    reason = forms.CharField(
        label="Reason",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter why this is the right ceiling"},
    )


class FeeOfferForm(AsRead):
    """An offer or a counter-offer: one percentage, or as requested, and prices apart from it."""

    basis = forms.ChoiceField(
        label="Increase",
        choices=[(BY_PERCENT, "The same percentage for every price"), (AS_ASKED, "As requested")],
        widget=forms.RadioSelect,
        required=False,
        initial=BY_PERCENT,
        error_messages={"invalid_choice": "Select the increase"},
    )
    percent = PercentField(
        label="Increase of every price, in per cent",
        asked="the increase",
        required=False,
        help_text="Leave empty if you offer what was requested.",
    )
    expires_on = DayField(label="Last day to accept", asked="the last day to accept")
    text = forms.CharField(
        label="Explanation (optional)",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self,
        *args: Any,
        today: datetime.date,
        lines: Iterable[FeeLine] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.today, self.lines = today, list(lines)
        for line in self.lines:
            row = f"{line.placement}, {line.get_kind_display().lower()}"
            self.fields[f"percent_{line.pk}"] = PercentField(
                label=f"{row}: now {money(line.current_a_year)} a year, "
                f"{money(line.asked_a_year)} requested",
                asked=f"the increase of {row}",
                required=False,
            )

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        apart = [
            Fieldset(
                HTML(
                    '<p class="govuk-hint">Enter a percentage only where a price differs from the '
                    "others. For no increase, enter 0.</p>"
                ),
                *(Field(f"percent_{line.pk}") for line in self.lines),
                legend="Prices with another increase (optional)",
                legend_size=Size.MEDIUM,
            )
        ]
        apart = apart if self.lines else []
        helper.layout = Layout(
            "seen", "basis", "percent", "expires_on", "text", *apart, self.submit()
        )
        return helper

    def clean(self) -> dict[str, Any]:
        """The offer as its verb takes it: no percentage for what was requested."""
        given = super().clean()
        basis, percent = given.pop("basis", "") or BY_PERCENT, given.get("percent")
        if basis == BY_PERCENT and percent is None and "percent" not in self.errors:
            self.add_error("percent", "Enter the increase, or select “As requested”")
        if basis == AS_ASKED and percent is not None:
            self.add_error("percent", "Leave this empty, or select the same percentage for all")
        own = {line.pk: given.pop(f"percent_{line.pk}", None) for line in self.lines}
        given["apart"] = {pk: each for pk, each in own.items() if each not in (None, percent)}
        return given

    def clean_expires_on(self) -> datetime.date:
        last = self.cleaned_data["expires_on"]
        if last < self.today:
            raise forms.ValidationError("Enter today or a later day")
        return last


WINDOW_LABELS = {
    "opens_on": "Opens on",
    "requests_by": "Requests by",
    "recommend_by": "Recommendations by",
    "negotiate_until": "Negotiations until",
    "approve_by": "Approvals by",
    "effective_on": "New prices from",
    "late_months": "Months of notice for a late request",
    "information_days": "Working days to give information",
    "answer_days": "Working days to answer a request",
    "appeal_days": "Days to appeal",
    "recent_months": "Months for which a new price is not raised",
    "standard_percent": "Standard offer up to, in per cent",
    "standard_pounds": "Standard offer for prices under, in pounds a year",
    "pay_rate": "Rise of pay, in per cent (optional)",
    "price_rate": "Rise of prices, in per cent (optional)",
    "affordable_percent": "Increase that the council can afford, in per cent (optional)",
    "limit_percent": "A manager approves up to, in per cent",
    "limit_pounds": "A manager approves up to, in pounds a year",
}
_OPTIONAL = ("pay_rate", "price_rate", "affordable_percent")


class FeeWindowChange(GovukForm):
    """Dates, routes and limits of a window."""

    button = "Save window"

    def __init__(self, *args: Any, window: FeeWindow, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in DATES:
            label = WINDOW_LABELS[name]
            self.fields[name] = DayField(label=label, asked=f"the day: {label.lower()}")
        for name in NUMBERS:
            self.fields[name] = self._number(name)
        for name in (*DATES, *NUMBERS):
            self.initial[name] = getattr(window, name)

    @staticmethod
    def _number(name: str) -> forms.Field:
        label = WINDOW_LABELS[name]
        if name.endswith(("days", "months")):
            words = f"{label}: enter a whole number from 0 to 60"
            messages = dict.fromkeys(("required", "invalid", "min_value", "max_value"), words)
            return WholeNumberField(label=label, min_value=0, max_value=60, error_messages=messages)
        most = MOST_POUNDS if name.endswith("pounds") else MOST_PERCENT
        words = f"{label}: enter a number from 0 to {most:,}"
        return NumberField(
            label=label,
            min_value=0,
            max_value=most,
            decimal_places=2,
            required=name not in _OPTIONAL,
            error_messages=_problems(words, "required"),
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        for earlier, later in itertools.pairwise(DATES):
            if given.get(earlier) and given.get(later) and given[later] < given[earlier]:
                words = f"Enter a day that is not before “{WINDOW_LABELS[earlier]}”"
                self.add_error(later, words)
        return given
