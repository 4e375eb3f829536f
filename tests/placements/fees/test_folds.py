"""A long request is folded away school by school, so that a phone shows its button."""

import re

import pytest

from nmiss.base.core import pages
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


def test_the_page_of_a_request_shows_a_part_of_many_lines(
    provider, place, owner, officer, client, monkeypatch
):
    monkeypatch.setattr(pages, "MOST_IN_HAND", 3)
    place(4)
    request = a_request(provider, "9.5", owner=owner)
    client.force_login(officer)

    first = client.get(f"/fees/{request.pk}/")
    second = client.get(f"/fees/{request.pk}/?page=2")

    shown = [line.pk for each in (first, second) for line in each.context["page"].rows]
    assert shown == [line.pk for line in request.lines.in_order()]
    assert first.text.count('data-label="Price for"') == 3
    assert second.text.count('data-label="Price for"') == 1
    assert "?page=2" in first.text
    assert first.context["sums"].children == second.context["sums"].children == 4
