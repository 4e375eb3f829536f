"""A provider with several schools: its figures come from summed inputs."""

from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kpis.models import ReturnStatus
from kpis.reports.groups import group_figures
from kpis.reports.results import Framework
from nmiss.base.accounts.models import Role
from providers.models import Provider, School
from tests.factories.accounts import UserFactory
from tests.factories.kpis import a_return
from tests.factories.providers import ProviderMemberFactory
from tests.seen import seen

pytestmark = pytest.mark.django_db
QUARTER = "2025-Q3"


@pytest.fixture
def schools(two_schools, take_indicators):
    """Two schools of one provider, of very different size."""
    take_indicators({"cohort": "pupils"})
    provider = Provider.objects.get()
    found = list(School.objects.filter(urn__in=(900001, 900002)).order_by("urn"))
    for school in found:
        school.provider = provider
        school.save()
    return found


def figure(schools):
    framework = Framework()
    period = framework.periods.named(QUARTER)
    (found,) = group_figures(schools, period, framework=framework)
    return found


def returned(take_returns, urn, attended, possible, pupils=10):
    told = {"attended": attended, "possible": possible, "pupils": pupils}
    take_returns(*((urn, QUARTER, name, value) for name, value in told.items()))


def test_sums_are_divided_and_percentages_never_averaged(schools, take_returns):
    returned(take_returns, 900001, 50, 100)
    returned(take_returns, 900002, 950, 1000)

    found = figure(schools)

    assert found.result.value == Fraction(100_000, 1100)  # 90.9; the average would be 72.5
    assert found.shown == Decimal("90.9091")
    assert (found.result.rating, found.counted) == ("amber", 2)
    assert found.sums == {"attended": 1000, "possible": 1100, "pupils": 20}


def test_while_one_school_has_not_returned_there_is_no_value(schools, take_returns):
    returned(take_returns, 900002, 950, 1000)

    found = figure(schools)

    assert (found.result.state, found.result.value) == ("not_submitted", None)
    assert found.missing == [schools[0]]


def test_what_does_not_apply_to_a_school_is_left_out(schools, take_returns):
    returned(take_returns, 900001, "NA", "NA")
    returned(take_returns, 900002, 950, 1000)
    assert (figure(schools).result.value, figure(schools).counted) == (95, 1)

    returned(take_returns, 900002, "NA", "NA")
    assert figure(schools).result.state == "not_applicable"


def test_a_school_that_is_excused_is_left_out(schools, take_returns):
    a_return(QUARTER, schools[0], status=ReturnStatus.EXCUSED, not_asked_reason="A flood.")
    returned(take_returns, 900002, 950, 1000)

    assert figure(schools).result.value == 95


def test_the_few_children_of_each_are_enough_together(schools, take_returns):
    returned(take_returns, 900001, 90, 100, pupils=3)
    returned(take_returns, 900002, 98, 100, pupils=1)
    assert figure(schools).result.state == "too_few"

    returned(take_returns, 900002, 98, 100, pupils=2)
    assert (figure(schools).result.value, figure(schools).result.rating) == (94, "green")


class TestPage:
    @pytest.fixture
    def asked(self, schools, take_returns):
        returned(take_returns, 900001, 50, 100)
        returned(take_returns, 900002, 950, 1000)
        return reverse("kpis:rating_provider", args=[Provider.objects.get().pk])

    @pytest.mark.parametrize("who", ["officer", "owner"])
    def test_shows_the_value_its_formula_and_the_sums(self, client, asked, who):
        user = (
            UserFactory(role=Role.OFFICER)
            if who == "officer"
            else ProviderMemberFactory(provider=Provider.objects.get(), role="owner").user
        )
        client.force_login(user)

        page = seen(client.get(asked, {"period": QUARTER}))

        (row,) = page.rows()
        assert row[2] == "90.91%"
        assert "100 * attended / possible" in row[0]
        assert row[-1] == "Attended: 1,000; Possible: 1,100; Pupils: 20"
        own = seen(client.get(reverse("kpis:rating_school", args=[900001]), {"period": QUARTER}))
        assert asked in own.addresses
        file = client.get(
            reverse("files:listing_csv", args=["kpi-provider"]),
            {"period": QUARTER, "provider": Provider.objects.get().pk},
        )
        assert "90.9091" in b"".join(file.streaming_content).decode()

    def test_another_provider_sees_neither_page_nor_list(self, client, asked):
        other = ProviderMemberFactory(role="owner")
        client.force_login(other.user)

        assert client.get(asked, {"period": QUARTER}).status_code == 404
        file = reverse("files:listing_csv", args=["kpi-provider"])
        query = {
            "period": QUARTER,
            "provider": Provider.objects.exclude(pk=other.provider_id).get().pk,
        }
        assert client.get(file, query).status_code == 400

    def test_says_where_no_school_was_a_member(self, client, asked):
        client.force_login(UserFactory(role=Role.OFFICER))

        page = client.get(asked, {"period": "2019-Q3"})

        assert "No school of this provider was in the DPS" in page.text


def test_asks_as_often_for_many_schools(schools, take_returns):
    returned(take_returns, 900001, 50, 100)
    returned(take_returns, 900002, 950, 1000)

    def queries(some):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            figure(some)
        return len(asked)

    assert queries(schools[:1]) == queries(schools)
