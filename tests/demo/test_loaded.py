"""The demo county, loaded once: the paper's figures, its past, and something at each stage."""

from __future__ import annotations

import datetime
from collections import Counter

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.models import Count, Min
from django.utils import timezone

from contracts.applications.submitting import digest_of
from contracts.evaluation.dashboard import capacity, days_to_decision, pass_rates
from contracts.evaluation.what_if import what_if
from contracts.models import (
    Agreement,
    AgreementStatus,
    Application,
    DebarmentCheck,
    DeclarationRenewal,
    Membership,
    OutcomeLetter,
    Round,
    Status,
    SubmittedContent,
    Suspension,
    Vehicle,
)
from kpis.direction import Direction
from kpis.models import KpiReturn, RatingContest, ReturnWorkbook, Term
from kpis.periods import Frequency
from kpis.rating import Rating
from kpis.reports import rated_in
from nmiss.across.home.boards import board_of
from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.core.days import financial_year_of
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.working_days import working_days_between
from nmiss.demo import past, work
from placements.blocks.report import uses_of, with_stays
from placements.budget.report import budget_of_year, deficit_path
from placements.fees import standard
from placements.fees.models import FeeRequest
from placements.models import (
    BlockPurchase,
    Consultation,
    CostAvoidance,
    Funder,
    Placement,
    PriceLine,
)
from placements.reorganising.models import Reorganisation
from placements.reorganising.report import dry_run
from placements.reorganising.transferring import missing
from placements.reports import Window, demand_profile, dps_status
from placements.savings.report import savings_of_year
from providers.models import ComplianceDocument, LocalAuthority, ProviderMember, Standing
from tests import databases, loaded_demo, standing
from tests.outbox import messages

pytestmark = [pytest.mark.usefixtures("_loaded"), pytest.mark.django_db]


@pytest.fixture(scope="module")
def _loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The county for all tests of this module, each of which undoes what it does to it."""
    name, files = loaded_demo.name_of("loaded"), tmp_path_factory.mktemp("files")
    with django_db_blocker.unblock():
        connection.close()
        loaded_demo.copy_to(
            name,
            migrated=connection.settings_dict["NAME"],
            folder=loaded_demo.folder_of_the_run(tmp_path_factory),
            files=files,
        )
        with databases.working_in(name), standing.with_files(files):
            yield
        databases.drop(name)


class TestTheLedger:
    def test_can_be_read_and_taken_away_whole(self, client):
        auditor = User.objects.filter(role=Role.AUDITOR).first()
        client.force_login(auditor)
        readable = AuditEvent.objects.visible_to(auditor).count()  # sealed drafts are not

        taken = b"".join(client.get("/lists/audit.csv").streaming_content)

        assert taken.count(b"\n") > readable
        for verb in AuditEvent.objects.values_list("verb", flat=True).order_by().distinct():
            assert client.get("/audit/", {"done": verb}).status_code == 200


class TestSeed:
    def test_has_a_consultation_in_each_state(self):
        today = timezone.localdate()
        found = Consultation.objects.with_answer()

        assert {each.standing(today) for each in found} == {
            *("waiting", "overdue", "closed", "chosen"),
            *("no_capacity", "offer_with_conditions"),
        }
        assert [each for each in found if each.draft]

    def test_plans_a_reorganisation_as_a_draft_with_something_to_do(self):
        plan = Reorganisation.objects.get()
        run = dry_run(plan)

        assert plan.status == "draft"
        assert plan.old.districts.count() == 12
        assert {share.name for share in run.shares} == {
            *("East Kent Council", "West Kent Council", "Not known yet")
        }
        assert run.together == (run.children, run.contracts, run.cost_a_year)
        assert all(share.children > 50 for share in run.shares)
        assert len(missing(plan)) == 2  # a district without a successor, and who straddles two
        assert not LocalAuthority.objects.filter(code="").exclude(name__endswith="Council").exists()

    def test_has_prices_of_several_kinds_after_the_year_of_the_paper(self):
        lines = PriceLine.objects.that_count()

        kinds = dict(lines.order_by().values_list("kind").annotate(Count("pk")))
        assert {"therapy_slt", "one_to_one", "base_education", "therapy_psychology"} <= set(kinds)
        assert min(kinds.values()) > 10
        assert set(lines.values_list("funder", flat=True)) == set(Funder.values)
        assert lines.aggregate(first=Min("starts_on"))["first"] == datetime.date(2025, 4, 1)

    def test_has_the_table_of_the_paper(self):
        window = Window(datetime.date(2024, 4, 1), datetime.date(2024, 11, 30), 2024)

        report = dps_status(window, by=None)

        assert [(row.schools, row.out_of_area, row.placements) for row in report] == [
            (26, 5, 1159),
            (98, 48, 910),
            (124, 53, 2069),
        ]
        assert [f"{row.spend / 1_000_000:.2f}" for row in report] == ["46.76", "39.99", "86.75"]
        assert [f"{row.average_cost / 1000:.2f}" for row in report] == ["40.34", "43.95", "41.93"]

    def test_has_the_snapshot_of_the_paper(self):
        report = demand_profile(datetime.date(2024, 1, 18), by=None)

        assert (report.total.children, report.schools.children) == (1839, 120)
        assert [(share.value, round(share.percent)) for share in report.needs[:3]] == [
            ("ASD", 45),
            ("SEMH", 33),
            ("SLCN", 11),
        ]
        assert {share.value: round(share.percent) for share in report.phases}["secondary"] == 75
        assert report.peak_year.value == "10"

    def test_has_somebody_in_each_role(self):
        people = User.objects.filter(is_active=True)

        assert {person.role for person in people} == set(Role)
        assert set(ProviderMember.objects.values_list("role", flat=True)) == {
            "owner",
            "editor",
            "viewer",
        }

    def test_does_nothing_the_second_time(self):
        before = Placement.objects.count()

        call_command("seed_demo")

        assert Placement.objects.count() == before > 3000


def test_the_demo_has_a_past_that_hangs_together():
    decided = Application.objects.filter(round__status="closed").select_related("round")
    assert Counter(decided.values_list("approval__recommendation__result", flat=True)) == {
        "admitted": 5,
        "not_admitted": 7,
        "excluded": 1,
    }

    for each in decided:
        assert each.round.opens_at <= each.received_at < each.round.closes_at <= each.opened_at
        approval = each.approval
        recommended_at = approval.recommendation.recommended_at
        assert each.opened_at < recommended_at <= each.decided_at < each.letter.told_at
        assert approval.approved_at == each.decided_at
        received_on, decided_on = map(timezone.localdate, (each.received_at, each.decided_at))
        assert working_days_between(received_on, decided_on) <= 10
        assert each.version().received_at == each.received_at
        assert OutcomeLetter.objects.filter(application=each).exists()
        assert not messages(holding=f"application {each.reference}")
    for frozen in SubmittedContent.objects.select_related("submission"):
        assert digest_of(frozen.content) == frozen.submission.digest
    for admitted in decided.filter(approval__recommendation__result="admitted"):
        lot = admitted.lot_outcomes.get(awarded=True).lot
        member = Membership.objects.get(provider=admitted.provider, lot=lot)
        assert timezone.localdate(admitted.letter.told_at) < member.admitted_on

    _the_pages_have_something_to_show()


def test_a_larger_county_has_no_more_owners_than_there_are_names(monkeypatch):
    monkeypatch.setattr(past, "OWNERS", ("One of few",))
    closed = list(Round.objects.closed().by_time())

    stories = list(past._members(closed))

    assert len({provider for _, provider, *_ in stories}) == 1


def _the_pages_have_something_to_show():
    scheme = Vehicle.objects.get(name=Vehicle.DPS).scheme()
    lot_2 = [line for line in what_if(scheme).lines if line.lot.number == 2]
    assert [(line.by_total, line.passing) for line in lot_2] == [(9, 6), (7, 5), (4, 3)]

    rounds = [round for round in Round.objects.closed() if round.applications.exists()]
    assert len(rounds) == 4
    for round in rounds:
        assert len(pass_rates(round)) in (6, 12)  # of the lots that were applied for
        assert 7 <= days_to_decision(round.applications.all()) <= 20

    assert any(capacity(round) for round in rounds)

    today = timezone.localdate()
    standings = {each.standing(today) for each in ComplianceDocument.objects.current()}
    assert standings == {"in force", "expires soon", "expired"}
    checked = DebarmentCheck.objects.values("provider").distinct().count()
    assert 0 < checked < Membership.objects.on(today).values("provider").distinct().count()


def test_has_something_at_each_stage():
    assert Application.objects.held().count() == 1
    assert Application.objects.filter(status=Status.TOLD, agreements__isnull=False).count() == 3
    stages = set(Agreement.objects.values_list("status", flat=True))
    assert stages == {AgreementStatus.OFFERED, AgreementStatus.SIGNED, AgreementStatus.IN_FORCE}
    assert Agreement.objects.get(status=AgreementStatus.IN_FORCE).memberships.exists()
    assert Suspension.objects.count() == 1
    assert DeclarationRenewal.objects.to_read().count() == 1

    owner = User.objects.get(email="owner@demo.example")
    waiting = [task.words for task in board_of(owner, today=timezone.localdate()).tasks]
    for each in (
        "Read the outcome letter: ",
        "Sign the admission agreement: ",
        "Send a new insurance certificate",
        "Answer",
    ):
        assert any(words.startswith(each) for words in waiting), each
    assert Membership.objects.visible_to(owner).exists()


def test_a_small_request_waits_for_the_standard_offer():
    (small,) = standard.standard_requests()

    assert 1.8 <= small.percent < 2  # an hour of £21.50 is rounded to the penny
    assert small.state == standard.TO_DO


def test_the_fee_window_of_2024_avoided_over_a_million():
    savings = savings_of_year(2024, by=None)

    assert 1_000_000 < savings.avoided < 3_000_000
    assert savings.avoided_clipped > 0 or savings.saved > 0
    assert CostAvoidance.objects.filter(is_refused=True).exists()
    by_moves = FeeRequest.objects.filter(window__academic_year=2024)
    assert {each.status for each in by_moves} == {"agreed", "refused"}
    rows = CostAvoidance.objects.filter(request__in=[each.reference for each in by_moves])
    assert sum(row.avoided for row in rows) > 1_000_000
    assert {timezone.localdate(row.written_at) for row in rows} == {datetime.date(2024, 9, 1)}


def test_a_block_costs_more_than_the_places_that_are_used_would():
    [use] = uses_of(with_stays(BlockPurchase.objects.all()), timezone.localdate())

    assert use.block.lot.number == 2
    assert 0 < use.used_today < use.block.places
    assert use.is_under_break_even
    assert use.void_cost > 0


def test_the_budget_has_payments_and_a_deficit():
    today = timezone.localdate()
    budget = budget_of_year(financial_year_of(today), on=today, today=today)

    assert all(line.budget and line.actual and line.forecast for line in budget.lines)
    assert [each.financial_year for each in deficit_path(on=today, by=None)] == [2025, 2026, 2027]


class TestProposals:
    def test_wait_for_a_second_person_who_may_decide_each(self):
        for role, words in ((Role.MANAGER, "Demo new officer"), (Role.OFFICER, "Demo proprietor")):
            others = User.objects.filter(role=role, is_active=True)
            seen = [str(each.asks) for one in others for each in Proposal.objects.waiting_for(one)]
            assert any(words in each for each in seen)


class TestReturns:
    def test_schools_returned_eight_terms_and_each_kind_of_school_is_there(self):
        today = timezone.localdate()
        periods = Term.objects.periods()
        last = periods.last_ended(Frequency.TERM, today)
        cells = list(rated_in(last))
        of_school = {}
        for cell in cells:
            of_school.setdefault(cell.school.pk, {})[cell.indicator.code] = cell

        terms = KpiReturn.objects.filter(frequency=Frequency.TERM)
        assert terms.values("period_name").distinct().count() == 8
        attendance = [own["K01"] for own in of_school.values()]
        assert len(attendance) > 20
        states = Counter(cell.result.state for cell in attendance)
        assert states["not_submitted"] >= 1
        assert states["too_few"] >= 1
        assert states["rated"] > 15
        assert Direction.WORSENING in {cell.direction for cell in attendance}
        assert {cell.result.rating for cell in attendance} >= {Rating.GREEN, Rating.RED}

    def test_returns_of_the_owners_schools_are_in_many_states(self):
        owner = User.objects.get(email="owner@demo.example")
        own = KpiReturn.objects.written_by(owner).filter(imported=False)

        assert set(own.values_list("status", flat=True)) >= {"being_filled", "queried"}
        assert not own.filter(status="not_asked").exists()
        assert RatingContest.objects.visible_to(owner).unanswered().exists()
        assert ReturnWorkbook.objects.get().status == "read"

    def test_schools_stand_in_every_band(self):
        words = {each.word for each in Standing.objects.all()}

        assert words >= {"good", "approaching", "below", "not_returned"}


class TestGrownForTheBench:
    def test_has_the_work_of_a_county_so_large_that_pages_read(self, client):
        before, told = counts_of(GROWING), AuditEvent.objects.count()
        being_evaluated = Application.objects.being_evaluated().count()

        work.grow(3)

        grown = counts_of(GROWING)
        assert all(grown[kind] >= 2 * before[kind] for kind in GROWING), (before, grown)
        evaluated = Application.objects.being_evaluated()
        assert evaluated.count() == being_evaluated * round(work.EVALUATED * 3 / 100)
        last = evaluated.order_by("pk").last()
        assert {each.evaluator.name for each in last.assignments.all()} == {
            *("Demo commissioning officer", "Demo second commissioning officer"),
            "Demo third commissioning officer",
        }
        assert last.sections.exists()
        assert last.provider != evaluated.order_by("pk").first().provider
        assert AuditEvent.objects.count() > 2 * told
        client.force_login(User.objects.get(email="officer3@demo.example"))
        for address in ("/", "/applications/", "/scoring/", f"/applications/{last.pk}/"):
            assert client.get(address).status_code == 200

    def test_says_of_each_record_whether_it_grows(self):
        for label in work.GROWN | work.ONE_FOR_ALL:
            apps.get_model(label)


GROWING = (Application, Consultation, FeeRequest, Agreement, BlockPurchase)


def counts_of(kinds):
    return {kind: kind.objects.count() for kind in kinds}
