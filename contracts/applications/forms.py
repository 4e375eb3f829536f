"""Forms of the applicant's side. Those of sections are made from the questionnaire."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Field, Layout
from django import forms
from django.conf import settings
from django.core.validators import URLValidator
from django.utils import timezone

from contracts.applications import questionnaire as asks
from contracts.applications.questionnaire import AnswerKind, FormQuestion
from nmiss.base.accounts.forms import EMAIL_EXAMPLE
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import AsRead, GovukForm
from nmiss.base.core.number_fields import MoneyField, WholeNumberField
from nmiss.base.files.door import MEGABYTE, UploadField
from nmiss.base.files.kinds import DOCX, JPEG, PDF, PNG, XLSX
from providers.models import Provider, School

DOCUMENTS = (PDF, DOCX, XLSX, PNG, JPEG)
MOST_MEGABYTES = 20
LONGEST_LINE = 300
TELEPHONE = r"^\+?[0-9 ()\-]{7,}( ?(ext|x)\.? ?[0-9]+)?$"
FIRST_DAY = datetime.date(1800, 1, 1)
# Words are counted by what stands between spaces; this is for text that has none.
MOST_CHARACTERS_A_WORD = 12


class PastDayField(DayField):
    """A day that has been: every day that an application asks for is one."""

    earliest = FIRST_DAY
    out_of_range = "Enter a date in the past, such as 1 April 2024"

    @property
    def latest(self) -> datetime.date:
        return timezone.localdate()


class WebsiteField(forms.CharField):
    """An address on the web, with or without the letters before it."""

    widget = forms.TextInput({"inputmode": "url", "autocomplete": "url", "spellcheck": "false"})

    def validate(self, value: str) -> None:
        super().validate(value)
        if value:
            address = value if "://" in value else f"https://{value}"
            URLValidator(["http", "https"], message="Enter a website, such as www.school.example")(
                address
            )


class WordsField(forms.CharField):
    """Text with a limit of words: too many are counted, and nothing of the text is lost."""

    widget = forms.Textarea

    def __init__(self, *, word_limit: int, **options: Any) -> None:
        self.word_limit = word_limit
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n")

    def validate(self, value: str) -> None:
        super().validate(value)
        if (count := len(value.split())) > self.word_limit:
            raise forms.ValidationError(
                f"Your answer has {count:,} words. Cut it to {self.word_limit:,} words or fewer. "
                "Your text is still here but not saved yet"
            )
        most = self.word_limit * MOST_CHARACTERS_A_WORD
        if len(value) > most:
            raise forms.ValidationError(
                f"Your answer has {len(value):,} characters. Cut it to {most:,} or fewer. "
                "Your text is still here but not saved yet"
            )


def _field(question: FormQuestion) -> forms.Field:
    about = {
        "label": question.words + (" (optional)" if question.is_optional else ""),
        "help_text": question.hint,
        "required": False,
    }
    if question.kind == AnswerKind.LONG:
        if question.word_limit:
            limit = f"At most {question.word_limit:,} words."
            about["help_text"] = f"{question.hint} {limit}".strip()
        return WordsField(word_limit=question.word_limit or 10_000, **about)
    if question.kind in (AnswerKind.YES_NO, AnswerKind.CHOICE):
        about["error_messages"] = {"invalid_choice": "Select one of these"}
        return forms.ChoiceField(choices=question.options, widget=forms.RadioSelect, **about)
    if question.kind == AnswerKind.CHOICES:
        about["error_messages"] = {"invalid_choice": "Select from this list"}
        return forms.MultipleChoiceField(
            choices=question.options, widget=forms.CheckboxSelectMultiple, **about
        )
    if question.kind == AnswerKind.DAY:
        return PastDayField(asked="the date", **about)
    if question.kind in (AnswerKind.EMAIL, AnswerKind.TELEPHONE, AnswerKind.WEBSITE):
        return _reached_by(question.kind, about)
    return _number(question, about)


def _reached_by(kind: AnswerKind, about: dict[str, Any]) -> forms.Field:
    """How somebody is reached: in a form that can be right, with the keys for it on a phone."""
    if kind == AnswerKind.EMAIL:
        attrs = {"autocomplete": "email", "spellcheck": "false"}
        wrong = {"invalid": EMAIL_EXAMPLE}
        return forms.EmailField(
            max_length=254, widget=forms.EmailInput(attrs), error_messages=wrong, **about
        )
    if kind == AnswerKind.TELEPHONE:
        wide = {"type": "tel", "autocomplete": "tel", "class": "govuk-input--width-20"}
        return forms.RegexField(
            TELEPHONE,
            max_length=30,
            widget=forms.TextInput(wide),
            error_messages={"invalid": "Enter a telephone number, such as 01632 960 001"},
            **about,
        )
    return WebsiteField(**about)


def _number(question: FormQuestion, about: dict[str, Any]) -> forms.Field:
    wrong = {"invalid": "Enter a whole number in figures, such as 12"}
    if question.kind == AnswerKind.NUMBER:
        low, high = "Enter 1 or more", "Enter a number below 10,000"
        messages = wrong | {"min_value": low, "max_value": high}
        return WholeNumberField(min_value=1, max_value=9999, error_messages=messages, **about)
    if question.kind == AnswerKind.MONEY:
        messages = {
            "invalid": "Enter an amount in pounds and in figures, such as 10,000,000",
            "min_value": "Enter an amount of £0 or more",
            "max_digits": "Enter an amount below £10 billion",
            "max_whole_digits": "Enter an amount below £10 billion",
            "max_decimal_places": "Enter pounds and pence, such as 1250.50",
        }
        return MoneyField(
            min_value=0, max_digits=12, decimal_places=2, error_messages=messages, **about
        )
    longest = f"Enter at most {LONGEST_LINE} characters"
    return forms.CharField(max_length=LONGEST_LINE, error_messages={"max_length": longest}, **about)


class SectionForm(GovukForm):
    """A section: its questions, none of them required, so that half of it can be saved."""

    button = "Save and continue"

    def __init__(
        self,
        data: Any = None,
        *,
        questions: Sequence[FormQuestion],
        provider: Provider,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.questions, self.provider = questions, provider
        for question in questions:
            self.fields[question.key] = _field(question)
        self.fields["revision"] = WholeNumberField(
            widget=forms.HiddenInput, required=False, min_value=0
        )

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        limits = {question.key: question.word_limit for question in self.questions}
        parts = [
            Field.textarea(name, rows=12 if limits[name] > 100 else 4, max_words=limits[name])
            if limits.get(name)
            else name
            for name in self.fields
        ]
        helper.layout = Layout(*parts, self.submit())
        return helper

    def clean_mandatory(self) -> list[str]:
        return self._none_or_some("mandatory")

    def clean_discretionary(self) -> list[str]:
        return self._none_or_some("discretionary")

    def _none_or_some(self, name: str) -> list[str]:
        chosen = self.cleaned_data[name]
        if asks.NONE_APPLIES in chosen and len(chosen) > 1:
            raise forms.ValidationError("Select what applies, or “None of these”, not both")
        return chosen

    def clean_another_urn(self) -> str:
        """A school by its number: one of the provider's own, or one that nobody runs here yet."""
        urn = self.cleaned_data["another_urn"].strip()
        if not urn:
            return ""
        school = School.objects.filter(urn=int(urn)).first() if _is_urn(urn) else None
        if school is None:
            raise forms.ValidationError(
                "No special school in the register has this URN. Check it, or ask us"
            )
        if school.provider_id not in (None, self.provider.pk):
            raise forms.ValidationError(
                "Another provider runs this school as far as we know. Ask us to put that right"
            )
        return urn

    def answers(self) -> dict[str, Any]:
        """What was answered, as plain values; what was left empty is empty."""
        found = {
            question.key: _plain(self.cleaned_data.get(question.key)) for question in self.questions
        }
        if another := found.pop("another_urn", ""):
            found["schools"] = sorted({*found["schools"], another})
        return found

    @property
    def revision(self) -> int:
        return self.cleaned_data.get("revision") or 0


def _is_urn(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 9


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal | int):
        return str(value)
    return value


def document_field(**options: Any) -> UploadField:
    """A document: what people scan and write, up to 20 MB."""
    largest = min(MOST_MEGABYTES, settings.MAX_UPLOAD_MB)
    words = f"PDF, Word, Excel, PNG or JPEG, of at most {largest} MB."
    return UploadField(kinds=DOCUMENTS, largest=largest * MEGABYTE, help_text=words, **options)


class AddDocument(GovukForm):
    """A document of a kind, with its last day where it has one."""

    button = "Add this document"

    kind = forms.ChoiceField(
        label="Type of document",
        choices=[("", "Choose"), *((kind.key, kind.words) for kind in asks.DOCUMENT_KINDS)],
        error_messages={
            "required": "Select the type of document",
            "invalid_choice": "Select the type of document",
        },
    )
    expires_on = DayField(
        asked="the expiry date",
        label="Expiry date (not needed for every document)",
        help_text="Insurance and ICO certificates have one.",
        required=False,
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["file"] = document_field(label="Which file?")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        kind = next((one for one in asks.DOCUMENT_KINDS if one.key == cleaned.get("kind")), None)
        last = cleaned.get("expires_on")
        if kind and kind.expires and not last and "expires_on" not in self.errors:
            self.add_error("expires_on", "Enter the expiry date")
        if last and last < self.today:
            self.add_error("expires_on", "This has expired: add one that is still in date")
        return cleaned


class ReplaceDocument(GovukForm):
    """Another file in the place of one that was refused."""

    button = "Replace document"

    expires_on = DayField(asked="the expiry date", label="Expiry date", required=False)

    def __init__(self, *args: Any, has_expiry: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_expiry:
            del self.fields["expires_on"]
        self.fields["file"] = document_field(label="Which file?")

    def clean_expires_on(self) -> datetime.date | None:
        last = self.cleaned_data["expires_on"]
        if last is None:
            raise forms.ValidationError("Enter the expiry date")
        if last < timezone.localdate():
            raise forms.ValidationError("This has expired: add one that is still in date")
        return last


class Declare(AsRead):
    """The owner's declaration."""

    button = "Declare and submit"

    declared = forms.MultipleChoiceField(
        label="You declare for the organisation",
        choices=[(str(number), words) for number, words in enumerate(asks.DECLARATION)],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select each statement to submit"},
    )

    def clean_declared(self) -> list[str]:
        declared = self.cleaned_data["declared"]
        if len(declared) < len(asks.DECLARATION):
            raise forms.ValidationError("Select each statement to submit")
        return declared


class StillTrue(GovukForm):
    """One question for all answers that came over."""

    button = "Continue"

    still_true = forms.ChoiceField(
        label="Are these answers still true?",
        choices=[
            ("yes", "Yes, all are still true"),
            ("no", "No, I need to change some"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Select yes if all these answers are still true"},
    )


class AskQuestion(GovukForm):
    """A question about the vehicle or the round."""

    button = "Send the question"

    question = WordsField(
        word_limit=500,
        label="Your question",
        help_text="We publish the answer to all providers, without saying who asked. Leave out "
        "anything that shows who you are. Use at most 500 words.",
        error_messages={"required": "Enter your question"},
    )

    def __init__(self, *args: Any, providers: Sequence[Provider], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.providers = {str(provider.pk): provider for provider in providers}
        if len(providers) > 1:
            self.fields["provider"] = forms.ChoiceField(
                label="For which provider do you ask?",
                choices=[(key, str(provider)) for key, provider in self.providers.items()],
                error_messages={"required": "Select a provider"},
            )

    def provider(self) -> Provider:
        """For whom it is asked."""
        only = next(iter(self.providers))
        return self.providers[self.cleaned_data.get("provider") or only]


class AnswerQuestion(GovukForm):
    """An answer to all."""

    button = "Publish the answer"

    published_question = forms.CharField(
        label="The question, as it will be published",
        help_text="Remove anything that shows who asked.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Enter the question as it will be published"},
    )
    answer = forms.CharField(
        label="The answer",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Enter the answer"},
    )


class AskForEvidence(GovukForm):
    """What is missing, and in how many working days."""

    button = "Ask for this evidence"

    question = forms.CharField(
        label="Missing evidence",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter what is missing"},
    )
    working_days = WholeNumberField(
        label="In how many working days?",
        help_text="From tomorrow. It does not stop the statutory clock.",
        initial=5,
        min_value=1,
        max_value=15,
        error_messages={
            "required": "Enter a number of working days",
            "invalid": "Enter a number of working days, such as 5",
            "min_value": "Give at least 1 working day",
            "max_value": "Give at most 15 working days: the decision cannot wait longer",
        },
    )


class AnswerEvidence(GovukForm):
    """The applicant's answer to an evidence request."""

    button = "Send the answer"

    answer = WordsField(
        word_limit=1000,
        label="Your answer",
        help_text="At most 1,000 words.",
        error_messages={"required": "Enter an answer, if only to say what you attach"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = document_field(label="A document (optional)", required=False)
