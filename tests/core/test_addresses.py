import pytest
from django.urls import reverse

from nmiss.base.core.addresses import address_of


class TestAddressOf:
    @pytest.mark.parametrize(
        ("name", "key"),
        [
            ("placements:school_detail", 100200),
            ("placements:child_detail", "C-1.0_0"),
            ("contracts:provider_detail", 10),
        ],
    )
    def test_is_what_django_gives(self, name, key):
        assert address_of(name, key) == reverse(name, args=[key])

    def test_cannot_lead_elsewhere(self):
        assert address_of("placements:child_detail", '"?<') == "/children/%22%3F%3C/"
