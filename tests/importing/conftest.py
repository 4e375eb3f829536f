"""Each importer of the hub, and a table taken in by it."""

import pytest

from nmiss.across.imports.kinds import IMPORTS
from tests.importing.importers import IMPORTERS, OURS, SECOND


@pytest.fixture(params=IMPORTERS, ids=lambda case: case.name)
def case(request):
    return request.param


@pytest.fixture(params=OURS, ids=lambda case: case.name)
def ours(request):
    return request.param


@pytest.fixture
def _two_schools(request, db, take_schools):
    if "case" not in request.fixturenames or request.getfixturevalue("case").name != "schools":
        take_schools({}, SECOND)


@pytest.fixture
def take(tmp_path):
    """Take in bytes, or text as UTF-8, as the table of a case."""

    def take_it(case, content, *, name="table.csv", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return IMPORTS[case.name].take_in(path, by=None, **options)

    return take_it
