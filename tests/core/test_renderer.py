import datetime

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test.html import parse_html

from nmiss.base.core.renderer import QuickFields

CHOICES = {
    "plain": [("", "Any"), ("1", "One"), ("2", "Two")],
    "dangerous": [('"><script>', "<b>&</b>"), ("'", "“quoted”")],
    "in groups": [("", "Any"), ("Kent & Medway", [("886", "Kent"), ("887", "Medway")])],
    "numbers and days": [(1000, 12345), (datetime.date(2026, 1, 2), "a day"), (None, "none")],
}


class TestQuickFields:
    @pytest.mark.parametrize("value", ["", "1", "886", 1000, '"><script>'])
    @pytest.mark.parametrize("choices", CHOICES.values(), ids=CHOICES)
    @pytest.mark.parametrize("attrs", [{}, {"class": "a <b", "required": True, "disabled": False}])
    def test_writes_what_django_would(self, choices, value, attrs):
        widget = forms.Select(choices=choices)

        quick = widget.render("a&b", value, attrs, QuickFields())

        assert parse_html(quick) == parse_html(
            widget.render("a&b", value, attrs, DjangoTemplates())
        )

    @pytest.mark.parametrize("value", ["", None, 'x"<', 7, datetime.date(2026, 1, 2)])
    @pytest.mark.parametrize("kind", [forms.TextInput, forms.HiddenInput, forms.DateInput])
    @pytest.mark.parametrize("attrs", [{}, {"class": "a <b", "required": True, "disabled": False}])
    def test_writes_lines_as_django_would(self, kind, value, attrs):
        widget = kind()

        quick = widget.render("a&b", value, attrs, QuickFields())

        assert quick == widget.render("a&b", value, attrs, DjangoTemplates())

    def test_leaves_all_else_to_django(self):
        widget = forms.Textarea()

        quick = widget.render("name", "x<", {}, QuickFields())

        assert quick == widget.render("name", "x<", {}, DjangoTemplates())

    def test_is_what_pages_use(self, settings):
        assert settings.FORM_RENDERER == "nmiss.base.core.renderer.QuickFields"

    def test_has_a_button_that_shows_a_password(self):
        box = forms.PasswordInput({"id": "id_a"}).render("a", "secret", None, QuickFields())

        assert 'aria-controls="id_a"' in box
        assert box.count("<input") == 1
        assert "secret" not in box
