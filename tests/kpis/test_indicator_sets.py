"""Versions of the indicators: drafted by one, published by another, never edited again."""

import datetime

import pytest
from django.utils import timezone

from kpis import drafting, permissions
from kpis.models import IndicatorSet, ReturnStatus, Term
from nmiss.base.accounts.models import Role
from nmiss.base.core.as_read import ChangedMeanwhile
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.kpis import a_draft, a_return, a_term, in_force

pytestmark = pytest.mark.django_db
TOMORROW = timezone.localdate() + datetime.timedelta(days=1)


@pytest.fixture
def manager():
    return UserFactory(role=Role.MANAGER)


def test_a_manager_publishes_what_another_drafted(manager):
    draft = a_draft(valid_from=TOMORROW)

    draft.publish(by=manager, seen=draft.digest())

    assert IndicatorSet.objects.in_force(TOMORROW) == draft
    assert IndicatorSet.objects.in_force(timezone.localdate()) is None
    event = AuditEvent.objects.get(verb="publish")
    assert event.sentence == f"{manager} published the indicators 2030-09"
    with pytest.raises(NotAllowedNow, match="published already"):
        draft.publish(by=manager, seen=draft.digest())


def test_what_changed_after_it_was_read_is_not_published(manager):
    draft = a_draft(valid_from=TOMORROW)
    seen = draft.digest()
    indicator = draft.indicators.first()
    drafting.change_indicator(indicator, {"target": indicator.target - 1}, by=draft.drafted_by)

    with pytest.raises(ChangedMeanwhile, match="was changed after you opened"):
        draft.publish(by=manager, seen=seen)

    draft.publish(by=manager, seen=draft.digest())


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"valid_from": timezone.localdate()}, "to a day to come"),
        (
            {"valid_from": datetime.date(2024, 9, 1), "imported": True},
            "apply from 1 September 2024",
        ),
    ],
)
def test_it_applies_from_a_day_to_come_after_the_version_before(manager, facts, missing):
    in_force()
    draft = a_draft(**facts)

    with pytest.raises(NotAllowedNow, match=missing):
        draft.publish(by=manager, seen=draft.digest())


def test_it_rates_something(manager):
    draft = a_draft({"is_rated": False}, valid_from=TOMORROW)

    assert draft.missing() == ["Add an indicator that is rated and has a weight."]


def test_one_that_was_imported_does_not_judge_anew_what_schools_have_sent(manager):
    in_force()
    draft = a_draft(imported=True, valid_from=datetime.date(2024, 10, 1))
    a_return()
    assert draft.missing() == []

    a_return("2025-Q1", status=ReturnStatus.ACCEPTED, imported=True)

    assert "Schools have sent returns" in draft.missing()[0]


def test_the_next_version_begins_as_a_copy_of_the_last(manager):
    before = in_force({}, {"code": "K02", "cohort": "pupils", "target": 20, "polarity": "low"})

    draft = IndicatorSet.draft(by=manager, version="2025-09", valid_from=TOMORROW)

    of_both = [
        [[getattr(each, name) for name in each.COPIED] for each in one.indicators.in_order()]
        for one in (before, draft)
    ]
    assert of_both[0] == of_both[1]
    assert draft.bands.count() == 3


def test_the_first_version_has_the_usual_bands(manager):
    draft = IndicatorSet.draft(by=manager, version="2025-09", valid_from=TOMORROW)

    assert [draft.band_of(score).name for score in (1, 0.75, 0.5, 0)] == [
        "good",
        "good",
        "approaching",
        "below",
    ]


def test_a_draft_is_discarded(manager):
    a_draft().discard(by=manager)

    assert not IndicatorSet.objects.exists()
    with pytest.raises(NotAllowedNow):
        in_force().discard(by=manager)


def test_what_was_discarded_or_removed_meanwhile_is_said_to_be_so(manager):
    draft = a_draft()
    same = IndicatorSet.objects.get()
    indicator = draft.indicators.get()
    drafting.remove_indicator(draft.indicators.get(), by=manager)

    with pytest.raises(NotAllowedNow, match="removed from the draft"):
        drafting.change_indicator(indicator, {"name": "Another"}, by=manager)
    draft.discard(by=manager)
    with pytest.raises(NotAllowedNow, match="not a draft any more"):
        same.discard(by=manager)
    with pytest.raises(NotAllowedNow, match="not a draft any more"):
        drafting.add_indicator(same, {}, by=manager)


def test_who_drafts_does_not_publish_and_who_publishes_is_a_manager(manager):
    officer = UserFactory(role=Role.OFFICER)
    draft, theirs = a_draft(by=officer), a_draft(by=manager, version="another")

    assert permissions.can_publish(manager, draft)
    assert not permissions.can_publish(manager, theirs)
    assert not permissions.can_publish(UserFactory(role=Role.OFFICER), theirs)
    assert permissions.can_change_draft(officer, draft)
    assert not permissions.can_change_draft(manager, draft)
    assert permissions.can_draft_indicators(officer)
    assert not permissions.can_add_terms(UserFactory(role=Role.FINANCE))


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.OFFICER, {"draft", "published"}),
        (Role.FINANCE, {"draft", "published"}),
        (Role.PROVIDER, {"published"}),
        (Role.ADMINISTRATOR, set()),
    ],
)
def test_providers_see_what_was_published(role, seen):
    a_draft(version="draft")
    in_force(version="published")
    user = UserFactory(role=role)

    assert {each.version for each in IndicatorSet.objects.visible_to(user)} == seen
    a_term()
    assert Term.objects.visible_to(user).exists() == bool(seen)
