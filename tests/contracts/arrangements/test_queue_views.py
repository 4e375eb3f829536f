"""The page of the queue, and evaluating before its time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from contracts.models import (
    Application,
    Notice,
)
from nmiss.base.core.models import AuditEvent
from tests.contracts.arrangements.pages import DAY, get, post, taken
from tests.factories.contracts import (
    EvaluationSchemeFactory,
    RoundFactory,
    opened,
    received,
    the_dps,
)

pytestmark = pytest.mark.django_db
SECRET = "our plans for the barn"


@pytest.mark.usefixtures("officer")
class TestWhatIsTakenAway:
    """Every table of an officer's page."""

    def test_later_closings_and_windows(self, client, officer):
        round_ = RoundFactory()
        later = timezone.localdate(round_.closes_at) + 3 * DAY
        post(client, "round_extend", round_.pk, closes_on=later, reason="The hub was away.")

        assert "Later closing,Everybody," in taken(client, "round-changes", round=round_.pk)
        assert "The hub was away." in taken(client, "round-changes", round=round_.pk)

    def test_schemes_and_what_if(self, client):
        scheme = EvaluationSchemeFactory()

        questions = taken(client, "scheme", scheme=scheme.pk)
        assert questions.count("\n") == 1 + 2 * (scheme.questions.count() + 1)
        assert "Total" in questions.splitlines()[-1]
        assert "Lot 2,62.5" in taken(client, "what-if", scheme=scheme.pk, minimums="62.5")

    def test_progress_vehicles_and_the_laws_numbers(self, client):
        round = RoundFactory()
        opened()

        assert "No evaluators" in taken(client, "round-progress", round=round.pk)
        assert "Public Contracts Regulations 2015" in taken(client, "vehicles")
        assert "pcr2015" not in taken(client, "legal-numbers")

    @pytest.mark.parametrize("number", ["", "0", "x", "9" * 30])
    def test_of_no_record_is_asked_wrongly(self, client, number):
        answer = client.get(reverse("files:listing_csv", args=["round-figures"]), {"round": number})

        assert answer.status_code == 400
        assert "download the list from its page" in answer.content.decode()


@pytest.mark.usefixtures("officer")
class TestAdmission:
    def test_shows_both_clocks_and_nothing_sealed(self, client):
        RoundFactory(planned=True, evaluation_ends_on="2099-01-01")
        application = received({"lots": [1], "secret": SECRET})

        page = get(client, "admission")

        assert application.reference in page
        assert ">10 working days</span>" in page
        assert "Legal time limits" in page
        assert "reg 34(16)" not in page, "the law stands once, on its own page"
        assert "Published timetable of round" in page
        assert "Queued" in page
        assert SECRET not in page

    def test_costs_the_same_queries_for_one_row_and_for_many(self, client):
        RoundFactory(planned=True)
        received()
        get(client, "admission")
        with CaptureQueriesContext(connection) as one:
            get(client, "admission")
        for _ in range(4):
            received()
        with CaptureQueriesContext(connection) as five:
            get(client, "admission")

        assert len(one) == len(five)

    @pytest.mark.parametrize("name", ["received", "rounds", "notices", "legal-numbers"])
    def test_leaves_as_csv(self, client, name):
        RoundFactory()
        received({"lots": [1], "secret": SECRET})
        Notice.record(the_dps(), by=None, kind="f02", sent_on="2022-01-18", reference="1")

        answer = client.get(reverse("files:listing_csv", args=[name]))
        text = b"".join(answer.streaming_content).decode()

        assert len(text.splitlines()) > 1
        assert SECRET not in text


class TestEvaluateNow:
    def test_keeps_who_and_why(self, client, officer):
        RoundFactory(planned=True)
        application = received()

        post(client, "application_evaluate_now", application.pk, reason="It would go red.")

        found = Application.objects.get()
        early = found.early_evaluation
        assert (early.decided_by, early.reason) == (officer, "It would go red.")
        assert found.may_be_opened

    @pytest.mark.parametrize("page", ["application_evaluate_now", "application_prolong"])
    def test_asks_for_a_reason(self, client, officer, page):
        RoundFactory(planned=True)

        answer = post(client, page, received().pk, reason=" ")

        assert "Enter why" in answer.content.decode()
        assert not AuditEvent.objects.filter(verb__in=["evaluate_now", "prolong"]).exists()

    def test_prolongs_once(self, client, officer):
        application = received()

        post(client, "application_prolong", application.pk, reason="Accounts are checked.")
        again = post(client, "application_prolong", application.pk, reason="Again.")

        assert Application.objects.get().prolongation.prolonged_by == officer
        assert again.status_code == 409
        assert "cannot be given longer" in again.text
