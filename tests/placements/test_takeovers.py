"""The placements of a takeover: every one goes one way, and the pounds add up."""

import datetime
import re
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from contracts.membership import taking_over
from contracts.models import Takeover
from contracts.tasks import reconcile
from nmiss.base.accounts.models import Proposal, Role
from placements.models import Placement
from placements.takeovers import report
from placements.takeovers.models import PlacementMapping
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, the_dps
from tests.factories.placements import PlacementFactory
from tests.factories.takeovers import a_framework, a_member, a_plan, agreed, mapped, proposed

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def officer(client):
    person = UserFactory(role=Role.OFFICER)
    client.force_login(person)
    return person


def a_call_off(member, **given):
    usual = {"route": "call_off", "lot": member.lot, "annual_fee": Decimal(50_000)}
    return PlacementFactory(school=member.school, **usual | given)


def words_of(page):
    return " ".join(page.content.decode().split())


def seen_on(page):
    return page.context_data["form"]["seen"].value()


def named(member):
    return member.school.name.replace(" ", "_")


def county(today):
    """One carried, one to re-sign, one left; a child at a school that left long ago; no call-offs.

    The call-offs of the old arrangement come to £250,000.01 a year.
    """
    carried, to_sign, gone = (a_member() for _ in range(3))
    former = a_member(left_on=today - 30 * DAY)
    for member, fee in ((carried, 60_000), (carried, "40000.01"), (to_sign, 70_000)):
        a_call_off(member, annual_fee=Decimal(fee))
    a_call_off(gone, annual_fee=Decimal(50_000))
    a_call_off(former, annual_fee=Decimal(30_000))
    a_call_off(carried, ended_on=today - DAY, end_reason="other")
    PlacementFactory(school=carried.school)  # spot purchase is in no arrangement
    ways = {named(to_sign): ("re_signed", 2), named(gone): ("left", None)}
    return mapped(a_plan(), **ways)


TOTALS = (3, 5, Decimal("250000.01"))


class TestSums:
    def test_add_up_to_what_the_old_arrangement_has(self, today):
        sums = report.sums_of(county(today))

        assert {
            part.way: (part.memberships, part.placements, part.cost_a_year) for part in sums.parts
        } == {
            "carried": (1, 2, Decimal("100000.01")),
            "re_signed": (1, 1, 70_000),
            "left": (1, 2, 80_000),
        }
        assert sums.together == (sums.memberships, sums.placements, sums.cost_a_year) == TOTALS
        assert sums.add_up

    def test_do_not_while_a_membership_is_not_mapped(self, today):
        plan = county(today)
        a_call_off(a_member())

        sums = report.sums_of(plan)

        assert not sums.add_up
        assert sums.parts[-1].words == "Not mapped"


class TestTheDay:
    def test_writes_every_placement_down_once(self, today):
        plan = agreed(county(today))
        before = set(Placement.objects.values_list("pk", "lot", "annual_fee", "ended_on"))

        reconcile()
        reconcile()

        assert PlacementMapping.objects.count() == 5
        plan.refresh_from_db()
        assert report.sums_of(plan).together == TOTALS
        carried = PlacementMapping.objects.filter(way="carried")
        assert {(row.lot.vehicle, row.lot.number) for row in carried} == {(plan.successor, 1)}
        # What each began under, and its terms, stand.
        assert set(Placement.objects.values_list("pk", "lot", "annual_fee", "ended_on")) == before

    def test_the_database_takes_none_without_its_placements(self, today):
        member = a_member()
        a_call_off(member)
        plan = agreed(mapped(a_plan(), **{named(member): ("re_signed", 1)}))

        with pytest.raises(DatabaseError, match="every placement"), transaction.atomic():
            _finish_at_once(plan)
        with pytest.raises(DatabaseError, match="takeover that is done"), transaction.atomic():
            PlacementMapping.objects.create(
                takeover=plan, placement=Placement.objects.first(), way="left", cost_a_year=0
            )

    def test_stops_all_where_the_sums_differ(self, today, monkeypatch):
        plan = agreed(county(today))
        monkeypatch.setattr(report, "_totals", lambda takeover: (3, 6, Decimal(1)))

        reconcile()

        plan.refresh_from_db()
        assert plan.status == "agreed"
        assert not PlacementMapping.objects.exists()

    def test_goes_on_to_the_next_arrangement(self, today):
        plan = agreed(county(today))
        reconcile()
        framework = plan.successor
        later = a_framework(name="The one after", starts_on=today)
        day, officer = today + DAY, UserFactory(role=Role.OFFICER)
        next_plan = taking_over.plan(framework, by=officer, successor=later, starts_on=day)

        references = set(report.placements_of(next_plan).values_list("pk", flat=True))

        moved = PlacementMapping.objects.exclude(lot=None)
        assert references == set(moved.values_list("placement", flat=True))
        assert len(references) == 3


def _finish_at_once(plan):
    """By SQL, and not by its verb; what is asked at the end of a transaction is asked now."""
    Takeover.objects.filter(pk=plan.pk).update(status="done")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class TestPages:
    def test_lead_from_the_arrangement_to_the_proposal(self, client, officer, today):
        member, framework = a_member(), a_framework()
        a_call_off(member)
        add = reverse("placements:takeover_add", args=[the_dps().pk])
        assert (
            add
            in client.get(reverse("contracts:vehicle_detail", args=[the_dps().pk])).content.decode()
        )

        typed = {"successor": framework.pk, "starts_on": f"{today:%d/%m/%Y}"}
        page = client.post(add, typed, follow=True)
        plan = Takeover.objects.get()
        assert "Not mapped yet" in words_of(page)
        detail = client.get(reverse("placements:takeover_detail", args=[plan.pk]))
        assert f"{member.school} is not mapped" in words_of(detail)
        lot = framework.lots.get(number=1)
        way = {f"member_{member.pk}": f"carried:{lot.pk}", "seen": seen_on(page)}
        page = client.post(reverse("placements:takeover_map", args=[plan.pk]), way, follow=True)
        assert "The counts add up." in words_of(page)
        propose = reverse("placements:takeover_propose", args=[plan.pk])
        digest = seen_on(client.get(propose))
        page = client.post(propose, {"reason": "It begins.", "seen": digest}, follow=True)

        assert "Another officer must agree" in words_of(page)
        assert Proposal.objects.get().data.carried == 1

    def test_say_of_each_membership_how_many_placements_go_its_way(self, client, officer, today):
        county(today)
        plan = Takeover.objects.get()

        of_map = words_of(client.get(reverse("placements:takeover_map", args=[plan.pk])))
        detail = words_of(client.get(reverse("placements:takeover_detail", args=[plan.pk])))

        assert "2 placements, £100,000 a year" in of_map
        assert "1 placement, £70,000 a year" in of_map
        assert "Re-signed: the provider signs a new agreement." in of_map
        assert re.search(r'data-label="Placements">2</td> <td [^>]*>£100,000</td>', detail)
        assert "also where the place was bought on the spot" in detail

    def test_say_before_somebody_agrees_that_it_is_done_on_its_day(self, client, today):
        plan = mapped(a_plan(starts_on=today + 30 * DAY))
        proposal = proposed(plan)
        client.force_login(UserFactory(role=Role.OFFICER))
        page = reverse("accounts:proposal_agree", args=[proposal.pk])

        words = words_of(client.get(page))
        answer = client.post(page, {"seen": proposal.digest}, follow=True)

        first = f"{today + 30 * DAY:%-d %B %Y}"
        assert f"Once you agree, the hub does this by itself on {first}." in words
        assert "as soon as you agree" not in words
        assert f"The hub will do this automatically on {first}." in words_of(answer)

    def test_a_proposal_of_another_plan_than_was_read_is_not_made(self, client, officer):
        plan = mapped(a_plan(by=officer))

        client.post(
            reverse("placements:takeover_propose", args=[plan.pk]),
            {"reason": "It begins.", "seen": "another"},
        )

        assert not Proposal.objects.exists()

    def test_an_older_map_does_not_take_the_place_of_a_newer_one(self, client, officer):
        member = a_member()
        plan = a_plan()
        page = reverse("placements:takeover_map", args=[plan.pk])
        older = seen_on(client.get(page))
        mapped(plan)

        sent = {f"member_{member.pk}": "left", "seen": older}
        answer = client.post(page, sent, follow=True)

        assert "was changed after you opened this page" in words_of(answer)
        assert plan.mappings.get().way == "carried"
        client.post(page, sent | {"seen": seen_on(client.get(page))})
        assert plan.mappings.get().way == "left"

    def test_say_how_many_are_not_mapped(self, client, officer):
        a_member()
        plan = a_plan()
        page = reverse("placements:takeover_detail", args=[plan.pk])
        assert "1 membership is not mapped." in words_of(client.get(page))
        a_member()

        words = words_of(client.get(page))

        assert "2 memberships are not mapped." in words
        assert "do not add up" not in words

    def test_say_that_a_plan_is_proposed(self, client, officer):
        a_member()
        plan = mapped(a_plan())
        page = reverse("placements:takeover_detail", args=[plan.pk])
        to_map = reverse("placements:takeover_map", args=[plan.pk])
        before = words_of(client.get(page))
        assert "Draft" in before
        assert to_map in before

        proposal = proposed(plan)

        words = words_of(client.get(page))
        assert "Draft" not in words
        assert to_map not in words
        listed = client.get(reverse("placements:takeover_list"))
        for each in (words, words_of(listed)):
            assert re.search(r"<strong[^>]*> ?Proposed ?</strong>", each)
        proposal.withdraw(by=plan.planned_by)
        assert to_map in words_of(client.get(page))

    def test_say_that_the_day_has_come(self, client, officer):
        plan = agreed(mapped(a_plan()))

        words = words_of(client.get(reverse("placements:takeover_detail", args=[plan.pk])))

        assert "and is not done yet." in words

    def test_are_a_task_where_the_day_could_not_be_kept(self, client, officer, today):
        a_member()
        plan = agreed(mapped(a_plan()))
        words = f"Check the takeover of {plan.vehicle}: it could not be done"
        a_member()

        reconcile()

        assert words in words_of(client.get("/"))
        plan.withdraw(by=officer, reason="A member has joined.")
        assert words not in words_of(client.get("/"))

    def test_ask_no_more_of_many_memberships_than_of_few(
        self, client, officer, django_assert_num_queries
    ):
        for _ in range(2):
            a_call_off(a_member())
        plan = mapped(a_plan())
        page = reverse("placements:takeover_detail", args=[plan.pk])
        client.get(page)
        with CaptureQueriesContext(connection) as few:
            client.get(page)
        for _ in range(5):
            a_call_off(a_member())
        mapped(plan)

        with django_assert_num_queries(len(few)):
            found = client.get(page)

        assert found.context_data["sums"].memberships == 7

    def test_say_what_becomes_of_an_open_round(self, client, officer):
        RoundFactory(number=7)
        plan = a_plan()

        words = words_of(client.get(reverse("placements:takeover_detail", args=[plan.pk])))

        assert "Round 7</a> is open from" in words
        assert "It closes as published and its applications are assessed." in words

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ({"successor": ""}, "Select the new arrangement"),
            ({"starts_on": ""}, "the first day under the new arrangement"),
            ({"starts_on": "01/09/2020"}, "is not open on 1 September 2020"),
        ],
    )
    def test_say_how_to_correct_what_was_typed(self, client, officer, today, typed, words):
        usual = {"successor": a_framework().pk, "starts_on": f"{today:%d/%m/%Y}"}

        page = client.post(reverse("placements:takeover_add", args=[the_dps().pk]), usual | typed)

        assert words in words_of(page)
        assert not Takeover.objects.exists()

    def test_list_every_plan(self, client, officer):
        first = a_plan()
        first.withdraw(by=officer, reason="Too early.")
        a_plan(successor=first.successor)

        page = client.get(reverse("placements:takeover_list"))

        assert [str(row.status) for row in page.context_data["page"].rows] == ["draft", "withdrawn"]
