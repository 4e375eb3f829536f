"""The letter about an extension: who gets it, what is replied and asked, and what follows."""

import io

import pypdf
import pytest
from django.db import DatabaseError, connection
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements import extending
from contracts.membership import extension_letters, home
from contracts.models import ExtensionLetter, ExtensionOption, Membership, Reply
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.ownership import as_owner
from tests.factories.accounts import UserFactory
from tests.factories.extending import DAY, a_member, letters_sent
from tests.factories.providers import ProviderMemberFactory
from tests.outbox import messages
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db
WHY = "We sell the site next summer."


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def of(option, owner):
    return option.letters.get(provider__members__user=owner)


def page(name, letter):
    return reverse(f"contracts:{name}", args=[letter.pk])


class TestTheLetter:
    def test_goes_to_each_provider_with_a_member_and_says_what_it_must(self, client):
        option, (one, other) = letters_sent(first_day=40, members=2, answer_by=timezone.localdate())
        letter = of(option, one)
        client.force_login(one)

        there = client.get(page("extension_letter_pdf", letter))

        words = pypdf.PdfReader(io.BytesIO(b"".join(there.streaming_content))).pages[0]
        words = " ".join(words.extract_text().split())
        assert str(letter.provider) in words
        assert f"from {option.starts_on:%-d %B %Y} to {option.ends_on:%-d %B %Y}" in words
        assert f"{letter.provider.schools.get()}, Lot 1" in words
        assert str(of(option, other).provider) not in words
        assert len(messages(to=one.email)) == 1

    def test_goes_to_who_joins_later_and_to_no_one_twice(self):
        option, _ = letters_sent(first_day=40)
        late = a_member(option, admitted_on=timezone.localdate())
        a_member(option, left_on=timezone.localdate())  # gone before the term ends

        extension_letters.send_missing(timezone.localdate())
        extension_letters.send_missing(timezone.localdate())

        assert option.letters.count() == 2
        assert of(option, late).answer_by == timezone.localdate() + 14 * DAY

    def test_is_its_own_provider_s_alone(self, client):
        option, (one, other) = letters_sent(first_day=40, members=2)
        client.force_login(other)

        assert client.get(page("extension_letter", of(option, one))).status_code == 404

    def test_is_chased_until_there_is_a_reply(self):
        _, (one, other) = letters_sent(
            first_day=40, members=2, answer_by=timezone.localdate() + 7 * DAY
        )
        ExtensionLetter.objects.get(provider__members__user=other).accept(by=other)
        in_time, late = (timezone.now() + days * DAY for days in (6, 8))

        told = [remind_of("extension letter", at) for at in (in_time, in_time, late)]

        assert told == [1, 0, 1]
        assert len(messages(to=one.email, subject="Your reply to the extension")) == 2


class TestTheReply:
    def test_is_given_and_changed_on_a_page(self, client):
        option, (owner,) = letters_sent(first_day=40)
        letter = of(option, owner)
        client.force_login(owner)
        there = page("extension_reply", letter)
        refused = client.post(there, {"reply": "declined"})
        assert "Enter why you decline" in refused.content.decode()

        client.post(there, {"reply": "declined", "reason": WHY})
        client.post(there, {"reply": "accepted"})

        letter.refresh_from_db()
        assert (letter.status, letter.answered_by) == (Reply.ACCEPTED, owner)
        assert letter.reason == ""

    def test_by_letter_is_recorded_with_how_it_came(self, client, officer):
        option, (owner,) = letters_sent(first_day=40)
        client.force_login(officer)
        there = page("extension_reply", of(option, owner))
        given = {"reply": "declined", "reason": WHY}
        assert "Enter how the reply came" in client.post(there, given).content.decode()

        client.post(there, given | {"source": "A letter of 3 June"})

        letter = of(option, owner)
        assert (letter.status, letter.source) == (Reply.DECLINED, "A letter of 3 June")

    def test_is_an_owner_s(self, client):
        option, (owner,) = letters_sent(first_day=40)
        letter = of(option, owner)
        editor = ProviderMemberFactory(provider=letter.provider, role="editor").user

        with pytest.raises(NotAllowedNow, match="Only an owner"):
            letter.accept(by=editor)
        with pytest.raises(DatabaseError, match="An owner replies"), acting_for(editor):
            ExtensionLetter.objects.update(
                status="accepted", answered_by=editor, answered_at=timezone.now()
            )

    def test_after_the_day_is_refused_with_a_sentence_and_by_the_database(self, client):
        option, (owner,) = letters_sent()
        letter = of(option, owner)
        extending.take_effect(option, by=None)
        client.force_login(owner)

        answer = client.post(page("extension_reply", letter), {"reply": "accepted"})

        assert answer.status_code == 409
        assert "replies are no longer taken" in answer.content.decode()
        facts = {"status": "accepted", "answered_by": owner, "answered_at": timezone.now()}
        with (
            pytest.raises(DatabaseError, match="between the notice and the extension"),
            acting_for(owner),
        ):
            ExtensionLetter.objects.update(**facts)

    def test_past_its_last_day_is_refused(self):
        option, (owner,) = letters_sent(first_day=3)
        letter, later = of(option, owner), timezone.now() + 3 * DAY

        facts = {"status": "accepted", "answered_by": owner, "answered_at": timezone.now()}
        with clock.at(later):
            with pytest.raises(NotAllowedNow, match="The last day for replies was"):
                letter.accept(by=owner)
            with pytest.raises(DatabaseError, match="time to reply is over"), acting_for(owner):
                ExtensionLetter.objects.update(**facts)

    def test_cannot_come_by_another_in_the_database(self, as_web):
        with as_owner(connection):
            _, (owner,) = letters_sent(first_day=40)

        with pytest.raises(DatabaseError, match="does it in person"):
            ExtensionLetter.objects.update(
                status="accepted", answered_by=owner, answered_at=timezone.now()
            )


class TestTheQuestion:
    def test_is_answered_by_the_council(self, client, officer):
        option, (owner,) = letters_sent(first_day=40)
        letter = of(option, owner)
        client.force_login(owner)
        client.post(page("extension_ask", letter), {"words": "Do fees go up?"})
        (task,) = read([home._extension_questions(officer, timezone.localdate())])
        client.force_login(officer)

        client.post(task.link, {"answer": "By a fee request alone."})

        assert messages(to=owner.email, holding="By a fee request alone.")
        assert (
            "By a fee request alone."
            in client.get(page("extension_letter", letter)).content.decode()
        )
        again = client.post(task.link, {"answer": "And again."})
        assert again.status_code == 409


class TestTheDay:
    def test_ends_the_memberships_of_who_declined_and_no_other(self):
        option, (leaving, staying, silent) = letters_sent(members=3)
        of(option, leaving).decline(by=leaving, reason=WHY)
        of(option, staying).accept(by=staying)

        extending.take_effect(option, by=None)

        ends = dict(Membership.objects.values_list("provider__members__user", "left_on"))
        assert ends == {
            leaving.pk: option.starts_on - DAY,
            staying.pk: None,
            silent.pk: None,
        }
        gone = Membership.objects.get(left_on__isnull=False)
        assert (gone.leaving, gone.leaving_reason) == ("exited", WHY)
        assert Membership.objects.on(option.starts_on).count() == 2

    def test_is_refused_by_the_database_while_who_declined_stays(self):
        option, (owner,) = letters_sent()
        of(option, owner).decline(by=owner, reason=WHY)

        option.take_effect(by=None)  # without the verb that ends memberships

        with pytest.raises(DatabaseError, match="leaves before it begins"):
            connection.check_constraints()

    def test_comes_after_letters_alone(self):
        option, _ = letters_sent(first_day=3)
        connection.check_constraints()
        a_member(option)

        ExtensionOption.objects.filter(pk=option.pk).update(status="notified")

        with pytest.raises(DatabaseError, match="told of an extension by a letter"):
            connection.check_constraints()


class TestTheBoard:
    def test_shows_every_reply_in_as_many_queries_for_many(
        self, client, officer, django_assert_max_num_queries
    ):
        option, owners = letters_sent(first_day=40, members=5)
        of(option, owners[0]).decline(by=owners[0], reason=WHY)
        of(option, owners[1]).accept(by=owners[1])
        client.force_login(officer)
        board = reverse("contracts:extension_board", args=[option.pk])

        with django_assert_max_num_queries(25):
            words = client.get(board).content.decode()

        assert "5 letters sent: 1 accepted, 1 declined, 3 without a reply" in words
        assert WHY in words
        waiting = client.get(board, {"status": "no_reply"})
        assert [each.school_count for each in waiting.context_data["page"]] == [1, 1, 1]

    def test_is_a_task_once_replies_are_late(self, officer):
        letters_sent(first_day=40, members=2)
        tomorrow = timezone.localdate() + DAY

        (task,) = read([home._late_replies(officer, tomorrow)])

        assert task.words == "Chase 2 replies to option 1"
