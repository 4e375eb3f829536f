"""For the access table: indicators, and a draft of others, which the officer has drafted."""

import datetime

from providers.models import School
from tests.factories.consequences import a_plan, answered, proposed
from tests.factories.kpis import a_draft, in_force


def fill(people, provider):
    """Make what the addresses name; return the arguments of the addresses by name."""
    in_force()
    draft = a_draft(by=people["officer"])
    school = School.objects.get(urn=900001)
    plan = a_plan(school, by=people["owner"], manager=people["manager"])
    action = plan.add_action(
        by=people["officer"], words="Hire", owner="Head", due_on=datetime.date(2030, 1, 1)
    )
    return {
        "version": draft.pk,
        "indicator": draft.indicators.get().pk,
        "code": "K01",
        "consequence": proposed(school).pk,
        "kpis:consequence_decide": {"consequence": answered(school, by=people["owner"]).pk},
        "plan": plan.pk,
        "action": action.pk,
    }
