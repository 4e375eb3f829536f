"""What must never be true: PostgreSQL refuses it, whatever code or person writes it.

Each check, unique and exclusion constraint of the purchasing system has a row that breaks it and
nothing else; a new constraint without one fails the first test.
"""

from __future__ import annotations

import contextlib
import datetime
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.db.models import F, Model
from django.utils import timezone

from contracts.arrangements.proposing import WINDOW, propose_window
from contracts.models import (
    Clarification,
    ConflictDeclaration,
    DebarmentCheck,
    DeclarationRenewal,
    EvidenceRequest,
    Finding,
    LetterReading,
    Membership,
    Notice,
    NoticeWaiver,
    Prolongation,
    RecoveryWindow,
    RefusedFile,
    RoundWatch,
    SentDocument,
    VehicleDocument,
)
from nmiss.base.accounts.models import Proposal, Role
from nmiss.base.core.acting import acting_for
from nmiss.base.files.models import StoredFile
from tests import owners
from tests.factories.accounts import UserFactory
from tests.factories.contracts import (
    ApplicationFactory,
    EvaluationSchemeFactory,
    RoundFactory,
    a_decision,
    a_figure,
    opened,
    received,
    the_dps,
    the_dps_of_the_report,
    use_option,
)
from tests.factories.evaluating import REASON, assigned, moderated, recommended
from tests.factories.extending import (
    a_finding_on_an_appraisal,
    a_question_about_it,
    a_starter_assumption,
    a_variation,
    an_answered_letter,
    an_appraisal,
    an_approval_limit,
    an_assessment,
    an_extension_letter,
)
from tests.factories.joining import decided, offered, signed, today
from tests.factories.proposals import agree
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.factories.takeovers import a_mapping, a_plan, agreed, mapped

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
LATER = datetime.date(2099, 1, 1)

# Triggers that refuse a second recommendation, or approval, before a constraint does.
BEFORE_THEM = {
    "Approval": "by_an_outsider",
    "ExtensionOption": "follows_the_term",
    "Opening": "without_a_conflict",
    "Recommendation": "by_the_rules",
    "Takeover": "agreed_by_two",
}

# Another constraint refuses the same rows first (PostgreSQL goes by their names).
SHADOWED = {
    "extensionoption_status_is_known": "extensionoption_decided_by_a_decision",
    "extensionletter_status_is_known": "extensionletter_answered_by_somebody",
    "application_status_is_known": "application_opened_agrees_with_status",
    "round_status_is_known": "round_dates_agree_with_status",
    "takeover_status_is_known": "takeover_agreed_by_its_proposal",
    "vehicle_kind_is_known": "vehicle_is_of_its_regime",
}


def a_clarification():
    return Clarification.ask(ProviderFactory(), the_dps(), by=UserFactory(), question="What?")


def a_declaration():
    return ConflictDeclaration.declare(received(), by=UserFactory(), has_conflict=False)


def a_debarment_check():
    return DebarmentCheck.record(
        ProviderFactory(), by=UserFactory(), list_on=today(), result="clear"
    )


def a_renewal():
    return DeclarationRenewal.objects.create(
        provider=ProviderFactory(), vehicle=the_dps(), asked_by=UserFactory()
    )


def a_changed_renewal():
    renewal = a_renewal()
    owner = ProviderMemberFactory(provider=renewal.provider).user
    renewal.renew(by=owner, has_changed=True, changes="A new director.")
    return renewal


def an_evidence_request():
    application = opened()
    officer = application.openings.first().officer
    return EvidenceRequest.ask(application, by=officer, question="Your accounts?")


def a_finding():
    application = opened()
    officer = application.openings.first().officer
    return Finding.make(application, "register", by=officer, passed=True, reason="Open in GIAS.")


def an_approval():
    return decided().approval


def an_approval_of_another():
    approval = an_approval()
    approval.application = ApplicationFactory()
    return approval


def a_prolongation():
    return Prolongation.grant(received(), by=UserFactory(), reason="The accounts came late.")


def a_recommendation():
    return recommended().recommendations.get()


def a_membership():
    return Membership.objects.create(
        school=SchoolFactory(),
        lot=the_dps().lots.first(),
        provider=ProviderFactory(),
        admitted_on=today(),
    )


def a_suspension():
    return a_membership().suspend(by=UserFactory(), starts_on=today(), reason="Safeguarding.")


def a_notice():
    return Notice.record(
        the_dps(), by=UserFactory(), kind="f02", sent_on=today(), reference="001313-2022"
    )


def an_option():
    return the_dps_of_the_report().options.first()


def a_plain_decision():
    return a_decision(the_dps())


def a_correction():
    return a_decision(the_dps(), "25/00008", correction="rectifies", corrects=a_decision(the_dps()))


def a_delegation():
    return a_plain_decision().delegate(by=None, to="Director", scope="To extend")


def a_used_option():
    dps = the_dps_of_the_report()
    use_option(dps, 1)
    return dps.options.get(number=1)


def a_proposed_option():
    option = an_option()
    option.propose(by=UserFactory(), reason="Another year.")
    return option


def a_waiver():
    return NoticeWaiver.waive(
        the_dps(), by=UserFactory(), quarter=datetime.date(2024, 1, 1), reason="None was needed."
    )


def a_waiver_about_an_end():
    given = {"kind": "uk11", "subject": "end", "reason": "None was needed."}
    return NoticeWaiver.waive_about(the_dps(), by=UserFactory(), **given)


def a_draft_scheme():
    return EvaluationSchemeFactory(published=False)


def a_round(**given):
    return RoundFactory(quarter=datetime.date(2026, 9, 1), **given)


def a_window():
    given = {"provider": ProviderFactory(), "closes_at": timezone.now() + DAY, "reason": "Away."}
    round = RoundFactory()
    agree(propose_window(round, by=UserFactory(), **given), by=UserFactory())
    return round.recovery_windows.get()


def a_late_window():
    """Agreed to when it was over, and not yet written."""
    round, provider, officer = RoundFactory(), ProviderFactory(), UserFactory()
    given = {"round": round.pk, "provider": provider.pk, "provider_name": "A", "closes_at": NOW}
    proposal = Proposal.propose(
        WINDOW, (round, provider), by=UserFactory(), reason="Away.", **given
    )
    with acting_for(officer):
        Proposal.objects.update(decision="agreed", decided_by=officer, decided_at=NOW)
    return RecoveryWindow(
        round=round, provider=provider, opens_at=NOW, closes_at=NOW, proposal=proposal
    )


def a_watch():
    return RoundWatch.objects.create(vehicle=the_dps(), user=UserFactory())


def a_score():
    """The first of two of a question."""
    assignment = assigned().assignments.first()
    with acting_for(assignment.evaluator):
        return assignment.scores.create(score=7, rationale=REASON)


def a_section():
    application = opened()
    return application.sections.create(key="insurance", saved_by=application.started_by)


def an_agreed_score():
    return moderated().moderated_scores.first()


def a_letter():
    return offered().application.letter


def a_reading():
    letter = a_letter()
    LetterReading.note(letter, by=letter.application.provider.owners().get().user)
    return letter.readings.get()


def a_light_touch_vehicle():
    manager = UserFactory(role=Role.MANAGER)
    the_dps().set_mode(by=manager, mode="light_touch", legal_advice="L/1", documents="D/1")
    return the_dps()


def a_document():
    file = StoredFile.keep_made(b"x", name="x.pdf", content_type="application/pdf", by=None)
    return VehicleDocument.publish(the_dps(), by=None, title="ITT", file=file)


def _a_file():
    return StoredFile.keep_made(b"x", name="x.pdf", content_type="application/pdf", by=None)


def _evidence(application):
    owner = application.started_by
    with acting_for(owner):
        return application.evidence.create(
            kind="other", file=_a_file(), name="x.pdf", added_by=owner
        )


def a_refused_file(application=None):
    application = application or opened()
    return RefusedFile.objects.create(
        provider=application.provider,
        application=application,
        evidence=_evidence(application),
        due_on=today(),
    )


def a_replaced_file():
    application = opened()
    refused = a_refused_file(application)
    refused.replaced_at, refused.replacement = NOW, _evidence(application)
    refused.save()
    return refused


def another_replaced_file():
    """Of another document, which the same one replaced."""
    refused = a_replaced_file()
    refused.evidence = _evidence(refused.application)
    return refused


def a_refused_document():
    provider = ProviderFactory()
    document = provider.documents.create(kind="policy", title="A policy", file=_a_file())
    return RefusedFile.objects.create(provider=provider, document=document, due_on=today())


def a_sent_document():
    SentDocument.note(_evidence(opened()))
    return SentDocument.objects.get()


def a_takeover_by_itself():
    plan = a_plan()
    plan.successor = plan.vehicle
    return plan


def a_withdrawn_takeover():
    plan = agreed(mapped(a_plan()))
    plan.withdraw(by=UserFactory(role=Role.OFFICER), reason="We wait.")
    return plan


@dataclass(frozen=True)
class Case:
    """A row that ``make`` gives, changed or copied with what is ``given``: that breaks ``name``."""

    name: str
    make: Any
    given: dict = field(default_factory=dict)
    is_copied: bool = False

    def break_it(self) -> None:
        row: Model = self.make()
        assignment = getattr(row, "assignment", None)
        evaluator = getattr(assignment, "evaluator", None) or getattr(row, "proposed_by", None)
        acting = acting_for(evaluator) if evaluator else contextlib.nullcontext()
        with acting, owners.whoever_does_it(type(row)), self._by_no_rules(type(row)):
            if not self.is_copied:
                type(row)._base_manager.filter(pk=row.pk).update(**self.given)
                return
            for name, value in self.given.items():
                setattr(row, name, value)
            row.pk, row._state.adding = None, True
            row.save(force_insert=True)

    @staticmethod
    def _by_no_rules(model: type[Model]) -> contextlib.AbstractContextManager[None]:
        """Without the trigger that would refuse the row before its constraint does."""
        trigger = BEFORE_THEM.get(model.__name__)
        if trigger is None:
            return contextlib.nullcontext()
        return owners.without(f"contracts.{model.__name__}:{trigger}")


def changed(name, make, **given):
    return Case(name, make, given)


def copied(name, make, **given):
    return Case(name, make, given, is_copied=True)


CASES = [
    copied("agreement_one_stands", offered),
    changed("agreement_taken_back_with_its_reason", offered, status="withdrawn"),
    copied("agreement_digest_is_one", offered, digest="0" * 63),
    changed("agreement_status_is_known", offered, status="lost"),
    changed("application_decided_agrees_with_status", recommended, status="approved"),
    changed("application_decided_agrees_with_status", recommended, status="told"),
    changed("application_opened_agrees_with_status", ApplicationFactory, status="evaluated"),
    copied("application_one_draft", ApplicationFactory),
    copied("approvallimit_has_an_office_and_no_debt", an_approval_limit, up_to=-1),
    copied("approvallimit_has_an_office_and_no_debt", an_approval_limit, office=""),
    copied("approvallimit_matter_is_known", an_approval_limit, matter="loans"),
    copied("approvallimit_percent_of_fees", an_approval_limit, percent_up_to=5),
    copied("approvallimit_once_a_day", an_approval_limit),
    copied("appraisal_has_its_title", an_appraisal, title=""),
    copied("appraisalfinding_has_its_way_and_reason", a_finding_on_an_appraisal, reason=""),
    copied("appraisalfinding_appraisal_id_key", a_finding_on_an_appraisal),
    copied("approval_application_id_key", an_approval),
    copied("approval_recommendation_id_key", an_approval_of_another),
    copied("assignment_once", lambda: assigned().assignments.first()),
    changed("clarification_answered_by_and_answered_at", a_clarification, answered_at=NOW),
    changed(
        "clarification_answered_in_words",
        a_clarification,
        answered_at=NOW,
        answered_by=F("asked_by"),
    ),
    changed("clarification_asks_something", a_clarification, question=""),
    copied("conflictdeclaration_once", a_declaration),
    changed("conflictdeclaration_says_which", a_declaration, has_conflict=True),
    changed("debarmentcheck_found_says_what", a_debarment_check, result="found"),
    changed("debarmentcheck_of_a_list_that_was_out", a_debarment_check, list_on=LATER),
    changed("debarmentcheck_result_is_known", a_debarment_check, result="no", details="x"),
    changed("declarationrenewal_renewed_at_and_renewed_by", a_renewal, renewed_at=NOW),
    changed("declarationrenewal_read_at_and_read_by", a_changed_renewal, read_at=NOW),
    changed(
        "declarationrenewal_read_where_it_changed",
        a_renewal,
        read_at=NOW,
        read_by=F("asked_by"),
    ),
    changed("declarationrenewal_says_what_changed", a_renewal, has_changed=True),
    changed(
        "declarationrenewal_says_what_changed",
        a_renewal,
        renewed_at=NOW,
        renewed_by=F("asked_by"),
        has_changed=True,
    ),
    copied("declarationrenewal_one_waiting", a_renewal),
    copied("earlyevaluation_application_id_key", lambda: opened().early_evaluation),
    copied("earlyevaluation_has_its_reason", lambda: opened().early_evaluation, reason=""),
    changed("evaluationscheme_published_at_and_published_by", a_draft_scheme, published_at=NOW),
    changed("evaluationscheme_scale_above_nought", a_draft_scheme, scale=0),
    copied("evaluationscheme_version_once", EvaluationSchemeFactory),
    copied("evaluationscheme_one_draft", a_draft_scheme, version=9),
    changed("evidencerequest_answered_by_and_answered_at", an_evidence_request, answered_at=NOW),
    changed("evidencerequest_asks_something", an_evidence_request, question=""),
    copied("finding_has_its_reason", a_finding, reason=""),
    copied("finding_kind_is_known", a_finding, kind="hunch"),
    copied("finding_once", a_finding),
    copied("lot_number_once", lambda: the_dps().lots.first()),
    changed(
        "lotoutcome_awarded_only_if_passed",
        lambda: recommended().lot_outcomes.get(awarded=True),
        passed=False,
    ),
    copied("lotoutcome_once", lambda: recommended().lot_outcomes.get(awarded=False)),
    changed(
        "lotoutcome_one_award", lambda: recommended().lot_outcomes.get(awarded=False), awarded=True
    ),
    changed("membership_admitted_on_before_left_on", a_membership, left_on=NOW.date()),
    changed("membership_leaving_has_its_day_and_reason", a_membership, leaving="removed"),
    changed(
        "membership_leaving_has_its_day_and_reason",
        a_membership,
        leaving="removed",
        left_on=LATER,
    ),
    copied("membership_no_overlap", a_membership, admitted_on=LATER),
    copied("moderatedscore_has_its_reason", an_agreed_score, reason=""),
    copied("moderatedscore_not_below_nought", an_agreed_score, score=-1),
    copied("moderatedscore_once", an_agreed_score),
    changed("notice_kind_is_known", a_notice, kind="f99"),
    changed("notice_quarter_of_award_notices", a_notice, quarter=LATER),
    copied("impactassessment_kind_is_known", an_assessment, kind="noise"),
    changed("impactassessment_state_is_known", an_assessment, state="lost"),
    copied("impactassessment_one_of_a_kind", an_assessment),
    changed("impactassessment_has_its_owner", an_assessment, owner=""),
    changed("impactassessment_reviewed_or_not_needed", an_assessment, review_on=None),
    copied("notice_reference_once", a_notice),
    copied("noticewaiver_quarter_once", a_waiver),
    changed("noticewaiver_of_a_quarter_or_a_subject", a_waiver, subject="end"),
    changed("noticewaiver_kind_is_known", a_waiver, kind="uk99", subject="end", quarter=None),
    copied("noticewaiver_subject_once", a_waiver_about_an_end),
    changed("noticewaiver_has_its_reason", a_waiver, reason=""),
    copied("opening_once", lambda: opened().openings.first()),
    copied("letterreading_once_each", a_reading),
    copied("outcomeletter_application_id_key", a_letter),
    copied("prolongation_application_id_key", a_prolongation),
    copied("prolongation_has_its_reason", a_prolongation, reason=""),
    copied("recommendation_has_its_text", a_recommendation, text=""),
    copied("recommendation_one_stands", a_recommendation),
    copied("recommendation_result_is_known", a_recommendation, result="perhaps"),
    changed("recommendation_sent_back_at_and_sent_back_by", a_recommendation, sent_back_at=NOW),
    changed(
        "recommendation_sent_back_with_a_reason",
        a_recommendation,
        sent_back_at=NOW,
        sent_back_by=F("recommended_by"),
    ),
    changed(
        "recommendation_sent_back_with_a_reason", a_recommendation, sent_back_reason="It is thin."
    ),
    copied("sealedreport_application_id_key", lambda: decided().sealed_report),
    changed("decision_classification_is_known", a_plain_decision, classification="secret"),
    changed("decision_correction_is_known", a_correction, correction="perhaps"),
    changed("decision_corrects_another", a_correction, corrects=F("id")),
    changed("decision_corrects_another", a_plain_decision, correction="rectifies"),
    changed("decision_decided_on_before_published_on", a_plain_decision, decided_on=LATER),
    changed("decision_effective_after_call_in", a_plain_decision, effective_on=None),
    changed("decision_effective_after_call_in", a_plain_decision, effective_on=F("published_on")),
    changed("decision_notice_before_it", a_plain_decision, notice_on=F("decided_on")),
    changed("decision_number_has_its_form", a_plain_decision, number="25/0007"),
    copied("decision_number_key", a_plain_decision),
    changed("decision_published_once_taken", a_plain_decision, decided_on=None),
    changed("decision_urgency_is_known", a_plain_decision, urgency="haste"),
    changed("delegation_says_to_whom_and_what", a_delegation, scope=""),
    changed("extensionoption_decided_by_a_decision", a_used_option, decision=None),
    changed("extensionoption_decided_by_another", a_proposed_option, decided_by=F("proposed_by")),
    changed("extensionoption_notified_to_providers", a_used_option, notified_on=None),
    changed("extensionoption_numbered_from_one", an_option, number=0),
    copied("extensionoption_number_once", an_option),
    changed("extensionoption_starts_on_before_ends_on", an_option, ends_on=F("starts_on") - DAY),
    changed("question_can_be_answered", lambda: a_draft_scheme().questions.first(), word_limit=0),
    changed("question_can_be_answered", lambda: a_draft_scheme().questions.first(), number=0),
    copied("question_number_once", lambda: a_draft_scheme().questions.first()),
    changed("question_weight_is_a_share", lambda: a_draft_scheme().questions.first(), weight=0),
    changed("question_weight_is_a_share", lambda: a_draft_scheme().questions.first(), weight=101),
    changed(
        "questionminimum_not_below_nought",
        lambda: a_draft_scheme().thresholds.first().minimums.first(),
        minimum=-1,
    ),
    copied("questionminimum_once", lambda: a_draft_scheme().thresholds.first().minimums.first()),
    copied("recoverywindow_closes_after_opening", a_late_window),
    copied("recoverywindow_proposal_id_key", a_window),
    changed("round_closes_after_opening", lambda: a_round(planned=True), closes_at=F("opens_at")),
    changed("round_dates_agree_with_status", lambda: a_round(planned=True), status="open"),
    changed("round_dates_agree_with_status", a_round, status="closed"),
    changed("round_evaluated_after_closing", a_round, evaluation_ends_on=today()),
    changed("round_not_before_its_time", a_round, opened_at=F("opens_at") - DAY),
    changed("round_not_closed_early", lambda: a_round(closed=True), closed_at=F("closes_at") - DAY),
    copied("round_number_once", a_round, quarter=None, opens_at=NOW - 2 * DAY, closes_at=NOW - DAY),
    copied("round_quarter_once", a_round, number=99, opens_at=NOW - 2 * DAY, closes_at=NOW - DAY),
    copied("round_no_overlap", a_round, number=99, quarter=None),
    copied("roundwatch_once", a_watch),
    copied("score_not_below_nought", a_score, score=-1),
    copied("section_once", a_section),
    copied("signature_once", lambda: signed().signatures.get()),
    copied("signature_side_is_known", lambda: signed().signatures.get(), side="neither"),
    copied(
        "submission_digest_is_one",
        lambda: received().submissions.get(),
        **{"number": 2, "receipt": "another", "digest": "0" * 63},
    ),
    copied("starterassumption_of_a_number_and_a_fee", a_starter_assumption, starters=10_001),
    copied("starterassumption_of_a_number_and_a_fee", a_starter_assumption, fee=0),
    copied("submission_number_once", lambda: received().submissions.get(), receipt="another"),
    copied("submission_receipt_key", lambda: received().submissions.get(), number=2),
    copied("submittedcontent_has_a_schema", lambda: opened().contents.get(), content={"lots": [1]}),
    copied("submittedcontent_submission_id_key", lambda: opened().contents.get()),
    copied("variation_ground_is_known", a_variation, ground="g"),
    copied("variation_says_what_and_who", a_variation, agreed_by=""),
    copied("variation_voided_with_a_reason", a_variation, void_reason="None."),
    changed("suspension_has_its_reason", a_suspension, reason=""),
    changed("takeover_agreed_by_its_proposal", a_plan, status="agreed"),
    copied("takeover_by_another", a_takeover_by_itself),
    copied("takeover_one_is_planned", a_plan),
    copied("takeover_proposal_id_key", a_withdrawn_takeover),
    changed("membershipmapping_into_a_lot_or_left", a_mapping, way="carried"),
    copied("membershipmapping_once", a_mapping),
    changed("membershipmapping_way_is_known", a_mapping, way="x"),
    changed("refusedfile_application_and_evidence", a_refused_file, application=None),
    copied("extensionletter_once", an_extension_letter),
    changed("extensionletter_answered_at_and_answered_by", an_extension_letter, answered_at=NOW),
    changed(
        "extensionletter_answered_by_somebody", an_extension_letter, reason="We sell the site."
    ),
    changed("extensionletter_answered_by_somebody", an_answered_letter, status="declined"),
    changed("extensionquestion_answered_at_and_answered_by", a_question_about_it, answered_at=NOW),
    changed("extensionquestion_says_something", a_question_about_it, answer="No."),
    copied("extensionquestion_says_something", a_question_about_it, words=""),
    copied("refusedfile_document_id_key", a_refused_document),
    copied("refusedfile_evidence_id_key", a_refused_file),
    changed("refusedfile_of_one_thing", a_refused_document, document=None),
    changed("refusedfile_replaced_by_something", a_refused_file, replaced_at=NOW),
    copied("refusedfile_replacement_id_key", another_replaced_file),
    copied("sentdocument_evidence_id_key", a_sent_document),
    copied("suspension_no_overlap", a_suspension, starts_on=LATER),
    changed(
        "suspension_ends_after_it_begins_or_never_began",
        a_suspension,
        ends_on=NOW.date(),
        reinstated_on=NOW.date(),
    ),
    changed("suspension_ends_on_and_reinstated_on", a_suspension, ends_on=LATER),
    copied("threshold_once", lambda: a_draft_scheme().thresholds.first()),
    changed(
        "threshold_total_is_of_100", lambda: a_draft_scheme().thresholds.first(), total_minimum=101
    ),
    changed("vehicle_is_of_its_regime", the_dps, established_on=datetime.date(2025, 2, 24)),
    changed("vehicle_is_of_its_regime", the_dps, kind="dynamic_market"),
    changed("vehicle_light_touch_has_its_reasons", the_dps, round_mode="light_touch"),
    copied("vehicle_name_key", the_dps),
    changed("vehicle_round_mode_is_known", a_light_touch_vehicle, round_mode="none"),
    changed("vehicle_options_extend_a_term_with_an_end", the_dps, option_count=1),
    changed(
        "vehicle_starts_on_before_initial_ends_on",
        the_dps,
        initial_ends_on=datetime.date(2022, 8, 31),
    ),
    changed("vehicle_term_within_reason", the_dps, initial_ends_on=datetime.date(2091, 8, 31)),
    changed("vehicle_value_not_below_nought", the_dps, advertised_value=-1),
    changed("vehicle_value_basis_is_known", the_dps, value_basis="guess"),
    copied("vehicledocument_version_once", a_document),
    copied("vehiclefigure_call_offs_are_a_part", a_figure, spent_call_off=3),
    copied("vehiclefigure_until_and_committed_and_committed_call_", a_figure, until=None),
]

# Django's own of whole numbers that are not negative end in _check.
OURS = """
    SELECT conname FROM pg_constraint
    WHERE conrelid::regclass::text LIKE 'contracts\\_%' AND contype IN ('c', 'x', 'u')
      AND conname NOT LIKE '%\\_check'
    UNION
    SELECT indexrelid::regclass::text FROM pg_index
    WHERE indrelid::regclass::text LIKE 'contracts\\_%' AND indisunique AND NOT indisprimary
"""


def test_every_constraint_has_a_row_that_breaks_it():
    with connection.cursor() as cursor:
        cursor.execute(OURS)
        there = {name.removeprefix("contracts_") for (name,) in cursor.fetchall()}

    assert there == {case.name for case in CASES} | SHADOWED.keys()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_database_refuses(case):
    with pytest.raises(IntegrityError) as refused:
        case.break_it()

    assert refused.value.__cause__.diag.constraint_name == f"contracts_{case.name}"


@pytest.mark.parametrize(
    ("make", "given", "name"),
    [
        (received, {"status": "lost"}, "application_status_is_known"),
        (an_option, {"status": "lost"}, "extensionoption_status_is_known"),
        (an_extension_letter, {"status": "lost"}, "extensionletter_status_is_known"),
        (a_round, {"status": "lost"}, "round_status_is_known"),
        (a_plan, {"status": "lost"}, "takeover_status_is_known"),
        (the_dps, {"kind": "auction"}, "vehicle_kind_is_known"),
    ],
)
def test_the_database_refuses_what_two_constraints_forbid(make, given, name):
    with pytest.raises(IntegrityError) as refused:
        changed(name, make, **given).break_it()

    assert refused.value.__cause__.diag.constraint_name == f"contracts_{SHADOWED[name]}"
