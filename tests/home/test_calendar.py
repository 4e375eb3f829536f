"""The calendar: its list, its month, its files and its report."""

import datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts import handing_over
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import noon
from nmiss.base.files.models import StoredFile
from providers.models import ComplianceDocument, Provider
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, advertised
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
LIST, MONTH = "/calendar/", "/calendar/month/"


@pytest.fixture
def round():
    """A round that closes on 20 July 2030."""
    made = RoundFactory(
        planned=True,
        opens_at=noon(datetime.date(2030, 6, 3)),
        closes_at=noon(datetime.date(2030, 7, 20)),
        clarifications_close_at=noon(datetime.date(2030, 7, 10)),
        evaluation_ends_on=datetime.date(2030, 8, 20),
    )
    return advertised(made)


@pytest.fixture
def document(take_schools, take_members):
    """Insurance of a member that expires on 15 July 2030."""
    take_schools()
    take_members()
    provider = Provider.objects.get()
    return ComplianceDocument.put(
        provider,
        kind="public-liability",
        title="Public liability insurance",
        expires_on=datetime.date(2030, 7, 15),
        file=StoredFile.keep_made(b"x", name="x.pdf", content_type="application/pdf", by=None),
        by=None,
    )


def shown(page):
    return [(str(each.on), each.kind) for each in page.context["page"].rows]


def test_the_list_is_of_the_days_that_are_asked_for(client, round):
    client.force_login(UserFactory(role=Role.OFFICER))

    page = client.get(f"{LIST}?from=2030-06-03&to=2030-07-19")

    assert shown(page) == [("2030-06-03", "Round opens"), ("2030-07-10", "Last day for questions")]
    assert reverse("contracts:round_detail", args=[round.pk]) in page.text


def test_it_begins_today_and_shows_two_months(client):
    today = timezone.localdate()
    RoundFactory(
        opens_at=noon(today - 40 * DAY),
        closes_at=noon(today - DAY),
        evaluation_ends_on=today + 60 * DAY,
        closed=True,
    )
    client.force_login(UserFactory(role=Role.OFFICER))

    assert [kind for _, kind in shown(client.get(LIST))] == ["Evaluation ends"]


def test_it_is_narrowed_by_kind_and_by_whose(client, round, document):
    officer = UserFactory(role=Role.OFFICER)
    client.force_login(officer)
    july = f"{LIST}?from=2030-07-01&to=2030-07-31"
    expires = ("2030-07-15", "Document expires")
    of_round = [("2030-07-10", "Last day for questions"), ("2030-07-20", "Round closes")]

    assert shown(client.get(july)) == [of_round[0], expires, of_round[1]]
    assert shown(client.get(f"{july}&kind=Document+expires")) == [expires]
    assert shown(client.get(f"{july}&whose=team")) == of_round
    assert shown(client.get(f"{july}&whose=mine")) == []

    handing_over.hand_over(round, to=officer, by=UserFactory(), reason="Theirs")

    assert shown(client.get(f"{july}&whose=mine")) == of_round


def test_a_provider_meets_its_own_dates_and_those_that_are_public(client, round, document):
    july = f"{LIST}?from=2030-07-01&to=2030-07-31&whose=team"
    own = ProviderMemberFactory(provider=document.provider).user
    client.force_login(own)
    assert len(shown(client.get(july))) == 3

    client.force_login(ProviderMemberFactory().user)
    page = client.get(july)
    assert [kind for _, kind in shown(page)] == ["Last day for questions", "Round closes"]
    assert "Public liability" not in page.text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("from=2030-07-31&to=2030-07-01", "Enter a last day that is not before the first"),
        ("from=2030-02-30", "Enter the first day as a real date"),
        ("from=2030-01-01&to=2031-06-01", "Enter a last day within a year of the first"),
        ("kind=Doomsday", "Kind of date: choose from the list"),
        ("whose=theirs", "Whose: choose from the list"),
        ("to=9999-12-31", "Enter a day from 1990 to 2099"),
    ],
)
def test_what_cannot_be_read_is_said_and_shows_nothing(client, round, asked, words):
    client.force_login(UserFactory(role=Role.OFFICER))

    page = client.get(f"{LIST}?{asked}")

    assert words in page.text
    assert shown(page) == []
    file = client.get(reverse("files:listing_csv", args=["key-dates"]) + f"?{asked}")
    assert (file.status_code, words in file.text) == (400, True)


def test_the_last_days_of_the_calendar_itself(client):
    client.force_login(UserFactory(role=Role.OFFICER))

    for address in (f"{LIST}?from=2099-12-31", f"{MONTH}?month=2099-12", f"{MONTH}?month=1990-01"):
        assert client.get(address).status_code == 200


def test_the_month_has_each_date_on_its_day(client, round):
    client.force_login(UserFactory(role=Role.OFFICER))

    page = client.get(f"{MONTH}?month=2030-07&kind=Round+closes")

    days = [day for week in page.context["month"].weeks for day in week]
    assert [(day.on.day, [each.kind for each in day.dates]) for day in days if day.dates] == [
        (20, ["Round closes"])
    ]
    assert (days[0].on.weekday(), len(days) % 7) == (0, 0)
    assert [day.on.day for day in days if not day.is_blank] == list(range(1, 32))
    assert "?month=2030-08&amp;kind=Round+closes" in page.text
    assert "?month=2030-06&amp;kind=Round+closes" in page.text


@pytest.mark.parametrize("month", ["2030-13", "soon", "1989-12", "2100-01"])
def test_a_month_that_is_none_is_said(client, month):
    client.force_login(UserFactory(role=Role.OFFICER))

    page = client.get(f"{MONTH}?month={month}")

    assert page.status_code == 200
    assert "month" in str(page.context["form"].errors).lower()
    assert "<title>Error: " in page.text


def test_the_files_have_the_rows_of_the_page(client, round):
    client.force_login(UserFactory(role=Role.OFFICER))
    query = "?from=2030-07-01&to=2030-07-31&kind=Round+closes"

    file = b"".join(client.get(reverse("files:listing_csv", args=["key-dates"]) + query))

    lines = file.decode("utf-8-sig").splitlines()
    assert lines[0] == "Date,Kind,Subject,Who"
    assert lines[1:] == [
        f'2030-07-20,Round closes,"{round.vehicle}, round {round.number}",Commissioning team'
    ]
    xlsx = client.get(reverse("files:listing_xlsx", args=["key-dates"]) + query)
    assert xlsx.status_code == 200


def report(*arguments):
    out = StringIO()
    call_command("report", "key_dates", *arguments, stdout=out)
    return out.getvalue().splitlines()


def test_the_report_has_all_dates_in_the_columns_that_were_agreed(round, document):
    words = f"{round.vehicle}, round {round.number}"

    assert report("--from=2030-07-10", "--to=2030-07-20", "--format=csv") == [
        "date,kind,subject,who",
        f'2030-07-10,Last day for questions,"{words}",Commissioning team',
        f"2030-07-15,Document expires,Public liability insurance,{document.provider}",
        f'2030-07-20,Round closes,"{words}",Commissioning team',
    ]


def test_a_report_backwards_says_what_is_wrong():
    with pytest.raises(CommandError, match="is before the first"):
        report("--from=2030-07-20", "--to=2030-07-10")
