"""For the access table: a draft of the indicators, which the officer has drafted."""

from tests.factories.kpis import a_draft


def fill(people, provider):
    """Make what the addresses name; return the arguments of the addresses by name."""
    draft = a_draft(by=people["officer"])
    return {"version": draft.pk, "indicator": draft.indicators.get().pk}
