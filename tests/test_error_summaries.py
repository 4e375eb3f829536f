"""Every link of an error summary leads to an input that is on the page, on every form there is.

Each form of the table of access is sent empty, and with nonsense in each field, by everybody who
may send it; lists are asked with filters that cannot be read.
"""

import pytest
from django.db import transaction
from django.test import Client

from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.seen import seen
from tests.test_access import (  # noqa: F401
    ANSWERS,
    WHO,
    address_of,
    by_part,
    hub,
    part,
)

pytestmark = pytest.mark.django_db

FORMS = {
    (name, "POST"): [who for who, answer in zip(WHO, answers, strict=True) if answer == "200"]
    for (name, method), answers in ANSWERS.items()
    if method == "POST" and "200" in answers
}
# What no field of its type can read.
NONSENSE = {"text": "\x00", "number": "x", "date": "x", "email": "x", "radio": "x", "checkbox": "x"}
INPUTS = ("input", "select", "textarea", "button")


def links_of(page):
    """The links of all the page's summaries."""
    summaries = page.main.of_class("govuk-error-summary")
    return [link for each in summaries for link in each.all("a")]


def lead_nowhere(page):
    """Those of the links that do not lead to one input that one can reach."""
    lost = []
    for link in links_of(page):
        found = page.main.all(id=link.attributes["href"].removeprefix("#"))
        reached = [each for each in found if each.attributes.get("type") != "hidden"]
        if len(found) != 1 or not reached or reached[0].tag not in INPUTS:
            lost.append((link.words, link.attributes["href"]))
    return lost


def filled_with_nonsense(page):
    """What a form would send whose every field holds what cannot be read."""
    return {
        field.attributes["name"]: NONSENSE.get(field.attributes.get("type", "text"), "x")
        for form in page.forms
        for field in form.all("input", "select", "textarea")
        if field.attributes.get("type") not in ("hidden", "file") and "name" in field.attributes
    }


def uncounted(page):
    """The boxes for long text that have a limit, and nothing that says how much is left."""
    boxes = page.main.all("textarea")
    return [box.attributes["name"] for box in boxes if box.attributes.get("aria-describedby") == ""]


def sent(client, address, data):
    """The page that answers, with nothing kept of what was sent."""
    before = transaction.savepoint()
    page = seen(client.post(address, data))
    transaction.savepoint_rollback(before)
    return page


@by_part(FORMS)
def test_links_lead_to_inputs(db, hub, name, method):  # noqa: F811
    people, arguments, keys = hub
    address = address_of(name, arguments, keys)
    for who in FORMS[name, method]:
        client = Client()
        if who != "visitor":
            client.force_login(people[who])
        page = seen(client.get(address))
        assert uncounted(page) == []
        nonsense = filled_with_nonsense(page)
        for data in ({}, nonsense):
            assert lead_nowhere(sent(client, address, data)) == [], (who, data)


LISTS = (
    "/schools/?need=x&sort=evil&near=XX&within=5&name=%00",
    "/children/?school=x&year=x&need=x",
    "/applications/?round=x&status=x",
    "/memberships/?state=x&lot=x",
    "/calendar/?since=x&until=x&kind=x",
    "/reports/dps-status/?from=x&to=x&financial_year=x",
    "/reports/demand-profile/?on=x",
)


class TestAList:
    @pytest.mark.parametrize("address", LISTS)
    def test_links_what_it_cannot_read_to_its_filter(self, client, address):
        client.force_login(UserFactory(role=Role.OFFICER))

        page = seen(client.get(address))

        assert links_of(page)
        assert lead_nowhere(page) == []
