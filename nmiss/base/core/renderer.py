"""How form fields become HTML: Django's templates, but for lists to choose from and lines to fill.

A list of authorities has 150 options, and Django renders two templates for each; a line to fill
takes three. That was most of the time of a page with filters. What comes out is the same.
"""

from __future__ import annotations

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.forms.widgets import HiddenInput, PasswordInput, Select, TextInput
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

LINES = {kind.template_name for kind in (TextInput, HiddenInput, PasswordInput)}
_PREFIXED = (
    '<div class="govuk-input__wrapper">'
    '<div class="govuk-input__prefix" aria-hidden="true">{prefix}</div>{line}</div>'
)
# GOV.UK's script shows the button, and the password while it is pressed.
_SHOWN_ON_REQUEST = (
    '<div class="govuk-password-input" data-module="govuk-password-input">'
    '<div class="govuk-input__wrapper govuk-password-input__wrapper">{line}'
    '<button type="button" class="govuk-button govuk-button--secondary '
    'govuk-password-input__toggle govuk-js-password-input-toggle" data-module="govuk-button" '
    'aria-controls="{id}" aria-label="Show password" hidden>Show</button></div></div>'
)


class QuickFields(DjangoTemplates):
    """Writes select elements and one-line input elements itself."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        if template_name == Select.template_name:
            return _select(context["widget"])
        if template_name in LINES:
            return _input(context["widget"])
        return super().render(template_name, context, request)


def _input(widget: dict[str, Any]) -> SafeString:
    own = {"type": widget["type"], "name": widget["name"]}
    if widget["value"] is not None:
        own["value"] = widget["value"]
    line = f"<input{_attributes(own)}{_attributes(widget['attrs'])}>"
    if prefix := widget.get("prefix"):
        line = _PREFIXED.format(prefix=conditional_escape(prefix), line=line)
    if widget["type"] == "password":
        line = _SHOWN_ON_REQUEST.format(line=line, id=conditional_escape(widget["attrs"].get("id")))
    return mark_safe(line)  # all escaped


def _select(widget: dict[str, Any]) -> SafeString:
    name = conditional_escape(widget["name"])
    parts = [f'<select name="{name}"{_attributes(widget["attrs"])}>']
    for group, options, _ in widget["optgroups"]:
        if group:
            parts.append(f'<optgroup label="{conditional_escape(group)}">')
        parts += map(_option, options)
        if group:
            parts.append("</optgroup>")
    return mark_safe("\n".join([*parts, "</select>"]))  # every value above is escaped


def _option(option: dict[str, Any]) -> str:
    value = conditional_escape(str(option["value"]))
    label = conditional_escape(option["label"])
    return f'<option value="{value}"{_attributes(option["attrs"])}>{label}</option>'


def _attributes(attributes: dict[str, Any]) -> str:
    """As Django writes them: True is a name alone, False nothing."""
    return "".join(
        f" {conditional_escape(name)}"
        + ("" if value is True else f'="{conditional_escape(str(value))}"')
        for name, value in attributes.items()
        if value is not False
    )
