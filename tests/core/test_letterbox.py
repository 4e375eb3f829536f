"""The letterbox: each notice is one template; each person gets a letter of their own."""

import itertools
import re
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from allauth.account.adapter import get_adapter
from django.conf import settings as hub
from django.db import transaction
from django.db.utils import IntegrityError
from django.template import Context
from django.utils import timezone

from nmiss.base.core import outbox
from nmiss.base.core.letterbox import Addressee, UnknownWord, tell, template_of
from nmiss.base.core.models import AuditEvent, OutboxMessage
from tests.core.test_outbox import Kept, free_port
from tests.factories.accounts import UserFactory

ROOT = Path(hub.BASE_DIR)
TEMPLATES = ROOT / "templates"
LONGEST = 25  # words of a sentence
APPLICATIONS = ("nmiss", "providers", "contracts", "placements", "kpis")
OF_CHILDREN = re.compile(r"child|pupil|identity|initials|birth|\bupn\b|placement", re.IGNORECASE)


def notices():
    paths = (path.relative_to(TEMPLATES) for path in TEMPLATES.rglob("emails/*.txt"))
    return sorted(f"{path.parent.parent}/{path.stem}" for path in paths if path.stem != "letter")


def sources():
    return [path for name in APPLICATIONS for path in (ROOT / name).rglob("*.py")]


class Anything:
    """Stands for every word of a notice: a record, a day, an instant, a number, true or not."""

    is_true = True

    def __getattr__(self, name):
        return self

    def __call__(self, *given):
        return self

    def __bool__(self):
        return self.is_true

    def __str__(self):
        return "7"

    def __format__(self, how):
        return "7"

    def __mod__(self, other):
        return self

    def __lt__(self, other):
        return self.is_true

    def __len__(self):
        return int(self.is_true)

    def __iter__(self):
        return iter([])


class Nothing(Anything):
    is_true = False


# Who has no account is sent one link, once: it stands in no other letter.
WITHOUT_A_LINK = {
    *itertools.product(
        [
            "placements/consultation_closed_by_link",
            "placements/consultation_goes_on_by_link",
            "placements/reply_receipt_by_link",
        ],
        [Anything, Nothing],
    ),
    ("placements/consultation_due", Anything),
}


class AllWords(dict):
    """Knows every name."""

    def __init__(self, kind):
        known = {"product": hub.PRODUCT_NAME, "council": hub.COUNCIL_NAME, "site": hub.SITE_URL}
        known |= {"link": f"{hub.SITE_URL}/a/", "person": UserFactory.build(name="Ada")}
        super().__init__(known)
        self.other = kind()

    def __contains__(self, name):
        return True

    def __missing__(self, name):
        return self.other


def letter_of(notice, kind):
    template, _ = template_of(notice)
    return template.render(Context(AllWords(kind), autoescape=False))


def sentences(text):
    return re.split(r"(?<=[.?!:;])\s+|\n+", text)


def words(sentence):
    return [each for each in sentence.split() if re.search(r"\w", each)]


@pytest.fixture
def person(db):
    return UserFactory(name="Ada Lovelace")


@pytest.fixture
def welsh(settings, tmp_path):
    """A hub with a folder of templates more, in which one notice is translated."""
    folder = tmp_path / "cy" / "accounts" / "emails"
    folder.mkdir(parents=True)
    (folder / "security_changed.txt").write_text(
        "{% load letters %}Eich cyfrif\nHelo {{ person.name }}\n\n{{ site }}/\n\n{{ product }}\n"
    )
    pages = settings.TEMPLATES[0]
    settings.TEMPLATES = [pages | {"DIRS": [tmp_path, *pages["DIRS"]]}]


def sent():
    return [message.payload for message in OutboxMessage.objects.order_by("pk")]


@pytest.mark.parametrize("notice", notices())
class TestEachNotice:
    @pytest.mark.parametrize("kind", [Anything, Nothing])
    def test_has_subject_greeting_link_and_ends_with_the_products_name(self, notice, kind):
        subject, greeting, *lines = letter_of(notice, kind).rstrip().split("\n")

        assert words(subject)
        assert greeting == "Hello Ada"
        leads = any(re.match(rf"{re.escape(hub.SITE_URL)}/\S*$", line) for line in lines)
        assert leads or (notice, kind) in WITHOUT_A_LINK
        assert lines[-2:] == [hub.COUNCIL_NAME, hub.PRODUCT_NAME]

    @pytest.mark.parametrize("kind", [Anything, Nothing])
    def test_is_plain_text_in_short_sentences(self, notice, kind):
        letter = letter_of(notice, kind)

        assert not re.search(r"[<>]|&\w+;", letter)
        long = [each for each in sentences(letter) if len(words(each)) > LONGEST]
        assert not long

    def test_names_no_child(self, notice):
        template, _ = template_of(notice)
        named = re.findall(r'{{(.*?)}}|{% url "\w+:(.*?)%}', template.source)

        # An agreement on a place has a number of its own, which says nothing of a child.
        said = [" ".join(each).replace("placement_agreement_", "") for each in named]
        assert not [each for each in said if OF_CHILDREN.search(each)]

    def test_is_said_by_some_verb(self, notice):
        assert any(f'"{notice}"' in path.read_text() for path in sources())


class TestAllNotices:
    def test_that_are_said_have_their_template(self):
        rooms = "|".join(sorted({notice.rpartition("/")[0] for notice in notices()}))
        said = {
            name
            for path in sources()
            for name in re.findall(rf'"((?:{rooms})/[a-z_]+)"', path.read_text())
        }

        assert said == set(notices())

    def test_leave_by_the_letterbox(self):
        those = {
            path
            for path in sources()
            if re.search(r"^from django.core.mail", path.read_text(), re.M)
        }

        core = ROOT / "nmiss/base/core"
        assert those == {core / "letterbox.py", core / "outbox.py"}

    def test_are_all_that_leaves_of_allauth(self):
        with pytest.raises(NotImplementedError, match="account/email/unknown_account"):
            get_adapter().send_mail("account/email/unknown_account", "a@school.example", {})


@pytest.mark.django_db
class TestTell:
    def test_writes_to_each_person_once_and_alone(self, person):
        other = Addressee("somebody@school.example")

        tell([person, other, person], "accounts/security_changed", what="It changed")

        assert [each["to"] for each in sent()] == [[person.email], [other.email]]
        greetings = [each["body"].partition("\n")[0] for each in sent()]
        assert greetings == ["Hello Ada Lovelace", "Hello"]

    def test_keeps_a_subject_on_one_line(self, person):
        tell([person], "accounts/security_changed", what="Two\r\nBcc: all@school.example")

        (one,) = sent()
        assert one["subject"] == f"Two Bcc: all@school.example: {hub.PRODUCT_NAME}"
        assert one["to"] == [person.email]

    def test_says_what_was_typed_as_it_was_typed(self, person):
        tell([person], "accounts/security_changed", what="A & B's <new> {{ product }}")

        assert "A & B's <new> {{ product }} in" in sent()[0]["body"]

    def test_refuses_a_notice_that_lacks_a_word(self, person):
        with pytest.raises(UnknownWord, match="what"):
            tell([person], "accounts/security_changed")

        assert not sent()

    def test_says_nothing_where_the_cause_is_undone(self, person):
        with transaction.atomic():
            tell([person], "accounts/security_changed", what="It changed")
            transaction.set_rollback(True)

        assert not sent()

    def test_speaks_the_language_of_each(self, person, welsh):
        other = UserFactory(name="Siân Pritchard", language="cy")

        tell([person, other], "accounts/security_changed", what="It changed")
        tell([other], "accounts/new_password_asked_for", link="http://x/", days=3)

        assert [each["headers"]["Content-Language"] for each in sent()] == ["en", "cy", "en"]
        assert sent()[0]["subject"].startswith("It changed")
        assert sent()[1]["subject"] == "Eich cyfrif"
        assert sent()[1]["body"].startswith("Helo Siân Pritchard\n")
        assert sent()[2]["subject"].startswith("Set a new password")

    def test_is_delivered_with_its_language(self, person, settings):
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
        kept = Kept()
        controller = Controller(kept, hostname="127.0.0.1", port=settings.EMAIL_PORT)
        controller.start()
        tell([person], "accounts/security_changed", what="It changed")

        outbox.deliver_due(now=timezone.now())

        controller.stop()
        content = kept.envelopes[0].content
        assert b"\r\nContent-Language: en\r\n" in content
        assert b"\r\nAuto-Submitted: auto-generated\r\n" in content
        assert b"text/plain" in content


@pytest.mark.django_db
class TestLanguages:
    ADDRESS = "/account/"

    def test_are_not_asked_for_where_there_is_one(self, client, person):
        client.force_login(person)

        assert "Language of emails" not in client.get(self.ADDRESS).text

    def test_are_chosen_on_ones_own_account_and_on_record(self, client, person, welsh):
        client.force_login(person)
        page = client.get(self.ADDRESS)
        assert "Cymraeg" in page.text

        answer = client.post(self.ADDRESS, {"language": "cy"})

        assert answer.status_code == 302
        person.refresh_from_db()
        assert person.language == "cy"
        assert AuditEvent.objects.about(person).get(verb="choose_language").given == {
            "language": "cy"
        }

    @pytest.mark.parametrize("language", ["", "fr", "../x"])
    def test_are_those_that_there_are(self, client, person, welsh, language):
        client.force_login(person)

        page = client.post(self.ADDRESS, {"language": language})

        assert "There is a problem" in page.text
        person.refresh_from_db()
        assert person.language == "en"

    def test_are_codes_to_the_database(self, person):
        with pytest.raises(IntegrityError, match="language_is_a_code"):
            type(person).objects.filter(pk=person.pk).update(language="..")
