"""A list is declared once: here with columns of its own, over schools."""

import re
from itertools import chain
from urllib.parse import parse_qs

import django_filters
import pytest
from django.db import connection
from django.http import QueryDict
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from nmiss.base.accounts.models import Role
from nmiss.base.core import pages
from nmiss.base.core.forms import AskedWrongly, GovukFilters, Narrowing
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS, NUMBERS, STEPS, by_steps, by_words
from nmiss.base.core.templatetags.components import table_of
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.providers import SchoolFactory

pytestmark = pytest.mark.django_db
STATES = [("1", "Zebra"), ("3", "Mole"), ("2", "Ant")]


class ByTown(Narrowing):
    town = django_filters.ChoiceFilter(label="Town", choices=[("Deal", "Deal"), ("Ash", "Ash")])

    class Meta:
        model = School
        fields = ("town",)
        form = GovukFilters


def listing(**more):
    return List(
        **{
            "name": "some",
            "title": "Some schools",
            "roles": tuple(Role),
            "rows": lambda user, query: School.objects.all(),
            "by": "name",
            "columns": (
                Column("URN", "Its number", lambda s: s.urn, on_page=False),
                Column("School", "Its name", lambda s: s.name, sort="name"),
                Column("Opened", "The day", lambda s: s.opened_on, sort="opened_on", ways=DAYS),
                Column(
                    "Authority",
                    "Where",
                    lambda s: s.authority.name,
                    sort="authority",
                    order="authority__name",
                ),
                Column("Places", "In all", lambda s: s.capacity, sort="capacity", ways=NUMBERS),
                Column(
                    "Called",
                    "State",
                    lambda s: dict(STATES)[s.status],
                    sort="called",
                    order=by_words("status", STATES),
                ),
                Column(
                    "Step",
                    cell=lambda s: s.status,
                    sort="step",
                    order=by_steps("status", STATES),
                    ways=STEPS,
                ),
                Column("Secret", "For managers", lambda s: "secret", roles=[Role.MANAGER]),
                Column(
                    "Hers",
                    cell_for=lambda asked: (
                        (lambda s: str(asked.user)) if asked.user.name == "Ada" else None
                    ),
                ),
            ),
            **more,
        }
    )


def asked(query="", *, role=Role.OFFICER, name="Bea", **more):
    request = RequestFactory().get(f"/some/?{query}")
    request.user = UserFactory(role=role, name=name)
    return listing(**more).on(request)


def taken(query="", *, role=Role.OFFICER, **more):
    return listing(**more).file(UserFactory(role=role), QueryDict(query))


def names(rows):
    return [school.name for school in rows]


@pytest.fixture
def five():
    """Two of a day, two without one."""
    for name, opened, places, status in [
        ("Ash", "2020-01-02", 30, "1"),
        ("Bay", None, 20, "2"),
        ("Elm", "2019-05-05", None, "3"),
        ("Fir", "2020-01-02", 20, "1"),
        ("Oak", None, 10, "2"),
    ]:
        SchoolFactory(name=name, opened_on=opened, capacity=places, status=status)


class TestOrder:
    @pytest.mark.parametrize(
        ("sort", "initials"),
        [
            ("", "ABEFO"),
            ("name", "ABEFO"),
            ("-name", "OFEBA"),
            ("opened_on", "EAFBO"),
            ("-opened_on", "FAEOB"),
            ("capacity", "OBFAE"),
            ("-capacity", "AFBOE"),
            ("called", "BOEAF"),
            ("-called", "FAEOB"),
            ("step", "AFEBO"),
            ("-step", "OBEFA"),
        ],
    )
    def test_is_that_of_the_column_with_gaps_last(self, five, sort, initials):
        """Ties go by primary key, in the direction of the order."""
        query = f"sort={sort}"

        assert "".join(name[0] for name in names(asked(query).page)) == initials
        assert "".join(name[0] for name in names(taken(query).rows())) == initials

    @pytest.mark.parametrize(
        "sort",
        [
            "opened_on",
            "-opened_on",
            "capacity",
            "-capacity",
            "called",
            "-called",
            "authority",
            "-authority",
            "name",
            "-name",
        ],
    )
    def test_has_the_same_pages_forwards_and_backwards(self, five, sort, monkeypatch):
        monkeypatch.setattr(pages, "ROWS", 2)
        whole = names(taken(f"sort={sort}").rows())
        page, forwards = asked(f"sort={sort}").page, []
        while True:
            forwards.append(names(page))
            if not page.next:
                break
            assert parse_qs(page.next)["sort"] == [sort]
            page = asked(page.next).page
        backwards = [names(page)]
        while page.previous:
            page = asked(page.previous).page
            backwards.insert(0, names(page))

        assert list(chain(*forwards)) == whole
        assert backwards == forwards

    @pytest.mark.parametrize("sort", ["evil", "--name", "-", "name;", "urn", "pk", "step__gt"])
    def test_that_no_column_has_is_said_and_gives_no_rows(self, five, sort):
        page = asked(f"sort={sort}")

        assert page.form.errors["sort"] == ["Order: choose from the list"]
        assert not page.page.rows
        with pytest.raises(AskedWrongly, match="Order: choose from the list"):
            taken(f"sort={sort}").cells()

    def test_of_a_column_that_this_page_has_not_is_the_usual_one(self, five):
        columns = (
            Column("School", "Its name", lambda s: s.name, sort="name"),
            Column("Far", "Away", lambda s: 1, cell_for=lambda asked: None, sort="far"),
        )

        assert asked("sort=-far", columns=columns).sorted_by == "name"
        assert len(list(taken("sort=-far", columns=columns).cells())) == 5

    def test_is_that_of_rows_in_hand_by_what_their_files_say(self):
        columns = (Column("Number", "A number", lambda row: row, sort="number"),)
        more = {"rows": lambda user, query: [3, None, 1], "by": "", "columns": columns}

        assert asked(**more).page.rows == [3, None, 1]
        assert asked("sort=number", **more).page.rows == [1, 3, None]
        assert list(taken("sort=-number", **more).cells()) == [[3], [1], [None]]
        assert asked("sort=x", **more).count.number == 0

    def test_asks_the_database_once(self, five):
        page = asked("sort=-authority")

        with CaptureQueriesContext(connection) as queries:
            assert len(page.page) == 5
        assert len(queries) == 1


class TestFilters:
    def test_keep_the_order_and_the_headings_keep_them(self):
        SchoolFactory(name="Ash", town="Ash")
        SchoolFactory(name="Bay", town="Deal")
        SchoolFactory(name="Elm", town="Deal")

        page = asked("town=Deal&sort=-name&go=after&key=Z&row=1", filters=ByTown)

        assert names(page.page) == ["Elm", "Bay"]
        assert str(page.count) == "2"
        assert 'type="hidden" name="sort" value="-name"' in str(page.form["sort"])
        assert 'href="?town=Deal&amp;sort=name"' in page.table()
        assert '<input type="hidden" name="town" value="Deal">' in page.sort_by()

    def test_and_orders_are_read_apart(self):
        page = asked("town=x&sort=-name", filters=ByTown)

        assert list(page.form.errors) == ["town"]
        assert not page.page.rows


class TestTable:
    def headings(self, page):
        """The headings of the table: words, aria-sort, and the order that each leads to."""
        head = page.table().split("<thead")[1].split("</thead>")[0]
        found = []
        for attributes, content in re.findall(r"<th ([^>]*)>(.*?)</th>", head):
            now = re.search(r'aria-sort="(\w+)"', attributes)
            to = re.search(r'href="\?([^"]*)"', content)
            words = re.sub(r"<span.*", "", re.sub(r"<a [^>]*>", "", content))
            query = parse_qs(to[1].replace("&amp;", "&")) if to else {}
            found.append((words, now and now[1], query.get("sort", [""])[0]))
        return found

    def test_says_by_what_it_is_sorted_and_links_to_the_other_ways(self, five):
        assert self.headings(asked())[:3] == [
            ("School", "ascending", "-name"),
            ("Opened", None, "opened_on"),
            ("Authority", None, "authority"),
        ]
        assert self.headings(asked("sort=-opened_on"))[:2] == [
            ("School", None, "name"),
            ("Opened", "descending", "opened_on"),
        ]

    def test_has_a_caption_and_scopes(self, five):
        table = asked(caption="Some <b>").table()

        assert 'aria-labelledby="some"' in table
        assert 'id="some">Some &lt;b&gt;</caption>' in table
        assert table.count('scope="row"') == 5
        assert 'scope="col"' in table

    def test_has_the_columns_of_its_person(self, five):
        def words(**who):
            return [words for words, *_ in self.headings(asked(**who))][6:]

        assert words() == []
        assert words(role=Role.MANAGER) == ["Secret"]
        assert words(name="Ada") == ["Hers"]

    def test_on_a_phone_is_sorted_by_a_choice(self, five):
        choice = asked("sort=-capacity").sort_by()

        assert '<label class="govuk-label" for="sort-some">Sort by</label>' in choice
        assert '<option value="opened_on">Opened, oldest first</option>' in choice
        assert '<option value="-capacity" selected>Places, highest first</option>' in choice
        assert choice.count(" selected") == 1

    def test_shows_what_is_in_hand_a_hundred_at_a_time(self):
        columns = (Column("Number", "Which", lambda n: n, sort="number"),)
        numbers = list(range(1, 251))

        def shown(query):
            own = {"columns": columns, "by": "", "filters": None}
            part = table_of(asked(query, rows=lambda user, query: numbers, **own))
            rows = re.findall(r">(\d+)<", part)
            return rows[0], rows[-1], re.findall(r'href="\?([^"]*)" rel="(\w+)"', part)

        assert shown("kept=1") == ("1", "100", [("kept=1&amp;page=2", "next")])
        assert shown("page=2") == ("101", "200", [("page=1", "prev"), ("page=3", "next")])
        assert shown("page=9") == ("201", "250", [("page=2", "prev")])
        assert shown("page=-1") == shown("page=0") == shown("page=x") == shown("")
        assert shown("sort=-number&page=3")[:2] == ("50", "1")


class TestFile:
    def test_has_the_columns_with_a_value_for_its_person(self, five):
        def headings(role):
            return [column.heading for column in taken(role=role).in_file]

        assert headings(Role.OFFICER) == [
            "URN",
            "School",
            "Opened",
            "Authority",
            "Places",
            "Called",
        ]
        assert headings(Role.MANAGER)[-1] == "Secret"
        assert "secret" not in next(taken().cells())
        assert "secret" in next(taken(role=Role.MANAGER).cells())

    def test_works_out_some_rows_at_a_time(self, five, monkeypatch):
        monkeypatch.setattr("nmiss.base.core.asked.CHUNK", 2)
        sizes = []

        def work_out(rows, asked):
            sizes.append(len(rows))
            return [school for school in rows if school.name != "Bay"]

        assert len(list(taken(work_out=work_out).cells())) == 4
        assert sizes == [2, 2, 1]
