"""An application comes in by settings, addresses and the access table: no older file names it."""

import ast
import copy
import importlib
import pathlib
import re
import sys

import pytest
from django.apps import AppConfig
from django.template import Context, Template
from django.urls import get_resolver, reverse

from nmiss.base.accounts import key_dates, landing, navigation
from nmiss.base.accounts.models import Role
from nmiss.base.core import deeds, statuses
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory

ROOT = pathlib.Path(__file__).resolve().parents[2]
NEWCOMER = "tests.architecture.newcomer"
REGISTRIES = [
    (landing.tasks, "_brought"),
    (key_dates, "SOURCES"),
    (landing.figures, "_brought"),
    (landing.shortcuts, "_brought"),
    (landing, "_activity"),
    (navigation, "_entries"),
    (deeds, "_topics"),
    (deeds, "_deeds"),
    (deeds, "_facts"),
    (statuses, "_colours"),
]


@pytest.fixture
def newcomer(monkeypatch):
    """The newcomer, ready; what it registered is forgotten after the test."""
    for registry, name in REGISTRIES:
        monkeypatch.setattr(registry, name, copy.copy(getattr(registry, name)))
    AppConfig.create(NEWCOMER).ready()
    yield
    for name in [name for name in sys.modules if name.startswith(NEWCOMER)]:
        del sys.modules[name]


@pytest.mark.django_db
@pytest.mark.usefixtures("newcomer")
def test_a_newcomer_is_on_the_home_page_in_the_menu_and_on_the_ledger(client):
    administrator = UserFactory(role=Role.ADMINISTRATOR, name="Ada Lovelace")
    AuditEvent.objects.create(
        verb="hang",
        actor_id=administrator.pk,
        actor_name="Ada Lovelace",
        target_type="newcomer.Swing",
        target_name="red swing",
        given={"height": "2 m"},
    )
    client.force_login(administrator)

    page = client.get(reverse("home:home"))

    menu = [way.words for way in page.context["navigation"]]
    assert menu == ["Home", "Swings", "People", "Audit"]
    board = page.context["board"]
    assert board.tasks[0].words == "Oil 2 swings"
    assert [event.sentence for event in board.events] == ["Ada Lovelace hung the red swing"]
    for words in ("Oil 2 swings", "Day of the swing", "All swings", "red swing"):
        assert words in page.text
    assert "govuk-tag--green" in Template('{% status_tag "swinging" %}').render(Context())


@pytest.mark.django_db
def test_nothing_of_it_is_there_without_it(client):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    assert "swing" not in client.get(reverse("home:home")).text.lower()
    assert deeds.deed_of("hang", "newcomer.Swing") is None


BELOW = ["nmiss/base/core", "nmiss/base/accounts", "nmiss/across/home"]
# Their labels, as they stand before the colon of an address and before the point of a verb.
LABELS = "contracts|placements|providers|kpis|imports|demo"
NAMED = re.compile(rf"^({LABELS})[:./]|^nmiss\.across\.imports|^nmiss\.demo")


def _strings_and_imports(path):
    tree = ast.parse(path.read_text())
    docs = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs:
            yield node.lineno, node.value
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, f"{node.module}."
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, f"{each.name}.") for each in node.names)


@pytest.mark.parametrize("folder", BELOW)
def test_what_serves_all_names_none_by_name(folder):
    files = [f for f in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in f.parts]
    assert len(files) > 5

    named = [
        f"{path.relative_to(ROOT)}:{line} names {words}"
        for path in files
        for line, words in _strings_and_imports(path)
        if NAMED.match(words)
    ]

    assert named == []


@pytest.mark.parametrize("folder", ["home", "accounts", "components", ""])
def test_nor_do_its_pages(folder):
    pattern = re.compile(rf"""["']({LABELS})[:/]""")
    named = [
        f"{path.relative_to(ROOT)} names {found.group()}"
        for path in sorted((ROOT / "templates" / folder).glob("*.html"))
        for found in pattern.finditer(path.read_text())
    ]

    assert named == []


def test_every_module_that_is_found_by_its_name_is_found():
    """A room that its application does not name would be silent. Views are found by addresses."""
    found = {
        path
        for name in ("deeds.py", "home.py", "key_dates.py")
        for root in ("nmiss/base", "nmiss/across", "providers", "contracts", "placements", "kpis")
        for path in (ROOT / root).rglob(name)
        if path.parent.name != "views"
        and path
        not in (ROOT / "nmiss/base/core/deeds.py", ROOT / "nmiss/base/accounts/key_dates.py")
    }
    assert len(found) > 10
    assert get_resolver().url_patterns  # views are read when the first page is asked for

    for path in found:
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        assert module in sys.modules, f"no application brings {module}"
        assert importlib.import_module(module)
