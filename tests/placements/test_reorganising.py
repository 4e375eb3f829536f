"""A reorganisation: every child goes to one authority, with contracts and pounds, by two people."""

import datetime
import re
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models.signals import post_save
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.lists import LISTS
from placements.models import Look
from placements.reorganising import report, transferring
from placements.reorganising.models import ChildTransfer, HomeDistrict, Reorganisation
from placements.tasks import reorganise
from providers.models import District, LocalAuthority
from tests.factories.accounts import UserFactory
from tests.factories.placements import ChildFactory, PlacementFactory
from tests.factories.reorganising import (
    REASON,
    a_reorganisation,
    an_authority,
    districts_mapped,
    districts_of,
    map_districts,
)

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def officer(client):
    person = UserFactory(role=Role.OFFICER)
    client.force_login(person)
    return person


def a_child(postcode, fee="40000.00", **given):
    child = ChildFactory(identity__home_postcode=postcode)
    PlacementFactory(child=child, annual_fee=Decimal(fee), **given)
    return child


def county(officer):
    """One child in each district, and one whose outward code lies in both: £150,000.01 a year."""
    east, west, both = (
        a_child("CT20 3QA"),
        a_child("TN23 1AA", "50000.01"),
        a_child("CT21 4AA", 60_000),
    )
    a_child("CT20 1AA", ended_on=timezone.localdate() - DAY, end_reason="other")
    plan = districts_mapped(a_reorganisation(by=officer))
    return plan, east, west, both


def settled(officer):
    """The same, with every home district known: the one of both lives in Westdown."""
    plan, *children = county(officer)
    transferring.settle_home_districts(plan, by=officer)
    west = District.objects.get(name="Westdown")
    transferring.say_home_district(children[-1], west, by=officer)
    return plan, *children


def agreed(plan):
    proposal = transferring.propose(plan, by=plan.planned_by, reason=REASON)
    proposal.agree(by=UserFactory(role=Role.MANAGER), seen=proposal.digest)
    plan.refresh_from_db()
    return plan


class TestPlan:
    @pytest.mark.parametrize(
        ("days", "first", "words"),
        [
            (0, None, "must be in the future"),
            (-13_000, None, "must be in the future"),
            (5, 5, "Old County begins on"),
            (5, 30, "Old County begins on"),
        ],
    )
    def test_is_refused_where_the_old_authority_cannot_give_way(
        self, client, officer, days, first, words
    ):
        today = timezone.localdate()
        old = an_authority("801", "Old County", first_on=first and today + first * DAY)
        districts_of(old, Eastdown=["CT20"])
        lead = an_authority("802", "East Council")

        with pytest.raises(NotAllowedNow, match=words):
            transferring.plan(old, by=officer, lead=lead, starts_on=today + days * DAY)

        assert words in self.sent(client, old, lead, today + days * DAY)

    @pytest.mark.parametrize(
        ("lead", "words"),
        [
            (("801", {}), "Select another authority than Old County"),
            (("804", {"first_on": 6}), "Lead Council is not in force on"),
            (("804", {"last_on": 4}), "Lead Council is not in force on"),
        ],
    )
    def test_is_refused_where_none_in_force_leads(self, client, officer, lead, words):
        today = timezone.localdate()
        old = an_authority("801", "Old County")
        districts_of(old, Eastdown=["CT20"])
        code, term = lead
        term = {name: today + days * DAY for name, days in term.items()}
        lead = an_authority(code, "Lead Council", **term)

        with pytest.raises(NotAllowedNow, match=words):
            transferring.plan(old, by=officer, lead=lead, starts_on=today + 5 * DAY)

        assert words in self.sent(client, old, lead, today + 5 * DAY)

    def sent(self, client, old, lead, starts_on):
        typed = {"old": old.pk, "lead": lead.pk, "starts_on": f"{starts_on:%d/%m/%Y}"}
        page = client.post(reverse("placements:reorganisation_add"), typed)
        assert not Reorganisation.objects.exists()
        return page.content.decode()

    def test_names_who_is_not_in_force_any_more(self, officer):
        plan, *_ = settled(officer)
        LocalAuthority.objects.filter(code="803").update(last_on=plan.eve)

        assert transferring.missing(plan)[0].startswith("West Council is not in force on")


class TestHomeDistricts:
    def test_follow_an_outward_code_that_lies_in_one_district(self, officer):
        plan, east, west, both = county(officer)

        assert transferring.settle_home_districts(plan, by=officer) == 2

        found = dict(HomeDistrict.objects.values_list("child", "district__name"))
        assert found == {east.pk: "Eastdown", west.pk: "Westdown"}
        assert list(report.without_district(plan)) == [both]

    def test_are_looked_up_on_record(self, officer):
        plan, *children = county(officer)

        transferring.settle_home_districts(plan, by=officer)

        looks = Look.objects.filter(looked_by=officer, with_identity=True)
        assert set(looks.values_list("child", flat=True)) == {each.pk for each in children}

    def test_are_said_by_a_person_where_they_straddle(self, client, officer):
        plan, _, _, both = county(officer)
        transferring.settle_home_districts(plan, by=officer)
        page = client.get(reverse("placements:reorganisation_detail", args=[plan.pk]))
        assert list(page.context_data["unknown"]) == [both]

        west = District.objects.get(name="Westdown")
        client.post(
            reverse("placements:home_district", args=[both.reference]), {"district": west.pk}
        )

        home = HomeDistrict.objects.get(child=both)
        assert (home.district, home.by_postcode, home.recorded_by) == (west, False, officer)


class TestDryRun:
    def test_conserves_the_totals(self, officer):
        plan, *_ = settled(officer)

        run = report.dry_run(plan)

        assert {(s.name, s.children, s.contracts, s.cost_a_year) for s in run.shares} == {
            ("East Council", 1, 1, 40_000),
            ("West Council", 2, 2, Decimal("110000.01")),
        }
        totals = (3, 3, Decimal("150000.01"))
        assert run.together == (run.children, run.contracts, run.cost_a_year) == totals
        assert run.add_up

    def test_does_not_add_up_while_a_child_goes_nowhere(self, officer):
        plan, *_ = county(officer)

        run = report.dry_run(plan)

        assert not run.add_up
        assert [share.name for share in run.shares if share.children] == [report.NOWHERE]
        with pytest.raises(NotAllowedNow, match="3 children have no home district"):
            transferring.propose(plan, by=officer, reason=REASON)

    def test_asks_for_the_successor_of_each_district(self, officer):
        plan, *_ = settled(officer)
        west = District.objects.get(name="Westdown")
        map_districts(plan, {west.pk: None})

        assert transferring.missing(plan)[0] == "No successor is selected for Westdown."


class TestTheDay:
    def test_takes_two_people(self, officer):
        plan, *_ = settled(officer)
        proposal = transferring.propose(plan, by=officer, reason=REASON)

        with pytest.raises(NotAllowedNow, match="Another person must agree"):
            proposal.agree(by=officer, seen=proposal.digest)
        with pytest.raises(DatabaseError, match="another agrees"), transaction.atomic():
            Reorganisation.objects.update(status="agreed", proposal=proposal)

    @pytest.mark.parametrize("moved", [0, -1])
    def test_is_not_agreed_to_where_a_child_lives_elsewhere_by_then(self, officer, moved):
        plan, *children = settled(officer)
        proposal = transferring.propose(plan, by=officer, reason=REASON)
        lives = children[moved].home_district.district
        other = District.objects.exclude(pk=lives.pk).get()
        transferring.say_home_district(children[moved], other, by=officer)

        with pytest.raises(NotAllowedNow, match="changed after it was proposed"):
            proposal.agree(by=UserFactory(role=Role.MANAGER), seen=proposal.digest)

        transferring.say_home_district(children[moved], lives, by=officer)
        proposal.agree(by=UserFactory(role=Role.MANAGER), seen=proposal.digest)

    def test_moves_everything_once_and_leaves_a_trail(self, officer):
        plan, east, west, both = settled(officer)
        agreed(plan)

        reorganise()
        reorganise()

        plan.refresh_from_db()
        assert plan.status == "done"
        found = dict(ChildTransfer.objects.values_list("child", "successor__name"))
        assert found == {
            east.pk: "East Council",
            west.pk: "West Council",
            both.pk: "West Council",
        }
        run = report.dry_run(plan)
        assert run.together == (3, 3, Decimal("150000.01"))
        assert plan.old.districts.count() == 0
        old, new = (LocalAuthority.objects.get(code=code) for code in ("801", "803"))
        assert (old.last_on, new.first_on) == (plan.eve, plan.starts_on)

    def test_does_nothing_where_a_child_has_come_since(self, officer):
        plan, *_ = settled(officer)
        agreed(plan)
        a_child("CT21 9ZZ")

        reorganise()

        plan.refresh_from_db()
        assert plan.status == "agreed"
        assert not ChildTransfer.objects.exists()

    def test_goes_on_where_another_plan_breaks(self, officer, caplog):
        broken = agreed(districts_mapped(a_reorganisation(by=officer)))
        other = an_authority("811", "Another County")
        (north,) = districts_of(other, Northdown=["CT1"])
        whole = a_reorganisation(by=officer, old=other)
        map_districts(whole, {north.pk: whole.lead})
        agreed(whole)

        def breaks(sender, instance, **_):
            if instance == broken.old:
                raise RuntimeError("It breaks.")

        post_save.connect(breaks, sender=LocalAuthority)
        try:
            reorganise()
        finally:
            post_save.disconnect(breaks, sender=LocalAuthority)

        broken.refresh_from_db()
        whole.refresh_from_db()
        assert (broken.status, whole.status) == ("agreed", "done")
        assert f"Reorganisation {broken.pk} could not be done" in caplog.text

    def test_the_database_loses_no_child(self, officer):
        plan, *_ = settled(officer)
        agreed(plan)

        with pytest.raises(DatabaseError, match="every child"), transaction.atomic():
            _finish_at_once(plan)

    def test_fixes_what_was_agreed(self, officer):
        plan, *_ = settled(officer)
        agreed(plan)

        with pytest.raises(DatabaseError, match="not changed"), transaction.atomic():
            plan.districts.update(successor=None)


def _finish_at_once(plan):
    """By SQL, and not by its verb; what is asked at the end of a transaction is asked now."""
    Reorganisation.objects.filter(pk=plan.pk).update(status="done")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class TestANeighbour:
    def test_is_given_facts_of_schools_and_never_children(self, client, officer):
        child = a_child("CT20 3QA", "41234.00")
        place = child.placements.get()
        plan, *_ = county(officer)
        transferring.settle_home_districts(plan, by=officer)

        answer = client.get(reverse("files:listing_csv", args=["shared-schools"]))

        words = answer.getvalue().decode()
        assert str(place.school.urn) in words
        for secret in (child.reference, place.reference, "CT20 3QA", "41234", "Eastdown"):
            assert secret not in words

    def test_is_let_nowhere_near_children_by_its_columns(self):
        """Its rows are schools, and its module lies below the application that has children."""
        shared = LISTS["shared-schools"]

        assert shared.columns[0].value.__module__ == "providers.shared_listings"
        with pytest.raises(AttributeError):
            shared.columns[0].value(ChildFactory())


class TestPages:
    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ({"code": "88"}, "three figures"),
            ({"code": "801"}, "Another authority has this code"),
            ({"name": ""}, "Enter the name"),
        ],
    )
    def test_say_how_to_correct_an_authority(self, client, officer, typed, words):
        a_reorganisation()

        page = client.post(
            reverse("placements:authority_add"), {"code": "887", "name": "Medway"} | typed
        )

        assert words in page.content.decode()

    def test_say_which_code_is_no_half_of_a_postcode(self, client, officer):
        plan = a_reorganisation()
        typed = {"name": "Northdown", "authority": plan.old_id, "outward_codes": "CT20, X"}

        page = client.post(reverse("placements:district_add"), typed)

        assert "X is not the first half of a postcode" in page.content.decode()

    def test_an_older_map_does_not_take_the_place_of_a_newer_one(self, client, officer):
        plan = a_reorganisation(by=officer)
        page = reverse("placements:reorganisation_map", args=[plan.pk])
        older = client.get(page).context_data["form"]["seen"].value()
        districts_mapped(plan)
        before = set(plan.districts.values_list("district", "successor"))

        answer = client.post(page, {"seen": older}, follow=True)

        assert "was changed after you opened this page" in answer.content.decode()
        assert set(plan.districts.values_list("district", "successor")) == before

    def test_say_that_a_plan_is_proposed(self, client, officer):
        plan, *_ = settled(officer)
        page = reverse("placements:reorganisation_detail", args=[plan.pk])
        to_map = reverse("placements:reorganisation_map", args=[plan.pk])
        assert to_map in client.get(page).content.decode()

        transferring.propose(plan, by=officer, reason=REASON)

        words = client.get(page).content.decode()
        assert to_map not in words
        listed = client.get(reverse("placements:reorganisation_list")).content.decode()
        for each in (words, listed):
            assert re.search(r"<strong[^>]*>\s*Proposed\s*</strong>", each)

    def test_lead_from_the_plan_to_the_dry_run(self, client, officer):
        plan, *_ = settled(officer)
        plan.withdraw(by=officer, reason=REASON)
        old, lead = plan.old_id, plan.lead_id
        day = f"{timezone.localdate() + DAY:%d/%m/%Y}"

        page = client.post(
            reverse("placements:reorganisation_add"),
            {"old": old, "lead": lead, "starts_on": day},
            follow=True,
        )
        again = page.context_data["plan"]
        chosen = {f"district_{each.pk}": lead for each in again.old.districts.all()}
        chosen["seen"] = page.context_data["form"]["seen"].value()
        page = client.post(
            reverse("placements:reorganisation_map", args=[again.pk]), chosen, follow=True
        )

        assert "Both totals are the same." in page.content.decode()
        listed = client.get(reverse("placements:reorganisation_list"))
        assert len(listed.context_data["plans"]) == 2
