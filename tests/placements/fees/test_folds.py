"""A long request is folded away school by school, so that a phone shows its button."""

import re

import pytest

from providers.models import School
from tests.factories.fees import a_mandate, a_request, today
from tests.tokens import seen_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("window")]
FOLD = re.compile(r"<details class=\"govuk-details\"( open)?><summary[^>]*><span[^>]*>([^<]*)<")


def test_prices_of_a_long_request_are_folded_by_school_and_open_where_one_is_wrong(
    provider, place, owner, officer, manager, client
):
    School.objects.filter(urn=900002).update(name="Birch {{ settings.SECRET_KEY }} School")
    place(12)
    request = a_request(provider, "9.5", owner=owner)
    a_mandate(request, 5, officer=officer, manager=manager)
    client.force_login(officer)
    page = client.get(f"/fees/{request.pk}/offer/")
    names = [
        "Ash Grove School: 6 prices",
        "Birch &#123;&#123; settings.SECRET_KEY }} School: 6 prices",
    ]
    assert [name for _, name in FOLD.findall(page.text)] == names

    line = request.lines.filter(placement__school__urn=900002).first()
    given = {"percent": "3", "expires_on": today(9).isoformat(), f"percent_{line.pk}": "0.04"}
    page = client.post(f"/fees/{request.pk}/offer/", given | seen_in(page))
    assert "enter 4" in page.text
    assert [bool(is_open) for is_open, _ in FOLD.findall(page.text)] == [False, True]
