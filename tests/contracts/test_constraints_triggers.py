"""What must never happen: the triggers of the purchasing system refuse it, whoever writes it.

Each trigger of ours, but those that keep histories, has a case for each thing that it refuses; a
new trigger without one fails the first test.
"""

from __future__ import annotations

import contextlib
import datetime

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from contracts.applications.permissions import MOST_DOCUMENTS
from contracts.arrangements.proposing import propose_window
from contracts.evaluation import deciding
from contracts.evaluation.models import recommendation_of
from contracts.models import (
    Application,
    Approval,
    EarlyEvaluation,
    EvaluationScheme,
    Finding,
    LetterReading,
    ModeratedScore,
    Opening,
    OutcomeLetter,
    Prolongation,
    RecoveryWindow,
    Round,
    Signature,
    Takeover,
    Variation,
    Vehicle,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.core import clock
from nmiss.base.core.acting import acting_for
from nmiss.base.files.models import StoredFile
from tests import owners
from tests.factories.accounts import UserFactory
from tests.factories.contracts import (
    ApplicationFactory,
    EvaluationSchemeFactory,
    RoundFactory,
    a_figure,
    opened,
    received,
)
from tests.factories.evaluating import (
    REASON,
    an_evaluator,
    assigned,
    clear,
    diligent,
    moderated,
    recommended,
    score_all,
)
from tests.factories.extending import (
    a_finding_on_an_appraisal,
    a_question_about_it,
    a_starter_assumption,
    a_variation,
    an_answered_letter,
    an_appraisal,
    an_approval_limit,
    an_extension_letter,
)
from tests.factories.joining import decided, offered, signed
from tests.factories.proposals import agree
from tests.factories.providers import ProviderFactory
from tests.factories.takeovers import a_mapping, a_plan

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
WRITTEN_BY_A_TRIGGER = {"submission_receive"}  # see test_submitting: it dates and places receipts
# See test_walls, and evaluation/test_walls_of_outcomes.
FOR_ALL_BUT_THE_OWNER = {
    "application_of_its_round",
    "application_withdrawn_by_its_applicant",
    "lotoutcome_frozen_with_the_recommendation",
    "round_deadline",
}
# See arrangements/test_terms, test_decisions, test_approval_limits and test_extending, and
# membership/test_extensions.
OF_THE_TERM = {
    "vehicle_no_longer_than_the_law",
    "approvallimit_from_a_day_to_come",
    "extensionletter_answered_in_time",
    "extensionoption_covered_by_its_decision",
    "extensionoption_decided_within_the_scheme",
    "extensionoption_follows_the_term",
    "extensionoption_left_by_who_declined",
    "extensionoption_moves_the_end",
    "extensionoption_told_by_letters",
    "extensionoption_used_by_two",
    "extensionoption_used_in_order",
    "membership_begins_before_the_vehicle_ends",
    "round_within_the_term",
    "vehicle_ends_by_its_options",
}
# See membership/test_taking_over, and placements/test_takeovers.
OF_A_TAKEOVER = {
    "membershipmapping_fixed_once_agreed",
    "takeover_adds_up",
    "takeover_agreed_by_two",
    "takeover_has_every_call_off",
}
# See test_walls_of_rounds and membership/test_walls_of_members.
OF_WHAT_WAS_SAID = {
    "application_of_no_round",
    "clarification_answered_once",
    "evidencerequest_answered_once",
    "sentdocument_stays_as_sent",
    *(
        f"{name}_kept_for_good"
        for name in (
            *("agreement", "application", "clarification", "declarationrenewal", "evidence"),
            *("evidencerequest", "extensionletter", "extensionquestion", "refusedfile", "section"),
        )
    ),
}
LONG_AGO = "2026-01-01T00:00Z"


def what_is_offered(field, value):
    def change():
        offered()._meta.model.objects.update(**{field: value})

    return change


def offered_from_a_day_after_the_vehicle_has_ended():
    agreement = offered()
    agreement.withdraw(by=UserFactory(), reason="Another day.")
    Vehicle.objects.update(initial_ends_on=agreement.starts_on - DAY)
    agreement.pk, agreement._state.adding = None, True
    agreement.status, agreement.reason = "offered", ""
    agreement.save(force_insert=True)


def opened_by_one():
    application = received()
    EarlyEvaluation.decide(application, by=UserFactory(), reason="It would go red.")
    officer = UserFactory()
    clear(application, officer)
    _take_part(application, officer)
    _open(application)


def _take_part(application, officer):
    with acting_for(officer):
        Opening.objects.create(application=application, officer=officer)


def opened_by_two_of_whom_one_has_a_conflict_since():
    application = received()
    EarlyEvaluation.decide(application, by=UserFactory(), reason="It would go red.")
    for officer in (UserFactory(), UserFactory()):
        clear(application, officer)
        _take_part(application, officer)
    _has_a_conflict(application, officer)
    _open(application)


def opened_before_the_round_has_closed():
    with owners.without("contracts.Opening:without_a_conflict"):
        application = _with_a_part_in_opening(officers=2)
    _open(application)


def a_part_in_opening_before_the_round_has_closed():
    _with_a_part_in_opening(officers=1)


def _with_a_part_in_opening(*, officers):
    RoundFactory()
    application = received()
    for _ in range(officers):
        officer = UserFactory()
        clear(application, officer)
        _take_part(application, officer)
    return application


def a_third_part_in_opening():
    application = opened()
    _take_part(application, an_evaluator(application))


def _has_a_conflict(application, person):
    with acting_for(person):
        application.conflicts.filter(person=person).update(has_conflict=True, details="A cousin.")


def _open(application):
    Application.objects.filter(pk=application.pk).update(
        opened_at=timezone.now(), status="evaluated"
    )


def approved_by(person):
    def approve():
        application = recommended()
        _approve(application, person(application))

    return approve


def a_manager_who_declared_nothing(application):
    return UserFactory(role=Role.MANAGER)


def approved_by_who_evaluated():
    manager = UserFactory(role=Role.MANAGER)
    _approve(recommended(people=[manager, UserFactory(role=Role.OFFICER)]), manager)


def an_officer(application):
    return an_evaluator(application, role=Role.OFFICER)


def admitted_without_a_lot():
    application = recommended()
    application.lot_outcomes.all().delete()
    _approve(application, an_evaluator(application, role=Role.MANAGER))


def _approve(application, person, recommendation=None):
    with acting_for(person):
        Approval.objects.create(
            application=application,
            recommendation=recommendation or recommendation_of(application),
            approved_by=person,
        )


def approved_as_another_was_recommended():
    application = recommended()
    manager = an_evaluator(application, role=Role.MANAGER)
    _approve(application, manager, recommendation_of(recommended()))


def approved_though_it_was_sent_back():
    application = recommended()
    recommendation = recommendation_of(application)
    deciding.send_back(
        application, by=an_evaluator(application, role=Role.MANAGER), reason="It reads thin."
    )
    _approve(application, an_evaluator(application, role=Role.MANAGER), recommendation)


def at_the_end(write):
    """What is asked as the transaction ends."""

    def until_then():
        write()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    return until_then


def approved_and_not_decided():
    application = recommended()
    _approve(application, an_evaluator(application, role=Role.MANAGER))


def recommended_and_not_moved():
    application = diligent()
    officer = application.openings.first().officer
    with acting_for(officer):
        application.recommendations.create(result="admitted", text="x", recommended_by=officer)


def sent_back_and_not_moved():
    sent_back_by(a_cleared_manager)()


def sent_back_by(who):
    def send_back():
        application = recommended()
        person = who(application)
        with acting_for(person):
            _send_back(application, person)

    return send_back


def a_cleared_manager(application):
    return an_evaluator(application, role=Role.MANAGER)


def sent_back_by_who_evaluated():
    manager = UserFactory(role=Role.MANAGER)
    application = recommended(people=[manager, UserFactory(role=Role.OFFICER)])
    with acting_for(manager):
        _send_back(application, manager)


def sent_back_in_the_name_of_another():
    application = recommended()
    manager = a_cleared_manager(application)
    with acting_for(UserFactory()):
        _send_back(application, manager)


def _send_back(application, person, **given):
    application.recommendations.update(
        sent_back_at=timezone.now(), sent_back_by=person, sent_back_reason="Thin.", **given
    )


def sent_back_twice():
    application = recommended()
    manager = an_evaluator(application, role=Role.MANAGER)
    deciding.send_back(application, by=manager, reason="It reads thin.")
    with acting_for(manager):
        _send_back(application, manager)


def sent_back_once_it_was_approved():
    application, manager = decided(), UserFactory(role=Role.MANAGER)
    with acting_for(manager):
        _send_back(application, manager)


def recommended_without_a_declaration():
    application, person = diligent(), UserFactory(role=Role.OFFICER)
    with acting_for(person):
        application.recommendations.create(result="admitted", text="x", recommended_by=person)


def recommended_before_it_was_opened():
    application, person = received(), UserFactory(role=Role.OFFICER)
    clear(application, person)
    with acting_for(person):
        application.recommendations.create(result="admitted", text="x", recommended_by=person)


def moved(make, status):
    """Moved without the part that says why."""

    def move():
        application = make()
        Application.objects.filter(pk=application.pk).update(status=status)

    return move


def by_an_auditor(model, who):
    def write():
        application, person = received(), UserFactory(role=Role.AUDITOR)
        with acting_for(person):
            model.objects.create(application=application, reason="x", **{who: person})

    return write


def a_letter_before_it_is_told():
    application = decided()
    OutcomeLetter.objects.create(
        application=application, content={}, file=application.sealed_report.file
    )


def assigned_with_a_conflict():
    application = assigned()
    person = an_evaluator(application)
    _has_a_conflict(application, person)
    _assign(application, person)


def assigned_to_four():
    application = assigned()
    for _ in range(2):
        _assign(application, an_evaluator(application))


def assigned_once_it_was_recommended():
    application = recommended()
    _assign(application, an_evaluator(application))


def declared_once_it_was_told():
    application, person = offered().application, UserFactory(role=Role.OFFICER)
    with acting_for(person):
        application.conflicts.create(person=person, has_conflict=False)


def _assign(application, person):
    first = application.assignments.first()
    application.assignments.create(question=first.question, evaluator=person)


def a_published_scheme_deleted():
    scheme = EvaluationSchemeFactory()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM contracts_evaluationscheme WHERE id = %s", [scheme.pk])


def a_published_scheme_rescaled():
    EvaluationSchemeFactory()
    EvaluationScheme.objects.update(scale=5)


def weights_that_do_not_add_up():
    draft = EvaluationSchemeFactory(published=False)
    draft.questions.filter(number=11).update(weight="20.01")
    EvaluationScheme.objects.update(published_at=timezone.now(), published_by=UserFactory())


def of_a_published_scheme(part):
    def change():
        part(EvaluationSchemeFactory())

    return change


def a_finding(status="evaluated", declares=True):
    def make():
        application = opened() if status == "evaluated" else received()
        officer = UserFactory()
        if declares:
            clear(application, officer)
        with acting_for(officer):
            return Finding.objects.create(
                application=application, kind="register", passed=True, reason="x", found_by=officer
            )

    return make


def a_finding_undone():
    application = recommended()
    application.findings.update(superseded_at=timezone.now())


def an_agreed_score(by_the_chair=True, score=7, scored=True):
    def agree():
        application = assigned()
        if scored:
            score_all(application)
        chair = application.openings.first().officer if by_the_chair else UserFactory()
        question = application.scheme.questions.get(number=11)
        _agree(application, question, chair, score=score)

    return agree


def an_agreed_score_while_one_owes():
    application = assigned()
    score_all(application, questions=[11])
    question = application.scheme.questions.get(number=11)
    application.assignments.create(question=question, evaluator=an_evaluator(application))
    _agree(application, question, application.openings.first().officer, score=7)


def _agree(application, question, chair, *, score):
    with acting_for(chair):
        application.moderated_scores.create(
            question=question, score=score, reason="x", chair=chair, present=["x"]
        )


def opened_without_a_declaration():
    _take_part(received(), UserFactory())


def declared_by_a_placement_officer():
    application, person = received(), UserFactory(role=Role.PLACEMENTS)
    with acting_for(person):
        application.conflicts.create(person=person, has_conflict=False)


def opened_by_who_was_an_officer():
    application, person = received(), UserFactory(role=Role.OFFICER)
    clear(application, person)
    User.objects.filter(pk=person.pk).update(is_active=False)
    _take_part(application, person)


def a_score(score=7, rationale=REASON, before=lambda application: None):
    def give():
        application = assigned()
        before(application)
        assignment = application.assignments.first()
        with acting_for(assignment.evaluator):
            assignment.scores.create(score=score, rationale=rationale)

    return give


def a_conflict_of_the_evaluator(application):
    evaluator = application.assignments.first().evaluator
    _has_a_conflict(application, evaluator)


def replaced(application):
    application.assignments.filter(pk=application.assignments.first().pk).update(
        released_at=timezone.now()
    )


def found_ineligible(application):
    officer = application.openings.first().officer
    Finding.make(application, "exclusion", by=officer, passed=False, reason="A conviction.")


def signed_under_another_document():
    agreement = offered()
    person = UserFactory()
    with acting_for(person):
        Signature.objects.create(
            agreement=agreement,
            side="provider",
            person=person,
            name="A",
            capacity="B",
            digest="0" * 64,
        )


def a_round(change, **given):
    def move():
        round = RoundFactory(**given)
        Round.objects.update(**change(round))

    return move


def a_window():
    return agree(_proposed_window(), by=UserFactory()) or RecoveryWindow.objects.last()


def a_variation_beyond_half():
    within = a_variation()
    with acting_for(within.recorded_by):
        Variation.objects.create(
            **{"vehicle": within.vehicle, "ground": "c", "description": "?", "value": 501},
            **{"agreed_on": within.agreed_on, "agreed_by": "?", "recorded_by": within.recorded_by},
        )


def a_voided_variation():
    variation = a_variation()
    variation.void(by=UserFactory(role=Role.OFFICER), reason="Entered twice.")
    return variation


def a_window_given_by_one():
    proposal = _proposed_window()
    RecoveryWindow.objects.create(
        round_id=proposal.data.round,
        provider_id=proposal.data.provider,
        closes_at=proposal.data.closes_at,
        proposal=proposal,
    )


def _proposed_window():
    until = clock.database_now() + DAY
    given = {"provider": ProviderFactory(), "closes_at": until, "reason": "An outage."}
    round = Round.objects.by_time().last() or RoundFactory()
    return propose_window(round, by=UserFactory(), **given)


def rows(make, change):
    """Change, or delete, all rows of the model of what is made."""

    def write():
        row = make()
        found = type(row)._base_manager.filter(pk=row.pk)
        found.update(**change) if change else found._raw_delete(found.db)

    return write


def kept(trigger, make, **change):
    return [
        (trigger, rows(make, change), "Cannot update or delete"),
        (trigger, rows(make, None), "Cannot update or delete"),
    ]


def a_reading():
    letter = offered().application.letter
    LetterReading.note(letter, by=letter.application.provider.owners().get().user)
    return letter.readings.get()


def planned_for_another_day():
    plan = a_plan()
    with owners.whoever_does_it(Takeover):
        Takeover.objects.filter(pk=plan.pk).update(starts_on="2027-01-01")


def mapped_into_the_old_one():
    row = a_mapping()
    row.lot = row.membership.lot
    row.save()


def an_agreed():
    return moderated().moderated_scores.first()


def superseded_once_recommended():
    recommended().moderated_scores.update(superseded_at=LATER)


def superseded_twice():
    of_one = ModeratedScore.kept.filter(pk=an_agreed().pk)
    of_one.update(superseded_at=LATER)
    of_one.update(superseded_at="2031-01-01T00:00Z")


def received_without_a_version():
    RoundFactory()
    ApplicationFactory(received_at=timezone.now(), status="received")


def document_of(person):
    application = received()
    file = StoredFile.keep_made(b"x", name="x.pdf", content_type="application/pdf", by=person)
    with acting_for(person or application.started_by):
        return application.evidence.create(
            kind="other", file=file, name="x.pdf", added_by=application.started_by
        )


def document_of_another_name():
    document = document_of(None)
    with acting_for(document.added_by):
        document.name = "another.pdf"
        document.save()


def a_document_too_many():
    document = document_of(None)
    with acting_for(document.added_by):
        for _ in range(MOST_DOCUMENTS):
            document.pk, document._state.adding = None, True
            document.save(force_insert=True)


def of_another_provider():
    received()
    Application.objects.update(provider=ProviderFactory())


def declared_in_the_place_of_another():
    declaration, person = opened().conflicts.first(), UserFactory()
    with acting_for(person):
        type(declaration).objects.filter(pk=declaration.pk).update(person=person)


def a_conflict_taken_back():
    application = opened()
    person = application.openings.first().officer
    _has_a_conflict(application, person)
    with acting_for(person):
        application.conflicts.filter(person=person).update(has_conflict=False)


def prolonged():
    return Prolongation.grant(received(), by=UserFactory(), reason="The accounts came late.")


def a_recommendation():
    return recommended().recommendations.get()


LATER = "2030-01-01T00:00Z"
AS_LONG = "as long as a recommendation stands"
STAYS = "An agreed score stays"
EDITED = "is not edited: succeed it"
CASES = [
    (
        "agreement_begins_before_the_vehicle_ends",
        offered_from_a_day_after_the_vehicle_has_ended,
        "a day of the vehicle",
    ),
    ("agreement_what_is_offered_stands", what_is_offered("digest", "0" * 64), "Cannot"),
    ("agreement_what_is_offered_stands", what_is_offered("starts_on", "2030-01-01"), "Cannot"),
    ("application_opened_by_two_in_its_time", opened_by_one, "takes two"),
    (
        "application_opened_by_two_in_its_time",
        opened_by_two_of_whom_one_has_a_conflict_since,
        "takes two",
    ),
    (
        "application_opened_by_two_in_its_time",
        opened_before_the_round_has_closed,
        "after its round has closed",
    ),
    (
        "approval_by_an_outsider",
        approved_by(a_manager_who_declared_nothing),
        "declared no conflict",
    ),
    ("approval_by_an_outsider", approved_by(an_officer), "A manager who"),
    (
        "approval_by_an_outsider",
        approved_by_who_evaluated,
        "took part in evaluating",
    ),
    ("approval_by_an_outsider", admitted_without_a_lot, "awarded a lot"),
    ("approval_by_an_outsider", approved_as_another_was_recommended, "that stands"),
    ("approval_by_an_outsider", approved_though_it_was_sent_back, "that stands"),
    ("approval_moves_its_application", at_the_end(approved_and_not_decided), "is decided as"),
    *kept("approval_append_only", lambda: decided().approval, approved_at=LATER),
    ("application_recommended_and_decided_as_written", moved(diligent, "recommended"), AS_LONG),
    ("application_recommended_and_decided_as_written", moved(recommended, "evaluated"), AS_LONG),
    ("application_told_by_a_letter", at_the_end(moved(decided, "told")), "told by a letter"),
    (
        "earlyevaluation_by_who_commissions",
        by_an_auditor(EarlyEvaluation, "decided_by"),
        "nobody else",
    ),
    *kept("earlyevaluation_append_only", lambda: opened().early_evaluation, reason="x"),
    (
        "prolongation_by_who_commissions",
        by_an_auditor(Prolongation, "prolonged_by"),
        "nobody else",
    ),
    *kept("prolongation_append_only", prolonged, reason="x"),
    (
        "application_received_as_submitted",
        rows(received, {"received_at": LONG_AGO}),
        "when a version of it is",
    ),
    ("application_received_as_submitted", received_without_a_version, "when a version of it is"),
    ("application_whose_it_is", of_another_provider, "Cannot update"),
    ("application_whose_it_is", rows(received, {"started_at": LONG_AGO}), "Cannot update"),
    ("evidence_added_by_the_applicant", lambda: document_of(UserFactory()), "in person"),
    ("evidence_of_what_it_was", document_of_another_name, "Cannot update"),
    ("evidence_no_more_than", a_document_too_many, "no more than 200"),
    (
        "assignment_of_whom_it_was",
        lambda: assigned().assignments.update(evaluator=UserFactory()),
        "Cannot update",
    ),
    (
        "assignment_kept_for_good",
        rows(lambda: assigned().assignments.first(), None),
        "Cannot delete",
    ),
    ("assignment_by_the_rules", assigned_with_a_conflict, "with a conflict"),
    ("assignment_by_the_rules", assigned_to_four, "more than 3"),
    ("assignment_by_the_rules", assigned_once_it_was_recommended, "is evaluated"),
    ("evaluationscheme_kept_once_published", a_published_scheme_deleted, "Cannot delete"),
    ("evaluationscheme_whole_when_published", a_published_scheme_rescaled, EDITED),
    ("evaluationscheme_whole_when_published", weights_that_do_not_add_up, "add up to 100"),
    (
        "question_frozen_once_published",
        of_a_published_scheme(lambda scheme: scheme.questions.update(text="x")),
        EDITED,
    ),
    (
        "question_frozen_once_published",
        of_a_published_scheme(
            lambda scheme: scheme.questions.create(
                number=17, section="x", title="x", text="x", weight=1
            )
        ),
        EDITED,
    ),
    (
        "threshold_frozen_once_published",
        of_a_published_scheme(lambda scheme: scheme.thresholds.update(total_minimum=1)),
        EDITED,
    ),
    (
        "questionminimum_frozen_once_published",
        of_a_published_scheme(lambda scheme: scheme.thresholds.first().minimums.update(minimum=1)),
        EDITED,
    ),
    ("finding_in_its_time", a_finding(status="received"), "while an application is evaluated"),
    ("finding_in_its_time", a_finding(declares=False), "declared no conflict"),
    ("finding_in_its_time", a_finding_undone, "while an application is evaluated"),
    ("finding_in_its_time", rows(a_finding(), {"passed": False}), "A finding stays"),
    ("finding_append_only", rows(a_finding(), None), "Cannot delete"),
    ("moderatedscore_after_two_scores", an_agreed_score(by_the_chair=False), "no conflict"),
    ("moderatedscore_after_two_scores", an_agreed_score(score=11), "in the scale"),
    ("moderatedscore_after_two_scores", an_agreed_score(scored=False), "score first"),
    ("moderatedscore_after_two_scores", an_agreed_score_while_one_owes, "score first"),
    ("moderatedscore_append_only", rows(an_agreed, None), "Cannot delete"),
    ("moderatedscore_superseded_once", rows(an_agreed, {"score": 9}), STAYS),
    ("moderatedscore_superseded_once", superseded_once_recommended, STAYS),
    ("moderatedscore_superseded_once", superseded_twice, STAYS),
    (
        "conflictdeclaration_kept_for_good",
        rows(lambda: opened().conflicts.first(), None),
        "Cannot delete",
    ),
    (
        "conflictdeclaration_of_whom_it_was",
        declared_in_the_place_of_another,
        "Cannot update",
    ),
    ("conflictdeclaration_conflicts_stand", a_conflict_taken_back, "Cannot update"),
    (
        "conflictdeclaration_by_who_commissions",
        declared_by_a_placement_officer,
        "nobody else",
    ),
    ("conflictdeclaration_by_who_commissions", declared_once_it_was_told, "until the outcome"),
    ("opening_without_a_conflict", opened_by_who_was_an_officer, "nobody else"),
    ("opening_without_a_conflict", opened_without_a_declaration, "declared no conflict"),
    (
        "opening_without_a_conflict",
        a_part_in_opening_before_the_round_has_closed,
        "before its time",
    ),
    ("opening_without_a_conflict", a_third_part_in_opening, "or after"),
    *kept("opening_append_only", lambda: opened().openings.first(), at="2026-01-01T00:00Z"),
    ("recommendation_by_the_rules", rows(a_recommendation, {"text": "x"}), "stays"),
    ("recommendation_by_the_rules", sent_back_twice, "stays"),
    ("recommendation_by_the_rules", sent_back_once_it_was_approved, "not sent back"),
    ("recommendation_by_the_rules", sent_back_by(an_officer), "took no part"),
    ("recommendation_by_the_rules", sent_back_by(a_manager_who_declared_nothing), "took no part"),
    ("recommendation_by_the_rules", sent_back_by_who_evaluated, "took no part"),
    ("recommendation_by_the_rules", recommended_before_it_was_opened, "is evaluated"),
    ("recommendation_by_the_rules", recommended_without_a_declaration, "declared no conflict"),
    ("recommendation_kept_for_good", rows(a_recommendation, None), "Cannot delete"),
    ("recommendation_moves_with_its_application", at_the_end(recommended_and_not_moved), AS_LONG),
    ("recommendation_moves_with_its_application", at_the_end(sent_back_and_not_moved), AS_LONG),
    *kept("sealedreport_append_only", lambda: decided().sealed_report, file_id=0),
    ("outcomeletter_of_what_is_told", a_letter_before_it_is_told, "that is told"),
    *kept("outcomeletter_append_only", lambda: offered().application.letter, content={}),
    *kept("letterreading_append_only", a_reading, read_by_id=0),
    ("score_by_the_rules", a_score(score=11), "by the rules"),
    ("score_by_the_rules", a_score(rationale="Good."), "by the rules"),
    ("score_by_the_rules", a_score(before=a_conflict_of_the_evaluator), "by the rules"),
    ("score_by_the_rules", a_score(before=replaced), "by the rules"),
    ("score_by_the_rules", a_score(before=found_ineligible), "complete and eligible"),
    ("score_by_the_rules", a_score(before=score_all), "all have scored"),
    *kept(
        "score_append_only",
        lambda: diligent().assignments.first().scores.get(),
        score=9,
    ),
    ("signature_under_this_document", signed_under_another_document, "document of the agreement"),
    *kept("signature_append_only", lambda: signed().signatures.get(), name="Another"),
    ("submission_kept_for_good", rows(lambda: received().submissions.get(), None), "Cannot delete"),
    (
        "submission_received_once",
        rows(lambda: received().submissions.get(), {"received_at": "2026-01-01T00:00Z"}),
        "does not change",
    ),
    *kept("submittedcontent_append_only", lambda: opened().contents.get(), content={}),
    ("takeover_its_parties_stand", planned_for_another_day, "Cannot update"),
    ("takeover_kept_for_good", rows(a_plan, None), "Cannot delete"),
    (
        "membershipmapping_of_its_arrangements",
        mapped_into_the_old_one,
        "into the one that takes over",
    ),
    (
        "round_never_shortened",
        a_round(lambda round: {"closes_at": round.closes_at - DAY}),
        "never shortened",
    ),
    (
        "round_never_shortened",
        a_round(lambda round: {"closes_at": round.closes_at + DAY}, closed=True),
        "never shortened",
    ),
    (
        "round_never_shortened",
        a_round(lambda round: {"closes_at": round.closes_at + DAY}),
        "Two officers extend",
    ),
    (
        "extensionletter_what_was_sent_stands",
        rows(an_extension_letter, {"answer_by": LONG_AGO[:10]}),
        "Cannot",
    ),
    (
        "extensionquestion_what_was_asked_stands",
        rows(a_question_about_it, {"words": "Another?"}),
        "Cannot",
    ),
    *kept("approvallimit_append_only", an_approval_limit, up_to=0),
    (
        "variation_stays_or_is_voided",
        rows(a_variation, {"value": 1}),
        "stays as it was recorded",
    ),
    ("variation_never_goes", rows(a_variation, None), "Cannot delete"),
    ("variation_within_the_limits", a_variation_beyond_half, "at most half"),
    *kept("vehiclefigure_append_only", a_figure, spent=0),
    *kept("appraisal_append_only", an_appraisal, title="Another"),
    *kept("appraisalfinding_append_only", a_finding_on_an_appraisal, reason="Another."),
    *kept("starterassumption_append_only", a_starter_assumption, starters=0),
    *kept("recoverywindow_kept_for_good", a_window, closes_at=LONG_AGO),
    ("recoverywindow_agreed_by_two", a_window_given_by_one, "Two officers give"),
    (
        "round_never_shortened",
        a_round(lambda round: {"opens_at": round.opens_at - DAY}),
        "does not move",
    ),
]

OURS = """
    SELECT tgrelid::regclass::text || ' ' || tgname FROM pg_trigger
    WHERE NOT tgisinternal AND tgrelid::regclass::text LIKE 'contracts\\_%'
      AND tgrelid::regclass::text NOT LIKE '%event'
      AND tgname !~ '_(insert_insert|update_update|delete_delete)_'
"""


def test_every_trigger_has_a_case():
    with connection.cursor() as cursor:
        cursor.execute(OURS)
        there = {_name(*row.split()) for (row,) in cursor.fetchall()}

    dated = {name for name in there if name.endswith("_dated_by_the_database")}
    asked = {name for name in there if name.endswith("_done_in_person")}  # see IN_PERSON
    moving = {name for name in there if name.endswith("_by_its_moves")}  # see test_lifecycles
    written = {name for name in there if name.endswith("_written_by_somebody")}  # see test_written
    elsewhere = WRITTEN_BY_A_TRIGGER | FOR_ALL_BUT_THE_OWNER | OF_THE_TERM | OF_A_TAKEOVER
    elsewhere |= OF_WHAT_WAS_SAID
    assert there - dated - asked - moving - written == {name for name, _, _ in CASES} | elsewhere
    assert len(asked) == 17
    assert len(dated) == len({type(make()) for make, _ in DATED})


def _name(table, trigger):
    """Without what pgtrigger puts before and after: round_never_shortened."""
    table = table.removeprefix("contracts_")
    if not trigger.startswith("pgtrigger_"):
        return trigger.removeprefix("contracts_")
    return f"{table}_{trigger.removeprefix('pgtrigger_').rpartition('_')[0]}"


def named(make, **given):
    """Name somebody who did it on a row, while somebody else acts."""

    def name():
        row, person = make(), UserFactory(role=Role.MANAGER)
        with acting_for(UserFactory()):
            given_to = {each: person if value is None else value for each, value in given.items()}
            type(row)._base_manager.filter(pk=row.pk).update(**given_to)

    return name


def copied(make):
    """The row once more, written by nobody in person."""

    def copy():
        row = make()
        row.pk, row._state.adding = None, True
        row.save(force_insert=True)

    return copy


def recommended_in_the_name_of_another():
    application = diligent()
    officer = application.openings.first().officer
    application.recommendations.create(result="admitted", text="x", recommended_by=officer)


def approved_in_the_name_of_a_manager():
    application = recommended()
    manager = an_evaluator(application, role=Role.MANAGER)
    with acting_for(UserFactory(role=Role.MANAGER)):
        Approval.objects.create(
            application=application,
            recommendation=recommendation_of(application),
            approved_by=manager,
        )


IN_PERSON = [
    copied(an_approval_limit),
    copied(a_starter_assumption),
    copied(an_appraisal),
    copied(a_variation),
    copied(a_finding_on_an_appraisal),
    copied(lambda: opened().early_evaluation),
    copied(prolonged),
    recommended_in_the_name_of_another,
    sent_back_in_the_name_of_another,
    approved_in_the_name_of_a_manager,
    copied(lambda: opened().conflicts.first()),
    named(lambda: opened().conflicts.first(), has_conflict=True, details="A cousin."),
    copied(lambda: opened().openings.first()),
    copied(lambda: diligent().findings.first()),
    copied(lambda: moderated().moderated_scores.first()),
    copied(lambda: received().submissions.get()),
    copied(lambda: signed().signatures.get()),
]


@pytest.mark.parametrize("write", IN_PERSON)
def test_nobody_is_named_who_does_it_not_in_person(write):
    with pytest.raises(DatabaseError, match="in person"):
        write()


def test_nobody_scores_for_another():
    assignment = assigned().assignments.first()
    for person in (UserFactory(), assignment.application.provider.owners().get().user):
        refused = pytest.raises(DatabaseError, match="assigned scores in person")
        with refused, acting_for(person):
            assignment.scores.create(score=7, rationale=REASON)


def sent_back():
    application = recommended()
    manager = an_evaluator(application, role=Role.MANAGER)
    deciding.send_back(application, by=manager, reason="It reads thin.")
    return application.recommendations.get()


def test_it_is_decided_at_the_instant_of_its_approval():
    application = decided()
    Application.objects.filter(pk=application.pk).update(decided_at=LONG_AGO)

    application.refresh_from_db()
    assert application.decided_at == application.approval.approved_at


DATED = [
    (a_figure, "noted_at"),
    (a_plan, "planned_at"),
    (an_approval_limit, "entered_at"),
    (a_starter_assumption, "assumed_at"),
    (an_appraisal, "prepared_at"),
    (a_variation, "recorded_at"),
    (a_voided_variation, "voided_at"),
    (a_finding_on_an_appraisal, "found_at"),
    (lambda: opened().openings.first(), "at"),
    (lambda: opened().conflicts.first(), "declared_at"),
    (lambda: diligent().findings.first(), "found_at"),
    (lambda: diligent().findings.first(), "superseded_at"),
    (lambda: diligent().assignments.first().scores.get(), "given_at"),
    (lambda: moderated().moderated_scores.first(), "agreed_at"),
    (lambda: moderated().moderated_scores.first(), "superseded_at"),
    (lambda: signed().signatures.get(), "signed_at"),
    (decided, "opened_at"),
    (lambda: opened().early_evaluation, "decided_at"),
    (prolonged, "prolonged_at"),
    (a_recommendation, "recommended_at"),
    (sent_back, "sent_back_at"),
    (lambda: decided().approval, "approved_at"),
    (lambda: offered().application.letter, "told_at"),
    (a_reading, "read_at"),
    (an_extension_letter, "sent_at"),
    (an_answered_letter, "answered_at"),
    (a_question_about_it, "asked_at"),
    (a_window, "agreed_at"),
    (a_window, "opens_at"),
]


# What keeps these from being changed at all.
ASIDE = {
    "Appraisal": ["append_only"],
    "AppraisalFinding": ["append_only"],
    "ApprovalLimit": ["append_only"],
    "Approval": ["append_only"],
    "EarlyEvaluation": ["append_only"],
    "ExtensionLetter": ["what_was_sent_stands"],
    "ExtensionQuestion": ["what_was_asked_stands"],
    "LetterReading": ["append_only"],
    "OutcomeLetter": ["append_only"],
    "Prolongation": ["append_only"],
    "Recommendation": ["by_the_rules"],
    "Opening": ["append_only"],
    "RecoveryWindow": ["kept_for_good"],
    "Score": ["append_only"],
    "Signature": ["append_only"],
    "StarterAssumption": ["append_only"],
    "Takeover": ["its_parties_stand"],
    "Variation": ["stays_or_is_voided"],
    "VehicleFigure": ["append_only"],
    "Finding": ["in_its_time"],
    "ModeratedScore": ["superseded_once"],
}


@pytest.mark.parametrize(("make", "field"), DATED, ids=[field for _, field in DATED])
def test_the_database_dates(make, field):
    """Whatever instant is written, it is the one at which it was."""
    before = clock.database_now()
    row = make()
    given = type(row)._base_manager.filter(pk=row.pk)
    with contextlib.ExitStack() as aside:
        for trigger in ASIDE.get(type(row).__name__, []):
            aside.enter_context(owners.without(f"contracts.{type(row).__name__}:{trigger}"))
        aside.enter_context(owners.whoever_does_it(type(row)))
        given.update(**{field: LONG_AGO})
    row = given.get()
    assert before <= getattr(row, field) <= clock.database_now()


@pytest.mark.parametrize(("name", "write", "says"), CASES, ids=[case[0] for case in CASES])
def test_the_database_refuses(name, write, says):
    with pytest.raises(DatabaseError, match=says):
        write()
