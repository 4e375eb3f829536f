"""Forms of consultations: packs, sending, handing on, closing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Field, Layout
from django import forms
from django.conf import settings

from nmiss.base.accounts.forms import email_field
from nmiss.base.accounts.models import User
from nmiss.base.core.forms import AsRead, GovukForm
from nmiss.base.files.door import MEGABYTE, UploadField
from nmiss.base.files.kinds import DOCX, JPEG, PDF, PNG, XLSX
from placements import permissions
from placements.models import (
    ConsultationPack,
    Directed,
    EndOfConsultation,
    OffDpsReason,
    PaperKind,
)
from providers.models import School

MOST_MEGABYTES = 50
LONGEST = 4000
EVERYONE = ""


def document_field(**options: Any) -> UploadField:
    """A document about a child, up to 50 MB."""
    largest = min(MOST_MEGABYTES, settings.MAX_UPLOAD_MB)
    words = f"PDF, Word, Excel, PNG or JPEG, of at most {largest} MB."
    hint = f"{words} {options.pop('hint', '')}".strip()
    kinds = (PDF, DOCX, XLSX, PNG, JPEG)
    return UploadField(kinds=kinds, largest=largest * MEGABYTE, help_text=hint, **options)


class PackMake(GovukForm):
    """The words of a pack."""

    button = "Make pack"

    words = forms.CharField(
        label="Facts that a school needs about the child",
        help_text="Leave out names, addresses and dates of birth. Schools see the reference, the "
        "initials, the school year and the needs beside this.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Enter what a school needs to know about the child"},
    )


class PackAdd(GovukForm):
    """A document of a pack, and that somebody has redacted it."""

    button = "Add document"

    kind = forms.ChoiceField(
        label="Document",
        choices=[("", "Choose"), *PaperKind.choices],
        error_messages={"required": "Choose what the document is"},
    )
    file = document_field(label="File", hint="We do not keep its file name.")
    is_redacted = forms.BooleanField(
        label="I have checked that it does not say who the child is",
        help_text="No name, address, date of birth or number of the child or the family.",
        error_messages={"required": "Check the document, then tick this box"},
    )


@dataclass(frozen=True)
class ToAsk:
    """A school that may be asked, and how it stood in the shortlist, in words."""

    school: School
    words: str


@dataclass(frozen=True)
class BoxOfSchool(ToAsk):
    """Its box on the page, and beneath it the box for an address, where nobody can sign in."""

    is_ticked: bool
    address: forms.BoundField | None

    @property
    def urn(self) -> int:
        return self.school.urn


class Consult(AsRead):
    """Which schools of a shortlist are asked, and by which pack.

    Beneath a school at which nobody can sign in stands the box for an address: it gets a link.
    """

    button = "Send to schools"

    schools = forms.TypedMultipleChoiceField(
        label="Schools",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select at least one school"},
    )
    pack = forms.TypedChoiceField(
        label="Pack",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Select the pack to send"},
    )

    def __init__(
        self,
        *args: Any,
        schools: Sequence[ToAsk],
        packs: Iterable[ConsultationPack],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._asked = schools
        self._schools = {each.school.urn: each.school for each in schools}
        self._packs = {pack.pk: pack for pack in packs}
        self._without_people = [
            each for each in self._schools.values() if not permissions.can_be_asked(each)
        ]
        ticked = self._ticked_without_people()
        for school in self._without_people:
            self.fields[_email_of(school)] = _address_of(school, is_needed=school in ticked)
        self.fields["schools"].choices = [(urn, str(each)) for urn, each in self._schools.items()]
        self.fields["pack"].choices = [
            (number, f"Pack {number}: {_documents(pack)}") for number, pack in self._packs.items()
        ]

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        schools = Field("schools", template="placements/_schools_to_ask.html")
        helper.layout = Layout("seen", schools, "pack", self.submit())
        return helper

    @property
    def boxes(self) -> list[BoxOfSchool]:
        """The schools as the page has them, each with the box for an address where it needs one."""
        ticked = {str(urn) for urn in self["schools"].value() or ()}
        addresses = {each.urn: self[_email_of(each)] for each in self._without_people}
        return [
            BoxOfSchool(each.school, each.words, urn in ticked, addresses.get(each.school.urn))
            for each, urn in ((each, str(each.school.urn)) for each in self._asked)
        ]

    def _ticked_without_people(self) -> list[School]:
        """The ticked schools at which nobody can sign in: each is asked by a link."""
        ticked = self.data.getlist("schools") if self.is_bound else ()
        return [each for each in self._without_people if str(each.urn) in ticked]

    @property
    def emails(self) -> dict[int, str]:
        """The addresses that get a link, by URN."""
        return {
            each.urn: self.cleaned_data[_email_of(each)] for each in self._ticked_without_people()
        }

    @property
    def chosen_schools(self) -> list[School]:
        return [self._schools[urn] for urn in self.cleaned_data["schools"]]

    @property
    def chosen_pack(self) -> ConsultationPack:
        return self._packs[self.cleaned_data["pack"]]


def _address_of(school: School, *, is_needed: bool) -> forms.CharField:
    """The box for an address; whatever stands in that of a school that is not ticked is left."""
    kind = forms.EmailField if is_needed else forms.CharField
    return kind(
        label=f"Email address of {school}",
        help_text="No one there can sign in. We send a link that opens this consultation once.",
        max_length=254,
        required=is_needed,
        widget=forms.EmailInput,
        error_messages={
            "required": f"Enter an email address of {school}: no one there can sign in",
            "invalid": "Enter an email address, such as office@school.example",
        },
    )


@dataclass(frozen=True)
class ToConsult:
    """A child of whose case schools may be asked at once: its open case and the schools."""

    case: int
    reference: str
    schools: Sequence[tuple[int, str]]


class ConsultForSeveral(AsRead):
    """Which schools are asked for which of several children."""

    button = "Send to schools"

    def __init__(self, *args: Any, children: Sequence[ToConsult], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._names = {f"case_{each.case}": each.case for each in children}
        for each in children:
            self.fields[f"case_{each.case}"] = forms.TypedMultipleChoiceField(
                label=each.reference,
                coerce=int,
                choices=each.schools,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                error_messages={
                    "invalid_choice": f"{each.reference}: the best matches have changed. Select "
                    "from this list"
                },
            )

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.asked:
            raise forms.ValidationError("Select at least one school for one child")
        return self.cleaned_data

    @property
    def asked(self) -> dict[int, list[int]]:
        """The URNs that were ticked, by the number of the case."""
        given = {case: self.cleaned_data.get(name) for name, case in self._names.items()}
        return {case: urns for case, urns in given.items() if urns}


def _email_of(school: School) -> str:
    return f"email_{school.urn}"


class SendLink(GovukForm):
    """Where another link goes."""

    button = "Send link"

    email = email_field()


def _documents(pack: ConsultationPack) -> str:
    kinds = [each.get_kind_display() for each in pack.documents.all()]
    return ", ".join(kinds) or "no documents yet"


class VoidChoice(GovukForm):
    """Why a choice was a mistake."""

    button = "Void choice"

    reason = forms.CharField(
        label="Reason",
        help_text="It is kept encrypted. Schools do not read it.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter why you void the choice"},
    )


class HandOn(GovukForm):
    """Which colleague at the school works on a consultation."""

    button = "Hand on"

    to = forms.ChoiceField(label="Who will work on it?", widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, people: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(each.pk): each for each in people}
        named = [(number, person.name) for number, person in self._people.items()]
        self.fields["to"].choices = [*named, (EVERYONE, "Everyone who writes for the school")]

    @property
    def person(self) -> User | None:
        return self._people.get(self.cleaned_data["to"])


class CloseConsultation(AsRead):
    """Why a school is asked no longer."""

    button = "Close consultation"

    reason = forms.ChoiceField(
        label="Why do you close it?",
        choices=[
            (each.value, each.label)
            for each in (EndOfConsultation.WITHDRAWN, EndOfConsultation.NOT_NEEDED)
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Select why you close the consultation"},
    )


class ChooseSchool(AsRead):
    """Why this school is chosen. What is asked depends on what the school has said."""

    button = "Choose this school"

    directed = forms.ChoiceField(
        label="Did someone else decide this?",
        choices=[("", "No, the council chooses this school"), *Directed.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    off_dps_reason = forms.ChoiceField(
        label="Why do you choose a school that is not on the DPS?",
        choices=[("", "Choose"), *OffDpsReason.choices],
        help_text="A commissioning manager must agree, unless the choice is directed.",
        required=False,
    )
    reason = forms.CharField(
        label="Reason",
        help_text="A manager will read this. Do not identify the child.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
    )

    def __init__(self, *args: Any, is_on_dps: bool, is_offered: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_offered, self.is_on_dps = is_offered, is_on_dps
        if is_on_dps:
            del self.fields["off_dps_reason"]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        needs_reason = given.get("directed") or not (self.is_offered and self.is_on_dps)
        if needs_reason and not given.get("reason"):
            self.add_error("reason", "Enter why you choose this school")
        needs_code = not self.is_on_dps and not given.get("directed")
        if needs_code and not given.get("off_dps_reason") and "off_dps_reason" not in self.errors:
            self.add_error(
                "off_dps_reason", "Select why you choose a school that is not on the DPS"
            )
        return given
