import pytest

from providers.models import School
from providers.models.grid import grid_reference


class TestGridReference:
    @pytest.mark.parametrize(
        ("easting", "northing", "reference"),
        [
            (622345, 135678, "TR 223 356"),
            (530034, 180381, "TQ 300 803"),  # Trafalgar Square
            (216677, 771288, "NN 166 712"),  # Ben Nevis
            (438700, 1114800, "HU 387 148"),
            (134350, 25310, "SW 343 253"),  # Land's End
        ],
    )
    def test_is_as_maps_say_it(self, easting, northing, reference):
        assert grid_reference(easting, northing) == reference

    def test_is_nothing_for_a_school_without_a_position(self):
        assert School().grid_reference == ""
        assert School(easting=622345, northing=135678).grid_reference == "TR 223 356"

    @pytest.mark.parametrize(("easting", "northing"), [(9999999, 9999999), (0, 1300001)])
    def test_is_nothing_off_the_grid(self, easting, northing):
        assert grid_reference(easting, northing) == ""
