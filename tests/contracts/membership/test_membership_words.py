"""What is said of a membership: since when, suspended from when, left when: three facts."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from contracts.models import Leaving, Membership, Suspension
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.files.taken import rows_of

pytestmark = pytest.mark.django_db

ADMITTED, STOPPED = datetime.date(2022, 9, 1), datetime.date(2026, 11, 26)
DAY = datetime.timedelta(days=1)


def a_member(**given):
    provider = given.pop("provider", None) or ProviderFactory()
    return Membership.objects.create(
        school=SchoolFactory(provider=provider),
        provider=provider,
        lot=the_dps().lots.get(number=1),
        **{"admitted_on": ADMITTED} | given,
    )


def suspend(membership, starts_on, ends_on=None):
    return Suspension.objects.create(
        membership=membership,
        starts_on=starts_on,
        ends_on=ends_on,
        reinstated_on=ends_on and ends_on + DAY,
        reason="Safeguarding.",
        notice_on=starts_on,
        suspended_by=UserFactory(role=Role.OFFICER),
    )


def said_of(membership, on):
    found = Membership.objects.with_facts(on).get(pk=membership.pk)
    return [" ".join(fact) for fact in found.facts(on)]


def words(page):
    return re.sub(r"\s+", " ", strip_tags(page.text.replace("<", " <")))


class TestFacts:
    def test_a_member_is_one_since_its_first_day(self):
        membership = a_member()

        assert said_of(membership, STOPPED) == ["Member since 1 September 2022"]
        assert said_of(membership, ADMITTED - DAY) == ["Member from 1 September 2022"]

    def test_a_suspension_has_days_of_its_own(self):
        membership = a_member()
        suspend(membership, STOPPED)

        since = "Member since 1 September 2022"
        assert said_of(membership, STOPPED) == [since, "Suspended from 26 November 2026"]
        ahead = "Will be suspended from 26 November 2026"
        assert said_of(membership, STOPPED - DAY) == [since, ahead]

    def test_a_suspension_that_ends_says_when_and_is_gone_after(self):
        membership = a_member()
        suspend(membership, datetime.date(2024, 1, 8), datetime.date(2024, 1, 19))
        suspend(membership, STOPPED, STOPPED + DAY)

        last = said_of(membership, STOPPED + DAY)[1:]
        assert last == ["Suspended from 26 November 2026 to 27 November 2026"]
        assert said_of(membership, STOPPED + DAY + DAY) == ["Member since 1 September 2022"]

    def test_a_suspension_that_was_lifted_before_it_began_is_not_said(self):
        membership = a_member()
        suspend(membership, STOPPED, STOPPED - DAY)

        assert said_of(membership, STOPPED - DAY) == ["Member since 1 September 2022"]

    def test_leaving_is_a_day_of_its_own(self):
        last = datetime.date(2026, 8, 31)
        membership = a_member(left_on=last, leaving=Leaving.REMOVED, leaving_reason="Closed.")
        suspend(membership, datetime.date(2026, 6, 1))

        since = "Member since 1 September 2022"
        assert said_of(membership, last + DAY) == [since, "Left on 31 August 2026"]
        assert said_of(membership, last) == [
            since,
            "Suspended from 1 June 2026",
            "Last day 31 August 2026",
        ]


class TestPages:
    """Today's: the first day is years ago, the suspension began a week ago."""

    @pytest.fixture
    def members(self):
        provider = ProviderFactory(name="Ash Education Ltd")
        suspended, gone = (a_member(provider=provider) for _ in range(2))
        suspend(suspended, timezone.localdate() - 7 * DAY)
        gone.left_on = datetime.date(2024, 8, 31)
        gone.save()
        return suspended, gone

    @pytest.fixture
    def pages(self, members):
        suspended, _ = members
        provider = reverse("contracts:provider_detail", args=[suspended.provider_id])
        school = [reverse("placements:school_detail", args=[each.school.urn]) for each in members]
        own = [reverse("contracts:membership_detail", args=[each.pk]) for each in members]
        lists = reverse("contracts:membership_list"), reverse("contracts:our_memberships")
        return {"officer": (provider, lists[0]), "provider": (provider, lists[1])}, school, own

    @pytest.mark.parametrize("who", ["officer", "provider"])
    def test_say_each_fact_with_its_own_day(self, client, members, pages, who):
        both, school, own = pages
        owner = ProviderMemberFactory(provider=members[0].provider).user
        client.force_login(UserFactory(role=Role.OFFICER) if who == "officer" else owner)
        week_ago = timezone.localdate() - 7 * DAY
        since, gone = "Member since 1 September 2022", "Left on 31 August 2024"
        suspended = f"Suspended from {week_ago.day} {week_ago:%B %Y}"

        for address in both[who]:
            page = words(client.get(address))
            assert page.count(since) == 2, address
            assert page.count(suspended) == page.count(gone) == 1, address
            assert "Suspended from 1 September 2022" not in page
            assert "Left from" not in page
        for address, fact, other in zip(
            (*school, *own), (suspended, gone) * 2, (gone, suspended) * 2, strict=True
        ):
            page = words(client.get(address))
            assert since in page, address
            assert fact in page, address
            assert other not in page, address

    def test_and_so_do_lists_of_schools(self, client, members):
        client.force_login(UserFactory(role=Role.OFFICER))
        week_ago = timezone.localdate() - 7 * DAY

        page = words(client.get(reverse("placements:school_list")))
        assert f"Lot 1 Suspended from {week_ago.day} {week_ago:%B %Y}" in page

        rows = rows_of(client.get(reverse("files:listing_csv", args=["schools"])))
        said = {row["URN"]: row["Suspended"] for row in rows}
        assert said == {
            str(members[0].school.urn): f"Lot 1 from {week_ago.day} {week_ago:%B %Y}",
            str(members[1].school.urn): "",
        }

    def test_and_so_does_what_is_downloaded(self, client, members):
        client.force_login(UserFactory(role=Role.OFFICER))

        rows = rows_of(client.get(reverse("files:listing_csv", args=["memberships"])))

        kept = ("Member since", "Suspended from", "Suspended to", "Left on", "Status")
        said = {row["URN"]: [row[name] for name in kept] for row in rows}
        week_ago = str(timezone.localdate() - 7 * DAY)
        suspended, gone = (str(each.school.urn) for each in members)
        assert said == {
            suspended: ["2022-09-01", week_ago, "", "", "Suspended"],
            gone: ["2022-09-01", "", "", "2024-08-31", "Left"],
        }
