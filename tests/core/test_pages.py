import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nmiss.base.core.models import AuditEvent
from nmiss.base.core.pages import Order, Tally, page_of, tally
from providers.models import School
from tests.factories.providers import SchoolFactory

pytestmark = pytest.mark.django_db


class TestTally:
    def test_counts_to_a_thousand_and_no_farther(self):
        assert str(Tally(1000)) == "1,000"
        assert str(Tally(1001)) == "more than 1,000"

    def test_stops_the_database_there(self):
        SchoolFactory.create_batch(3)

        with CaptureQueriesContext(connection) as queries:
            assert tally(School.objects.by_name()).number == 3

        assert "LIMIT 1001" in queries[0]["sql"]


class TestPageOf:
    @pytest.mark.parametrize(("by", "rows"), [("urn", School), ("at", AuditEvent)])
    def test_is_the_first_where_the_key_is_of_another_kind(self, by, rows):
        SchoolFactory()
        AuditEvent.record("download", "Schools", by=None)
        query = {"go": "before", "key": "words", "row": "1", "kept": "1"}

        page = page_of(rows.objects.all(), Order(by), query=query)

        assert len(page) == 1
        assert not page.previous

    @pytest.mark.parametrize("query", [{"row": "1"}, {"key": "\0", "row": "1"}, {"key": "a"}])
    def test_is_the_first_where_no_row_is_named_well(self, query):
        SchoolFactory()

        assert len(page_of(School.objects.all(), Order("name"), query=query)) == 1
