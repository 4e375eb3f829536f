"""Forms of authorities, districts and reorganisations."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import AsRead, GovukForm
from placements.reorganising import permissions
from placements.reorganising.models import Reorganisation
from providers.models import District, LocalAuthority

_APART = re.compile(r"[\s,;]+")
_OUTWARD = re.compile(r"^[A-Z]{1,2}\d[A-Z\d]?$")


def _reason(asked: str) -> forms.CharField:
    return forms.CharField(
        label="Reason",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": asked},
    )


def _asks(words: str) -> dict[str, str]:
    return {"required": words, "invalid_choice": words}


class AuthorityAdd(GovukForm):
    """A council that is to be, or one next door."""

    button = "Save authority"

    name = forms.CharField(
        label="Name", max_length=100, error_messages={"required": "Enter the name"}
    )
    code = forms.CharField(
        label="Code (optional)",
        help_text="Three digits, from the register of schools. Leave it empty for a new "
        "council that has none yet.",
        max_length=3,
        required=False,
    )
    first_on = DayField(
        asked="the first day", label="First day (if the council is new)", required=False
    )

    def __init__(self, *args: Any, authority: LocalAuthority | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = LocalAuthority.objects.exclude(pk=authority.pk if authority else None)

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        if self.others.filter(name__iexact=name).exists():
            raise forms.ValidationError("Another authority has this name")
        return name

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        if not code:
            return ""
        if not (code.isascii() and code.isdigit() and len(code) == 3):
            raise forms.ValidationError("Enter a code of three figures, such as 887")
        if self.others.filter(code=code).exists():
            raise forms.ValidationError("Another authority has this code")
        return code


class DistrictAdd(GovukForm):
    """A district with the first halves of its postcodes."""

    button = "Save district"

    name = forms.CharField(
        label="Name", max_length=100, error_messages={"required": "Enter the name"}
    )
    authority = forms.ModelChoiceField(
        LocalAuthority.objects.order_by("name"),
        label="Authority",
        error_messages=_asks("Select the authority"),
    )
    outward_codes = forms.CharField(
        label="First halves of its postcodes",
        help_text="Such as CT19, CT20. Enter a code that lies in two districts in both.",
        max_length=1000,
        error_messages={"required": "Enter the first halves of its postcodes"},
    )

    def __init__(self, *args: Any, district: District | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = District.objects.exclude(pk=district.pk if district else None)

    def clean_name(self) -> str:
        if self.others.filter(name__iexact=self.cleaned_data["name"]).exists():
            raise forms.ValidationError("Another district has this name")
        return self.cleaned_data["name"]

    def clean_outward_codes(self) -> list[str]:
        codes = [code for code in _APART.split(self.cleaned_data["outward_codes"].upper()) if code]
        if not codes:
            raise forms.ValidationError("Enter the first halves of its postcodes")
        if wrong := [code for code in codes if not _OUTWARD.match(code)]:
            raise forms.ValidationError(f"{wrong[0]} is not the first half of a postcode")
        return codes


class DistrictRemove(GovukForm):
    """Take a district away."""

    button = "Remove district"


class ReorganisationAdd(GovukForm):
    """Which authority gives way, and when."""

    button = "Start plan"

    old = forms.TypedChoiceField(
        label="Authority that is reorganised",
        error_messages=_asks("Select the authority that is reorganised"),
    )
    lead = forms.TypedChoiceField(
        label="Authority that takes the procurement arrangements",
        help_text="They serve all districts, so one authority leads.",
        error_messages=_asks("Select the authority that takes the procurement arrangements"),
    )
    starts_on = DayField(asked="the first day of the new authorities", label="Vesting day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {str(each.pk): each for each in LocalAuthority.objects.order_by("name")}
        for name in ("old", "lead"):
            self.fields[name].choices = [("", "Select an authority")]
            self.fields[name].choices += [(key, each.name) for key, each in known.items()]
            self.fields[name].coerce = known.get

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors:
            old, starts_on = given["old"], given["starts_on"]
            why_nots = {
                "starts_on": permissions.why_not_vest_on(old, starts_on),
                "lead": permissions.why_not_succeed(old, given["lead"], starts_on),
            }
            for name, why_not in why_nots.items():
                if why_not:
                    self.add_error(name, why_not)
        return given


class ReorganisationMap(AsRead):
    """One question for each district."""

    button = "Save plan"

    def __init__(self, *args: Any, plan: Reorganisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.districts = list(plan.old.districts.order_by("name"))
        chosen = dict(plan.districts.values_list("district", "successor"))
        self.successors = {
            str(each.pk): each
            for each in LocalAuthority.objects.exclude(pk=plan.old_id).order_by("name")
        }
        choices = [("", "Not known yet")]
        choices += [(key, each.name) for key, each in self.successors.items()]
        for each in self.districts:
            self.fields[f"district_{each.pk}"] = forms.ChoiceField(
                label=each.name,
                choices=choices,
                required=False,
                initial=str(chosen.get(each.pk) or ""),
                error_messages={"invalid_choice": f"Select the authority of {each}"},
            )

    def mapped(self) -> dict[int, LocalAuthority | None]:
        """By the key of each district, its authority."""
        return {
            each.pk: self.successors.get(self.cleaned_data[f"district_{each.pk}"])
            for each in self.districts
        }


class HomeDistrictSay(GovukForm):
    """Where a child lives."""

    button = "Save home district"

    district = forms.ModelChoiceField(
        District.objects.order_by("name"),
        label="Home district",
        error_messages={
            "required": "Select the home district",
            "invalid_choice": "Select the home district",
        },
    )


class ReorganisationPropose(AsRead):
    """Have another officer agree."""

    button = "Propose plan"
    reason = _reason("Enter under which order the authority is reorganised")


class ReorganisationWithdraw(GovukForm):
    """Give the plan up."""

    button = "Withdraw plan"
    reason = _reason("Enter why the plan is withdrawn")
