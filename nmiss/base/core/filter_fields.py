"""How a filter becomes HTML: what crispy's template says of a plain field, without the template.

A list has up to twelve filters, and crispy renders four templates for each of them. Fields of other
kinds (radios, checkboxes, several boxes) are left to it.
"""

from __future__ import annotations

from crispy_forms.layout import LayoutObject
from crispy_forms.utils import render_field
from django import forms
from django.forms.boundfield import BoundField
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from nmiss.base.core.number_fields import MoneyInput, NumberInput

CLASSES = {
    forms.Select: "govuk-select",
    forms.TextInput: "govuk-input",
    NumberInput: "govuk-input",
    MoneyInput: "govuk-input govuk-input--width-10",
}


class FilterField(LayoutObject):
    """One filter of a layout: a label, a hint, what is wrong, and a line or a list."""

    def __init__(self, name: str) -> None:
        self.fields = [name]

    def render(
        self, form: forms.Form, context: Context, template_pack: str = "gds", **_: object
    ) -> SafeString | str:
        name = self.fields[0]
        field = form[name]
        kind = CLASSES.get(type(field.field.widget))
        if kind is None and not field.is_hidden:
            return render_field(name, form, context, template_pack=template_pack)
        form.rendered_fields.add(name)
        if not field.is_hidden:
            return _group(field, kind)
        return "" if field.errors else field.as_widget()


def _group(field: BoundField, kind: str) -> SafeString:
    at = field.auto_id
    wrong = [(at, number, error) for number, error in enumerate(field.errors, start=1)]
    hint = ""
    if field.help_text:
        hint = format_html('<div id="{}_hint" class="govuk-hint">{}</div>', at, field.help_text)
    described = [f"{at}_hint"] if hint else []
    described += [f"{at}_{number}_error" for _, number, _ in wrong]
    attributes = {"class": f"{kind} govuk-input--error" if wrong else kind}
    if described:
        attributes["aria-describedby"] = " ".join(described)
    return format_html(
        '<div id="div_{}" class="govuk-form-group{}">'
        '<label for="{}" class="govuk-label">{}</label>{}{}{}</div>',
        at,
        " govuk-form-group--error" if wrong else "",
        field.id_for_label,
        field.label,
        hint,
        format_html_join(
            "",
            '<span id="{}_{}_error" class="govuk-error-message">'
            '<span class="govuk-visually-hidden">Error:</span> {}</span>',
            wrong,
        ),
        field.as_widget(attrs=attributes),
    )
