"""A comment explains the figures it was written on: others are explained anew."""

import pytest
from django.urls import reverse

from kpis import certifying, reviewing, saving
from kpis.filling import COMMENT_AGAIN, PART_OF_NOUGHT, filling_of
from kpis.models import ReturnVersion
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.kpis import asked_for, filled_in, in_force, people_of
from tests.seen import seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def kpi_return():
    in_force(
        {"cohort": "placements_at_end", "minimum": 0},
        {"code": "K05", "name": "Exclusions", "formula": "exclusions", "unit": "count"}
        | {"polarity": "low", "target": 0, "floor": 1},
    )
    return asked_for()


@pytest.fixture
def people(kpi_return):
    return people_of(kpi_return)


@pytest.fixture
def editor(people):
    return people[0]


@pytest.fixture
def owner(people):
    return people[1]


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def save(kpi_return, editor, *, attended, possible=100, comment=""):
    section = filling_of(kpi_return).known.saved.get("K01")
    told = {"attended": saving.Told(attended), "possible": saving.Told(possible)}
    how = {"by": editor, "revision": section.revision if section else 0, "comment": comment}
    saving.save_section(kpi_return, 1, told, **how)


def to_do(kpi_return):
    filling = filling_of(kpi_return)
    return filling.missing_in(filling.part(1))


class TestAComment:
    def test_explains_the_figures_that_it_came_with(self, kpi_return, editor):
        save(kpi_return, editor, attended=50, comment="Many had a cold.")

        assert to_do(kpi_return) == []

    def test_is_read_again_once_the_figures_are_others(self, kpi_return, editor):
        save(kpi_return, editor, attended=50, comment="Many had a cold.")

        save(kpi_return, editor, attended=101, comment="Many had a cold.")

        assert to_do(kpi_return) == [COMMENT_AGAIN]

    @pytest.mark.parametrize("comment", ["Many had a cold.", "One came on a Saturday."])
    def test_stands_once_it_is_saved_with_them(self, kpi_return, editor, comment):
        save(kpi_return, editor, attended=50, comment="Many had a cold.")
        save(kpi_return, editor, attended=101, comment="Many had a cold.")

        save(kpi_return, editor, attended=101, comment=comment)

        assert to_do(kpi_return) == []

    def test_goes_on_in_a_correction(self, kpi_return, editor, owner, officer):
        filled_in(kpi_return, editor, attended=95, possible=100, exclusions=0)
        save(kpi_return, editor, attended=50, comment="Many had a cold.")
        certifying.mark_ready(kpi_return, by=editor, seen=filling_of(kpi_return).digest)
        certifying.certify(kpi_return, by=owner, seen=filling_of(kpi_return).digest)

        reviewing.accept(kpi_return, by=officer, seen=filling_of(kpi_return).digest)
        certifying.correct(kpi_return, by=owner)

        assert ReturnVersion.objects.count() == 2
        assert to_do(kpi_return) == []


class TestAPartOfNought:
    def test_is_explained(self, kpi_return, editor):
        save(kpi_return, editor, attended=50, possible=0)
        filling = filling_of(kpi_return)

        assert filling.why_explain(filling.part(1)) == [PART_OF_NOUGHT]
        assert to_do(kpi_return) == ["Comment on this indicator"]

    def test_of_which_nothing_was_is_not(self, kpi_return, editor):
        save(kpi_return, editor, attended=0, possible=0)

        assert to_do(kpi_return) == []


class TestWhatIsReady:
    @pytest.fixture
    def ready(self, kpi_return, editor):
        filled_in(kpi_return, editor, attended=95, possible=100, exclusions=0)
        certifying.mark_ready(kpi_return, by=editor, seen=filling_of(kpi_return).digest)
        return kpi_return

    @pytest.mark.parametrize(("who", "may"), [(0, False), (1, True)])
    def test_is_certified_by_an_owner_and_asked_of_nobody_else(
        self, client, ready, people, who, may
    ):
        client.force_login(people[who])
        address = reverse("kpis:return_certify", args=[ready.pk])

        page = client.get(reverse("kpis:return_detail", args=[ready.pk])).text

        assert (address in page) == may
        assert ("An owner now checks" in page) == (not may)
        home = seen(client.get(reverse("home:home"))).main.words
        assert ("Certify the return" in home) == may
