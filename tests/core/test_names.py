"""What nobody can be called: in every form, in the imports, and in the database."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.forms import CharField
from django.urls import reverse

from contracts.membership.forms import Sign
from kpis.forms import DraftIndicators
from nmiss.base.accounts.models import Role, User
from nmiss.base.core import names
from nmiss.base.core.forms import GovukFilters
from nmiss.base.core.models import OutboxMessage
from nmiss.base.importing.tables import Rejected
from placements.price_forms import PriceVoid
from providers.models import Provider
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderFactory, ProviderMemberFactory

pytestmark = pytest.mark.django_db

GOOD = [
    *("Ada Lovelace", "Zoë Łukasz-Nguyễn", "J.R.R. Tolkien", "St. John’s School Ltd", "St.Mary's"),
    *("O'Brien & Co. Ltd", "عائشة خان", "李小龙", "A.B. Care Ltd", "24/7 Care (Kent) Ltd"),
]
HIDDEN = [
    *(
        "Ada\r\nBcc: x",
        "Ada\nLovelace",
        "Ada\tLovelace",
        "Ada\u2028L",
        "Ada\x85L",
        "Ada\u202eecalevoL",
    ),
    *(
        "Ada\u200bLovelace",
        "Ada\u2060L",
        "\ufeffAda",
        "Ada\u00adL",
        "Ada\u200dL",
        "Ada\u2067L",
        "Ada\u3164",
    ),
]
ADDRESSES = ["ada@council.example", "Ada <ada@x>", "Ada ＠ Kent"]
LINKS = [
    *("https://evil.example/x", "Ada http://x", "www.evil", "Visit evil.com", "Visit EVIL.co.uk."),
    *("bit.ly/x", "evil．com", "javascript:alert(1)", "192.168.0.1", "good.school"),
]
BAD = (
    [(name, names.HIDDEN) for name in HIDDEN]
    + [(name, names.ADDRESS) for name in ADDRESSES]
    + [(name, names.LINK) for name in LINKS]
    + [("...", names.NO_LETTERS)]
)


@pytest.mark.parametrize("name", GOOD)
def test_somebody_may_be_called(name):
    assert names.what_is_wrong_with_who(name) == ""
    assert UserFactory(name=name).name == ProviderFactory(name=name).name == name


@pytest.mark.parametrize(("name", "words"), BAD)
def test_nobody_is_called(name, words):
    with pytest.raises(ValidationError, match=words[:30]):
        names.is_of_somebody(name)
    for model in (User, Provider):
        with pytest.raises(ValidationError, match=words[:30]):
            model._meta.get_field("name").run_validators(name)


@pytest.mark.parametrize("name", ["a-" * 200_000, "a" + "\u0315\u0300" * 200_000, "x." * 200_000])
def test_a_name_without_end_is_not_looked_at(name):
    """Each of these would take hours, and the test with it: the work grows by the square."""
    assert names.what_is_wrong_with_who(name) == names.TOO_LONG
    assert "name" in Sign({"name": name, "capacity": "Owner", "confirm": "on"}).errors


@pytest.mark.parametrize("name", [*HIDDEN, "ada@council.example", "https://x", "WWW.evil"])
def test_the_database_refuses(name):
    for make in (UserFactory, ProviderFactory):
        with pytest.raises(IntegrityError, match="name_is_of_somebody"), transaction.atomic():
            make(name=name)


@pytest.mark.parametrize("name", ["Ada\u202eL", "Visit evil.com", "Ada\r\nBcc: b@x.example"])
class TestWhereverANameIsGiven:
    def test_to_a_colleague(self, client, name):
        client.force_login(UserFactory(role=Role.ADMINISTRATOR))
        given = {"name": name, "email": "new@council.example", "role": "finance"}

        page = client.post(reverse("accounts:person_invite"), given).text

        assert names.what_is_wrong_with_who(name) in page
        assert not User.objects.filter(email="new@council.example").exists()

    def test_to_a_person_of_a_provider(self, client, name):
        member = ProviderMemberFactory()
        client.force_login(member.user)
        given = {"name": name, "email": "new@school.example", "role": "viewer"}
        address = reverse("providers:provider_person_invite", args=[member.provider_id])

        page = client.post(address, given).text

        assert names.what_is_wrong_with_who(name) in page
        assert not OutboxMessage.objects.exists()

    def test_by_the_operator(self, name):
        people = ("a@council.example", name, "b@council.example", "Grace Hopper")
        with pytest.raises(CommandError, match=names.what_is_wrong_with_who(name)[:20]):
            call_command("invite_administrator", *people)

        assert not User.objects.exists()

    def test_under_an_agreement(self, name):
        form = Sign({"name": name, "capacity": name, "confirm": "on"})

        assert form.errors.keys() == {"name", "capacity"}

    def test_in_the_table_of_members(self, name, take_schools, take_members):
        take_schools({})

        with pytest.raises(Rejected) as refusal:
            take_members({"provider_name": name})

        assert [fault.column for fault in refusal.value.faults] == ["provider_name"]
        assert not Provider.objects.exists()


@pytest.mark.parametrize(
    "line", ["a\r\nBcc: x@example.org", "\u202eabc", "a\ufffdb", "a\x07b", "\ufeff", "\u3164"]
)
def test_a_line_that_is_kept_is_one_line_that_can_be_read(line):
    """In every form: the name of a version of the indicators stands for all."""
    form = DraftIndicators({"version": line, "valid_from": "2031-09-01"})

    assert form.errors["version"]


@pytest.mark.parametrize("line", ["2031-09", "Żółć", "O'Brien", "عائشة", "a\u00adb"])
def test_what_people_write_is_a_line(line):
    assert "version" not in DraftIndicators({"version": line}).errors


@pytest.mark.parametrize("text", ["\ufeff", "\u200b \u3164", "\u2800"])
def test_a_reason_can_be_read(text):
    assert PriceVoid({"reason": text}).errors["reason"] == [names.NOTHING_SEEN]
    assert "reason" not in PriceVoid({"reason": "Two lines,\nboth read."}).errors


@pytest.mark.parametrize("turned", ["\u202e", "\u2066", "\u200f"])
def test_no_text_is_read_the_other_way(turned):
    assert PriceVoid({"reason": f"Paid {turned}twice."}).errors["reason"] == [names.TURNED]


def test_a_search_may_hold_whatever_was_pasted():
    class Search(GovukFilters):
        name = CharField()

    assert Search({"name": "CT1\u200b 2AB\u202e"}).is_valid()
