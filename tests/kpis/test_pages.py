"""Pages of indicators and terms: reading, drafting, previewing, publishing."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from kpis.models import Indicator, IndicatorSet, Term
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.kpis import a_draft, a_term, in_force

pytestmark = pytest.mark.django_db
TOMORROW = timezone.localdate() + datetime.timedelta(days=1)
# What the form of an indicator sends.
SENT = {
    "code": "K30",
    "name": "Meals eaten",
    "formula": "100 × eaten ÷ served",
    "unit": "%",
    "is_rated": "on",
    "weight": "2.5",
    "polarity": "high",
    "target": "90",
    "floor": "80",
    "frequency": "term",
    "answered_by": "school",
    "cohort": "pupils",
    "minimum": "5",
}


@pytest.fixture
def officer(client):
    user = UserFactory(role=Role.OFFICER)
    client.force_login(user)
    return user


@pytest.fixture
def manager(client):
    return UserFactory(role=Role.MANAGER)


def page(client, name, *args):
    return client.get(reverse(f"kpis:{name}", args=args))


def send(client, name, /, *args, **data):
    return client.post(reverse(f"kpis:{name}", args=args), data, follow=True)


def test_a_version_is_drafted_previewed_and_published_by_another(client, officer, manager):
    in_force()
    send(client, "indicator_set_draft", version="2031-09", valid_from=str(TOMORROW))
    draft = IndicatorSet.objects.get(version="2031-09")
    shown = page(client, "indicator_set_detail", draft.pk)
    assert "Publish version" not in shown.text
    assert "Add an indicator" in shown.text

    client.force_login(manager)
    shown = page(client, "indicator_set_detail", draft.pk)
    assert "Publish version" in shown.text
    assert "Add an indicator" not in shown.text
    assert page(client, "indicator_set_preview", draft.pk).status_code == 200
    seen = page(client, "indicator_set_publish", draft.pk).context["form"]["seen"].value()
    done = send(client, "indicator_set_publish", draft.pk, seen=seen)

    assert "Version 2031-09 is published" in done.text
    assert IndicatorSet.objects.in_force(TOMORROW) == draft
    assert send(client, "indicator_set_publish", draft.pk, seen=seen).status_code in (403, 409)


def test_an_indicator_is_added_changed_and_removed(client, officer):
    draft = a_draft(by=officer)

    send(client, "indicator_add", draft.pk, **SENT)
    added = draft.indicators.get(code="K30")
    assert (added.formula, added.position, added.weight) == ("100 × eaten ÷ served", 2, 2.5)
    assert added.inputs == ("eaten", "served", "pupils")
    assert 'value="90"' in page(client, "indicator_edit", added.pk).text
    send(client, "indicator_edit", added.pk, **SENT | {"target": "95"})
    added.refresh_from_db()
    assert added.target == 95
    assert "100 × eaten" in page(client, "indicator_detail", added.pk).text
    send(client, "indicator_remove", added.pk)

    assert not Indicator.objects.filter(pk=added.pk).exists()
    verbs = AuditEvent.objects.filter(target_type="kpis.Indicator").values_list("verb", flat=True)
    assert set(verbs) == {"add_indicator", "change_indicator", "remove_indicator"}


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"formula": "100 × eaten ÷ (served"}, "Correct the formula at character 15"),
        ({"formula": ""}, "without one the hub works out K07, K08, K09, K20, K22, K23 only"),
        ({"target": ""}, "an indicator that is rated has one"),
        ({"target": "ninety"}, "Enter a number, such as 92.5"),
        ({"floor": "91"}, "Enter a floor that is worse than the target"),
        ({"tolerance": "1"}, "tolerances only near a target"),
        ({"code": "K01"}, "Another indicator of this version has this code"),
        ({"cohort": "Pupils on roll"}, "such as placements_at_end"),
        ({"weight": "-1"}, "Enter a weight"),
        ({"name": ""}, "Enter a name"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(client, officer, wrong, says):
    draft = a_draft(by=officer)

    shown = send(client, "indicator_add", draft.pk, **SENT | wrong)

    assert says in shown.text
    assert draft.indicators.count() == 1


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"version": "2024-09", "valid_from": str(TOMORROW)}, "there is a version with this one"),
        ({"version": "a", "valid_from": str(timezone.localdate())}, "Enter a day in the future"),
        ({"version": "", "valid_from": "soon"}, "as a real date"),
    ],
)
def test_a_draft_has_a_name_of_its_own_and_a_day_to_come(client, officer, given, says):
    in_force()

    assert says in send(client, "indicator_set_draft", **given).text
    assert IndicatorSet.objects.count() == 1


def test_nobody_changes_the_draft_of_another(client, officer):
    draft = a_draft()

    for name in ("indicator_add", "indicator_set_discard"):
        assert send(client, name, draft.pk, **SENT).status_code == 403
    assert page(client, "indicator_edit", draft.indicators.get().pk).status_code == 403


def test_what_is_published_is_not_changed_on_a_page(client, officer):
    draft = a_draft(by=officer, valid_from=TOMORROW)
    draft.publish(by=UserFactory(role=Role.MANAGER), seen=draft.digest())
    indicator = draft.indicators.get()

    assert send(client, "indicator_edit", indicator.pk, **SENT).status_code == 409
    assert send(client, "indicator_set_discard", draft.pk).status_code == 409
    assert page(client, "indicator_set_preview", draft.pk).status_code == 409
    assert "Change indicator" not in page(client, "indicator_detail", indicator.pk).text


def test_a_draft_is_discarded(client, officer):
    draft = a_draft(by=officer)

    assert "is discarded" in send(client, "indicator_set_discard", draft.pk).text
    assert not IndicatorSet.objects.exists()


def test_providers_read_what_was_published_and_no_draft(client):
    draft, published = a_draft(), in_force()
    client.force_login(UserFactory(role=Role.PROVIDER))

    shown = page(client, "indicator_set_list").text
    assert published.version in shown
    assert draft.version not in shown
    assert page(client, "indicator_set_detail", draft.pk).status_code == 404
    assert page(client, "indicator_detail", draft.indicators.get().pk).status_code == 404
    assert "92" in page(client, "indicator_set_detail", published.pk).text


def test_the_preview_counts_how_each_indicator_would_have_been_rated(
    client, officer, two_schools, take_indicators, take_returns
):
    period = Term.objects.periods().last_ended("quarter", timezone.localdate())
    take_indicators()
    take_returns((period.name, "attended", 90), (period.name, "possible", 100))
    draft = a_draft({"target": 90}, by=officer, valid_from=TOMORROW)

    preview = page(client, "indicator_set_preview", draft.pk).context_data["preview"]

    assert [
        (now.school.urn, now.judged.word, then.judged.word) for now, then in preview.schools
    ] == [(900001, "approaching", "good"), (900002, "not_returned", "not_returned")]
    ((indicator, counts),) = preview.indicators
    counted = dict(zip(preview.columns, counts, strict=True))
    assert (indicator.code, counted["Green"], counted["Not submitted"]) == ("K01", 1, 1)


def test_terms_are_added_once(client, officer):
    a_term()

    taken = {"name": "2024-25 autumn", "first_day": "2024-12-01", "last_day": "2025-01-05"}
    assert "Another term has" in send(client, "term_add", **taken).text
    year = {"name": "2025-26", "first_day": "2025-09-01", "last_day": "2025-12-01"}
    assert "Enter a name with a word in it" in send(client, "term_add", **year).text
    backwards = {"name": "2026 spring", "first_day": "2026-04-01", "last_day": "2026-01-05"}
    assert "Enter a last day after the first day" in send(client, "term_add", **backwards).text
    right = {"name": "2025-26 autumn", "first_day": "2025-09-01", "last_day": "2025-12-19"}
    shown = send(client, "term_add", **right)
    assert "1 September 2025" in shown.text
    assert Term.objects.count() == 2


def test_the_home_page_leads_there_and_names_drafts_to_review(client, manager):
    a_draft(version="2031-09", valid_from=TOMORROW)
    client.force_login(manager)

    shown = client.get(reverse("home:home")).text
    assert "Review the draft of the indicators 2031-09" in shown
    assert reverse("kpis:indicator_set_list") in shown


@pytest.mark.parametrize("name", ["indicator_set_list", "term_list"])
def test_pages_say_so_where_there_is_nothing(client, officer, name):
    assert "it will appear here" in page(client, name).text
