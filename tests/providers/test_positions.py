import pytest

from providers.models import Postcode
from providers.positions import NoPostcode, Nowhere, Position, position_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory():
    for code, easting, northing in (
        ("CT203QA", 622345, 135678),
        ("M11AA", 384000, 398000),
        ("M11AB", 384200, 398100),
        ("M111AA", 390000, 397000),
    ):
        Postcode.objects.create(code=code, easting=easting, northing=northing)


class TestPositionOf:
    @pytest.mark.parametrize("text", ["CT20 3QA", "ct203qa", " Ct20  3 qa "])
    def test_is_the_postcodes_own_where_it_is_known(self, directory, text):
        assert position_of(text) == Position(622345, 135678, "CT20 3QA")

    def test_is_the_centre_of_the_first_half_where_it_is_not(self):
        found = position_of("CT20 3QA")

        assert (found.easting, found.northing) == (621700, 135900)
        assert (found.postcode, found.centre_of) == ("CT20 3QA", "CT20")
        assert found.is_stand_in

    def test_is_the_centre_where_only_the_first_half_is_typed(self):
        found = position_of("ct20")

        assert (found.postcode, found.centre_of) == ("CT20", "CT20")
        assert not found.is_stand_in

    def test_takes_the_mean_of_the_directory_before_the_centres_of_our_own(self, directory):
        found = position_of("M1")

        assert (found.easting, found.northing) == (384100, 398050)
        assert position_of("CT20").easting == 622345

    @pytest.mark.parametrize("text", ["", "Folkestone", "CT20 3Q", "CT20 3QAA", "20", "CT20; --"])
    def test_refuses_what_is_no_postcode(self, text):
        with pytest.raises(NoPostcode):
            position_of(text)

    @pytest.mark.parametrize("text", ["ZZ9 9ZZ", "ZZ9"])
    def test_says_that_nobody_knows_where_it_is(self, text):
        with pytest.raises(Nowhere):
            position_of(text)
