"""A list whose cells are declared in SQL is the same file, byte for byte, by PostgreSQL alone."""

import datetime

import pytest
from django.db import connection
from django.db.models import DateTimeField, F, TextField, Value
from django.http import QueryDict
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core.days import year_in_words
from nmiss.base.core.lists import LISTS
from nmiss.base.files import copied
from nmiss.base.files.cells import safe
from nmiss.base.files.csv_lines import csv_lines
from placements.models import Child, Placement
from placements.reports import year_in_sql
from tests.factories.accounts import UserFactory
from tests.factories.placements import ChildFactory, PlacementFactory
from tests.factories.providers import ProviderMemberFactory, SchoolFactory

pytestmark = pytest.mark.django_db
LAST = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)
# Every sign there is, after nothing and after what is passed over, and before a letter.
GUARDED = """
    SELECT number FROM generate_series(1, %s) AS number
    WHERE number NOT BETWEEN %s AND %s AND %s || chr(number) || %s ~ %s
"""
AWKWARD = (
    *("Ash Grove", "=1+1", "-1", " =1", "\u200b=1", "＝1", "−1", "%0A", "\tplain", "a=b"),
    *('Say "no"', "a,b", "two\nlines", "two\r\nlines", 'a "quoted\nline"', "École", "'quoted"),
)


@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("", "="), ("", "a"), (" ", "a"), ("\u2060\u00a0", "-")]
)
def test_marks_what_safe_marks_at_every_sign_there_is(before, after):
    with connection.cursor() as cursor:
        given = [LAST, SURROGATES[0], SURROGATES[-1], before, after, copied.STARTS_A_FORMULA]
        cursor.execute(GUARDED, given)
        guarded = {number for (number,) in cursor.fetchall()}

    expected = {
        number
        for number in range(1, LAST + 1)
        if number not in SURROGATES and safe(text := f"{before}{chr(number)}{after}") != text
    }
    assert expected
    assert guarded == expected


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def both(user, query=""):
    """The list of children by PostgreSQL, and row by row."""
    listing = LISTS["children"]
    by_copy = copied.copied(listing.file(user, QueryDict(query)))
    asked = listing.file(user, QueryDict(query))
    heading = [column.heading for column in asked.in_file]
    return b"".join(by_copy), "".join(csv_lines(heading, asked.cells())).encode()


@pytest.mark.parametrize("query", ["", "sort=-reference", "sort=year", "reference=C1"])
def test_is_the_same_file(officer, query):
    today = timezone.localdate()
    for number, name in enumerate(AWKWARD):
        child = ChildFactory(reference=f"C{number}", cohort=2008 + number)
        PlacementFactory(child=child, school=SchoolFactory(name=name), starts_on=today)
    ChildFactory(reference="C-NOWHERE")
    over = PlacementFactory(child__reference="C-OVER", starts_on=today - datetime.timedelta(9))
    Placement.objects.filter(pk=over.pk).update(
        ended_on=today - datetime.timedelta(1), end_reason="moved_away"
    )

    by_copy, row_by_row = both(officer, query)

    assert by_copy.count(b"\r\n") > 5
    assert by_copy == row_by_row


def test_of_no_rows_has_its_heading(officer):
    by_copy, row_by_row = both(officer)

    assert by_copy == row_by_row == "\ufeffReference,Year,URN,School\r\n".encode()


def test_a_provider_s_few_are_read_one_by_one():
    member = ProviderMemberFactory()
    PlacementFactory(school=SchoolFactory(provider=member.provider, name="Ours"))
    asked = LISTS["children"].file(member.user, QueryDict())

    assert copied.copied(asked) is None
    assert "Ours" in "".join(copied.asked_as_csv(asked))


def test_years_are_said_alike():
    for cohort in range(1995, 2032):
        ChildFactory(cohort=cohort)
    children = Child.objects.annotate(year=2026 - F("cohort") - 4)

    said = children.annotate(said=year_in_sql("year")).values_list("year", "said")

    assert dict(said) == {year: year_in_words(year) for year, _ in said}
    assert len(said) == 37


def test_ends_lines_across_blocks_and_leaves_quotes_alone(tmp_path):
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        writer = copied._LineEnds(file)
        for block in (b'a,"b', b"\nc", b'"",d"\n', b"e\n"):
            assert writer.write(block) == len(block)

    assert path.read_bytes() == b'a,"b\nc"",d"\r\ne\r\n'


def test_takes_no_cell_that_it_would_write_in_another_way():
    at = Value(timezone.now(), DateTimeField())

    with pytest.raises(TypeError, match="is no cell"):
        copied._cells(Child.objects.all(), [at])
    of_text = copied._cells(Child.objects.all(), [Value("a", TextField())])
    assert "shown_0" in of_text.query.annotations
