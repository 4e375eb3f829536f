"""Indicators, terms and returns come in: what their tables look like."""

from __future__ import annotations

from kpis.intake.indicators import IndicatorIntake, YesOrNo
from kpis.intake.returns import ReturnIntake
from kpis.intake.terms import TermIntake
from kpis.models import AnsweredBy
from kpis.periods import Frequency
from kpis.rating import Polarity
from nmiss.base.importing.declaration import Heading, Import

_OPTIONAL = (
    "definition",
    "evidence",
    "hard_min",
    "hard_max",
    "soft_min",
    "soft_max",
    "least_change",
)

INDICATORS = Import(
    name="indicators",
    title="Indicators",
    verb="import_indicators",
    headings=(
        Heading("version"),
        Heading("valid_from"),
        Heading("code"),
        Heading("name"),
        Heading("formula", may_be_empty=True),
        Heading("unit", may_be_empty=True),
        Heading("weight", may_be_empty=True),
        Heading("polarity", holds=Polarity.values),
        Heading("target", may_be_empty=True),
        Heading("floor", may_be_empty=True),
        Heading("tolerance", may_be_empty=True),
        Heading("outer_tolerance", may_be_empty=True),
        Heading("frequency", holds=Frequency.values),
        Heading("answered_by", holds=AnsweredBy.values),
        Heading("cohort", may_be_empty=True),
        Heading("minimum", may_be_empty=True),
        Heading("rated", holds=YesOrNo.values),
        *(Heading(name, may_be_empty=True, may_be_missing=True) for name in _OPTIONAL),
        Heading("by_child", holds=YesOrNo.values, may_be_empty=True, may_be_missing=True),
        Heading("filed_for", may_be_empty=True, may_be_missing=True),
    ),
    intake=IndicatorIntake,
    about=(
        "One row for each indicator of a version. A version that is published cannot be changed.",
        "A version that you upload is a draft: a manager who did not upload it publishes it.",
        (
            "Formulas are names of inputs, numbers, + − × ÷ (or * /), brackets, min and max. Write "
            "100 * attended / possible for a percentage."
        ),
        (
            "An indicator with yes under by_child has a section for each child, from which "
            "outcomes_on_track and outcomes_reviewed are counted."
        ),
        (
            "Under filed_for give the types of school, as the register numbers them, that are not "
            "asked because a file has their figures: 8 for non-maintained special schools."
        ),
    ),
)
TERMS = Import(
    name="terms",
    title="Terms",
    verb="import_terms",
    headings=(Heading("name"), Heading("first_day"), Heading("last_day")),
    intake=TermIntake,
    about=("One row for each term, with its first and last days.",),
)
RETURNS = Import(
    name="returns",
    title="KPI returns",
    verb="import_returns",
    headings=(
        Heading("school_urn"),
        Heading("period"),
        Heading("input"),
        Heading("value", may_be_empty=True),
    ),
    intake=ReturnIntake,
    about=(
        "One row for each figure. Import the schools, the indicators and the terms first.",
        (
            "A period is a month (2024-09), a quarter (2024-Q3), a half year (2024-H1), an "
            "academic year (2024-25) or the name of a term (2024-25 autumn)."
        ),
        "A value is a number, NA for not applicable, or empty for not submitted.",
        (
            "Figures that a file has for a type of school (filed_for of the indicators) go into "
            "the return, even if the school has begun or sent it."
        ),
    ),
)
import_indicators = INDICATORS.take_in
import_terms = TERMS.take_in
import_returns = RETURNS.take_in
