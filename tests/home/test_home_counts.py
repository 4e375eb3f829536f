"""How often a landing page asks the database, and how many tasks it says there are."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from contracts.models import Clarification, EarlyEvaluation
from nmiss.base.accounts import landing
from nmiss.base.accounts.models import Role, User
from tests.factories.accounts import UserFactory
from tests.factories.contracts import received, the_dps
from tests.factories.evaluating import assigned
from tests.factories.joining import decided, signed
from tests.factories.providers import ProviderMemberFactory
from tests.seen import seen

pytestmark = pytest.mark.django_db
MOST = 15  # queries of a landing page


def one_to_open_and_one_to_answer():
    EarlyEvaluation.decide(received(), by=UserFactory(), reason="It would be late.")
    asker = ProviderMemberFactory()
    Clarification.ask(asker.provider, the_dps(), by=asker.user, question="Which lot?")


def test_an_officer_s_page_asks_rarely_and_no_more_for_more_tasks(client):
    officer = UserFactory(role=Role.OFFICER)
    client.force_login(officer)
    assigned(people=[officer, UserFactory(role=Role.OFFICER)])
    decided()
    signed()
    one_to_open_and_one_to_answer()
    client.get("/")  # what is kept for a while is kept now

    def asked():
        with CaptureQueriesContext(connection) as found:
            board = client.get("/").context_data["board"]
        return len(found), [task.words.split(":")[0] for task in board.tasks]

    few, words = asked()
    one_to_open_and_one_to_answer()
    again, more = asked()

    assert {"Score 6 questions", "Open with a second officer", "Countersign 1 agreement"} < {*words}
    assert len(more) == len(words) + 2
    assert again == few <= MOST


class TestMoreThanFit:
    @pytest.fixture
    def page(self, client):
        """An administrator's, after 17 invitations have expired."""
        client.force_login(UserFactory(role=Role.ADMINISTRATOR))
        for number in range(landing.MOST + 2):
            UserFactory(name=f"Person {number:02}", joined_at=None, is_active=False)
        return seen(client.get("/?all=yes"))

    def test_says_how_many_there_are_and_leads_to_all(self, client, page):
        words = "See all 17 people whose invitation expired"

        assert "To do (17)" in page.headings
        assert "Tasks (17)" in page.headings
        assert "Invite Person 14 again: the invitation expired" in page.links
        assert "Invite Person 15 again: the invitation expired" not in page.links
        assert page.links[words] == reverse("accounts:person_list")
        assert "Person 15" in client.get(page.links[words]).text
        assert User.objects.filter(joined_at=None).count() == 17


def test_what_is_left_out_may_be_overdue():
    today = datetime.date(2026, 11, 23)
    late = landing.Task("Late", "/", today - datetime.timedelta(days=1), is_legal=True)

    *shown, rest = landing.with_rest([late, late], 5, many="more", all_at="/all/")

    assert shown == [late, late]
    assert (rest.words, rest.link) == ("See all 5 more", "/all/")
    assert (rest.count, rest.is_legal) == (3, True)
    assert rest.may_hide_overdue(today)
    assert not rest.may_hide_overdue(late.on)
    assert landing.with_rest([late], 1, many="more", all_at="/all/") == [late]
