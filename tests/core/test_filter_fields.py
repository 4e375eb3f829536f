import pytest
from crispy_forms.utils import render_crispy_form
from crispy_forms_gds.layout import Layout
from django import forms
from django.test.html import parse_html

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukFilters
from nmiss.base.core.number_fields import WholeNumberField


class Narrow(GovukFilters):
    name = forms.CharField(label="<b>Name</b> & all", help_text="A “part” of it <i>", max_length=4)
    day = DayField(asked="the day", label="Day")
    number = WholeNumberField(label="Number", help_text="Whole")
    need = forms.ChoiceField(label="Need", choices=[("", "Any"), ("SEMH", "S & M")])
    stay = forms.ChoiceField(label="Stay", choices=[("day", "Day")], widget=forms.RadioSelect)
    sort = forms.CharField(widget=forms.HiddenInput, required=False)


class AsCrispyWould(Narrow):
    @property
    def helper(self):
        helper = super().helper
        helper.layout = Layout(*self.fields, self.submit())
        return helper


def escaped(html):
    """Crispy believes labels and hints; ours are text."""
    for raw, text in [("<b>Name</b> & all", "Name and all"), ("of it <i>", "of it")]:
        html = html.replace(raw, text)
    for raw, text in [
        ("&lt;b&gt;Name&lt;/b&gt; &amp; all", "Name and all"),
        ("of it &lt;i&gt;", "of it"),
    ]:
        html = html.replace(raw, text)
    return html


class TestFilterField:
    @pytest.mark.parametrize(
        "asked",
        [
            None,
            {"name": "a&b", "day": "2026-01-02", "number": "7", "need": "SEMH", "sort": '"<'},
            {"name": "too long<", "day": "2026-01-02", "number": "7", "need": "z", "stay": "w"},
        ],
        ids=["not asked", "asked well", "asked wrongly"],
    )
    def test_writes_what_crispy_would(self, asked):
        quick = escaped(render_crispy_form(Narrow(asked)))

        assert parse_html(quick) == parse_html(escaped(render_crispy_form(AsCrispyWould(asked))))

    def test_shows_that_a_day_is_wrong(self):
        """All three of its boxes, where no part of it is to blame."""
        page = render_crispy_form(Narrow({"day": "x"}))

        assert (
            page.count("govuk-input--error") == page.count("govuk-form-group--error") + 1
        )  # not stay

    def test_believes_no_label(self):
        assert "&lt;b&gt;Name&lt;/b&gt; &amp; all" in render_crispy_form(Narrow())
