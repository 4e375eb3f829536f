"""Small files of indicators, terms and returns, taken in as people would."""

import csv
import io

import pytest
from django.core.management import call_command
from zeal import zeal_context

from kpis.imports import INDICATORS, RETURNS, TERMS
from tests import county


def _taker(kind, usual, tmp_path):
    def take(*rows, **options):
        full = [usual | row for row in rows or [{}]]
        path = county.table(tmp_path / f"{kind.name}.csv", *full)
        with zeal_context():
            return kind.take_in(path, **{"by": None} | options)

    return take


@pytest.fixture
def take_indicators(db, tmp_path):
    return _taker(INDICATORS, county.INDICATOR, tmp_path)


@pytest.fixture
def take_terms(db, tmp_path):
    return _taker(TERMS, county.TERM, tmp_path)


@pytest.fixture
def take_returns(db, tmp_path):
    """Import returns of these rows: input and value, after a period, after a school’s URN."""
    take = _taker(RETURNS, county.RETURN, tmp_path)

    def take_rows(*rows, **options):
        names = ("school_urn", "period", "input", "value")
        return take(
            *(dict(zip(names[-len(row) :], map(str, row), strict=True)) for row in rows), **options
        )

    return take_rows


@pytest.fixture
def report():
    """The rows of a report at the command line, each as a dictionary of what is filled in."""

    def rows(name, period):
        out = io.StringIO()
        call_command("report", name, "--period", period, "--format", "csv", stdout=out)
        return [
            {key: value for key, value in row.items() if value}
            for row in csv.DictReader(io.StringIO(out.getvalue()))
        ]

    return rows


@pytest.fixture
def two_schools(take_schools, take_members):
    """Two members of the DPS, 900001 and 900002, and 900003, which is none."""
    take_schools(*({"URN": str(urn)} for urn in (900001, 900002, 900003)))
    take_members({}, {"school_urn": "900002"})
