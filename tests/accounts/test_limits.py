"""How often something may be tried, by whom and from where."""

import datetime
import threading

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as hub
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import reverse

from nmiss.base.accounts import limits
from nmiss.base.accounts.models import Attempts, Happened, KnownSource, Role, SignInEvent
from nmiss.base.accounts.tasks import tidy_up
from tests.factories.accounts import PASSWORD, SecondFactor, UserFactory


@pytest.fixture(autouse=True)
def _low_ceilings(settings):
    """The same rules, with less to type, and waits that no slow machine outlasts."""
    limits = {
        action: limit | {"first_wait": 600, "longest_wait": 3000}
        for action, limit in settings.ATTEMPT_LIMITS.items()
    }
    limits["sign_in"] |= {"of_account": 15, "of_source": 15}
    settings.ATTEMPT_LIMITS = limits


HOME, ELSEWHERE, OFFICE = "203.0.113.1", "198.51.100.7", "192.0.2.33"
SIGN_IN = "/accounts/sign-in/"


def sign_in(email, password=PASSWORD, *, address=HOME, client=None, **more):
    client = client or Client()
    sent = {"login": email, "password": password} | more
    return client.post(SIGN_IN, sent, REMOTE_ADDR=address)


def guess(person, times=5, *, address=ELSEWHERE, **more):
    for _ in range(times):
        response = sign_in(person.email, "wrong", address=address, **more)
    return response


def is_in(response):
    return response.status_code == 302


def let_pass(seconds):
    """Have every attempt lie so much further back."""
    earlier = datetime.timedelta(seconds=seconds)
    for row in Attempts.objects.all():
        row.last_at, row.open_at = row.last_at - earlier, row.open_at - earlier
        row.save()


IN_FORCE = limits.AttemptLimit(**hub.ATTEMPT_LIMITS["sign_in"])


def test_waits_are_those_of_the_decision():
    """As docs/adr/0021 has them."""
    waits = [IN_FORCE.wait_after(number).total_seconds() for number in range(1, 13)]

    assert waits == [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]
    assert (IN_FORCE.of_account, IN_FORCE.of_source) == (50, 100)


@pytest.mark.django_db
class TestOneSource:
    def test_waits_after_five_and_is_told_how_long(self):
        person = UserFactory()
        guess(person)

        response = sign_in(person.email, address=ELSEWHERE)

        assert response.status_code == 429
        assert "Too many attempts. Wait 10 minutes" in response.text
        assert "_auth_user_id" not in response.client.session

    def test_may_try_again_when_the_wait_is_over_and_waits_longer_each_time(self):
        person = UserFactory()
        waits = []
        for _ in range(8):
            guess(person, 5 if not waits else 1)
            row = Attempts.objects.get()
            waits.append((row.open_at - row.last_at).total_seconds())
            let_pass(waits[-1])

        assert waits == [600, 1200, 2400, 3000, 3000, 3000, 3000, 3000]
        assert is_in(sign_in(person.email, address=ELSEWHERE))

    def test_begins_anew_once_it_was_right(self):
        person = UserFactory()
        guess(person, 4)
        sign_in(person.email, address=ELSEWHERE)

        assert not Attempts.objects.exists()

    def test_is_told_the_same_of_an_account_that_nobody_has(self):
        person, nobody = UserFactory(), UserFactory.build()

        answers = [guess(each, 6) for each in (person, nobody)]

        assert [each.status_code for each in answers] == [429, 429]
        texts = [each.context["form"].non_field_errors() for each in answers]
        assert texts[0] == texts[1]

    def test_does_not_lift_the_wait_by_asking_for_new_passwords(self):
        """Neither by others' links nor by its own, however many."""
        person = UserFactory()
        guess(person)

        for number in range(342):
            address = f"198.51.100.{number % 250}"
            sent = {"email": f"person{number}@elsewhere.example"}
            Client().post(reverse("account_reset_password"), sent, REMOTE_ADDR=address)
        Client().post(
            reverse("account_reset_password"), {"email": person.email}, REMOTE_ADDR=ELSEWHERE
        )

        assert not is_in(sign_in(person.email, address=ELSEWHERE))

    def test_is_one_for_a_whole_network_of_ipv6(self):
        person = UserFactory()
        guess(person, address="2001:db8:1:2::5")

        assert not is_in(sign_in(person.email, address="2001:db8:1:2:ffff::1"))
        assert is_in(sign_in(person.email, address="2001:db8:1:3::5"))


@pytest.mark.django_db
class TestTheOwner:
    def test_is_not_locked_out_by_a_stranger_elsewhere(self):
        person = UserFactory()
        guess(person, 30)

        assert is_in(sign_in(person.email, address=HOME))

    def test_comes_in_from_where_they_came_in_before_though_all_the_world_guesses(self, settings):
        person = UserFactory()
        sign_in(person.email, address=HOME)
        for number in range(settings.ATTEMPT_LIMITS["sign_in"]["of_account"]):
            guess(person, 1, address=f"198.51.100.{number}")

        assert not is_in(sign_in(person.email, address=OFFICE))
        assert is_in(sign_in(person.email, address=HOME))

    def test_comes_in_by_a_browser_that_came_in_before_from_anywhere(self, settings):
        person, laptop = UserFactory(), Client()
        sign_in(person.email, address=HOME, client=laptop)
        laptop.cookies.pop(settings.SESSION_COOKIE_NAME)
        for number in range(settings.ATTEMPT_LIMITS["sign_in"]["of_account"]):
            guess(person, 1, address=f"198.51.100.{number}")
        guess(person, address=OFFICE)

        assert not is_in(sign_in(person.email, address=OFFICE))
        assert is_in(sign_in(person.email, address=OFFICE, client=laptop))

    def test_need_not_wait_with_a_code_of_the_second_factor(self):
        person = UserFactory()
        factor = SecondFactor.of(person)
        guess(person)

        asked = sign_in(person.email, address=ELSEWHERE)
        response = sign_in(person.email, address=ELSEWHERE, code=factor.code)

        assert 'name="code"' in asked.text
        assert (response.status_code, response.url) == (302, reverse("home:home"))

    def test_may_not_guess_passwords_with_wrong_codes(self):
        person = UserFactory()
        SecondFactor.of(person)
        guess(person)

        answers = [sign_in(person.email, address=ELSEWHERE, code="123456") for _ in range(7)]

        assert not any(map(is_in, answers))
        assert "Too many attempts" in answers[-1].text
        assert Attempts.objects.get(action="code").number == 5

    def test_is_known_where_they_set_a_new_password(self, settings):
        person = UserFactory()
        for number in range(settings.ATTEMPT_LIMITS["sign_in"]["of_account"]):
            guess(person, 1, address=f"198.51.100.{number}")
        phone = RequestFactory().get("/", REMOTE_ADDR=OFFICE)

        limits.remember(phone, person)

        assert is_in(sign_in(person.email, address=OFFICE))

    def test_waits_for_own_mistakes_too(self):
        person = UserFactory()
        sign_in(person.email, address=HOME)
        guess(person, address=HOME)

        assert not is_in(sign_in(person.email, address=HOME))


@pytest.mark.django_db
class TestAnOffice:
    def test_may_mistype_together(self):
        """Colleagues behind one address, each wrong twice and then right."""
        colleagues = UserFactory.create_batch(15)
        for person in colleagues:
            guess(person, 2, address=OFFICE)
            assert is_in(sign_in(person.email, address=OFFICE))

        assert not Attempts.objects.exists()

    def test_is_slowed_where_one_of_them_tries_everybody(self, settings):
        for number in range(settings.ATTEMPT_LIMITS["sign_in"]["of_source"]):
            sign_in(f"guess{number}@council.example", "wrong", address=OFFICE)
        new, known = UserFactory(), UserFactory()
        limits.remember(RequestFactory().get("/", REMOTE_ADDR=OFFICE), known)

        assert not is_in(sign_in(new.email, address=OFFICE))
        assert is_in(sign_in(known.email, address=OFFICE))
        assert is_in(sign_in(new.email, address=HOME))


@pytest.mark.django_db
class TestOtherWays:
    def test_links_for_new_passwords_are_few(self):
        person = UserFactory()
        ask = {"email": person.email}
        address = reverse("account_reset_password")

        answers = [Client().post(address, ask, REMOTE_ADDR=ELSEWHERE) for _ in range(4)]

        assert [each.status_code for each in answers] == [302, 302, 302, 200]
        assert "Too many links were asked for. Wait 10 minutes" in answers[-1].text

    def test_codes_are_few_for_whoever_knows_the_password(self):
        person, thief = UserFactory(), Client()
        factor = SecondFactor.of(person)
        sign_in(person.email, client=thief, address=ELSEWHERE)
        address = reverse("mfa_authenticate")
        for _ in range(5):
            thief.post(address, {"code": "000000"}, REMOTE_ADDR=ELSEWHERE)

        response = thief.post(address, {"code": factor.code}, REMOTE_ADDR=ELSEWHERE)

        assert "Too many attempts" in response.text
        assert "_auth_user_id" not in thief.session

    @pytest.mark.parametrize("path", ["/invitations/{}/", "/accounts/new-password/1-{}/"])
    def test_links_are_not_to_be_guessed(self, client, path, settings):
        free = settings.ATTEMPT_LIMITS["link"]["free"]

        answers = [client.get(path.format(f"guess{number}")) for number in range(free + 1)]

        assert {each.status_code for each in answers[:-1]} <= {200, 410}
        assert answers[-1].status_code == 429

    @pytest.mark.parametrize(
        ("name", "field"),
        [("account_change_password", "oldpassword"), ("account_reauthenticate", "password")],
    )
    def test_passwords_are_not_to_be_guessed_in_an_open_session(self, client, name, field):
        person = UserFactory(role=Role.PROVIDER)
        client.force_login(person)
        new = {"password1": "three pleasant words", "password2": "three pleasant words"}
        for _ in range(5):
            client.post(reverse(name), {field: "wrong"} | new)

        response = client.post(reverse(name), {field: PASSWORD} | new)

        assert "Too many attempts" in response.text
        person.refresh_from_db()
        assert person.check_password(PASSWORD)


@pytest.mark.django_db
def test_nothing_says_who_was_tried_nor_from_where():
    guess(UserFactory(), 1)

    row = Attempts.objects.values().get()

    assert ELSEWHERE not in str(row)
    assert "@" not in str(row)


@pytest.mark.django_db
def test_what_counts_no_more_is_forgotten(settings):
    guess(UserFactory(), 1)
    person = UserFactory()
    limits.remember(RequestFactory().get("/"), person)
    tidy_up()
    assert (Attempts.objects.count(), KnownSource.objects.count()) == (1, 2)

    let_pass(settings.ATTEMPTS_COUNT_FOR + 1)
    long_ago = datetime.timedelta(days=settings.BROWSER_DAYS + 1)
    source = KnownSource.objects.first()
    source.last_at -= long_ago
    source.save()
    tidy_up()

    assert (Attempts.objects.count(), KnownSource.objects.count()) == (0, 1)


@pytest.mark.django_db
def test_the_code_is_used_up_by_the_sign_in():
    person = UserFactory()
    code = SecondFactor.of(person).code
    guess(person)
    sign_in(person.email, address=ELSEWHERE, code=code)

    assert not is_in(sign_in(person.email, address=ELSEWHERE, code=code))
    assert Authenticator.objects.filter(user=person, type="totp").exists()


@pytest.mark.django_db(transaction=True)
def test_many_at_once_are_no_way_round():
    person = UserFactory()
    start, answers = threading.Barrier(12), []

    def attempt():
        start.wait()
        try:
            answers.append(sign_in(person.email, "wrong", address=ELSEWHERE).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=attempt) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [200] * 5 + [429] * 7
    assert Attempts.objects.get().number == 5
    refused = SignInEvent.objects.filter(happened=Happened.REFUSED)
    assert refused.count() == 5
    assert SignInEvent.objects.filter(happened=Happened.SLOWED).count() == 1
