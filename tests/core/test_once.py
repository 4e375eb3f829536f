"""What a page reads once, and what is read anew each time."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from nmiss.base.core.middleware import ReadOnce
from nmiss.base.core.once import once_a_page, one_page
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


def test_what_is_asked_of_two_things_is_read_for_each():
    asked = []

    @once_a_page
    def read(of):
        asked.append(of)
        return of

    with one_page(only_reads=True):
        assert [read(1), read(2), read(1)] == [1, 2, 1]
    assert asked == [1, 2]
