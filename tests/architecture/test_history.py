"""Every record of ours has its row history, and the history cannot be rewritten."""

import pghistory
import pgtrigger
import pytest
from django.apps import apps
from django.db import connection
from django.db.utils import InternalError

from nmiss.base.accounts.models import User
from providers.models import School

OURS = ["accounts", "core", "files", "providers", "contracts", "placements", "imports", "kpis"]
# Ledgers are their own history, and rows that the database never lets change; what leaves the
# outbox is kept by whom it reached; a tick is a pulse, whose past says nothing; the token of a
# form that was sent is remembered for two days, a session and what it had not sent for one.
LEDGERS = {"AuditEvent", "SignInEvent", "Look", "OutboxMessage", "Tick", "Reminder", "SentForm"}
LEDGERS |= {"KnownSession", "UnsentForm", "UnsentText"}
FOR_GOOD = {"Submission", "SubmittedContent", "Score", "ModeratedScore", "Signature"}
FOR_GOOD |= {"KeyFingerprint", "LetterReading", "OutcomeLetter", "SealedReport"}
FOR_GOOD |= {
    "Appraisal",
    "AppraisalFinding",
    "Approval",
    "ApprovalLimit",
    "BudgetAmount",
    "CostAvoidance",
    "DeficitYear",
    "EarlyEvaluation",
    "FeeOfferLine",
    "Prolongation",
    "ReturnRules",
    "Standing",
    "StarterAssumption",
    "Vacancy",
    "VacancyReport",
    "VacancyRules",
    "VehicleFigure",
}
FOR_GOOD |= {"ReminderSchedule", "ReminderText"}
FOR_GOOD |= {"FeeMandate", "FeeMessage", "FeeNote", "PriceDifference"}
FOR_GOOD |= {"ConsequenceRules", "PerformanceDuty", "SchoolNote"}
FOR_GOOD |= {"MatchWeights", "Shortlist", "ShortlistedSchool"}
FOR_GOOD |= {"InspectionReading", "InvoiceRules"}
FOR_GOOD |= {"AgreedPrice", "PlacementSignature", "PrePlacementCheck"}
FOR_GOOD |= {"ConsultationPack", "ConsultationOpening"}
# What is counted so that nobody guesses is forgotten within the hour, and must be.
COUNTERS = {"Attempts", "KnownSource", "Repetition"}
# What sealed rows say again in clear, noted anew with each version that is sent.
NOTED_ANEW = {"SentDocument"}
# A public directory, brought in anew each quarter (see its docstring).
REFERENCE = {"Postcode"}
# They save work, and say nothing that the records do not say (see their docstrings).
SAVES_WORK = {"ReadRow", "UsualPrice"}


def test_every_model_is_tracked():
    tracked = {event.pgh_tracked_model for event in apps.get_models() if _is_history(event)}
    untracked = {
        model.__name__
        for label in OURS
        for model in apps.get_app_config(label).get_models()
        if model._meta.managed and not _is_history(model) and model not in tracked
    }

    assert untracked == LEDGERS | FOR_GOOD | COUNTERS | NOTED_ANEW | REFERENCE | SAVES_WORK


def _is_history(model):
    return hasattr(model, "pgh_tracked_model")


def test_no_trigger_is_missing(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        installed = {name for (name,) in cursor.fetchall()}

    expected = {trigger.get_pgid(model) for model, trigger in pgtrigger.registered()}
    assert expected <= installed


@pytest.fixture
def school(take_schools):
    take_schools()
    return School.objects.get()


def test_each_version_of_a_row_is_kept_with_who_and_why(school):
    with pghistory.context(user=7, why="a test"):
        school.name = "Ash Green School"
        school.save()
        School.objects.update(capacity=61)

    versions = list(school.events.order_by("pgh_id").select_related("pgh_context"))
    assert [version.pgh_label for version in versions] == ["insert", "update", "update"]
    assert versions[0].pgh_context.metadata["why"] == "import of schools from schools.csv"
    assert versions[1].pgh_context.metadata == {"user": 7, "why": "a test"}
    assert [version.name for version in versions] == [
        "Ash Grove School",
        "Ash Green School",
        "Ash Green School",
    ]
    assert versions[2].capacity == 61


def test_history_cannot_be_changed(school):
    with pytest.raises(InternalError, match="Cannot update"):
        school.events.update(name="Another")


def test_passwords_are_not_kept_in_history():
    fields = {field.name for field in User.pgh_event_models["insert"]._meta.get_fields()}

    assert "email" in fields
    assert "password" not in fields
