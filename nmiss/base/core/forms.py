"""The GOV.UK look of every form, decided once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Layout
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.utils.choices import flatten_choices
from django_filters import ChoiceFilter, FilterSet

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.filter_fields import FilterField
from nmiss.base.core.kept_text import kept_text
from nmiss.base.core.names import is_one_line, is_seen
from nmiss.base.core.templatetags.components import day


class AskedWrongly(BadRequest):
    """An address that asks for what cannot be; ``words`` say what to do instead."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = [sentence.rstrip(".") for sentence in words]
        super().__init__("; ".join(self.words))


class ByOrder(ChoiceFilter):
    """The order of a list, beside its filters: the list itself goes by it."""

    def __init__(self, orders: Sequence[tuple[str, str]]) -> None:
        super().__init__(label="Order", choices=orders, widget=forms.HiddenInput)

    def filter(self, queryset: QuerySet, value: str) -> QuerySet:
        return queryset


class Narrowing(FilterSet):
    """What narrows a list. Where one filter cannot be read the list is empty: rows that nobody
    asked for must not pass for those that somebody did.

    ``by`` is who asks. Filters that are set keep the order of the list, one of ``orders``.
    """

    def __init__(
        self,
        data: Mapping[str, str],
        queryset: QuerySet,
        *,
        by: AbstractBaseUser | None = None,
        orders: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(data, queryset)
        self.by = by
        if orders:
            self.filters["sort"] = ByOrder(orders)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        narrowed = super().filter_queryset(queryset)
        return narrowed if self.form.is_valid() else narrowed.none()


class LayoutFails(Exception):
    """The layout of a form asks for what is not there."""


class Govuk:
    """What makes a form of any kind look and behave as a GOV.UK form with one button."""

    button = "Continue"
    takes_kept_text = True
    keeps_what_is_typed = True

    def full_clean(self) -> None:
        """Before anything is wrong: say it in our words where a form has none of its own."""
        for field in self.fields.values():
            _say_it_in_our_words(field)
            if self.keeps_what_is_typed:
                _refuse_the_unseen(field)
        super().full_clean()

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> object:
        """What a field holds at first: what was typed before, where the form is shown again."""
        kept = kept_text()
        if kept is None or not self.takes_kept_text or self.is_bound:
            return super().get_initial_for_field(field, field_name)
        widget, name = field.widget, self.add_prefix(field_name)
        if widget.needs_multipart_form or widget.value_omitted_from_data(kept, {}, name):
            return super().get_initial_for_field(field, field_name)
        return widget.value_from_datadict(kept, {}, name)

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper(self)
        helper.attrs = {"novalidate": ""}
        helper.layout = Layout(*map(self.laid_out, self.fields), self.submit())
        return helper

    def __getattr__(self, name: str) -> object:
        """Say why a layout fails: crispy takes its AttributeError for a form without a layout."""
        if name != "helper":
            raise AttributeError(name)
        try:
            return type(self).helper.fget(self)
        except AttributeError as lacking:
            raise LayoutFails(f"{type(self).__name__}: {lacking}") from lacking

    def laid_out(self, name: str) -> str | Field:
        """A field as a layout has it: what is left of its limit is counted."""
        return counted(name, self.fields[name])

    def submit(self) -> Button:
        """The button; a second click within a second is dropped by GOV.UK's script."""
        return Button.primary("continue", self.button, data_prevent_double_click="true")


def counted(name: str, field: forms.Field) -> str | Field:
    """A field of a layout: beneath a box for text with a limit, what is left of it is counted."""
    widget, words = field.widget, getattr(field, "word_limit", None)
    most = getattr(field, "max_length", None)
    if not isinstance(widget, forms.Textarea) or not (words or most):
        return name
    widget.attrs.setdefault("aria-describedby", "")  # the template adds the counter's to it
    limit = {"max_words": words} if words else {"max_characters": most}
    return Field.textarea(name, rows=widget.attrs.get("rows", 4), **limit)


def _refuse_the_unseen(field: forms.Field) -> None:
    """What is kept stands in letters, emails and lists: it can be read, and a line is one line."""
    is_typed = isinstance(field, forms.CharField) and isinstance(
        field.widget, forms.Textarea | forms.TextInput
    )
    if is_typed and not isinstance(field.widget, forms.PasswordInput):
        check = is_seen if isinstance(field.widget, forms.Textarea) else is_one_line
        if check not in field.validators:
            field.validators.append(check)


def _literally(name: str) -> str:
    """A name as it stands in a message into which Django puts values."""
    return str(name).replace("%", "%%")


def _say_it_in_our_words(field: forms.Field) -> None:
    said, name = field.error_messages, field.label or "This"
    if "invalid_choice" in said and "Select a valid choice" in str(said["invalid_choice"]):
        said["invalid_choice"] = f"{_literally(name)}: choose from the list"
    said.setdefault("null_characters_not_allowed", f"{name}: take out the character NUL")
    said.setdefault("max_length", f"{_literally(name)}: use at most %(limit_value)s characters")
    said.setdefault("min_value", f"{name}: enter %(limit_value)s or more")
    said.setdefault("max_value", f"{name}: enter %(limit_value)s or less")


class GovukForm(Govuk, forms.Form):
    """A form for a decision: it lists fields, words and errors."""


class AsRead(GovukForm):
    """A form by which somebody signs off what its page shows: it carries the digest, ``seen``.

    A box that is ticked stands for what was read, so it is to be ticked anew with the new page.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, seen: str, button: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["seen"].initial = seen
        self.button = button or self.button

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> object:
        if field_name == "seen" or isinstance(field, forms.BooleanField):
            return self.initial.get(field_name, field.initial)
        return super().get_initial_for_field(field, field_name)


class GovukModelForm(Govuk, forms.ModelForm):
    """A form for a record's own fields; what the database refuses is said beside its field."""


class GovukFilters(Govuk, forms.Form):
    """The filters of a list: sent by GET, so that their address can be shared."""

    button = "Apply filters"
    is_next_step = False  # what a page is for, and not a way to see less of it
    takes_kept_text = False
    keeps_what_is_typed = False
    together: dict[str, tuple[str, ...]] = {}  # what a filter takes with it when it is taken away

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.form_method = "get"
        helper.disable_csrf = True
        helper.layout = Layout(*map(FilterField, self.fields), self.submit())
        return helper

    def unseen(self) -> list[str]:
        """The names of the fields that are kept and not shown."""
        return [field.name for field in self.hidden_fields()]

    def submit(self) -> Button:
        """The button. It has no name: a name would stand in every address."""
        kind = Button.primary if self.is_next_step else Button.secondary
        return kind("", self.button, template="components/submit.html")

    def chosen(self) -> list[tuple[str, str, str]]:
        """What is filtered by now: the field, its label and the words of the value."""
        if not self.is_bound:
            return []
        self.is_valid()  # leaves in cleaned_data what could be read
        fields = [self[name] for name, value in self.cleaned_data.items() if value]
        shown = [field for field in fields if not field.is_hidden]
        return [(field.name, field.label, _words(field)) for field in shown]

    def show_counts(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Say beside each option how many rows it would leave; the tags stay without."""
        for name, of_option in counts.items():
            field = self.fields[name]
            field.widget.choices = [
                (value, f"{label} ({of_option.get(str(value), 0)})" if value != "" else label)
                for value, label in field.choices
            ]


def _words(field: forms.BoundField) -> str:
    """The value of a field in the words of its choices, where it has choices."""
    if isinstance(field.field, DayField):
        return day(field.form.cleaned_data[field.name])
    value = field.value()
    choices = flatten_choices(getattr(field.field, "choices", []))
    words = {str(key): label for key, label in choices}
    values = value if isinstance(value, list) else [value]
    return ", ".join(str(words.get(str(each), each)) for each in values)
