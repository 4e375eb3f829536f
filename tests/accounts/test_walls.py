"""The walls around accounts and a provider's people, tried as the role that serves the pages.

As in tests/contracts/test_walls.py: each attack plainly and under each setting that the role can
make. It is refused, and not a row of the whole database is another one afterwards.
"""

import psycopg2
import pytest
from django.test import override_settings
from django.utils import timezone

from nmiss.base.accounts.actions import invite
from nmiss.base.accounts.models import Role
from nmiss.base.accounts.proposing import propose_account, propose_recovery, propose_reopening
from nmiss.base.files.models import StoredFile
from nmiss.demo.models import DemoPerson
from providers import actions, proposing
from providers.models import ProviderRole
from tests import databases
from tests.conftest import seal
from tests.contracts.attacks import SETTINGS, everything, line_of
from tests.factories.accounts import SecondFactor, UserFactory
from tests.factories.contracts import ApplicationFactory
from tests.factories.proposals import agree
from tests.factories.providers import ProviderFactory, ProviderMemberFactory

pytestmark = pytest.mark.django_db  # so that there is a database where nothing else is tested

MEMBER = "INSERT INTO providers_providermember (role, provider_id, user_id{}) "
OURS = "(SELECT min(id) FROM accounts_user WHERE role = 'provider')"
THEIRS = "(SELECT max(id) FROM providers_provider)"
INVITATION = (
    "INSERT INTO providers_providerinvitation (provider_id, email, name, role, invited_by_id, "
    "named_in_id, reads_from, sent_at, expires_at, ended_at, ended_how) "
)
WEEK = "now() + interval '7 days'"
OFFICER = "(SELECT min(id) FROM accounts_user WHERE role = 'officer' AND is_active)"
OWNERS = (
    MEMBER.format("") + f"VALUES ('owner', {THEIRS}, {OURS})",
    MEMBER.format(", reads_from") + f"VALUES ('viewer', {THEIRS}, {OURS}, now())",
    MEMBER.format(", reads_from, named_in_id")
    + f"SELECT 'owner', (given ->> 'provider')::bigint, {OURS}, now(), id "
    "FROM accounts_proposal WHERE kind = 'first_owner'",
    MEMBER.format(", vouched_by_id")
    + f"SELECT 'owner', {THEIRS}, {OURS}, user_id FROM providers_providermember "
    f"WHERE provider_id = {THEIRS} AND role = 'owner'",
    # Whom an owner invited, and who has not said yes.
    MEMBER.format("") + "SELECT i.role, i.provider_id, u.id FROM providers_providerinvitation i "
    "JOIN accounts_user u ON u.email = i.email WHERE i.named_in_id IS NULL",
    "UPDATE providers_providermember SET role = 'owner' WHERE role <> 'owner'",
    f"UPDATE providers_providermember SET provider_id = {THEIRS}",
    "UPDATE providers_providermember SET reads_from = now() - interval '1 year'",
    (
        "UPDATE providers_providermember m SET reads_from = NULL, vouched_by_id = o.user_id "
        "FROM providers_providermember o WHERE m.reads_from IS NOT NULL AND o.role = 'owner' "
        "AND o.provider_id = m.provider_id AND o.reads_from IS NULL"
    ),
    "DELETE FROM providers_providermember",
    INVITATION
    + f"SELECT {THEIRS}, 'x' || u.email, 'Mal', 'owner', m.user_id, NULL, NULL, now(), {WEEK}, "
    f"NULL, '' FROM accounts_user u, providers_providermember m WHERE u.id = {OURS} "
    f"AND m.provider_id = {THEIRS} AND m.role = 'owner'",
    INVITATION
    + f"SELECT {THEIRS}, 'x' || email, 'Mal', 'owner', id, NULL, NULL, now(), {WEEK}, now(), "
    f"'accepted' FROM accounts_user WHERE id = {OURS}",
    INVITATION
    + "SELECT (given ->> 'provider')::bigint, given ->> 'email', 'Mal', 'owner', proposed_by_id, "
    f"id, now(), now(), {WEEK}, NULL, '' FROM accounts_proposal WHERE kind = 'first_owner'",
    "UPDATE providers_providerinvitation SET ended_at = now(), ended_how = 'accepted'",
    "UPDATE providers_providerinvitation SET ended_at = now(), ended_how = 'removed'",
    "UPDATE providers_providerinvitation SET reads_from = NULL WHERE reads_from IS NOT NULL",
    "UPDATE providers_providerinvitation SET role = 'owner' WHERE role <> 'owner'",
    f"UPDATE providers_providerinvitation SET provider_id = {THEIRS}",
    "UPDATE providers_providerinvitation SET email = 'mal@x.example'",
    "UPDATE providers_providerinvitation SET expires_at = expires_at + interval '1 year'",
    "DELETE FROM providers_providerinvitation",
    "UPDATE contracts_application SET started_at = now() + interval '1 year'",
    f"UPDATE contracts_application SET started_by_id = {OURS}",
)
ACCOUNT = (
    "INSERT INTO accounts_user (email, name, role, is_active, joined_at, password, times_closed) "
    "VALUES ('mal@x.example', 'Mal Lory', '{}', {}, {}, '{}', {})"
)
OPENED = [
    ACCOUNT.format(role, *state)
    for role in Role
    for state in (
        ("true", "now()", "!x", 0),
        ("false", "now()", "!x", 0),
        ("false", "NULL", "pbkdf2_sha256$1$x$x", 0),
        ("false", "NULL", "", 0),
    )
]
LINK = (
    "INSERT INTO accounts_invitation "
    "(user_id, digest, invited_by_id, sent_at, expires_at, accepted_at) "
)
ADMINISTRATOR = "(SELECT min(id) FROM accounts_user WHERE role = 'administrator' AND is_active)"
ACCOUNTS = (
    *OPENED,
    "UPDATE accounts_user SET is_active = true, joined_at = now() WHERE joined_at IS NULL",
    "UPDATE accounts_user SET joined_at = now() WHERE joined_at IS NULL",
    "UPDATE accounts_user SET joined_at = NULL WHERE NOT is_active AND joined_at IS NOT NULL",
    "UPDATE accounts_user SET joined_at = now()",
    "UPDATE accounts_user SET is_active = true WHERE NOT is_active AND joined_at IS NOT NULL",
    "UPDATE accounts_user SET is_active = true WHERE role = 'auditor' AND NOT is_active",
    "UPDATE accounts_user SET is_active = false WHERE role = 'administrator'",
    "UPDATE accounts_user SET role = 'officer' WHERE role = 'finance'",
    "UPDATE accounts_user SET times_closed = times_closed - 1",
    "UPDATE accounts_user SET password = 'x'",
    f"UPDATE accounts_user SET password = 'x' WHERE id = {OFFICER}",
    f"UPDATE accounts_user SET email = 'mal@x.example' WHERE id = {OFFICER}",
    "UPDATE accounts_user SET email = 'mal@x.example' WHERE NOT is_active",
    f"UPDATE accounts_user SET name = 'Mal Lory' WHERE id = {OFFICER}",
    "DELETE FROM accounts_user WHERE joined_at IS NULL",
    LINK + f"SELECT id, repeat('0', 64), NULL, now(), {WEEK}, NULL FROM accounts_user "
    "WHERE role = 'administrator' AND joined_at IS NULL",
    LINK + f"SELECT id, repeat('0', 64), NULL, now(), {WEEK}, NULL FROM accounts_user "
    "WHERE role = 'finance' AND joined_at IS NULL",
    LINK + f"SELECT id, repeat('0', 64), {ADMINISTRATOR}, now(), {WEEK}, NULL FROM accounts_user "
    "WHERE role = 'finance' AND joined_at IS NULL",
    LINK
    + f"SELECT u.id, repeat('0', 64), p.proposed_by_id, now(), {WEEK}, NULL FROM accounts_user u "
    "JOIN accounts_proposal p ON p.subject = u.email WHERE p.kind = 'account'",
    LINK + f"VALUES ({OFFICER}, repeat('0', 64), {ADMINISTRATOR}, now(), {WEEK}, NULL)",
    "UPDATE accounts_invitation SET digest = md5(digest)",
    f"UPDATE accounts_invitation SET user_id = {OFFICER}",
    "UPDATE accounts_invitation SET accepted_at = now()",
    "UPDATE accounts_invitation SET expires_at = expires_at + interval '1 year'",
    "UPDATE accounts_invitation SET invited_by_id = NULL WHERE invited_by_id IS NOT NULL",
    "DELETE FROM accounts_invitation",
)
FACTOR = "INSERT INTO mfa_authenticator (user_id, type, data, created_at) "
FACTORS = (
    FACTOR + f"VALUES ({OFFICER}, 'webauthn', '{{}}', now())",
    FACTOR + "SELECT user_id, 'webauthn', data, now() FROM mfa_authenticator",
    "UPDATE mfa_authenticator SET data = '{}'",
    "UPDATE mfa_authenticator SET data = data || '{\"used_mask\": 7}'",
    "UPDATE mfa_authenticator SET type = 'webauthn'",
    f"UPDATE mfa_authenticator SET user_id = {OURS}",
    "UPDATE mfa_authenticator SET created_at = now()",
    "DELETE FROM mfa_authenticator",
    "DELETE FROM mfa_authenticator USING accounts_proposal WHERE user_id = about_id",
)


# Whom the second factor is not asked of, and where a file lies.
KEPT = (
    f"INSERT INTO demo_demoperson (user_id) VALUES ({OFFICER})",
    "DELETE FROM demo_demoperson",
    "UPDATE files_storedfile SET place = repeat('0', 32)",
    "UPDATE files_storedfile SET sha256 = repeat('0', 64)",
    "UPDATE files_storedfile SET name = 'x.pdf', kept_by_id = NULL",
)


@pytest.fixture(scope="module", autouse=True)
def people(django_db_setup, django_db_blocker):
    """People who came in, who did not, and who lost a part; and whatever was agreed of them."""
    ours = override_settings(EMAIL_BACKEND="nmiss.base.core.outbox.OutboxEmails")
    with django_db_blocker.unblock(), ours, databases.for_several_tests():
        first, second = (UserFactory(role=Role.ADMINISTRATOR) for _ in range(2))
        officers = [UserFactory() for _ in range(2)]
        nora = {"email": "nora@council.example", "name": "Nora", "role": Role.OFFICER}
        agree(propose_account(**nora, reason="x", by=first), by=second)
        invite(email="fin@council.example", name="Fin", role=Role.FINANCE, by=first)
        invite(email="op@council.example", name="Op", role=Role.ADMINISTRATOR, by=None)
        for role in (Role.OFFICER, Role.AUDITOR):
            UserFactory(role=role, closed=True, times_closed=1)
        lost = UserFactory()
        SecondFactor.of(lost)
        agree(propose_recovery(lost, reason="x", by=first), by=second)
        SecondFactor.of(lost)
        back = UserFactory()
        back.close(by=first)
        agree(propose_reopening(back, reason="x", by=first), by=second)
        ours = ProviderMemberFactory(role=ProviderRole.VIEWER)
        unowned = ProviderFactory()
        given = {"email": "otto@school.example", "name": "Otto", "reason": "x"}
        agree(proposing.propose_first_owner(unowned, **given, by=officers[0]), by=officers[1])
        theirs = ApplicationFactory(provider=ProviderFactory()).provider
        owner = ProviderMemberFactory(provider=theirs)
        ProviderMemberFactory(provider=theirs, reads_from=timezone.now(), role="editor")
        known = ProviderMemberFactory(provider=ours.provider).user
        for email in (known.email, "vi@school.example"):
            actions.invite_to(theirs, email=email, name="Vi", role="viewer", by=owner.user)
        StoredFile.keep_made(b"x", name="a.txt", content_type="text/plain", by=officers[0])
        DemoPerson.objects.create(user=lost)
        seal("NO FORCE")
        yield
        seal("FORCE")


@pytest.fixture(scope="module")
def before(people):
    figures = everything()
    for table in ("accounts_invitation", "mfa_authenticator", "providers_providerinvitation"):
        assert figures[table][0]
    return figures


def tried(attack, cursor):
    """Whether the database let it be done; none is refused only for how it is written."""
    try:
        cursor.execute(attack)
    except psycopg2.Error as refusal:
        return refusal.pgcode in ("42601", "42703", "42P01")
    return True


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_attack_is_refused(before, setting):
    with line_of("web") as line, line.cursor() as cursor:
        cursor.execute(setting)
        assert [a for a in (*OWNERS, *ACCOUNTS, *FACTORS, *KEPT) if tried(a, cursor)] == []

    assert everything() == before


def test_links_that_wait_are_not_read(before):
    with line_of("web") as line, line.cursor() as cursor:
        cursor.execute("SELECT count(*), string_agg(payload::text, ' ') FROM core_outboxmessage")
        count, text = cursor.fetchone()

    assert count
    assert "/invitations/" not in text
    assert "council.example" not in text
