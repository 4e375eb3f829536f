"""What a page reads once, and what is read anew each time."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from nmiss.base.core.middleware import ReadOnce
from nmiss.base.core.working_days import closed_days


@pytest.mark.django_db
@pytest.mark.parametrize(("method", "times"), [("get", 1), ("head", 1), ("post", 2)])
def test_days_off_are_read_once_by_a_page_that_only_reads(method, times):
    found = []

    def look(request):
        with CaptureQueriesContext(connection) as queries:
            assert closed_days() == closed_days()
        found.append(len(queries))
        return HttpResponse()

    request = getattr(RequestFactory(), method)("/")
    for _ in range(2):  # another page reads anew
        ReadOnce(look)(request)

    assert found == [times, times]
