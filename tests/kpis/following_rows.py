"""Rows of what follows from returns that the database must refuse: for ``test_constraints``."""

import contextlib
import datetime
from functools import partial

from kpis.models import (
    Consequence,
    ConsequenceRules,
    ImprovementPlan,
    KpiReturn,
    PerformanceDuty,
    PlanAction,
    PlanEvidence,
    PlanReview,
    RatingContest,
    ReturnQuery,
    ReturnVersion,
    ReturnWorkbook,
    SchoolNote,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.clock import database_now
from nmiss.base.files.models import StoredFile
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.factories.kpis import imported
from tests.factories.providers import SchoolFactory

NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 6, 1)
GONE = datetime.date(2020, 6, 1)
LATE = datetime.date(2999, 1, 1)
HIM = object()  # who writes
REPLIED = {"reply": "So.", "replied_by": HIM, "replied_at": NOW}


def changed(make, *, by=None, **fields):
    """A row that is right, and these fields of it that are not, written by who is named."""

    def write():
        row = make()
        person = by and UserFactory(role=by)
        people = {name: person for name, value in fields.items() if value is HIM}
        with acting_for(person) if person else contextlib.nullcontext():
            type(row)._base_manager.filter(pk=row.pk).update(**fields | people)

    return write


def copied(make, **fields):
    def write():
        row = make()
        row.pk, row._state.adding = None, True
        for name, value in fields.items():
            setattr(row, name, value)
        row.save(force_insert=True)

    return write


def a_consequence(**facts):
    def make():
        usual = {"kind": "plan", "grounds": "Red twice.", "reply_until": GONE}
        return Consequence.objects.create(school=SchoolFactory(), **usual | facts)

    return make


def an_answered_one():
    person, row = UserFactory(role=Role.PROVIDER), a_consequence(reply_until=LATE)()
    with acting_for(person):
        Consequence.objects.filter(pk=row.pk).update(**REPLIED | {"replied_by": person})
    return row


def a_decided_one():
    manager, row = UserFactory(role=Role.MANAGER), a_consequence()()
    with acting_for(manager):
        Consequence.objects.filter(pk=row.pk).update(
            status="decided",
            decided_kind="plan",
            decision="A plan helps.",
            decided_at=NOW,
            decided_by=manager,
        )
    return row


def rules(**numbers):
    return ConsequenceRules.objects.create(valid_from=DAY, **numbers)


def a_duty(clause="14.2"):
    return PerformanceDuty.objects.create(
        vehicle=the_dps(), clause=clause, recorded_by=UserFactory()
    )


def a_plan():
    found = a_decided_one()
    return ImprovementPlan.objects.create(
        school=found.school, consequence=found, opened_on=DAY, opened_by=UserFactory()
    )


def an_action(**facts):
    usual = {"plan": a_plan(), "words": "Hire", "owner": "Head", "due_on": DAY}
    return PlanAction.objects.create(**usual | facts)


def a_review(words="Better."):
    return PlanReview.objects.create(plan=a_plan(), words=words, reviewed_by=UserFactory())


def a_note(**facts):
    usual = {"kind": "visit", "theme": "staffing", "happened_on": DAY, "words": "Seen."}
    return SchoolNote.objects.create(
        school=SchoolFactory(), noted_by=UserFactory(), **usual | facts
    )


def a_query(**facts):
    officer = UserFactory(role=Role.OFFICER)
    version = ReturnVersion.objects.filter(imported=True).first()
    version = version or imported({"attended": 90}).versions.get()
    usual = {"key": "K01", "question": "Why?", "asked_at": database_now()}
    with acting_for(officer):
        return ReturnQuery.objects.create(version=version, asked_by=officer, **usual | facts)


def a_contest(**facts):
    somebody = UserFactory(role=Role.PROVIDER)
    contested = KpiReturn.objects.first() or imported({"attended": 90})
    usual = {"key": "K01", "rating": "red", "reason": "No.", "contested_at": database_now()}
    with acting_for(somebody):
        return RatingContest.objects.create(
            kpi_return=contested, contested_by=somebody, **usual | facts
        )


def an_answered_contest():
    row = a_contest()
    changed(lambda: row, **MANAGER, **ANSWERED)()
    return row


def some_evidence():
    somebody = UserFactory()
    file = StoredFile.keep_made(b"x", name="e.pdf", content_type="x", by=somebody)
    return PlanEvidence.objects.create(action=an_action(), file=file, added_by=somebody)


ANSWERED = {"answered_at": NOW, "answered_by": HIM, "answer": "So.", "is_upheld": True}


def a_workbook():
    somebody = UserFactory()
    file = StoredFile.keep_made(b"x", name="r.xlsx", content_type="x", by=somebody)
    return ReturnWorkbook.objects.create(
        file=file, uploaded_by=somebody, status="read", entries=[{"line": 2}]
    )


MANAGER = {"by": Role.MANAGER}
DECIDED = {"status": "decided", "decision": "So.", "decided_at": NOW, "decided_by": HIM}
CASES = [
    ("kpis_consequence_kind_is_known", a_consequence(kind="fine")),
    ("kpis_consequence_status_is_known", a_consequence(status="lost")),
    ("kpis_consequence_has_its_grounds", a_consequence(grounds="")),
    (
        "kpis_consequence_once_for_a_cause",
        copied(a_consequence(cause="K01 from 2024-Q4")),
    ),
    (
        "kpis_consequence_replied_at_and_replied_by",
        changed(a_consequence(reply_until=LATE), replied_at=NOW),
    ),
    (
        "kpis_consequence_decided_at_and_decided_by",
        changed(a_consequence(), **MANAGER, decided_by=HIM),
    ),
    (
        "kpis_consequence_decided_kind_is_known",
        changed(a_consequence(), **MANAGER, **DECIDED, decided_kind="fine"),
    ),
    (
        "kpis_consequence_decided_with_its_reason",
        changed(a_consequence(), **MANAGER, **DECIDED | {"decision": ""}, decided_kind="plan"),
    ),
    (
        "kpis_consequence_dropped_has_no_kind",
        changed(a_consequence(), **MANAGER, **DECIDED | {"status": "dropped"}, decided_kind="plan"),
    ),
    ("kpis_consequencerules_valid_from_key", copied(rules)),
    *(
        (
            "kpis_consequencerules_need_breadth_and_duration",
            partial(rules, **{name: low}),
        )
        for name, low in (("reds_in_row", 1), ("breadth", 1), ("duration", 1), ("reply_days", 61))
    ),
    ("kpis_performanceduty_has_its_clause", lambda: a_duty("")),
    ("kpis_performanceduty_vehicle_id_key", copied(a_duty)),
    ("kpis_improvementplan_consequence_id_key", copied(a_plan)),
    (
        "kpis_improvementplan_closed_at_and_closed_by",
        changed(a_plan, closed_at=NOW, closing_note="Better."),
    ),
    (
        "kpis_improvementplan_closed_with_a_note",
        changed(a_plan, by=Role.OFFICER, closed_at=NOW, closed_by=HIM),
    ),
    ("kpis_planaction_has_words_and_owner", lambda: an_action(words="")),
    ("kpis_planaction_has_words_and_owner", lambda: an_action(owner="")),
    ("kpis_planaction_done_with_its_evidence", changed(an_action, done_on=DAY)),
    ("kpis_planaction_done_with_its_evidence", changed(an_action, evidence="Hired.")),
    ("kpis_planreview_has_words", lambda: a_review("")),
    ("kpis_schoolnote_has_words", lambda: a_note(words="")),
    ("kpis_schoolnote_kind_is_known", lambda: a_note(kind="rumour")),
    ("kpis_schoolnote_theme_is_known", lambda: a_note(theme="food")),
    ("kpis_returnquery_once", lambda: [a_query(), a_query()]),
    ("kpis_returnquery_asks_something", lambda: a_query(question="")),
    (
        "kpis_returnquery_answered_with_words",
        changed(a_query, by=Role.PROVIDER, answered_at=NOW, answered_by=HIM),
    ),
    (
        "kpis_returnquery_answered_at_and_answered_by",
        changed(a_query, by=Role.PROVIDER, answered_at=NOW, answer="Two days."),
    ),
    ("kpis_ratingcontest_once", lambda: [a_contest(), a_contest()]),
    ("kpis_ratingcontest_has_its_reason", lambda: a_contest(reason="")),
    (
        "kpis_ratingcontest_answered_with_words",
        changed(a_contest, **MANAGER, answered_at=NOW, answered_by=HIM, is_upheld=True),
    ),
    (
        "kpis_ratingcontest_answered_at_and_answered_by",
        changed(a_contest, answered_at=NOW, answer="So.", is_upheld=True),
    ),
    ("kpis_returnworkbook_status_is_known", changed(a_workbook, status="lost")),
    (
        "kpis_returnworkbook_taken_at_and_taken_by",
        changed(a_workbook, status="saved", taken_at=NOW, entries=[]),
    ),
    ("kpis_returnworkbook_taken_by_somebody", changed(a_workbook, status="saved", entries=[])),
    ("kpis_returnworkbook_keeps_nothing_once_settled", changed(a_workbook, status="dropped")),
]


def deleted(make):
    def write():
        row = make()
        type(row)._base_manager.filter(pk=row.pk)._raw_delete(using="default")

    return write


def answered_by_who_accepted():
    """Whoever accepted the return answers about a rating of it."""
    row, officer = a_contest(), UserFactory()
    with acting_for(officer):
        versions = ReturnVersion.objects.filter(kpi_return=row.kpi_return)
        versions.update(accepted_at=NOW, accepted_by=officer)
        answered = ANSWERED | {"answered_by": officer}
        RatingContest.objects.filter(pk=row.pk).update(**answered)


TRIGGERS = [
    (
        "consequence_heard_before_decided",
        changed(
            a_consequence(reply_until=LATE),
            **MANAGER,
            **DECIDED,
            decided_kind="plan",
        ),
        "may still reply",
    ),
    (
        "consequence_heard_before_decided",
        changed(a_consequence(), by=Role.OFFICER, **DECIDED, decided_kind="plan"),
        "A manager decides",
    ),
    ("consequence_heard_before_decided", changed(a_decided_one, grounds="Else."), "not change"),
    (
        "consequence_heard_before_decided",
        changed(a_consequence(), by=Role.PROVIDER, **REPLIED),
        "time to reply is over",
    ),
    (
        "consequence_heard_before_decided",
        changed(an_answered_one, by=Role.PROVIDER, **REPLIED),
        "reply does not change",
    ),
    ("consequence_kept_for_good", deleted(a_consequence()), "Cannot delete"),
    ("consequencerules_append_only", changed(rules, breadth=4), "Cannot update"),
    ("performanceduty_append_only", changed(a_duty, clause="15"), "Cannot update"),
    ("schoolnote_append_only", changed(a_note, words="Unseen."), "Cannot update"),
    ("planevidence_append_only", changed(some_evidence, added_at=NOW), "Cannot update"),
    ("planevidence_append_only", deleted(some_evidence), "Cannot update or delete"),
    ("ratingcontest_as_it_was_contested", changed(a_contest, reason="Else."), "Cannot update"),
    (
        "ratingcontest_answered_by_another",
        changed(a_contest, by=Role.PROVIDER, **ANSWERED),
        "The council answers",
    ),
    ("ratingcontest_answered_by_another", answered_by_who_accepted, "Another person"),
    ("ratingcontest_answered_once", changed(an_answered_contest, answer="No."), "Cannot update"),
    ("ratingcontest_kept_for_good", deleted(a_contest), "Cannot delete"),
    ("returnquery_as_it_was_asked", changed(a_query, question="Else?"), "Cannot update"),
    ("returnquery_kept_for_good", deleted(a_query), "Cannot delete"),
]


def for_another(make, person, **fields):
    """Somebody is named who does not act."""

    def write():
        row = make()
        type(row)._base_manager.filter(pk=row.pk).update(**fields | {person: UserFactory()})

    return write


IN_PERSON = {
    "consequence": for_another(a_consequence(), "replied_by", reply="So.", replied_at=NOW),
    "ratingcontest": for_another(
        a_contest, "answered_by", answer="So.", answered_at=NOW, is_upheld=True
    ),
    "returnquery": for_another(a_query, "answered_by", answer="So.", answered_at=NOW),
    "returnworkbook": for_another(a_workbook, "taken_by", status="saved", taken_at=NOW, entries=[]),
}


def when(make, instant, **fields):
    """The instant that the database has, where somebody gave another."""

    def ask():
        row = make()
        changed(lambda: row, **MANAGER, **fields | {instant: NOW})()
        row.refresh_from_db()
        return getattr(row, instant)

    return ask


DATED = {
    "consequence": when(a_consequence(), "decided_at", **DECIDED, decided_kind="plan"),
    "ratingcontest": when(a_contest, "answered_at", **ANSWERED),
    "returnquery": when(a_query, "answered_at", answered_by=HIM, answer="So."),
    "returnworkbook": when(a_workbook, "taken_at", taken_by=HIM, status="saved", entries=[]),
}
