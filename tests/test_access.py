"""Who may reach which page, and what happens: the whole answer in one table.

Every address, asked by everybody, with GET and with POST. There is one school, with one
child, run by one provider with an owner, an editor and a viewer; the stranger owns another.
No beat ticks here, so the hub is not ready (503).
"""

from __future__ import annotations

import copy
import re
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from contracts.models import Membership, Vehicle
from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.base.accounts.models import Role, UnsentForm
from nmiss.base.files.actions import build_lists
from nmiss.base.files.models import ListDownload
from placements.models import Placement
from providers.actions import invite_to
from providers.models import School, VacancyReport
from tests import standing
from tests.factories.accounts import UserFactory
from tests.factories.imports import begin, take_in_a_row_of_each
from tests.factories.inspections import an_inspection
from tests.factories.prices import a_price
from tests.factories.proposals import a_deputy, a_proposal
from tests.factories.providers import ProviderMemberFactory
from tests.hub import (
    agreements,
    applications,
    arrangements,
    blocks,
    cases,
    evaluation,
    fees,
    kpis,
    membership,
    reviews,
)

TABLE = Path(__file__).with_suffix(".txt")
WHO = TABLE.read_text().splitlines()[0].split()[2:]
METHODS = ("GET", "POST")
OTHER_COLOURS = {"govuk-button--secondary", "govuk-button--warning"}


def read_table():
    """Give for each address and method what happens to each."""
    rows = [line.split() for line in TABLE.read_text().splitlines()[1:] if line.strip()]
    return {(name, method): answers for name, method, *answers in rows}


ANSWERS = read_table()


def addresses(patterns=None, namespace=""):
    for entry in patterns or get_resolver().url_patterns:
        if isinstance(entry, URLPattern):
            yield namespace + entry.name
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from addresses(entry.url_patterns, inner)


# Which part of the hub makes what an address names, by the module of its view.
PARTS = {
    **dict.fromkeys(
        (
            "admission",
            "appraisals",
            "decisions",
            "notices",
            "numbers",
            "options",
            "reorganisations",
            "rounds",
            "schemes",
            "takeovers",
            "tenders",
            "variations",
            "vehicles",
            "what_if",
        ),
        arrangements,
    ),
    **dict.fromkeys(("applying", "asking", "submissions"), applications),
    **dict.fromkeys(
        ("applications", "deciding", "evaluators", "opening", "progress", "scoring"), evaluation
    ),
    **dict.fromkeys(
        ("agreements", "assurance", "extensions", "memberships", "outcomes"), membership
    ),
    **dict.fromkeys(
        (
            *("appeals", "cases", "matching", "packs", "consultations", "replies", "choices"),
            *("boards", "by_link"),
        ),
        cases,
    ),
    "blocks": blocks,
    **dict.fromkeys(("documents", "negotiation", "offline", "price_lists", "requests"), fees),
    "reviews": reviews,
    **dict.fromkeys(("placement_agreements", "moves", "endings"), agreements),
    **dict.fromkeys(("indicators", "terms"), kpis),
    **dict.fromkeys(("returns", "review", "rules", "workbooks"), kpis),
    **dict.fromkeys(("ratings", "consequences", "concerns", "contests", "plans"), kpis),
}


ROOTS = ("contracts", "placements", "kpis")


def _part_of(name):
    views = dict(_views())
    module = views[name].__module__.split(".")
    return PARTS.get(module[-1]) if module[0] in ROOTS else None


def _views(patterns=None, namespace=""):
    for entry in patterns or get_resolver().url_patterns:
        if isinstance(entry, URLPattern):
            yield namespace + entry.name, entry.callback
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _views(entry.url_patterns, inner)


@pytest.fixture(scope="module")
def part(request, django_db_setup, django_db_blocker, tmp_path_factory):
    """The people, and what addresses name, for one part of the hub."""
    files, tables = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("tables")
    with standing.for_several_tests(django_db_blocker, files):
        yield fill(request.param, tables)


def fill(part, tables):
    take_in_a_row_of_each(tables)
    provider = Membership.objects.get().provider
    people = {role.value: UserFactory(role=role) for role in Role.of_the_council()}
    members = {
        role: ProviderMemberFactory(provider=provider, role=role)
        for role in ("owner", "editor", "viewer")
    }
    people |= {role: member.user for role, member in members.items()}
    people["stranger"] = ProviderMemberFactory().user
    somebody = UserFactory()
    named = ProviderMemberFactory(provider=provider, role="viewer", reads_from=timezone.now())
    invitation = invite_to(
        provider,
        email=people["stranger"].email,
        name="Stella Stranger",
        role="editor",
        by=people["owner"],
    )
    kept = UnsentForm.objects.create(user=people["owner"], address="/", kept_at=timezone.now())
    school = School.objects.get(urn=900001)
    arguments = {
        "report": VacancyReport.give(school, [], by=people["owner"]).pk,
        "inspection": an_inspection(school, by=people["officer"]).pk,
        "framework": "ofsted_report_card",
        "form": kept.pk,
        "urn": 900001,
        "reference": "C1",
        "line": a_price(Placement.objects.get(), by=people["officer"]).pk,
        "placements:placement_prices": {"reference": "PLC-1"},
        "placements:price_add": {"reference": "PLC-1"},
        "vehicle": Vehicle.objects.get().pk,
        "member": members["viewer"].pk,
        "token": "no-such-token",
        "invitation": invitation.pk,
        "providers:provider_person_vouch": {"member": named.pk},
        "uidb36": "1",
        "key": "no-such-key",
        "home:email_about": {"label": "contracts.vehicle", "record": Vehicle.objects.get().pk},
        "name": "schools",
        "what": "schools",
        "kind": "proposal",
        "home:reminder_text": {"kind": "document"},
        "home:reminder_schedule": {"kind": "document"},
        "home:reminder_wording": {"kind": "document"},
    }
    if part:
        arguments |= part.fill(people, provider)
    keys = {
        "accounts": somebody.pk,
        "home": 0,  # no email has bounced
        "contracts": provider.pk,
        "providers": provider.pk,
        "placements": arguments.pop("case", None),
        "kpis": arguments.pop("version", None),
        "mfa_remove_webauthn": 0,  # nobody here has a passkey
        "imports": begin("schools", by=people["officer"]).pk,
        "files": ListDownload.ask_for(listing="schools", query="", by=people["officer"]).pk,
    }
    work_on_what_is_due()
    build_lists()
    return people, arguments, keys


@pytest.fixture
def hub(part, name):
    """The people by name, and what this address names."""
    people, arguments, keys = copy.deepcopy(part)
    arguments |= arguments.pop(name, {})
    if "proposal" in name or name == "accounts:record_hand_over":
        keys["accounts"] = a_proposal().pk
    if name == "accounts:deputy_end":
        keys["accounts"] = a_deputy(of=people["manager"]).pk
    return people, arguments, keys


def by_part(asked):
    """Parametrise by (name, method), with the part that it needs; a part is filled once."""
    asked = sorted(((_part_of(name), name, method) for name, method in asked), key=_part_first)
    return pytest.mark.parametrize(
        ("part", "name", "method"),
        asked,
        indirect=["part"],
        scope="module",
        ids=[f"{name}-{method}" for _, name, method in asked],
    )


def _part_first(each):
    part, *_ = each
    return part.__name__ if part else ""


def address_of(name, arguments, keys):
    wanted = next(iter(get_resolver_arguments(name)), ())
    found = {
        argument: keys[name.partition(":")[0]] if argument == "pk" else arguments[argument]
        for argument in wanted
    }
    return reverse(name, kwargs=found)


def get_resolver_arguments(name, patterns=None, namespace=""):
    for entry in patterns or get_resolver().url_patterns:
        if isinstance(entry, URLPattern):
            if namespace + entry.name == name:
                pattern = entry.pattern
                yield tuple(pattern.converters) or tuple(pattern.regex.groupindex)
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from get_resolver_arguments(name, entry.url_patterns, inner)


def answer(client, name, method, who, hub):
    people, arguments, keys = hub
    if who != "visitor":
        client.force_login(people[who])
    before = transaction.savepoint()
    response = getattr(client, method.lower())(address_of(name, arguments, keys))
    transaction.savepoint_rollback(before)  # what one has done must not stand in another's way
    if response.status_code == 200 and method == "GET":
        _see_that_it_is_told_apart(name, response)
    if response.status_code == 302:
        return "sign-in" if response["Location"].startswith(reverse("account_login")) else "302"
    return str(response.status_code)


NAME_OF_TITLE: dict[str, str] = {}
# The address of the second form of a page: asked for, it answers with that page.
SAME_PAGE = {"placements:fee_standard_offer": "placements:fee_standard"}


def _see_that_it_is_told_apart(name, response):
    """A page has a title of its own, and one button that is green: the next step."""
    if response.streaming or not response["Content-Type"].startswith("text/html"):
        return
    html = response.content.decode()
    main = html.partition("<main")[2].partition("</main>")[0]
    classes = [each.split() for each in re.findall(r'class="(govuk-button(?: [^"]*)?)"', main)]
    green = [each for each in classes if not OTHER_COLOURS & {*each}]
    assert len(green) <= 1, f"{name} has {len(green)} green buttons"
    title = " ".join(re.search(r"<title>(.*?)</title>", html, re.DOTALL)[1].split())
    page = SAME_PAGE.get(name, name)
    first = NAME_OF_TITLE.setdefault(title, page)
    assert first == page, f"{first} and {name} are both “{title}”"


def test_every_address_is_in_the_table():
    expected = sorted((name, method) for name in addresses() for method in METHODS)

    assert sorted(ANSWERS) == expected


# What is of the person alone, and done in nobody's name; so is all that is allauth's.
OF_ONESELF = {"accounts:invitation_accept", "accounts:own_account", "contracts:tender_watch"}
OF_ONESELF |= {"home:calendar_feed", "home:reminder_choices"}


def test_a_viewer_writes_nothing_in_the_providers_name():
    viewer = WHO.index("viewer")
    written = {
        name
        for (name, method), answers in ANSWERS.items()
        if method == "POST" and ":" in name and answers[viewer] not in ("403", "404", "405", "410")
    }

    assert written <= OF_ONESELF


@by_part(ANSWERS)
def test_reach(client_class, db, hub, name, method):
    found = [answer(client_class(), name, method, who, hub) for who in WHO]

    assert dict(zip(WHO, found, strict=True)) == dict(zip(WHO, ANSWERS[name, method], strict=True))


@pytest.fixture
def client_class():
    return Client
