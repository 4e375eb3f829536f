"""The roads by which people come in, walked as the role that serves pages: no wall is in one."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.urls import reverse

from nmiss.base.accounts.models import Proposal, Role, User
from providers.models import ProviderMember, ProviderRole
from tests.factories.accounts import PASSWORD, SecondFactor, UserFactory, code_of
from tests.factories.providers import ProviderFactory, ProviderMemberFactory
from tests.outbox import messages
from tests.tokens import read_and_send

WORDS = "three pleasant words"
CHOSEN = {"password1": WORDS, "password2": WORDS}


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def link_sent_to(email, path):
    bodies = [message.payload["body"] for message in messages(to=email, holding=path)]
    return re.search(rf"https?://[^/\s]+(/\S*{path}\S*)", bodies[-1])[1]


def sign_in(person, password):
    client = Client()
    answer = client.post("/accounts/sign-in/", {"login": person.email, "password": password})
    return client, answer.url


def post(client, page, /, *args, **given):
    send = read_and_send if page == "accounts:proposal_agree" else type(client).post
    answer = send(client, reverse(page, args=args), given)
    assert answer.status_code == 302, answer.context and answer.context.get("form").errors
    return answer


@pytest.fixture
def administrators(as_web):
    return [signed_in(UserFactory(role=Role.ADMINISTRATOR)) for _ in range(2)]


def test_an_officer_comes_in_and_stays_in(administrators, settings):
    first, second = administrators
    email = "nora@council.example"
    given = {"email": email, "name": "Nora New", "role": "officer", "reason": "She joined us."}
    post(first, "accounts:person_invite", **given)
    post(second, "accounts:proposal_agree", Proposal.objects.get().pk)
    nora = User.objects.get(email=email)
    post(first, "accounts:person_invite_again", nora.pk)

    theirs = Client()
    assert theirs.post(link_sent_to(email, "invitations/"), CHOSEN).status_code == 302
    secret = theirs.get(reverse("mfa_activate_totp")).context["form"].secret
    post(theirs, "mfa_activate_totp", code=code_of(secret))
    codes = theirs.get(reverse("mfa_view_recovery_codes")).context["codes"]
    assert theirs.get("/").status_code == 200
    post(theirs, "account_logout")

    theirs, then = sign_in(nora, WORDS)
    assert then == reverse("mfa_authenticate")
    post(theirs, "mfa_authenticate", code=code_of(secret, ahead=1))
    post(theirs, "mfa_generate_recovery_codes")
    assert codes != theirs.get(reverse("mfa_view_recovery_codes")).context["codes"]
    theirs, _ = sign_in(nora, WORDS)
    post(theirs, "mfa_authenticate", code=SecondFactor.of(nora).recovery_codes[0])
    assert len(SecondFactor.of(nora).recovery_codes) == 9

    changed = {"oldpassword": WORDS, "password1": PASSWORD, "password2": PASSWORD}
    post(theirs, "account_change_password", **changed)
    post(Client(), "account_reset_password", email=email)
    theirs = Client()
    page = theirs.get(link_sent_to(email, "new-password/"), follow=True)
    assert theirs.post(page.request["PATH_INFO"], CHOSEN).status_code == 302
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        *settings.PASSWORD_HASHERS,
    ]
    assert sign_in(nora, WORDS)[1] == reverse("mfa_authenticate")
    nora.refresh_from_db()
    assert nora.password.startswith("pbkdf2_sha256$")
    assert make_password(WORDS).startswith("pbkdf2_sha256$")


def test_an_account_is_closed_and_opened_and_a_lost_phone_made_good(administrators):
    first, second = administrators
    lost, other = UserFactory(), UserFactory(role=Role.FINANCE)
    SecondFactor.of(lost)

    post(first, "accounts:person_second_factor", lost.pk, reason="She rang me.")
    post(second, "accounts:proposal_agree", Proposal.objects.get().pk)
    assert not Authenticator.objects.exists()
    for person in (lost, other):
        post(first, "accounts:person_close", person.pk)
    post(first, "accounts:person_reopen", other.pk)
    post(first, "accounts:person_reopen", lost.pk, reason="She is back.")
    post(second, "accounts:proposal_agree", Proposal.objects.latest("pk").pk)

    people = User.objects.filter(pk__in=[lost.pk, other.pk])
    assert list(people.values_list("is_active", flat=True)) == [True, True]


def test_people_come_to_a_provider_and_leave_it(as_web):
    officers = [signed_in(UserFactory()) for _ in range(2)]
    provider = ProviderFactory()
    editor = ProviderMemberFactory(provider=provider, role=ProviderRole.EDITOR)
    other = ProviderMemberFactory().user
    otto = {"email": "otto@school.example", "name": "Otto Owner", "reason": "He runs it."}
    post(officers[0], "providers:provider_owner_propose", provider.pk, **otto)
    post(officers[1], "accounts:proposal_agree", Proposal.objects.get().pk)
    owners = Client()
    owners.post(link_sent_to(otto["email"], "invitations/"), CHOSEN)
    named = provider.members.get(role=ProviderRole.OWNER)
    owners = signed_in(named.user)

    invited = {"email": other.email, "name": "Vi", "role": "viewer"}
    post(owners, "providers:provider_person_invite", provider.pk, **invited)
    waits = provider.invitations.open().get()
    post(owners, "providers:provider_invitation_again", provider.pk, waits.pk)
    post(signed_in(other), "providers:our_invitation", waits.pk, answer="yes")
    guest = {"email": "x@school.example", "name": "X", "role": "viewer"}
    post(owners, "providers:provider_person_invite", provider.pk, **guest)
    waits = provider.invitations.open().get()
    post(owners, "providers:provider_invitation_remove", provider.pk, waits.pk)
    member = provider.members.get(user=other)
    assert (member.role, member.reads_from) == ("viewer", named.reads_from)

    post(signed_in(editor.user), "providers:provider_person_vouch", provider.pk, named.pk)
    post(owners, "providers:provider_person_remove", provider.pk, member.pk)
    named.refresh_from_db()
    assert named.reads_from is None
    assert not ProviderMember.objects.filter(pk=member.pk).exists()
