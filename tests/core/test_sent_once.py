"""Forms that are sent twice, changed, too late, or without their token."""

import datetime
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core import signing
from django.db import connection
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from contracts.models import Clarification
from nmiss.base.accounts.models import Invitation, Role, User
from nmiss.base.core import form_tokens, tasks
from nmiss.base.core.day_fields import EARLIEST
from nmiss.base.core.models import AuditEvent, NonWorkingDay, SentForm
from nmiss.urls import SIGNING_IN
from tests.factories.accounts import UserFactory
from tests.factories.applying import applicant, filled
from tests.factories.contracts import the_dps
from tests.tokens import send, token_for

QUESTION = "May a school of another county apply?\r\nWe have one."


@pytest.fixture
def asking(client, db):
    """An owner at the form of a question: the client, the address and what is filled in."""
    _, owner = applicant()
    client.force_login(owner)
    path = reverse("contracts:clarification_ask", args=[the_dps().pk])
    return client, path, {"question": QUESTION, "form_token": token_for(client, path)}


def words(page):
    return " ".join(page.content.decode().split())


def text_of(page, name):
    found = re.search(
        rf'<textarea name="{name}"[^>]*>\n?(.*?)</textarea>', page.content.decode(), re.S
    )
    return found[1]


def token_on(page):
    return re.search(r'name="form_token" value="([^"]+)"', page.content.decode())[1]


class TestTheSameTwice:
    def test_is_done_once_and_shows_what_came_of_the_first(self, asking):
        client, path, form = asking

        first, second = send(client, path, form), send(client, path, form)

        assert Clarification.objects.count() == 1
        assert second["Location"] == first["Location"] == reverse("contracts:clarifications")
        assert words(client.get(second["Location"])).count("Your question is sent.") == 1

    def test_is_told_of_it_where_the_first_page_was_never_seen(self, asking):
        client, path, form = asking
        client.get(send(client, path, form)["Location"])

        again = client.get(send(client, path, form)["Location"])

        assert "Your question is sent." in words(again)

    def test_is_done_after_all_where_the_first_broke(self, asking, monkeypatch):
        """With what it had written before it broke taken back, and its token good again."""
        client, path, form = asking
        client.raise_request_exception = False

        def break_down(*_, **__):
            NonWorkingDay.objects.create(day=EARLIEST, reason="Half of a verb")
            raise RuntimeError

        with monkeypatch.context() as broken:
            broken.setattr(Clarification, "ask", break_down)
            assert send(client, path, form).status_code == 500
        assert not NonWorkingDay.objects.filter(day=EARLIEST).exists()

        assert send(client, path, form).status_code == 302
        assert Clarification.objects.count() == 1

    def test_is_asked_for_again_where_it_gave_way_to_another(self, asking, monkeypatch):
        client, path, form = asking

        def give_way(*_, **__):
            with connection.cursor() as cursor:
                cursor.execute("DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$")

        with monkeypatch.context() as met:
            met.setattr(Clarification, "ask", give_way)
            page = send(client, path, form)

        assert page.status_code == 200
        assert "yours is not saved" in words(page)
        assert text_of(page, "question") == QUESTION
        assert send(client, path, form | {"form_token": token_on(page)}).status_code == 302

    def test_may_be_put_right_first_where_something_was_wrong(self, asking):
        client, path, form = asking
        assert "Enter your question" in words(send(client, path, form | {"question": ""}))

        assert send(client, path, form).status_code == 302


class TestAnotherContent:
    def test_under_a_used_token_brings_the_form_with_its_text(self, asking):
        client, path, form = asking
        send(client, path, form)

        page = send(client, path, form | {"question": "Changed <b>text</b>"})

        assert Clarification.objects.count() == 1
        assert text_of(page, "question") == "Changed &lt;b&gt;text&lt;/b&gt;"
        assert "You have sent this form before" in words(page)

    def test_is_taken_when_it_is_sent_from_there(self, asking):
        client, path, form = asking
        send(client, path, form)
        page = send(client, path, form | {"question": "Changed"})

        send(client, path, {"question": "Changed", "form_token": token_on(page)})

        assert Clarification.objects.count() == 2


def _of_another_form(client, path):
    return token_for(client, "/providers/")


def _too_old(client, path):
    with pytest.MonkeyPatch.context() as patch:
        later = signing.time.time() - form_tokens.GOOD_FOR.total_seconds() - 5
        patch.setattr(signing.time, "time", lambda: later)
        return token_for(client, path)


BAD = {
    "none": lambda client, path: "",
    "made up": lambda client, path: "1..abc:1tq:xyz",
    "changed": lambda client, path: token_for(client, path).replace(".", "1.", 1),
    "of another form": _of_another_form,
    "too old": _too_old,
    "with NUL": lambda client, path: "\0",
}


class TestWithoutAGoodToken:
    @pytest.mark.parametrize("bad", BAD)
    def test_the_form_comes_again_with_its_text(self, asking, bad):
        client, path, form = asking

        page = send(client, path, form | {"form_token": BAD[bad](client, path)})

        assert page.status_code == 200
        assert not Clarification.objects.exists()
        assert text_of(page, "question").replace("\r", "") == QUESTION.replace("\r", "")
        assert "Nothing is saved yet." in words(page)
        assert form_tokens.read(token_on(page), path)

    def test_without_its_field_at_all_too(self, asking):
        client, path, _ = asking

        assert text_of(send(client, path, {"question": "Why?"}), "question") == "Why?"

    def test_nothing_of_somebody_elses_form_is_shown(self, asking):
        client, path, form = asking
        client.force_login(applicant()[1])

        page = send(client, path, form)

        assert not Clarification.objects.exists()
        assert "another county" not in words(page)

    def test_ticks_and_choices_are_kept(self, client, db):
        client.force_login(UserFactory(role=Role.ADMINISTRATOR))
        given = {"name": "Ada Lovelace", "email": "ada@council.example", "role": Role.AUDITOR}

        page = words(send(client, reverse("accounts:person_invite"), given))

        assert 'value="Ada Lovelace"' in page
        assert re.search(r'value="auditor"[^>]* checked', page)
        assert not Invitation.objects.exists()

    def test_a_decision_is_asked_for_again(self, client, db):
        person = UserFactory()
        client.force_login(UserFactory(role=Role.ADMINISTRATOR))

        page = send(client, reverse("accounts:person_close", args=[person.pk]), {})

        assert (page.status_code, User.objects.get(pk=person.pk).is_active) == (200, True)
        assert "Close the account" in words(page)

    def test_a_button_leads_back_to_its_page(self, client, db):
        _, owner = applicant()
        client.force_login(owner)
        path = reverse("contracts:tender_watch", args=[the_dps().pk])
        tenders = reverse("contracts:tender_list")

        back = send(client, path, {}, headers={"Referer": f"http://testserver{tenders}?a=1"})
        astray = send(client, path, {}, headers={"Referer": "https://elsewhere.example/x"})
        slashes = send(client, path, {}, headers={"Referer": "http://testserver//evil.example/x"})

        assert (back["Location"], astray["Location"]) == (f"{tenders}?a=1", reverse("home:home"))
        assert slashes["Location"] == "/evil.example/x"
        assert "press the button again" in words(client.get(tenders))

    def test_a_visitors_form_asks_again_too(self, client, db):
        page = send(client, reverse("account_reset_password"), {"email": "ada@council.example"})

        assert 'value="ada@council.example"' in words(page)

    def test_a_password_is_never_shown_again(self, client, db):
        client.force_login(UserFactory())
        given = {"oldpassword": "a secret of mine", "password1": "another one", "password2": "x"}

        page = words(send(client, reverse("account_change_password"), given))

        assert "a secret of mine" not in page
        assert "another one" not in page


class TestARefusal:
    def test_stays_on_record_and_frees_the_token(self, client, db):
        sealed = filled()
        officer = UserFactory()
        client.force_login(officer)
        path = reverse("contracts:application_section", args=[sealed.pk, "insurance"])

        answer = send(client, path, {"form_token": token_for(client, path)})

        assert answer.status_code == 403
        assert AuditEvent.objects.filter(verb="try_to_read_sealed", actor_id=officer.pk).exists()
        assert not SentForm.objects.exists()


class TestSigningIn:
    def test_takes_a_form_without_a_token(self, client, db):
        person = UserFactory()

        answer = send(
            client,
            reverse("account_login"),
            {"login": person.email, "password": "correct horse battery staple"},
        )

        assert answer["Location"] == reverse("home:home")


class TestForgetting:
    def test_leaves_what_could_still_be_sent_again(self, db):
        now = timezone.now()
        for number, hours in (("old", 49), ("new", 25)):
            SentForm.objects.create(token=number, sent_at=now - datetime.timedelta(hours=hours))

        tasks.forget_sent_forms()

        assert [row.token for row in SentForm.objects.all()] == ["new"]


def _leaves(patterns):
    for each in patterns:
        if isinstance(each, URLPattern):
            yield each
        else:
            yield from _leaves(each.url_patterns)


def test_every_address_is_guarded():
    unguarded = {
        each.name
        for each in _leaves(get_resolver().url_patterns)
        if not getattr(each.callback, "is_sent_once", False)
    }

    assert unguarded == SIGNING_IN


FORM = re.compile(r'<form\b[^>]*method="post"[^>]*>.*?</form>', re.S)
TEMPLATES = sorted((Path(settings.BASE_DIR) / "templates").rglob("*.html"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_form_carries_its_token_and_drops_a_second_click(template):
    for form in FORM.findall(template.read_text()):
        if "account_logout" in form:
            continue
        action = re.search(r'action="\{\{ (\w+) \}\}"', form)
        assert f"{{% csrf_token{f' {action[1]}' if action else ''} %}}" in form
        assert bool(action) == ("action=" in form)
        for button in re.findall(r"<button[^>]*>", form):
            assert 'data-module="govuk-button"' in button
            assert 'data-prevent-double-click="true"' in button


def test_crispy_writes_both_too(asking):
    client, path, _ = asking
    page = words(client.get(path))

    assert form_tokens.read(token_on(client.get(path)), path)
    assert page.count('data-prevent-double-click="true"') == 1
