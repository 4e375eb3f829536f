"""Pages of the queue, rounds, vehicles, notices and documents."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements.models.notice import pin_warning
from contracts.models import (
    Application,
    Notice,
    Round,
    RoundMode,
    RoundWatch,
    Vehicle,
    VehicleDocument,
)
from nmiss.base.accounts.models import Proposal, Role
from nmiss.base.core.clock import noon
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.contracts import (
    EvaluationSchemeFactory,
    RoundFactory,
    opened,
    received,
    the_dps,
)
from tests.factories.providers import ProviderMemberFactory
from tests.files import uploads
from tests.files.checking import check_files

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
SECRET = "our plans for the barn"


@pytest.fixture
def officer(client):
    person = UserFactory()
    client.force_login(person)
    return person


@pytest.fixture
def manager(client):
    person = UserFactory(role=Role.MANAGER)
    client.force_login(person)
    return person


def get(client, name, *args, **query):
    return client.get(reverse(f"contracts:{name}", args=args), query).content.decode()


def post(client, name, /, *args, **data):
    return client.post(reverse(f"contracts:{name}", args=args), data, follow=True)


def taken(client, name, **query):
    """What a list says that is taken away."""
    answer = client.get(reverse("files:listing_csv", args=[name]), query)
    assert answer.status_code == 200
    return answer.getvalue().decode()


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
        assert "take the list away from its page" in answer.content.decode()


@pytest.mark.usefixtures("officer")
class TestAdmission:
    def test_shows_both_clocks_and_nothing_sealed(self, client):
        RoundFactory(planned=True, evaluation_ends_on="2099-01-01")
        application = received({"lots": [1], "secret": SECRET})

        page = get(client, "admission")

        assert application.reference in page
        assert "10 working days: Public Contracts Regulations 2015, reg 34(16)" in page
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


class TestRoundDetail:
    def test_counts_places_of_opened_applications_only(self, client, officer):
        round_ = RoundFactory(closed=True, opens_at=timezone.now() - 40 * DAY)
        school = {"urn": 900001, "name": "Ash Grove", "needs": ["ASD", "SEMH"], "places": 5}
        for make in (opened, received):
            application = make({"lots": [1], "schools": [school]})
            Application.objects.filter(pk=application.pk).update(round=round_)

        answer = client.get(reverse("contracts:round_detail", args=[round_.pk]))

        places = answer.context_data["places"]
        assert [(row.need, row.schools, row.places) for row in places] == [
            ("Autistic spectrum disorder", 1, 5),
            ("Social, emotional and mental health", 1, 5),
        ]
        figures = taken(client, "round-figures", round=round_.pk)
        assert "Need,Autistic spectrum disorder" in figures
        assert "Applications,Decided" in figures

    def test_has_another_officer_agree(self, client, officer):
        round_ = RoundFactory()
        later = timezone.localdate(round_.closes_at) + 3 * DAY
        post(client, "round_extend", round_.pk, closes_on=later, reason="The hub was away.")
        proposal = Proposal.objects.get()
        agree = reverse("accounts:proposal_agree", args=[proposal.pk])
        decline = reverse("accounts:proposal_decline", args=[proposal.pk])

        own = client.post(agree)
        assert reverse("accounts:proposal_withdraw", args=[proposal.pk]) in get(
            client, "round_detail", round_.pk
        )
        client.force_login(UserFactory())
        page = get(client, "round_detail", round_.pk)
        assert agree in page
        assert decline in page
        assert agree in client.get(reverse("accounts:proposal_detail", args=[proposal.pk])).text
        client.post(agree)

        assert own.status_code == 403
        assert Round.objects.get().closes_at == noon(later)
        assert agree not in get(client, "round_detail", round_.pk)

    def test_says_that_a_round_is_never_shortened(self, client, officer):
        round_ = RoundFactory()
        sooner = timezone.localdate(round_.closes_at) - 3 * DAY

        page = post(client, "round_extend", round_.pk, closes_on=sooner, reason="Away.")

        assert "never shortened" in page.content.decode()

    def test_gives_a_window(self, client, officer):
        round_ = RoundFactory(closed=True)
        provider = ProviderMemberFactory().provider
        until = timezone.localdate() + 3 * DAY
        post(client, "round_window", round_.pk, provider=provider.pk, closes_on=until, reason="Out")
        client.force_login(UserFactory())
        proposal = Proposal.objects.get()
        assert str(provider) in client.get("/").text

        client.post(reverse("accounts:proposal_agree", args=[proposal.pk]))

        assert round_.recovery_windows.get().proposal == proposal


class TestRoundEdit:
    @pytest.fixture
    def planned(self):
        return RoundFactory(
            planned=True,
            number=1,
            opens_at=noon(datetime.date(2027, 3, 1)),
            closes_at=noon(datetime.date(2027, 3, 31)),
        )

    def test_moves_it(self, client, officer, planned):
        post(client, "round_edit", planned.pk, opens_on="2027-03-02", closes_on="2027-04-01",
             clarifications_on="2027-03-20", evaluation_ends_on="2027-05-01",
             notice_text="Come.")  # fmt: skip

        planned.refresh_from_db()
        assert planned.opens_at == noon(datetime.date(2027, 3, 2))
        assert planned.closes_at == datetime.datetime(2027, 4, 1, 11, tzinfo=datetime.UTC)
        assert planned.clarifications_close_at == noon(datetime.date(2027, 3, 20))
        assert AuditEvent.objects.filter(verb="change").exists()

    @pytest.mark.parametrize(
        ("opens_on", "closes_on", "says"),
        [
            ("2027-03-02", "2027-03-31", "Enter 1 April 2027 or a later day"),
            ("2027-05-03", "2027-07-01", "Round 2 is open from 1 June 2027"),
            ("2020-03-02", "2020-05-31", "Enter an opening that is still to come"),
            ("2028-08-01", "2028-09-05", "The term ends on 31 August 2028"),
        ],
    )
    def test_says_what_to_do(self, client, officer, planned, opens_on, closes_on, says):
        Vehicle.objects.update(initial_ends_on="2028-08-31")
        RoundFactory(
            planned=True,
            number=2,
            opens_at=noon(datetime.date(2027, 6, 1)),
            closes_at=noon(datetime.date(2027, 7, 1)),
        )

        page = post(client, "round_edit", planned.pk, opens_on=opens_on, closes_on=closes_on,
                    clarifications_on=opens_on, evaluation_ends_on="2029-01-01")  # fmt: skip

        assert says in page.content.decode()
        assert Round.objects.get(pk=planned.pk).opens_at == planned.opens_at

    def test_moved_behind_another_leaves_its_queue_to_that(self, officer, planned):
        second = RoundFactory(
            planned=True,
            number=2,
            opens_at=noon(datetime.date(2027, 6, 1)),
            closes_at=noon(datetime.date(2027, 7, 1)),
        )
        waiting = received()
        assert waiting.round == planned

        planned.change(
            by=officer,
            opens_at=noon(datetime.date(2027, 9, 1)),
            closes_at=noon(datetime.date(2027, 10, 1)),
            clarifications_close_at=None,
            evaluation_ends_on=None,
            notice_text="",
        )

        waiting.refresh_from_db()
        assert waiting.round == second

    def test_takes_exactly_30_days_across_the_clock_change(self, client, officer, planned):
        page = post(client, "round_edit", planned.pk, opens_on="2027-03-08", closes_on="2027-04-07")

        assert "Round 1 is changed." in page.content.decode()

    def test_is_closed_once_it_has_opened(self, client, officer):
        round_ = RoundFactory()

        answer = post(client, "round_edit", round_.pk)
        assert (answer.status_code, "is only extended now" in answer.text) == (409, True)
        with pytest.raises(NotAllowedNow, match="only extended"):
            round_.change(by=officer, opens_at=round_.opens_at, closes_at=round_.closes_at,
                          clarifications_close_at=None, evaluation_ends_on=None,
                          notice_text="")  # fmt: skip


class TestVehicle:
    def test_shows_facts_and_no_fee(self, client, officer):
        the_dps().describe(by=officer, references="DN585611", advertised_value=50_000_000)

        page = get(client, "vehicle_detail", the_dps().pk)

        assert "Public Contracts Regulations 2015, by its establishment on 1 September 2022" in page
        assert "DN585611" in page
        assert "£50,000,000" in page
        names = {
            field.name
            for model in (Vehicle, Round, Application, Notice)
            for field in model._meta.get_fields()
        }
        assert not {name for name in names if "fee" in name or "charge" in name}

    def test_is_established_by_its_day_for_good(self, client, officer):
        facts = {"name": "Open framework", "kind": "open_framework", "starts_on": "2026-09-01",
                 "value_basis": "unknown", "lots": 2, "initial_ends_on": "2030-08-31",
                 "option_count": 2, "option_months": 24, "options_at_once": 1}  # fmt: skip
        refused = post(client, "vehicle_add", **facts, established_on="2024-01-01")
        made = post(client, "vehicle_add", **facts, established_on="2026-06-11")

        assert "24 February 2025" in refused.content.decode()
        assert "Procurement Act 2023" in made.content.decode()
        vehicle = Vehicle.objects.get()
        assert vehicle.lots.count() == 2
        assert (str(vehicle.ends_on), str(vehicle.latest_ends_on)) == ("2030-08-31", "2034-08-31")

    @pytest.mark.parametrize(
        ("wrong", "says"),
        [
            ({"advertised_value": "-5"}, "Enter the advertised value in pounds"),
        ],
    )
    def test_is_not_changed_to_what_cannot_be(self, client, officer, wrong, says):
        facts = {"value_basis": "unknown", "references": "Another", **wrong}

        page = post(client, "vehicle_edit", the_dps().pk, **facts)

        assert says in page.content.decode()
        assert the_dps().references == ""

    def test_has_a_name_of_its_own(self, client, officer):
        facts = {"name": the_dps().name, "kind": "dps", "starts_on": "2022-09-01", "lots": 2,
                 "established_on": "2022-09-01", "value_basis": "unknown"}  # fmt: skip

        page = post(client, "vehicle_add", **facts)

        assert "There is a vehicle of this name: enter another" in page.content.decode()

    def test_a_shorter_term_leaves_no_round_behind(self, officer):
        RoundFactory(number=1, planned=True, vehicle=the_dps())
        kept = RoundFactory(number=2)
        waiting = received()
        Application.objects.filter(pk=waiting.pk).update(round=Round.objects.get(number=1))

        the_dps().set_term(
            by=officer, initial_ends_on=timezone.localdate() + datetime.timedelta(days=30)
        )

        assert list(Round.objects.all()) == [kept]
        waiting.refresh_from_db()
        assert waiting.round is None

    def test_plans_to_the_end_of_the_term(self, client, officer):
        vehicle = the_dps(ends_on=datetime.date(2028, 8, 31))

        post(client, "vehicle_plan", vehicle.pk)

        assert timezone.localdate(vehicle.rounds.by_time().last().opens_at).year == 2028


class TestMode:
    def test_is_strict_by_default(self):
        assert Vehicle.objects.create(name="A", starts_on="2022-09-01").is_strict

    def test_needs_a_manager(self, client, officer):
        assert post(client, "vehicle_mode", the_dps().pk).status_code == 403

    def test_needs_advice_and_documents(self, client, manager):
        page = post(client, "vehicle_mode", the_dps().pk, mode=RoundMode.LIGHT_TOUCH)

        assert "Enter the reference of the legal advice" in page.content.decode()
        assert "Enter the reference of the published documents" in page.content.decode()
        assert the_dps().is_strict

    def test_stands_in_the_managers_name(self, client, manager):
        post(client, "vehicle_mode", the_dps().pk, mode=RoundMode.LIGHT_TOUCH,
             legal_advice="LA/7", documents="ITT 3.2")  # fmt: skip

        assert not the_dps().is_strict
        assert the_dps().mode_approved_by == manager


class TestNotices:
    def test_warn_of_a_pin(self, client, officer):
        page = post(client, "notice_add", the_dps().pk, kind="f01", sent_on="2025-03-14",
                    reference="P1", quarter="")  # fmt: skip

        assert page.content.decode().count("no longer calls for competition") >= 2

    @pytest.mark.parametrize(
        ("kind", "sent_on", "warns"),
        [("f01", "2023-05-25", False), ("f01", "2023-05-26", True), ("f02", "2025-03-14", False)],
    )
    def test_warn_from_the_day(self, kind, sent_on, warns):
        assert bool(pin_warning(kind, datetime.date.fromisoformat(sent_on))) is warns

    def test_stay_in_the_forms_of_their_law(self, client, officer):
        page = get(client, "notice_add", the_dps().pk)

        assert "UK4" not in page
        with pytest.raises(NotAllowedNow, match="stay in the forms"):
            Notice.record(the_dps(), by=None, kind="uk4", sent_on="2026-01-01", reference="1")

    @pytest.mark.parametrize(("sent_on", "is_taken"), [("2026-09-30", False), ("2026-10-01", True)])
    def test_of_awards_are_sent_after_their_quarter(self, client, officer, sent_on, is_taken):
        page = post(client, "notice_add", the_dps().pk, kind="f03", sent_on=sent_on,
                    reference="R1", quarter="2026-07-01")  # fmt: skip

        assert ("The quarter ends on 30 September 2026" in page.content.decode()) is not is_taken
        assert Notice.objects.exists() is is_taken

    def test_are_recorded_once(self, client, officer):
        facts = {"kind": "f03", "sent_on": "2026-10-20", "reference": "R1",
                 "quarter": "2026-07-01"}  # fmt: skip
        post(client, "notice_add", the_dps().pk, **facts)
        page = post(client, "notice_add", the_dps().pk, **facts)

        assert "is in the register" in page.content.decode()
        assert Notice.objects.get().quarter == datetime.date(2026, 7, 1)


class TestDocuments:
    def send(self, client, content, name="tender.csv.pdf"):
        file = SimpleUploadedFile(name, content)
        return post(client, "document_add", the_dps().pk, title="Tender", file=file)

    def test_are_versions_that_every_provider_can_read(self, client, officer):
        content = uploads.workbook()
        for _ in range(2):
            self.send(client, content, "tender.xlsx")
        check_files()
        newest = VehicleDocument.objects.newest_first().first()

        client.force_login(ProviderMemberFactory().user)
        page = get(client, "tender_list")
        answer = client.get(reverse("contracts:document_file", args=[newest.pk]))

        assert newest.version == 2
        assert page.count("Tender</a>") == 2
        assert b"".join(answer.streaming_content) == content

    @pytest.mark.parametrize(
        ("content", "name"),
        [(b"", "a.pdf"), (b"MZ a program", "a.pdf"), (b"plain", "a.exe")],
    )
    def test_come_in_by_the_door(self, client, officer, content, name):
        answer = self.send(client, content, name)

        assert answer.status_code == 200
        assert "There is a problem" in answer.content.decode()
        assert not VehicleDocument.objects.exists()


class TestTelling:
    def test_is_asked_for_and_ended(self, client):
        person = ProviderMemberFactory().user
        client.force_login(person)

        post(client, "tender_watch", the_dps().pk)
        post(client, "tender_watch", the_dps().pk)
        assert RoundWatch.objects.get().user == person
        post(client, "tender_watch", the_dps().pk, tell="no")

        assert not RoundWatch.objects.exists()
