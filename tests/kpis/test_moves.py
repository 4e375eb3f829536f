"""Each move of a return and of a consequence has one rule, for its page, verb and database."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from kpis import certifying, consequences, reviewing
from kpis.filling import filling_of
from kpis.models import Consequence, KpiReturn
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import database_now
from tests.factories.accounts import UserFactory
from tests.factories.consequences import answered, proposed
from tests.factories.kpis import accepted, asked_for, imported, in_force, people_of, sent
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.moves import Case, Move, allowed, refused

pytestmark = pytest.mark.django_db
GOOD = {"attended": 95, "possible": 100}


# Returns and consequences on their way, each with somebody who would make the move.


def an_officer(role=Role.OFFICER):
    return UserFactory(role=role)


def a_manager():
    return an_officer(Role.MANAGER)


def to_do():
    in_force({"cohort": "placements_at_end", "minimum": 0, "least_change": 3})
    return asked_for()


def submitted():
    kpi_return = to_do()
    sent(kpi_return, *people_of(kpi_return), **GOOD)
    return kpi_return


def taken():
    kpi_return = to_do()
    accepted(kpi_return, *people_of(kpi_return), an_officer(), **GOOD)
    return kpi_return


def from_a_file():
    in_force()
    return imported(GOOD, school=SchoolFactory(provider=ProviderFactory()))


def being_corrected():
    kpi_return = taken()
    certifying.correct(kpi_return, by=people_of(kpi_return)[1])
    return kpi_return


def excused():
    kpi_return = to_do()
    reviewing.excuse(kpi_return, by=an_officer(), reason="A flood closed it.")
    return kpi_return


def by_an_officer(make, **given):
    return an_officer(**given), make()


def by_its_owner(make):
    kpi_return = make()
    return people_of(kpi_return)[1], kpi_return


def a_school():
    return SchoolFactory(provider=ProviderFactory())


def owner_of(school):
    return ProviderMemberFactory(provider=school.provider, role="owner").user


def a_proposal():
    found = proposed(a_school())
    return owner_of(found.school), found


def heard():
    school = a_school()
    return a_manager(), answered(school, by=owner_of(school))


def settled():
    manager, found = heard()
    found.drop(by=manager, decision="It has got better.")
    return manager, found


def too_late_to_reply():
    owner, found = a_proposal()
    Consequence.objects.update(reply_until=timezone.localdate() - datetime.timedelta(1))
    found.refresh_from_db()
    return owner, found


def by_the_other_side(make, who):
    _, found = make()
    return who(found), found


# The moves.


def returned(name, verb, page=None, **row):
    return Move(
        lambda user, it: it.why_not(name, user),
        lambda user, it: verb(it, by=user),
        (lambda it: (f"kpis:{page}", it.pk)) if page else None,
        lambda user, it: KpiReturn.objects.filter(pk=it.pk).update(**row),
    )


def query(kpi_return, *, by):
    reviewing.query(kpi_return, {"K01": "Why is attendance so low?"}, by=by)


def accept(kpi_return, *, by):
    reviewing.accept(kpi_return, by=by, seen=filling_of(kpi_return).digest)


def excuse(kpi_return, *, by):
    reviewing.excuse(kpi_return, by=by, reason="A flood closed it.")


def decide(found, *, by):
    today = timezone.localdate()
    consequences.decide(found, by=by, kind="plan", decision="A plan helps.", starts_on=today)


def reply_by_hand(user, found):
    said = {"reply": "Two teachers left.", "replied_by": user, "replied_at": database_now()}
    Consequence.objects.filter(pk=found.pk).update(**said)


def decide_by_hand(user, found):
    said = {"decision": "A plan helps.", "decided_by": user, "decided_at": database_now()}
    said |= {"decided_kind": "plan", "status": "decided"}
    Consequence.objects.filter(pk=found.pk).update(**said)


MOVES = {
    "query": returned("query", query, "review_query", status="queried"),
    "accept": returned("accept", accept, "review_accept", status="accepted"),
    "correct": returned("correct", certifying.correct, status="being_corrected"),
    "discard": returned("drop_correction", certifying.drop_correction, status="accepted"),
    "excuse": returned(
        "excuse", excuse, "review_excuse", status="excused", not_asked_reason="A flood."
    ),
    "ask again": returned("ask_again", reviewing.ask_again, status="being_filled"),
    "reply": Move(
        lambda user, it: it.why_not("answer", user),
        lambda user, it: it.answer(by=user, reply="Two teachers left."),
        lambda it: ("kpis:consequence_reply", it.pk),
        reply_by_hand,
    ),
    "decide": Move(
        lambda user, it: it.why_not("decide", user),
        lambda user, it: decide(it, by=user),
        lambda it: ("kpis:consequence_decide", it.pk),
        decide_by_hand,
    ),
}
AUDITOR = {"role": Role.AUDITOR}
CASES = [
    Case("query", "Only a submitted return", lambda: by_an_officer(to_do)),
    Case("accept", "Only a submitted return", lambda: by_an_officer(to_do)),
    Case("accept", "Only officers", lambda: by_an_officer(submitted, **AUDITOR), 403, False),
    Case("correct", "once we have accepted it", lambda: by_its_owner(submitted)),
    Case("correct", "from a file", lambda: by_its_owner(from_a_file), by_the_database=False),
    Case("discard", "no correction", lambda: by_its_owner(excused)),
    Case("excuse", "not yet sent", lambda: by_an_officer(submitted)),
    Case("ask again", "is not excused", lambda: by_an_officer(submitted)),
    Case(
        "reply", "own people", lambda: by_the_other_side(a_proposal, owner_of_another), 404, False
    ),
    Case(
        "reply", "decided about", lambda: by_the_other_side(settled, lambda it: owner_of(it.school))
    ),
    Case("reply", "have replied", lambda: by_the_other_side(heard, lambda it: owner_of(it.school))),
    Case(
        "decide",
        "A manager decides",
        lambda: by_the_other_side(heard, lambda it: an_officer()),
        403,
    ),
    Case(
        "decide", "can reply until", lambda: by_the_other_side(a_proposal, lambda it: a_manager())
    ),
    Case("reply", "The last day to reply", too_late_to_reply),
    Case("decide", "is decided already", settled),
]
ALLOWED = {
    "query": lambda: by_an_officer(submitted),
    "accept": lambda: by_an_officer(submitted),
    "correct": lambda: by_its_owner(taken),
    "discard": lambda: by_its_owner(being_corrected),
    "excuse": lambda: by_an_officer(to_do),
    "ask again": lambda: by_an_officer(excused),
    "reply": a_proposal,
    "decide": heard,
}


def owner_of_another(found):
    return owner_of(a_school())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_page_verb_and_database_say_no_in_one_sentence(case, client):
    refused(case, MOVES[case.move], client)


@pytest.mark.parametrize("name", MOVES)
def test_they_let_it_through_where_there_is_no_sentence(name, client):
    allowed(ALLOWED[name], MOVES[name], client)
