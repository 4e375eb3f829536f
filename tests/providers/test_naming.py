import pytest

from providers.models import School
from tests.factories.providers import ProviderFactory, SchoolFactory

pytestmark = pytest.mark.django_db


class TestPlainName:
    @pytest.mark.parametrize(
        ("name", "plain"),
        [
            ("Zoë Ash & Sons", "zoe ash and sons"),
            ("Saint John’s School", "st johns school"),
            ("St. John's School", "st johns school"),
            ("  The  Priory-Lodge (Upper)", "the priory lodge upper"),
        ],
    )
    def test_is_kept_by_the_database(self, name, plain):
        assert SchoolFactory(name=name).plain_name == plain
        assert ProviderFactory(name=name).plain_name == plain

    def test_follows_the_name(self):
        school = SchoolFactory(name="Ash Grove")

        School.objects.filter(pk=school.pk).update(name="Oak Grove")

        assert School.objects.get(pk=school.pk).plain_name == "oak grove"

    def test_is_no_part_of_the_history(self):
        school = SchoolFactory(name="Ash Grove")
        School.objects.filter(pk=school.pk).update(name="Oak Grove")

        names = [event.name for event in school.events.order_by("pgh_id")]

        assert names == ["Ash Grove", "Oak Grove"]


class TestCalled:
    @pytest.fixture(autouse=True)
    def _schools(self):
        for name in (
            "Ash Grove School",
            "Beech & Bramble School",
            "Château Lodge School",
            "Saint Mary's School",
            "Hillcrest School",
            "Quarry House",
            "Marketfield House",
            "Beechfield Lodge",
        ):
            SchoolFactory(name=name)

    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("grove ash", "Ash Grove School"),
            ("hillc", "Hillcrest School"),
            ("beech and bramble", "Beech & Bramble School"),
            ("Beech&Bramble", "Beech & Bramble School"),
            ("CHATEAU", "Château Lodge School"),
            ("Châteaù", "Château Lodge School"),
            ("st marys", "Saint Mary's School"),
            ("saint mary’s", "Saint Mary's School"),
        ],
    )
    def test_finds_the_name_however_it_is_written(self, words, name):
        found, is_so_called = School.objects.called(words)

        assert [school.name for school in found] == [name]
        assert is_so_called

    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("Ashgrove", "Ash Grove School"),
            ("beach and brambel", "Beech & Bramble School"),
            ("Hilcrest", "Hillcrest School"),
            ("Marketfeild", "Marketfield House"),
            ("Beachfeild", "Beechfield Lodge"),
            ("Hillcerst school", "Hillcrest School"),
            ("shato lodge", "Château Lodge School"),
            ("Quary Hose", "Quarry House"),
            ("Hillcrest Academy", "Hillcrest School"),
        ],
    )
    def test_finds_it_when_it_is_not_spelt_so(self, words, name):
        found, is_so_called = School.objects.called(words)

        assert found[0].name == name
        assert not is_so_called

    @pytest.mark.parametrize("words", ["Hilcrest", "the Hilcrest school", "Hilcrest & school"])
    def test_leaves_out_what_is_like_it_only_in_common_words(self, words):
        found, _ = School.objects.called(words)

        assert [school.name for school in found] == ["Hillcrest School"]

    def test_leaves_out_what_is_far_less_like_it_than_another(self):
        SchoolFactory(name="Ragstonemere Grange")
        SchoolFactory(name="Fallowstow Grange")

        found, _ = School.objects.called("Ragstonmere Grange")

        assert [school.name for school in found] == ["Ragstonemere Grange"]

    def test_finds_nothing_for_a_name_like_no_other(self):
        assert not School.objects.called("xyzzy")[0]

    @pytest.mark.parametrize("words", ["%", "_____", "'", "\\"])
    def test_takes_marks_for_what_they_are(self, words):
        assert School.objects.called(words)[0].count() in (0, 8)

    def test_looks_among_those_it_is_asked_of(self):
        ours = School.objects.filter(name="Quarry House")

        assert not ours.called("Hillcrest")[0]
