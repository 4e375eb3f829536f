"""What follows from the declaration of an import, for each of them."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class
from django.urls import reverse

from kpis.imports import import_indicators
from nmiss.across.imports.kinds import IMPORTS
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from nmiss.base.importing.headings import key
from nmiss.base.importing.rows import Fault
from nmiss.base.importing.tables import Rejected
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.imports import table_of

ODD = Fault(2, "whole row", "", "this is odd")


@pytest.fixture(params=IMPORTS.values(), ids=lambda kind: kind.name)
def kind(request):
    return request.param


@pytest.fixture
def file(tmp_path, kind, take_schools, take_members, take_placements):
    take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School"})
    if kind.name in ("prices", "reviews", "fee_decisions", "payments"):
        take_placements()
    if kind.name == "price_lists":
        take_members()
    if kind.name == "returns":
        path = tmp_path / "indicators.csv"
        path.write_bytes(table_of("indicators"))
        import_indicators(path, by=None)
    path = tmp_path / "table.csv"
    path.write_bytes(table_of(kind.name))
    return path


def test_a_command_takes_it_in(kind):
    command = load_command_class(get_commands()[kind.verb], kind.verb)

    assert type(command).action == kind.take_in


@pytest.mark.django_db
class TestTakeIn:
    def test_passes_the_warnings_of_the_table_on(self, kind, file):
        class Warning_(kind.intake):  # noqa: N801
            def read(self):
                super().read()
                self.table.warnings.append(ODD)

        outcome = replace(kind, intake=Warning_).take_in(file, by=None)

        assert ODD in outcome.warnings

    def test_tells_how_far_it_is(self, kind, file):
        said = []
        lines = file.read_bytes().splitlines(keepends=True)
        file.write_bytes(lines[0] + b"".join([lines[1]] * 10_000))

        with suppress(Rejected):  # one row ten thousand times
            kind.take_in(file, by=None, tell=said.append)

        assert said[0] == "10,000 rows read"

    def test_writes_nothing_in_a_dry_run(self, kind, file):
        before = AuditEvent.objects.count(), School.objects.count()

        assert kind.take_in(file, by=None, dry_run=True).counts()["warnings"] == 0

        assert (AuditEvent.objects.count(), School.objects.count()) == before

    def test_is_on_record(self, kind, file):
        kind.take_in(file, by=None)

        assert AuditEvent.objects.filter(verb=kind.verb, target_name="table.csv").count() == 1


@pytest.mark.django_db
class TestThePage:
    def test_is_for_the_roles_that_are_declared(self, client, kind):
        page = reverse("imports:import_upload", args=[kind.name])
        for role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR):
            client.force_login(UserFactory(role=role))
            assert (client.get(page).status_code == 200) == (role in kind.roles)

    def test_says_its_columns_and_codes(self, client, kind):
        client.force_login(UserFactory(role=Role.OFFICER))

        text = client.get(reverse("imports:import_upload", args=[kind.name])).text

        assert kind.title in text
        for column in kind.codes:
            assert column in text
        if not kind.is_register:
            assert ", ".join(kind.columns) in text


def test_no_two_headings_of_the_register_are_taken_for_one():
    path = Path(__file__).parents[1] / "data" / "gias_headings.txt"
    theirs = path.read_text().splitlines()
    keys = Counter(key(heading) for heading in theirs)

    ours = {key(column) for column in IMPORTS["schools"].columns}
    assert {one: count for one, count in keys.items() if count > 1 and one in ours} == {}
