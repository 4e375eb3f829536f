import re
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
from django import forms
from django.conf import settings

from contracts.applications.forms import AskForEvidence, _field
from contracts.applications.questionnaire import AnswerKind, FormQuestion
from contracts.arrangements.forms.rounds import NextNumber
from contracts.arrangements.forms.schemes import WriteQuestion
from contracts.arrangements.forms.vehicles import Establish, VehicleFacts
from contracts.evaluation.forms import GiveScore, OtherMinimums
from contracts.models import EvaluationScheme
from contracts.models import Question as AwardQuestion
from nmiss.base.core.number_fields import MoneyField, NumberField, WholeNumberField, plain_number
from placements.forms import DpsStatusForm

TAKEN = {
    "61184": "61184",
    "£61,184.00": "61184.00",
    "£ 61,184": "61184",
    "1 234": "1234",
    "1\u00a0234\u202f567.5": "1234567.5",
    "  12 ": "12",
    "-5": "-5",
    "0": "0",
    "007": "007",
}
REFUSED = [
    *("10m", "£10m", "10k", "nil", "ten", "none", "n/a", "-", "£", "?", "1.2.3", "5%", "5.", ".5"),
    *(
        "٣",
        "１２",
        "²",
        "1,23",
        "12,5",
        "1,2345",
        "1 2",
        "12 34",
        "1,234 567",
        "1e5",
        "0x10",
        "+-5",
    ),
    *(
        "1_000",
        "inf",
        "NaN",
        "Infinity",
        "5p",
        "£5 a day",
        "10–20",
        "1/2",
        "$5",
        "€5",
        "£-",
        "9" * 41,
    ),
]


class TestPlainNumber:
    @pytest.mark.parametrize(("typed", "read"), TAKEN.items())
    def test_reads_what_has_one_reading(self, typed, read):
        assert plain_number(typed) == read

    @pytest.mark.parametrize("typed", REFUSED)
    def test_reads_nothing_else(self, typed):
        assert plain_number(typed) is None


def _fields():
    """Every kind of form in which somebody types a number, one field of each."""
    scheme = EvaluationScheme(scale=10)
    for name, kind in (("money", AnswerKind.MONEY), ("number", AnswerKind.NUMBER)):
        yield f"{name} of an application", _field(FormQuestion(key="x", words="X", kind=kind))
    yield "score", GiveScore(scheme=scheme).fields["score"]
    yield "advertised value", VehicleFacts().fields["advertised_value"]
    yield "lots", Establish().fields["lots"]
    yield "working days", AskForEvidence().fields["working_days"]
    yield "number of the law", NextNumber().fields["value"]
    yield "financial year", DpsStatusForm.base_fields["financial_year"]
    for name in ("number", "weight", "word_limit"):
        yield f"{name} of a question", WriteQuestion(instance=AwardQuestion()).fields[name]


FIELDS = dict(_fields())


class TestEveryNumber:
    @pytest.mark.parametrize("name", FIELDS)
    @pytest.mark.parametrize("typed", [*REFUSED[:16], "٣", "12,5"])
    def test_is_refused_with_what_to_write_where_it_is_none(self, name, typed):
        with pytest.raises(forms.ValidationError) as refused:
            FIELDS[name].clean(typed)

        assert re.search(r"\d", refused.value.messages[0]), "no example of what to write"

    @pytest.mark.parametrize("name", FIELDS)
    def test_is_typed_as_text_with_the_keys_of_numbers(self, name):
        widget = FIELDS[name].widget

        assert widget.input_type == "text"
        assert widget.attrs["inputmode"] in {"numeric", "decimal"}

    def test_of_pounds_is_read_as_written(self):
        assert FIELDS["money of an application"].clean("£10,000,000.50") == Decimal("10000000.50")
        assert FIELDS["advertised value"].clean("£61,184.00") == Decimal("61184.00")
        assert FIELDS["number of an application"].clean("1 234") == 1234

    def test_is_empty_only_where_nothing_was_typed(self):
        assert FIELDS["advertised value"].clean("  ") is None

    def test_in_a_line_of_several_is_read_one_by_one(self):
        assert OtherMinimums({"minimums": "45, 62.5"}).is_valid()
        assert not OtherMinimums({"minimums": "45, ٣"}).is_valid()
        assert not OtherMinimums({"minimums": "45, 1e1"}).is_valid()


def _all(kind):
    for each in kind.__subclasses__():
        yield each
        yield from _all(each)


def _own_sources():
    root = Path(settings.BASE_DIR)
    for folder in ("nmiss", "providers", "contracts", "placements", "kpis"):
        for path in (root / folder).rglob("*.py"):
            if "migrations" not in path.parts:
                yield path


class TestNoForm:
    def test_has_another_field_for_numbers(self):
        """Also the fields that are made when a form is made: so the sources are read as well."""
        for path in _own_sources():
            module = path.relative_to(settings.BASE_DIR).with_suffix("").parts
            if any("forms" in part or part == "views" for part in module):
                import_module(".".join(module))
        wrong = [
            f"{form.__module__}.{form.__name__}.{name}"
            for form in {*_all(forms.BaseForm)}
            if form.__module__.split(".")[0] in {"nmiss", "providers", "contracts", "placements"}
            for name, field in form.base_fields.items()
            if (
                isinstance(field, forms.IntegerField | forms.FloatField)
                and not isinstance(field, WholeNumberField | NumberField)
            )
            or getattr(field.widget, "input_type", "") == "number"
        ]
        mentioned = [
            f"{path}: {found[0]}"
            for path in _own_sources()
            if path.name != "number_fields.py"
            for found in [
                re.search(
                    r"forms\.(Integer|Decimal|Float)Field|forms\.NumberInput"
                    r"|django_filters\.(Number|Range)Filter",
                    path.read_text(),
                )
            ]
            if found
        ]

        assert (wrong, mentioned) == ([], [])

    def test_asks_a_browser_for_a_number(self):
        pages = (Path(settings.BASE_DIR) / "templates").rglob("*.html")

        assert [page for page in pages if 'type="number"' in page.read_text()] == []


class TestMoney:
    class Ask(forms.Form):
        cover = MoneyField(label="Cover", required=False)

    @pytest.mark.parametrize(
        ("typed", "shown"),
        [
            ("£10,000,000", "10,000,000"),
            ("10000000", "10,000,000"),
            ("1250.50", "1,250.50"),
            (Decimal("5000000.00"), "5,000,000.00"),
            ("£10m", "£10m"),
            ("", None),
        ],
    )
    def test_stands_behind_a_pound_sign_with_commas(self, typed, shown):
        line = str(self.Ask({"cover": typed})["cover"])

        assert line.count('<div class="govuk-input__prefix" aria-hidden="true">£</div>') == 1
        assert (f'value="{shown}"' in line) == (shown is not None)
        assert 'inputmode="decimal"' in line
