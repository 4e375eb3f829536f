"""Forms of returns: a section, what officers ask and decide, several schools at once."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings

from kpis.filling import Filling, Part, differs, label_of, plain
from kpis.models import Figure, KpiReturn
from kpis.saving import Told
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import AsRead, GovukForm
from nmiss.base.core.number_fields import NumberField, NumberInput, WholeNumberField
from nmiss.base.files.door import MEGABYTE, UploadField
from nmiss.base.files.kinds import DOCX, JPEG, PDF, PNG, XLSX

DOCUMENTS = (PDF, DOCX, XLSX, PNG, JPEG)
MOST = 10_000_000  # of anything that a school counts in a period
LARGEST = 20  # megabytes of evidence
NARROW = {"class": "govuk-input--width-10"}
LONGEST = 4000


class AnswerNumber(NumberField):
    """A figure of a return; a decimal comma is answered with how to write it."""

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, str) and value.count(",") == 1:
            whole, part = (each.strip() for each in value.split(","))
            if whole.isdecimal() and part.isdecimal() and len(part) != 3:
                words = f"{self.label}: write decimals with a full stop: {whole}.{part}"
                raise forms.ValidationError(words)
        return super().to_python(value)


def answer_number(name: str, hint: str) -> AnswerNumber:
    """The box of an input."""
    label = label_of(name)
    figures = f"{label}: enter a number in figures, such as 12 or 12.5"
    return AnswerNumber(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=MOST,
        max_digits=16,
        decimal_places=8,
        widget=NumberInput("decimal", NARROW),
        error_messages=dict.fromkeys(("invalid", "max_digits", "max_whole_digits"), figures)
        | {
            "min_value": f"{label}: enter 0 or more",
            "max_value": f"{label}: enter a number up to {MOST:,}",
            "max_decimal_places": f"{label}: enter at most 8 decimals",
        },
    )


def text_box(
    label: str, hint: str = "", *, required: bool = False, rows: int = 3
) -> forms.CharField:
    """A box for a few sentences."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": rows}),
    )


class FillInSection(GovukForm):
    """A section: none of its boxes is required, so that half of it can be saved."""

    button = "Save and continue"

    def __init__(
        self, data: Any = None, files: Any = None, *, filling: Filling, part: Part
    ) -> None:
        super().__init__(data, files, initial=_initial(filling, part))
        self.filling, self.part = filling, part
        for name in part.inputs:
            figure = filling.known.figures.get(name)
            self.fields[f"value_{name}"] = answer_number(name, _hint(filling, name, figure))
            self.fields[f"na_{name}"] = forms.BooleanField(
                label=f"Not applicable: {label_of(name).lower()}", required=False
            )
            if _asks_reason(figure) or f"reason_{name}" in self.data:
                self.fields[f"reason_{name}"] = text_box(
                    f"Reason: {label_of(name).lower()}", _hint_of_reason(figure), rows=2
                )
        if part.key in filling.known.queries:
            self.fields["answer"] = text_box("Your answer to our question")
        if part.indicator is not None:
            hint = "The council reads it. We ask for it where a value is red, unusual or changed"
            label = "Comment" if filling.why_explain(part) else "Comment (optional)"
            self.fields["comment"] = text_box(label, hint)
            largest = min(LARGEST, settings.MAX_UPLOAD_MB)
            evidence = part.indicator.evidence
            self.fields["file"] = UploadField(
                label="Add evidence" if evidence else "Add evidence (optional)",
                kinds=DOCUMENTS,
                largest=largest * MEGABYTE,
                required=False,
                help_text=(
                    f"We need this unless all figures are 0: {evidence}. " if evidence else ""
                )
                + f"PDF, Word, Excel, PNG or JPEG, of at most {largest} MB",
            )
        self.fields["revision"] = WholeNumberField(
            widget=forms.HiddenInput, required=False, min_value=0
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        for name in self.part.inputs:
            if given.get(f"na_{name}") and given.get(f"value_{name}") is not None:
                words = f"{label_of(name)}: enter a number or tick “Not applicable”, not both"
                self.add_error(f"value_{name}", words)
        return given

    def told(self) -> dict[str, Told]:
        """What was typed of each input; what is not asked on this page stays as it is."""
        return {name: self._told(name) for name in self.part.inputs}

    def _told(self, name: str) -> Told:
        given, figure = self.cleaned_data, self.filling.known.figures.get(name)
        value, is_na = given[f"value_{name}"], given[f"na_{name}"]
        is_same = bool(figure and figure.is_same_as_last and figure.value == value)
        return Told(value, is_na, given.get(f"reason_{name}", ""), is_same)

    @property
    def revision(self) -> int:
        return self.cleaned_data.get("revision") or 0


def _initial(filling: Filling, part: Part) -> dict[str, object]:
    section, query = filling.known.saved.get(part.key), filling.known.queries.get(part.key)
    found: dict[str, object] = {
        "revision": section.revision if section else 0,
        "comment": section.comment if section else "",
        "answer": query.answer if query else "",
    }
    for name in part.inputs:
        if figure := filling.known.figures.get(name):
            found[f"value_{name}"] = plain(figure.value)
            found[f"na_{name}"] = figure.is_na
            found[f"reason_{name}"] = figure.reason
    return found


def _hint(filling: Filling, name: str, figure: Figure | None) -> str:
    last = filling.known.last.get(name)
    said = [f"Last period: {plain(last)}"] if last is not None else ["Last period: no figure"]
    if figure is not None and figure.ours is not None:
        said.append(f"{figure.source or 'Our records'}: {plain(figure.ours)}")
    return ". ".join(said)


def _asks_reason(figure: Figure | None) -> bool:
    return figure is not None and bool(figure.is_na or figure.reason or differs(figure))


def _hint_of_reason(figure: Figure | None) -> str:
    if figure is not None and figure.is_na:
        return "Why it is not applicable. We agree to that, or ask you about it"
    return "Why your figure differs from our records"


class AskQuestions(GovukForm):
    """A question for each indicator about which the council asks."""

    button = "Send questions"

    def __init__(self, *args: Any, parts: Sequence[Part], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = parts
        for part in parts:
            self.fields[f"question_{part.place}"] = text_box(f"{part.title} (optional)", rows=2)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors and not self.questions:
            raise forms.ValidationError("Enter a question about one indicator or more")
        return given

    @property
    def questions(self) -> dict[str, str]:
        asked = {part.key: self.cleaned_data.get(f"question_{part.place}") for part in self.parts}
        return {key: words for key, words in asked.items() if words}


class ExtendDeadline(GovukForm):
    """A later deadline of one return."""

    button = "Extend deadline"

    due_on = DayField(asked="the new deadline", label="New deadline")
    reason = text_box("Reason", "The school reads it", required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].error_messages["required"] = "Enter a reason"


class ExcuseSchool(GovukForm):
    """A return that is not asked for."""

    button = "Excuse school"

    reason = text_box("Reason", "The school reads it", required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].error_messages["required"] = "Enter a reason"


class NothingToReport(GovukForm):
    """Schools that have nothing to report in what they have not filled in."""

    button = "Confirm nothing to report"

    def __init__(self, *args: Any, returns: Sequence[KpiReturn], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.returns = {str(each.pk): each for each in returns}
        self.fields["returns"] = forms.MultipleChoiceField(
            label="Which schools have nothing to report?",
            help_text="An officer checks this once you send the return. Until the officer agrees, "
            "these figures count as not submitted. You can take it back until then.",
            choices=[(pk, f"{each.school}, {each.period}") for pk, each in self.returns.items()],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Select one school or more"},
        )

    @property
    def chosen(self) -> list[KpiReturn]:
        return [self.returns[pk] for pk in self.cleaned_data["returns"]]


class Certify(AsRead):
    """What an owner declares."""

    button = "Certify and send"

    is_right = forms.BooleanField(
        label="I certify that this return is complete and correct to the best of my knowledge",
        error_messages={"required": "Confirm that this return is complete and correct"},
    )
