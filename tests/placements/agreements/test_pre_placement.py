"""A school off the DPS is checked before an agreement about a place there is signed."""

import datetime

import pytest
from django.db import InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.days import months_after
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from placements.agreements.models import SigningSide
from placements.agreements.pre_placement import PrePlacementCheck
from tests.factories.accounts import UserFactory
from tests.factories.placement_agreements import (
    a_choice,
    an_agreement,
    checked,
    in_force,
    off_the_dps,
    signed,
)
from tests.seen import written
from tests.sent_twice.placing import CHECKED

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


@pytest.fixture
def spot(officer):
    """An agreement off the DPS that waits for the provider, with its owner."""
    choice, owner = off_the_dps(by=officer)
    return an_agreement(choice, by=officer), owner


def by_hand(agreement, owner):
    """Sign past the verb."""
    with acting_for(owner):
        agreement.signatures.create(
            side=SigningSide.PROVIDER,
            person=owner,
            name="A Name",
            capacity="Owner",
            digest=agreement.digest,
        )


class TestSigning:
    def test_waits_for_the_check_on_both_sides(self, officer, spot, client):
        agreement, owner = spot
        with pytest.raises(NotAllowedNow, match="has not recorded its pre-placement check"):
            signed(agreement, owner=owner)
        with pytest.raises(InternalError, match="is checked before"), transaction.atomic():
            by_hand(agreement, owner)
        client.force_login(owner)
        page = "placements:placement_agreement_{}".format
        text = written(client.get(reverse(page("detail"), args=[agreement.pk])).text)
        assert "has not recorded its pre-placement check" in text
        assert client.get(reverse(page("sign"), args=[agreement.pk])).status_code == 409
        assert client.get(reverse(page("decline"), args=[agreement.pk])).status_code == 200

        checked(agreement.school, by=officer)

        in_force(agreement, owner=owner)
        assert agreement.status == "in_force"

    def test_the_council_waits_as_well(self, officer, spot):
        agreement, owner = spot
        checked(agreement.school, by=officer)
        signed(agreement, owner=owner)
        checked(agreement.school, by=officer, is_passed=False)

        with pytest.raises(NotAllowedNow, match="says that no child is to be placed there"):
            agreement.countersign(by=UserFactory(role=Role.MANAGER), name="A", capacity="B")

    @pytest.mark.parametrize(
        ("facts", "sentence"),
        [
            ({"is_passed": False}, "no child is to be placed there"),
            ({"insured_until": datetime.date(2026, 1, 1)}, "counted until 1 January 2026"),
        ],
    )
    def test_takes_a_check_that_is_passed_and_in_force(self, officer, spot, facts, sentence):
        agreement, owner = spot
        checked(agreement.school, by=officer, **facts)

        with pytest.raises(NotAllowedNow, match=sentence):
            signed(agreement, owner=owner)
        with pytest.raises(InternalError, match="is checked before"), transaction.atomic():
            by_hand(agreement, owner)

    def test_a_check_counts_for_twelve_months_from_the_visit(self, officer, spot):
        agreement, owner = spot
        today = timezone.localdate()
        check = checked(agreement.school, by=officer, visited_on=datetime.date(2025, 3, 4))

        assert check.good_until == datetime.date(2026, 3, 4)
        with pytest.raises(InternalError, match="is checked before"), transaction.atomic():
            by_hand(agreement, owner)
        checked(agreement.school, by=officer, visited_on=months_after(today, -12))
        by_hand(agreement, owner)

    def test_a_directed_place_is_not_held_up(self, officer):
        choice, owner = a_choice(
            by=officer, member=False, directed="preference", reason="Preference upheld"
        )

        in_force(an_agreement(choice, by=officer), owner=owner)

    def test_a_member_of_the_dps_needs_none(self, officer):
        choice, owner = a_choice(by=officer)

        in_force(an_agreement(choice, by=officer), owner=owner)


class TestCheck:
    def test_is_recorded_on_a_page_and_shown_with_who_and_when(self, client, officer, spot):
        school = spot[0].school
        client.force_login(officer)
        before = written(client.get(reverse("placements:school_detail", args=[school.urn])).text)
        assert "no pre-placement check is on record" in before
        page = reverse("placements:pre_placement_check", args=[school.urn])
        wrong = client.post(page, CHECKED | {"insured_until": "2026-01-01", "visited_by": ""})
        assert set(wrong.context_data["form"].errors) == {"insured_until", "visited_by"}

        client.post(page, CHECKED)

        check = PrePlacementCheck.objects.get()
        assert (check.checked_by, check.is_passed) == (officer, True)
        for name, args in (
            ("school_detail", [school.urn]),
            ("consultation_detail", [spot[0].choice.consultation_id]),
            ("pre_placement_checks", [school.urn]),
        ):
            assert officer.name in written(
                client.get(reverse(f"placements:{name}", args=args)).text
            )
        assert AuditEvent.objects.filter(verb="check_school", actor_id=officer.pk).exists()

    @pytest.mark.parametrize(
        ("field", "months", "days", "sentence"),
        [
            ("visited_on", -12, -1, "Visit the school again"),
            ("visited_on", 0, 1, "not in the future"),
            ("policy_on", -12, -1, "Ask the school for its present policy"),
            ("policy_on", 0, 1, "not in the future"),
            ("insured_until", 60, 1, "Insurance lasts 5 years from today at most"),
        ],
    )
    def test_takes_no_day_that_cannot_be(
        self, client, officer, spot, field, months, days, sentence
    ):
        client.force_login(officer)
        page = reverse("placements:pre_placement_check", args=[spot[0].school.urn])
        last = months_after(timezone.localdate(), months)
        beyond = last + datetime.timedelta(days=days)

        wrong = client.post(page, CHECKED | {field: str(beyond)})

        assert list(wrong.context_data["form"].errors) == [field]
        assert sentence in written(wrong.text)
        assert client.post(page, CHECKED | {field: str(last)}).status_code == 302

    def test_stays_as_it_was_recorded(self, officer, spot):
        check = checked(spot[0].school, by=officer)
        with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
            PrePlacementCheck.objects.filter(pk=check.pk).update(is_passed=False)
        with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
            check.delete()

    def test_is_the_councils_own(self, officer, spot):
        agreement, owner = spot
        with pytest.raises(NotAllowedNow, match="check schools"):
            checked(agreement.school, by=owner)
        facts = {"registration": "a", "inspection": "b", "visited_by": "c", "is_passed": True}
        days = dict.fromkeys(("insured_until", "policy_on", "visited_on"), "2026-11-02")
        row = PrePlacementCheck(school=agreement.school, checked_by=owner, **facts, **days)
        with pytest.raises(InternalError, match="The council checks"), acting_for(owner):
            row.save()
        row.checked_by = officer
        with pytest.raises(InternalError, match="in person"), acting_for(owner):
            row.save()
