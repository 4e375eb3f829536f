"""Tables on their way in."""

from __future__ import annotations

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nmiss.accounts.models import Role
from nmiss.files.kinds import CSV
from nmiss.files.models import StoredFile
from nmiss.imports.models import ImportRun
from tests import county
from tests.factories.accounts import UserFactory

USUAL = {"schools": county.SCHOOL, "members": county.MEMBER, "placements": county.PLACEMENT}


def table_of(what, *rows):
    """The bytes of a table of these rows; each is the usual one but for what is given."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(USUAL[what]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(USUAL[what] | row for row in rows or [{}])
    return text.getvalue().encode()


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def as_officer(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def begin(officer):
    """Hand a table to the worker: `begin("schools", {"URN": "1"}, name="a.csv")`."""

    def begin_one(what, *rows, name="table.csv"):
        file = SimpleUploadedFile(name, table_of(what, *rows))
        file.kind = CSV
        return ImportRun.begin(what=what, file=StoredFile.take_in(file, by=officer), by=officer)

    return begin_one
