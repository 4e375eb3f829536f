"""How form fields become HTML: Django's templates, but for lists to choose from and lines to fill.

A list of authorities has 150 options, and Django renders two templates for each; a line to fill
takes three. That was most of the time of a page with filters. What comes out is the same.
"""

from __future__ import annotations

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.forms.widgets import DateInput, HiddenInput, Select, TextInput
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

LINES = {kind.template_name for kind in (TextInput, HiddenInput, DateInput)}


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
    return mark_safe(f"<input{_attributes(own)}{_attributes(widget['attrs'])}>")  # all escaped


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
