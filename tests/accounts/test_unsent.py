"""What a session sends that has ended is kept for its person, and for nobody else."""

import datetime
import json
import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contracts.applications import sealing
from contracts.models import Clarification
from nmiss.base.accounts import tasks, unsent
from nmiss.base.accounts.models import KnownSession, UnsentForm, UnsentText
from nmiss.base.core import form_tokens
from tests.factories.accounts import UserFactory
from tests.factories.applying import applicant, filled
from tests.factories.contracts import received, the_dps
from tests.factories.providers import ProviderMemberFactory
from tests.signed_in import let_time_pass
from tests.tokens import send, token_for

QUESTION = "May a school of another county apply?"


def words(page):
    return " ".join(page.content.decode().split())


def token_on(page):
    return re.search(r'name="form_token" value="([^"]+)"', page.content.decode())[1]


def texts():
    """What is kept, as the database's owner would have to decrypt it."""
    with transaction.atomic():
        found = []
        for form in UnsentForm.objects.select_related("user"):
            with sealing.acting_for(form.user):
                found += [json.loads(text.sent) for text in UnsentText.objects.filter(form=form)]
        return found


class Asking:
    """An owner with the form of a question open."""

    def __init__(self, client):
        self.client = client
        self.provider, self.owner = applicant()
        client.force_login(self.owner)
        self.path = reverse("contracts:clarification_ask", args=[the_dps().pk])
        self.form = {"question": QUESTION, "form_token": token_on(client.get(self.path))}

    def end(self):
        Session.objects.all().delete()

    def send(self, **given):
        return send(self.client, self.path, self.form | given)

    def come_back(self, person=None):
        self.client = Client()
        self.client.force_login(person or self.owner)
        return self.client


@pytest.fixture
def asking(client, db):
    return Asking(client)


def _runs_out(asking):
    Session.objects.update(expire_date=timezone.now() - datetime.timedelta(minutes=1))


def _signs_out_elsewhere(asking):
    """The browser throws its cookies away, and then sends a form that is still open."""
    other = Client()
    other.cookies = asking.client.cookies
    send(other, reverse("account_logout"), {})
    asking.client = Client()


ENDINGS = {
    "deleted": lambda asking: asking.end(),
    "run out": _runs_out,
    "signed out in another tab": _signs_out_elsewhere,
    "ended with all of the person's": lambda asking: asking.owner.end_sessions(),
}


class TestASessionThatEnded:
    @pytest.mark.parametrize("ending", ENDINGS)
    def test_loses_nothing_that_was_typed(self, asking, ending):
        ENDINGS[ending](asking)

        answer = asking.send()
        page = asking.come_back().get(asking.path)

        assert answer["Location"].startswith(reverse("account_login"))
        assert not Clarification.objects.exists()
        assert f">\n{QUESTION}</textarea>" in page.content.decode()
        assert "This form is not sent yet." in words(page)
        assert form_tokens.read(token_on(page), asking.path)

    def test_has_its_form_sent_and_forgotten_by_its_person_alone(self, asking):
        asking.end()
        asking.send()
        client = asking.come_back()

        page = client.get(asking.path)
        answer = send(client, asking.path, asking.form | {"form_token": token_on(page)})

        assert answer.status_code == 302
        assert Clarification.objects.get().question == QUESTION
        assert not UnsentForm.objects.exists()
        assert QUESTION not in words(client.get(asking.path))

    def test_is_told_of_it_on_whichever_page_comes_first(self, asking):
        asking.end()
        asking.send()

        page = words(asking.come_back().get(reverse("home:home")))

        assert "We kept a form that you had not sent" in page
        assert f'href="{asking.path}"' in page

    def test_is_known_by_its_cookie_where_the_form_has_no_token(self, asking):
        asking.end()
        asking.send(form_token="")

        assert QUESTION in words(asking.come_back().get(asking.path))

    def test_gives_nothing_to_another_person(self, asking):
        asking.end()
        asking.send()
        colleague = ProviderMemberFactory(provider=asking.provider).user

        client = asking.come_back(colleague)

        assert "We kept a form" not in words(client.get(reverse("home:home")))
        assert QUESTION not in words(client.get(asking.path))

    def test_is_forgotten_after_a_day(self, asking):
        asking.end()
        before = timezone.now() - datetime.timedelta(days=1, minutes=5)
        KnownSession.objects.update(seen_at=before)

        asking.send()

        assert not UnsentForm.objects.exists()


class TestWhatIsNotKept:
    def test_is_what_a_session_sends_that_nobody_knows(self, asking):
        asking.end()
        KnownSession.objects.all().delete()
        asking.send()
        asking.client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
        asking.send(form_token="")

        assert not UnsentForm.objects.exists()

    def test_is_what_is_longer_than_200_kilobytes(self, asking):
        asking.end()
        asking.send(question="x" * (unsent.LARGEST + 1))

        assert not UnsentForm.objects.exists()

    def test_are_passwords_files_and_tokens(self, asking):
        asking.end()
        asking.send(
            password="a secret of mine",
            password1="another",
            csrfmiddlewaretoken="t" * 64,
            file=SimpleUploadedFile("a.txt", b"the content of a file"),
        )

        assert texts() == [{"question": [QUESTION]}]

    def test_is_any_form_about_signing_in(self, client, db):
        client.force_login(UserFactory())
        path = reverse("account_change_password")
        client.get(path)
        Session.objects.all().delete()

        send(client, path, {"oldpassword": "a secret", "form_token": token_for(client, path)})

        assert not UnsentForm.objects.exists()

    def test_is_more_than_twenty_forms_of_one_person(self, asking):
        asking.end()
        for number in range(unsent.MOST + 3):
            send(asking.client, f"{asking.path}?number={number}", asking.form)

        assert UnsentForm.objects.count() == unsent.MOST
        assert UnsentForm.objects.filter(address__endswith="number=22").exists()


class TestKeptText:
    def test_is_encrypted(self, asking):
        asking.end()
        asking.send()

        with transaction.atomic(), sealing.acting_for(asking.owner), connection.cursor() as cursor:
            cursor.execute("SELECT sent FROM accounts_unsenttext")
            (kept,) = cursor.fetchone()

        assert "school" not in kept
        assert kept.startswith("gAAAA")

    def test_lies_behind_the_wall_of_the_seal(self, asking):
        asking.end()
        asking.send()
        colleague = ProviderMemberFactory(provider=asking.provider).user

        seen = {}
        for who, wall in (
            ("nobody", None),
            ("a colleague", colleague),
            ("an officer", UserFactory()),
            ("its author", asking.owner),
        ):
            with transaction.atomic():
                if wall is None:
                    seen[who] = UnsentText.objects.count()
                else:
                    with sealing.acting_for(wall):
                        seen[who] = UnsentText.objects.count()

        assert seen == {"nobody": 0, "a colleague": 0, "an officer": 0, "its author": 1}

    def test_of_a_sealed_form_comes_back_to_its_author(self, client, db):
        draft = filled()
        client.force_login(draft.started_by)
        path = reverse("contracts:application_section", args=[draft.pk, "quality-11"])
        form = {"text": "A new answer of ours.", "revision": "1"}
        form["form_token"] = token_on(client.get(path))
        Session.objects.all().delete()
        send(client, path, form)

        client.force_login(draft.started_by)

        assert ">\nA new answer of ours.</textarea>" in client.get(path).content.decode()

    def test_goes_with_its_day(self, asking):
        asking.end()
        asking.send()
        UnsentForm.objects.update(kept_at=timezone.now() - datetime.timedelta(hours=25))

        shown = words(asking.come_back().get(asking.path))
        tasks.tidy_up()

        assert QUESTION not in shown
        assert not UnsentForm.objects.exists()
        with transaction.atomic(), sealing.acting_for(asking.owner):
            assert not UnsentText.objects.exists()


class TestAFormThatDjangoTakesForForged:
    """Because somebody signed in again in another tab: its token is of the session before."""

    def test_is_shown_again_to_its_person(self, db):
        asking = Asking(Client(enforce_csrf_checks=True))

        answer = asking.send(csrfmiddlewaretoken="a" * 64)

        assert answer["Location"] == asking.path
        page = asking.client.get(asking.path)
        assert QUESTION in words(page)
        assert "This form is not sent yet." in words(page)

    def test_waits_until_its_person_has_signed_in(self, db):
        asking = Asking(Client(enforce_csrf_checks=True))
        _signs_out_elsewhere(asking)
        asking.client = Client(enforce_csrf_checks=True)

        answer = asking.send()

        assert answer["Location"] == f"{reverse('account_login')}?next={asking.path}"
        assert QUESTION in words(asking.come_back().get(asking.path))

    def test_is_not_shown_to_somebody_else(self, db):
        asking = Asking(Client(enforce_csrf_checks=True))
        colleague = ProviderMemberFactory(provider=asking.provider).user
        asking.client.force_login(colleague)

        answer = asking.send(csrfmiddlewaretoken="a" * 64)

        assert answer.status_code == 403
        assert QUESTION not in words(asking.client.get(asking.path))
        assert QUESTION in words(asking.come_back().get(asking.path))

    def test_is_kept_for_nobody_without_a_token_of_ours(self, db):
        asking = Asking(Client(enforce_csrf_checks=True))

        answer = asking.send(form_token="", csrfmiddlewaretoken="a" * 64)

        assert answer.status_code == 403
        assert not UnsentForm.objects.exists()


class TestAFormThatAsksForTheSecondFactorFirst:
    def test_comes_back_with_its_text_once_that_was_shown(self, client, db):
        application = received()
        client.force_login(UserFactory())
        path = reverse("contracts:application_evaluate_now", args=[application.pk])
        form = {"reason": "It would go red.", "form_token": token_for(client, path)}
        let_time_pass(client, minutes=600)

        answer = send(client, path, form)
        let_time_pass(client, minutes=-600)
        page = client.get(path)

        assert answer["Location"] == reverse("mfa_index")
        assert ">\nIt would go red.</textarea>" in page.content.decode()
        assert send(client, path, form).status_code == 302, "its token was not used up"


class TestTheListOfThem:
    def test_is_on_ones_account_with_the_way_to_each(self, asking):
        asking.end()
        asking.send()
        client = asking.come_back()

        page = client.get(reverse("accounts:own_account"))

        assert "You have text that is not saved" in page.text
        assert f'href="{asking.path}"' in page.text

    def test_is_emptied_by_hand(self, asking):
        asking.end()
        asking.send()
        client = asking.come_back()
        kept = UnsentForm.objects.get()

        client.post(reverse("accounts:unsent_delete", args=[kept.pk]))

        assert not UnsentForm.objects.exists()
        assert not UnsentText.objects.exists()
        assert "not saved" not in client.get(reverse("accounts:own_account")).text

    def test_is_nobody_elses(self, asking):
        asking.end()
        asking.send()
        kept = UnsentForm.objects.get()
        colleague = ProviderMemberFactory(provider=asking.provider).user
        UnsentForm.objects.create(user=colleague, address="/theirs/", kept_at=timezone.now())
        client = asking.come_back(colleague)

        page = client.get(reverse("accounts:own_account"))

        assert 'href="/theirs/"' in page.text
        assert f'href="{asking.path}"' not in page.text
        assert client.post(reverse("accounts:unsent_delete", args=[kept.pk])).status_code == 404
        assert UnsentForm.objects.filter(pk=kept.pk).exists()


@pytest.mark.parametrize("page", ["application_tasks", "application_check", "application_declare"])
def test_an_application_is_not_sent_without_a_word_of_text_that_was_kept(client, db, page):
    draft = filled()
    owner = draft.started_by
    client.force_login(owner)
    section = reverse("contracts:application_section", args=[draft.pk, "insurance"])
    form = {"insurer": "Another insurer", "form_token": token_for(client, section)}
    client.get(section)
    Session.objects.all().delete()
    send(client, section, form)
    client = Client()
    client.force_login(owner)

    shown = client.get(reverse(f"contracts:{page}", args=[draft.pk]))

    assert "You have text that is not saved" in shown.text
    assert f'href="{section}"' in shown.text
