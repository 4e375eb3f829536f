"""What is dated of a plan: its draft, representations, the type of school it names, an appeal."""

import datetime

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.key_dates import WantedDays
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from placements import key_dates
from placements.choice_listings import PHASE_TRANSFERS
from placements.home import plans_and_appeals
from placements.models import Case, TribunalAppeal
from placements.timeline import timeline_of
from tests.factories.accounts import UserFactory
from tests.factories.placements import ChildFactory, a_case

pytestmark = pytest.mark.django_db
DAY = datetime.date
TODAY = DAY(2026, 11, 27)
DRAFT = DAY(2026, 11, 16)


@pytest.fixture
def officer(client):
    person = UserFactory(role=Role.PLACEMENTS)
    client.force_login(person)
    return person


@pytest.fixture
def case(officer):
    child = ChildFactory(reference="C771", identity__initials="AB")
    return a_case(child, by=officer, draft_plan_on=DRAFT, named_type="special")


def add(case, by, **facts):
    usual = {"registered_on": DAY(2026, 11, 20), "hearing_on": None, "order_on": None}
    return TribunalAppeal.add_to(case, by=by, **usual | {"outcome": ""} | facts)


def tasks(user, today=TODAY):
    return [(task.words, task.on) for task in read(plans_and_appeals(user, today))]


def dates(user):
    wanted = WantedDays(user, TODAY, TODAY + datetime.timedelta(days=60))
    found = [*key_dates.of_representations(wanted), *key_dates.of_hearings(wanted)]
    return [(each.kind, each.on, each.subject) for each in found]


class TestRepresentations:
    def test_end_15_days_from_the_draft_plan(self, officer, case):
        last = DAY(2026, 12, 1)

        assert case.represent_by == last
        assert tasks(officer) == [("Check parents’ representations: C771", last)]
        assert dates(officer) == [("Representations end", last, "C771")]

    def test_are_waited_for_until_they_come_or_the_final_plan_does(self, officer, case):
        for name in ("represented_on", "plan_final_on"):
            with transaction.atomic():
                case.change(by=officer, needs=["ASD"], **{name: TODAY})
                assert not tasks(officer) + dates(officer)
                transaction.set_rollback(True)
            case.refresh_from_db()

    @pytest.mark.parametrize(
        "facts",
        [
            {"represented_on": DRAFT - datetime.timedelta(days=1)},
            {"plan_final_on": DRAFT - datetime.timedelta(days=1)},
            {"draft_plan_on": None, "represented_on": DRAFT},
            {"named_type": "castle"},
        ],
    )
    def test_and_plans_come_in_order(self, case, facts):
        with pytest.raises(IntegrityError), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(**facts)


class TestAnAppeal:
    def test_is_followed_until_its_order(self, officer, case, client):
        appeal = add(case, officer)
        words = "Enter the date of the tribunal hearing: C771"
        assert (words, None) in tasks(officer)
        hearing = DAY(2026, 12, 10)
        facts = {"registered_on": appeal.registered_on, "order_on": None, "outcome": ""}

        appeal.change(by=officer, hearing_on=hearing, **facts)

        assert ("Prepare the tribunal hearing: C771", hearing) in tasks(officer)
        assert ("Record the tribunal’s order: C771", hearing) in tasks(officer, DAY(2026, 12, 11))
        assert ("Tribunal hearing", hearing, "C771") in dates(officer)
        board = client.get(reverse("placements:phase_transfer_list")).text
        assert "Hearing on 10 December 2026" in board
        assert "Special school" in board

        order = facts | {"order_on": hearing, "outcome": "partly"}
        appeal.change(by=officer, hearing_on=hearing, **order)

        assert not [each for each, _ in tasks(officer) if "tribunal" in each]
        said = [f"{each.on}: {each.words}" for each in timeline_of(case.child, officer)]
        for expected in (
            "2026-11-16: Draft plan issued",
            "2026-12-01: Last day for parents’ representations",
            "2026-11-20: Appeal registered",
            "2026-12-10: Order: upheld in part",
        ):
            assert expected in said

    def test_is_one_at_a_time_also_after_the_case_is_closed(self, officer, case):
        add(case, officer, order_on=TODAY, outcome="withdrawn")
        case.close(by=officer, reason="moved_away")
        add(case, officer)

        with pytest.raises(NotAllowedNow, match="registered on 20 November 2026 is open"):
            add(case, officer)
        with pytest.raises(IntegrityError), transaction.atomic():
            TribunalAppeal.objects.update(outcome="", order_on=None)

    @pytest.mark.parametrize(
        "facts",
        [
            {"hearing_on": DAY(2026, 11, 19)},
            {"order_on": TODAY},
            {"outcome": "upheld"},
            {"order_on": DAY(2026, 11, 19), "outcome": "upheld"},
        ],
    )
    def test_has_its_days_in_order(self, officer, case, facts):
        with pytest.raises(IntegrityError), transaction.atomic():
            add(case, officer, **facts)

    def test_stays_on_record(self, officer, case):
        appeal = add(case, officer)
        with pytest.raises(InternalError), transaction.atomic():
            appeal.delete()

    def test_page_says_which_day_is_wrong(self, officer, case, client):
        address = reverse("placements:appeal_add", args=[case.pk])
        later = timezone.localdate() + datetime.timedelta(days=1)
        given = {"registered_on": str(later), "hearing_on": "2026-11-19", "outcome": "upheld"}

        page = client.post(address, given).text

        for words in (
            "Enter today or an earlier day",
            "The hearing must not be before the appeal was registered",
            "Enter the day of the order",
        ):
            assert words in page
        assert not TribunalAppeal.objects.exists()
        client.post(address, {"registered_on": "2026-11-20"})
        assert TribunalAppeal.objects.get().added_by == officer


def test_the_board_reads_the_law_once(officer, django_assert_max_num_queries):
    for number in range(3):
        a_case(by=officer, draft_plan_on=DRAFT + datetime.timedelta(days=number))

    with django_assert_max_num_queries(12):
        rows = PHASE_TRANSFERS.rows(officer, {})
        assert all(each.represent_by for each in rows)
