"""For the access table: indicators, and a draft of others, which the officer has drafted."""

from tests.factories.kpis import a_draft, in_force


def fill(people, provider):
    """Make what the addresses name; return the arguments of the addresses by name."""
    in_force()
    draft = a_draft(by=people["officer"])
    return {"version": draft.pk, "indicator": draft.indicators.get().pk, "code": "K01"}
