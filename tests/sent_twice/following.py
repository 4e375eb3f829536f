"""The forms about consequences, improvement plans, and visits and concerns, each sent twice."""

import datetime

from contracts.models import Vehicle
from providers.models import School, Standing
from tests.factories.consequences import a_plan, answered, proposed
from tests.sent_twice.sendings import Sending, a_pdf, also

RULES = {
    **{"valid_from": "2099-01-01", "reds_in_row": "2", "missed_in_row": "2", "breadth": "3"},
    **{"duration": "3", "reply_days": "3", "outside_holidays": "on", "good_periods": "2"},
}
NOTE = {"kind": "visit", "theme": "staffing", "happened_on": "2026-01-05", "words": "We met."}
ACTION = {"words": "Hire", "owner": "Head", "due_on": "2099-01-01"}
DECISION = {"kind": "plan", "decision": "Yes.", "starts_on": "2099-01-01"}


def _with_school(world):
    world.named["urn"] = School.objects.get().urn


def _with_consequence(world):
    also(world, consequence=proposed(School.objects.get()))


def _with_reply(world):
    also(world, consequence=answered(School.objects.get(), by=world.owner))


def _with_plan(world):
    plan = a_plan(School.objects.get(), by=world.owner)
    due_on = datetime.date(2099, 1, 1)
    action = plan.add_action(by=world.officer, words="Hire", owner="Head", due_on=due_on)
    also(world, plan=plan, action=action)


def _with_a_good_plan(world):
    """Two quarters have been good since it began."""
    _with_plan(world)
    for number in (1, 2):
        Standing.objects.create(
            school=School.objects.get(),
            period_name=f"2099-Q{number}",
            as_at=datetime.date(2099, 3 * number, 28),
            score=1,
            coverage=1,
            band="good",
        )


def _duty(world):
    return {"clause": "14.2", "vehicle": Vehicle.objects.get().pk}


FOLLOWING = {
    "kpis:consequence_rules": Sending("plain", "officer", given=RULES),
    "kpis:duty_add": Sending("plain", "officer", given=_duty),
    "kpis:consequence_propose": Sending(
        "plain", "officer", ("urn",), {"kind": "plan", "grounds": "Red."}, first=_with_school
    ),
    "kpis:consequence_reply": Sending(
        "plain", "owner", ("consequence",), {"reply": "Yes."}, first=_with_consequence
    ),
    "kpis:consequence_decide": Sending(
        "plain", "manager", ("consequence",), DECISION, first=_with_reply
    ),
    "kpis:plan_action_add": Sending("plain", "officer", ("plan",), ACTION, first=_with_plan),
    "kpis:plan_action_complete": Sending(
        "plain", "officer", ("plan", "action"), {"evidence": "Letter"}, first=_with_plan
    ),
    "kpis:plan_evidence_add": Sending(
        "plain", "owner", ("plan", "action"), lambda world: {"file": a_pdf()}, first=_with_plan
    ),
    "kpis:plan_review": Sending(
        "plain", "officer", ("plan",), {"words": "Well", "next_on": ""}, first=_with_plan
    ),
    "kpis:plan_close": Sending(
        "plain", "officer", ("plan",), {"note": "Better"}, first=_with_a_good_plan
    ),
    "kpis:note_add": Sending("plain", "officer", ("urn",), NOTE, first=_with_school),
}
