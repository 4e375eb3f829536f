"""The words of what is done with indicators, terms and returns."""

from __future__ import annotations

from nmiss.base.core.deeds import register, register_facts

register(
    "Indicators and returns",
    {
        "kpis.IndicatorSet.draft": ("began a draft of the", "Indicators drafted"),
        "kpis.IndicatorSet.publish": ("published the", "Indicators published"),
        "kpis.IndicatorSet.discard": (
            "discarded the draft of the",
            "Draft of indicators discarded",
        ),
        "kpis.Indicator.change_indicator": ("changed the indicator", "Indicator changed"),
        "kpis.Indicator.add_indicator": ("added the indicator", "Indicator added"),
        "kpis.Indicator.remove_indicator": ("removed the indicator", "Indicator removed"),
        "write_standings": ("wrote down the standing of schools in", "Standings written"),
        "kpis.Term.add_term": ("added the term", "Term added"),
        "make_returns": ("made the", "Returns made"),
        "kpis.ReturnRules.set_return_rules": (
            "set when schools send returns, with the",
            "Dates of returns set",
        ),
    },
)
register(
    "Imports",
    {
        "import_indicators": ("imported indicators from", "Indicators imported"),
        "import_terms": ("imported terms from", "Terms imported"),
        "import_returns": ("imported returns from", "Returns imported"),
    },
    for_administrators=True,
)
register_facts(
    first_day="First day",
    last_day="Last day",
    write_standings__schools="Schools",
    made="Returns made",
    due_days="Working days until the deadline",
    first_days="Working days until a first return is refused",
    correct_days="Working days until a correction is refused",
    least_days_in="Days in the DPS from which a school is asked",
    warn_percent="Per cent of change that a school explains",
)
