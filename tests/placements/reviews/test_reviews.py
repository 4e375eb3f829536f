"""A plan is reviewed each year: the dates follow from the meeting, and the next review from it."""

import datetime

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.key_dates import dates_of
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.as_read import ChangedMeanwhile
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.templatetags.components import day
from placements.reviews.models import AnnualReview
from tests.factories.accounts import UserFactory
from tests.factories.consultations import a_file
from tests.factories.placements import ChildFactory, PlacementFactory, a_case
from tests.factories.providers import ProviderMemberFactory, SchoolFactory
from tests.factories.reviews import (
    MEETING,
    PLAN,
    a_review,
    arranged,
    decided,
    reported,
)
from tests.outbox import messages
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db
DAY = datetime.date


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


def page(name, *args):
    return reverse(f"placements:review_{name}", args=args)


class TestDates:
    def test_follow_from_the_plan_and_the_meeting(self, officer):
        review, owner = a_review(by=officer)
        assert (review.due_on, review.next_on) == (DAY(2027, 1, 31), DAY(2027, 1, 31))

        arranged(review, by=owner)

        dates = review.dates
        assert (dates.invite_by, dates.report_by) == (DAY(2026, 10, 20), DAY(2026, 11, 17))
        assert (dates.decide_by, dates.final_by) == (DAY(2026, 12, 1), DAY(2027, 1, 26))
        assert review.next_on == dates.report_by
        assert reported(review, by=owner).next_on == dates.decide_by

    def test_a_meeting_that_comes_too_late_leaves_the_review_overdue(self, officer):
        review, owner = a_review(by=officer)

        arranged(review, by=owner, meeting_on=review.due_on + datetime.timedelta(1))

        assert review.next_on == review.due_on

    def test_the_next_review_follows_the_decision(self, officer):
        review, owner = a_review(by=officer)
        reported(arranged(review, by=owner), by=owner)

        decided(review, by=officer, outcome="amend", on=DAY(2026, 11, 20))
        assert (review.status, review.next_on) == ("amending", DAY(2027, 1, 26))
        review.issue(by=officer, on=DAY(2026, 11, 25))

        following = AnnualReview.objects.open().get()
        assert (review.status, following.due_on) == ("completed", DAY(2027, 11, 20))
        assert messages(to=owner.email, holding="We have decided on the plan")

    @pytest.mark.parametrize(("outcome", "count"), [("maintain", 1), ("cease", 0)])
    def test_unless_the_plan_ends_also_without_a_report(self, officer, outcome, count):
        review, owner = a_review(by=officer)
        arranged(review, by=owner)

        decided(review, by=officer, outcome=outcome)

        assert AnnualReview.objects.open().count() == count


class TestWho:
    def test_a_child_has_one_open_review(self, officer):
        review, _ = a_review(by=officer)

        with pytest.raises(NotAllowedNow, match="is open for"):
            AnnualReview.open_for(review.child, by=officer, last_on=MEETING)

    def test_the_council_alone_decides(self, officer):
        review, owner = a_review(by=officer)
        reported(arranged(review, by=owner), by=owner)

        with pytest.raises(NotAllowedNow, match="Placement officers decide"):
            decided(review, by=owner)

    def test_nothing_is_decided_on_a_report_that_was_not_read(self, officer):
        review, owner = a_review(by=officer)
        seen = arranged(review, by=owner).digest
        reported(review, by=owner)

        with pytest.raises(ChangedMeanwhile):
            review.decide(by=officer, seen=seen, outcome="maintain", on=MEETING)

    def test_a_review_that_is_closed_makes_room_for_another(self, officer):
        review, owner = a_review(by=officer)
        with pytest.raises(NotAllowedNow, match="Placement officers close"):
            review.close(by=owner, reason="moved")

        review.close(by=officer, reason="mistake")

        assert (review.status, review.next_on) == ("closed", None)
        assert AnnualReview.open_for(review.child, by=officer, last_on=PLAN).status == "to_arrange"

    def test_a_review_with_a_report_that_was_not_read_is_not_closed(self, officer):
        review, owner = a_review(by=officer)
        read = arranged(review, by=owner).digest
        reported(review, by=owner)

        with pytest.raises(ChangedMeanwhile, match="was changed after you opened this page"):
            review.close_as_read(by=officer, seen=read, reason="mistake")

        assert review.status == "reported"

    def test_report_and_decision_follow_the_meeting(self, officer):
        review, owner = a_review(by=officer)
        tomorrow = timezone.localdate() + datetime.timedelta(1)
        with pytest.raises(NotAllowedNow, match="has no meeting yet"):
            decided(review, by=officer)
        review.arrange(by=owner, meeting_on=tomorrow, invited_on=MEETING)

        with pytest.raises(NotAllowedNow, match="Send the report after it"):
            reported(review, by=owner)
        with pytest.raises(NotAllowedNow, match="Decide on the plan after it"):
            decided(review, by=officer, on=tomorrow)

    def test_the_school_of_today_alone_sees_it(self, client, officer):
        review, owner = a_review(by=officer)
        stranger = ProviderMemberFactory(role="owner").user
        for person, status in ((owner, 200), (stranger, 404)):
            client.force_login(person)
            assert client.get(page("detail", review.pk)).status_code == status
        place = review.child.placements.get()
        place.ended_on = DAY(2026, 9, 30)
        place.save()
        PlacementFactory(
            child=review.child,
            school=SchoolFactory(provider=stranger.provider_members.get().provider),
            starts_on=DAY(2026, 10, 1),
        )

        client.force_login(owner)
        assert client.get(page("detail", review.pk)).status_code == 404
        client.force_login(stranger)
        assert client.get(page("detail", review.pk)).status_code == 200
        decided(arranged(review, by=officer, meeting_on=DAY(2026, 9, 15)), by=officer)
        assert client.get(page("detail", review.pk)).status_code == 404  # before its time there

    def test_the_school_is_reminded_without_the_child(self, officer):
        review, owner = a_review(by=officer)

        remind_of("annual_review", datetime.datetime(2027, 1, 24, 12, tzinfo=datetime.UTC))

        (letter,) = messages(to=owner.email, holding="arrange the meeting by 31 January 2027")
        assert review.child.reference not in str(letter.payload)


class TestTheDatabase:
    @pytest.mark.parametrize(
        "facts",
        [
            {"status": "completed", "next_on": None},
            {"status": "closed", "next_on": None},
            {"status": "arranged"},
            {"status": "unknown"},
            {"next_on": None},
            {"outcome": "maintain"},
            {"outcome": "maintain", "decided_on": MEETING},
            {"recommendation": "maintain"},
            {"final_on": MEETING},
            {"meeting_on": MEETING},
            {"invited_on": MEETING, "meeting_on": MEETING},
            {"close_reason": "moved"},
            {"due_on": MEETING},
            {
                "status": "arranged",
                "invited_on": PLAN - datetime.timedelta(1),
                "meeting_on": PLAN - datetime.timedelta(1),
            },
        ],
    )
    def test_refuses_what_did_not_happen(self, officer, facts):
        review, _ = a_review(by=officer)

        with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
            AnnualReview.objects.filter(pk=review.pk).update(**facts)

    def test_keeps_a_decision(self, officer):
        review, owner = a_review(by=officer)
        reported(arranged(review, by=owner), by=owner)
        rows = AnnualReview.objects.filter(pk=review.pk)
        with pytest.raises(InternalError, match="stays as it was sent"), transaction.atomic():
            rows.update(invited_on=PLAN, meeting_on=PLAN)
        with pytest.raises(InternalError, match="does it in person"), transaction.atomic():
            rows.update(status="amending", outcome="amend", decided_on=MEETING, decided_by=officer)
        decided(review, by=officer, outcome="amend")

        with pytest.raises(InternalError, match="stays as it was taken"), acting_for(officer):
            rows.update(outcome="cease")
        review.issue(by=officer, on=MEETING)
        with pytest.raises(InternalError, match="stays as it is"):
            rows.update(final_on=PLAN)


@pytest.mark.parametrize("meeting", ["1990-01-01", "2026-01-30", "2099-12-31"])
def test_a_meeting_lies_between_the_plan_and_a_year_from_today(client, officer, meeting):
    review, owner = a_review(by=officer)
    client.force_login(owner)
    posted = {"invited_on": meeting, "meeting_on": meeting}

    answer = client.post(page("arrange", review.pk), posted)

    assert f"Enter a day from {day(PLAN)} to" in answer.text
    review.refresh_from_db()
    assert review.status == "to_arrange"


def test_plans_begin_with_the_law(client, officer):
    child = ChildFactory()
    client.force_login(officer)

    answer = client.post(page("open", child.reference), {"last_on": "2014-08-31"})

    assert "Enter a day from 1 September 2014 to today" in answer.text
    assert not child.reviews.exists()


def test_the_day_of_the_plan_is_filled_in_from_the_case(client, officer):
    child = ChildFactory()
    for final_on, closes in ((DAY(2025, 3, 1), True), (PLAN, True), (DAY(2096, 3, 1), False)):
        case = a_case(child, by=officer, plan_final_on=final_on)
        if closes:
            case.close(by=officer, reason="not_needed")
    client.force_login(officer)

    form = client.get(page("open", child.reference)).context_data["form"]

    assert form["last_on"].value() == PLAN


def test_pages_from_the_child_to_the_next_review(client, officer):
    other, owner = a_review(by=officer)
    child = other.child
    decided(arranged(other, by=owner), by=officer, outcome="cease")
    client.force_login(officer)
    assert page("open", child.reference) in client.get(f"/children/{child.reference}/").text
    future = client.post(page("open", child.reference), {"last_on": "2090-01-31"})
    assert "Enter a day from 1 September 2014 to today" in str(future.context_data["form"].errors)
    client.post(page("open", child.reference), {"last_on": "2026-01-31"})
    review = AnnualReview.objects.open().get()
    assert "Arrange the meeting" in client.get(page("detail", review.pk)).text

    client.force_login(owner)
    wrong = {"invited_on": "2026-10-20", "meeting_on": "2026-10-19"}
    answer = client.post(page("arrange", review.pk), wrong)
    assert "or a later day" in str(answer.context_data["form"].errors["meeting_on"])
    client.post(page("arrange", review.pk), wrong | {"meeting_on": "2026-10-25"})
    assert "Less than 2 weeks" in client.get(page("detail", review.pk)).text
    assert f"annual review of {child.reference}" in client.get("/").text
    answer = client.post(page("report", review.pk), {"recommendation": "maintain"})
    assert "Enter a summary" in str(answer.context_data["form"].errors["words"])
    given = {"recommendation": "maintain", "words": "Likes it.", "file": a_file()}
    client.post(page("report", review.pk), given)

    client.force_login(officer)
    review = AnnualReview.objects.get(pk=review.pk)
    review.report.pass_as_made()
    document = client.get(page("document", review.pk))
    assert b"%PDF" in b"".join(document.streaming_content)
    assert "Smith" not in document.headers["Content-Disposition"]
    assert child.looks.filter(looked_by=officer, with_identity=True).count() == 1
    assert "Likes it." in client.get(page("detail", review.pk)).text
    assert f"Decide on the plan: annual review of {child.reference}" in client.get("/").text
    seen = {"outcome": "maintain", "seen": review.digest}
    early = client.post(page("decide", review.pk), seen | {"on": "2026-10-24"})
    assert "Enter a day from 25 October 2026" in str(early.context_data["form"].errors["on"])
    client.post(page("decide", review.pk), seen | {"on": "2026-11-02"})

    assert AnnualReview.objects.open().get().due_on == DAY(2027, 11, 2)
    assert "Likes it." not in str(list(AuditEvent.objects.values()))
    listed = client.get(page("list"))
    assert "2 November 2027" in listed.text


class TestSeveralAtOnce:
    def test_one_day_is_set_for_several_meetings_or_for_none(self, client, officer):
        first, owner = a_review(by=officer)
        second, _ = a_review(by=officer, last_on=DAY(2026, 3, 1))
        third, _ = a_review(by=officer)
        decided(reported(arranged(third, by=officer), by=officer), by=officer)  # opens another
        client.force_login(officer)
        given = {"reviews": [first.pk, second.pk], "invited_on": "2026-11-02"}
        given |= {"meeting_on": "2026-11-20"}
        several = reverse("placements:reviews_arrange")
        early = client.post(several, given | {"invited_on": "2026-02-01"})
        assert "Enter a day from 1 March 2026 to" in early.text
        assert "others changed it" in client.post(several, given | {"reviews": [third.pk]}).text
        assert "Select at least one review" in client.post(several, given | {"reviews": []}).text

        client.post(several, given)

        meetings = AnnualReview.objects.filter(pk__in=[first.pk, second.pk])
        assert set(meetings.values_list("meeting_on", "invited_on", "status")) == {
            (DAY(2026, 11, 20), DAY(2026, 11, 2), "arranged")
        }
        (letter,) = messages(to=owner.email)
        assert "meeting on 20 November 2026" in letter.payload["subject"]
        file = client.get(reverse("files:listing_csv", args=["annual-reviews"]))
        heading, *rows = b"".join(file.streaming_content).decode().splitlines()
        assert heading.endswith("Meeting,Invitations sent")
        assert len([row for row in rows if row.endswith("2026-11-20,2026-11-02")]) == 2
        of_one = client.get(several, {"school": first.school.urn}).context_data["rows"]
        assert of_one == [first]

    def test_people_of_a_school_see_their_own_and_readers_none(self, client, officer):
        review, owner = a_review(by=officer)
        a_review(by=officer)
        several = reverse("placements:reviews_arrange")
        client.force_login(owner)
        assert client.get(several).context_data["rows"] == [review]

        client.post(
            several,
            {"reviews": review.pk, "invited_on": "2026-11-02", "meeting_on": "2026-11-20"},
        )

        review.refresh_from_db()
        assert review.meeting_on == DAY(2026, 11, 20)
        assert not messages(to=owner.email)
        reader = ProviderMemberFactory(provider=review.school.provider, role="viewer").user
        assert not AnnualReview.objects.to_arrange_by(reader).exists()
        assert not AnnualReview.objects.to_arrange_by(UserFactory(role=Role.OFFICER)).exists()


def test_reviews_stand_among_the_key_dates(officer):
    review, owner = a_review(by=officer)
    arranged(review, by=officer, meeting_on=DAY(2026, 11, 20))
    window = DAY(2026, 11, 1), DAY(2026, 12, 31)

    dates = dates_of(owner, *window, today=timezone.localdate())

    child = review.child
    assert [(each.on, each.kind, each.subject) for each in dates if each.date.about == review] == [
        (DAY(2026, 11, 20), "Annual review meeting", f"Review of {child}"),
        (DAY(2026, 12, 4), "Annual review step due", f"Send the school’s report: {child}"),
    ]
    others = dates_of(ProviderMemberFactory().user, *window, today=timezone.localdate())
    assert review not in [each.date.about for each in others]
