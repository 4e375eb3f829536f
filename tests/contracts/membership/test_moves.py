"""Each move of an agreement or a membership has one rule, which page, verb and database follow."""

from __future__ import annotations

import pytest

from contracts.applications.permissions import why_not_release
from contracts.membership import permissions, releasing, signing
from contracts.models import DeclarationRenewal
from nmiss.base.accounts.models import Role
from providers.models import ProviderRole, School
from tests.factories.accounts import UserFactory
from tests.factories.evaluating import an_evaluator, recommended
from tests.factories.joining import decided, in_force, member, offered, signed, today
from tests.factories.providers import ProviderMemberFactory
from tests.moves import Case, Move, allowed, refused

pytestmark = pytest.mark.django_db


def officer(record):
    return UserFactory(role=Role.OFFICER), record


def owner(record):
    return record.provider.owners().first().user, record


def viewer(record):
    person = ProviderMemberFactory(provider=record.provider, role=ProviderRole.VIEWER).user
    return person, record


def cleared(application):
    return an_evaluator(application), application


def withdrawn(agreement):
    agreement.withdraw(by=UserFactory(role=Role.OFFICER), reason="The school has closed.")
    return agreement


def suspended():
    found = member()
    found.suspend(by=UserFactory(role=Role.OFFICER), starts_on=today(), reason="An inspection.")
    return found


def leaving():
    found = member()
    found.exit(by=UserFactory(role=Role.OFFICER), last_on=today(5), reason="They wrote.")
    return found


def admitted_elsewhere():
    """An offer whose one school another agreement has admitted to the same lot since."""
    agreement = offered()
    again = offered(schools=list(_schools(agreement)))
    person = again.provider.owners().get().user
    again.sign(by=person, name=person.name, capacity="Proprietor")
    signing.countersign(
        again, by=UserFactory(role=Role.OFFICER), name="Ada", capacity="Head of commissioning"
    )
    return agreement


def _schools(agreement):
    return School.objects.filter(urn__in=[each["urn"] for each in agreement.schools])


def asked():
    found = member()
    DeclarationRenewal.ask(found.provider, found.lot.vehicle, by=UserFactory(role=Role.OFFICER))
    return found


def renewal(*, renewed=False, has_changed=True):
    found = asked().provider.renewals.get()
    if renewed:
        changes = "We have a new board." if has_changed else ""
        found.renew(by=owner(found)[0], has_changed=has_changed, changes=changes)
    return found


SIGNED = {"name": "Ada Lovelace", "capacity": "Proprietor"}
MOVES = {
    "release": Move(
        why_not_release,
        lambda user, it: releasing.release(it, by=user, starts_on=today(1)),
    ),
    "sign": Move(
        permissions.why_not_sign,
        lambda user, it: it.sign(by=user, **SIGNED),
        lambda it: ("contracts:agreement_sign", it.pk),
    ),
    "decline": Move(
        permissions.why_not_decline,
        lambda user, it: it.decline(by=user, reason="We have no places."),
        lambda it: ("contracts:agreement_decline", it.pk),
    ),
    "countersign": Move(
        permissions.why_not_countersign,
        lambda user, it: signing.countersign(it, by=user, **SIGNED),
    ),
    "withdraw": Move(
        permissions.why_not_withdraw_offer,
        lambda user, it: it.withdraw(by=user, reason="The school has closed."),
        lambda it: ("contracts:agreement_withdraw", it.pk),
    ),
    "offer again": Move(
        permissions.why_not_offer_again,
        lambda user, it: releasing.offer_again(it, by=user, starts_on=today(1)),
        lambda it: ("contracts:agreement_offer_again", it.pk),
    ),
    "suspend": Move(
        permissions.why_not_suspend,
        lambda user, it: it.suspend(by=user, starts_on=today(), reason="An inspection."),
        lambda it: ("contracts:membership_suspend", it.pk),
        lambda user, it: it.suspensions.create(
            starts_on=today(), reason="An inspection.", notice_on=today(), suspended_by=user
        ),
    ),
    "reinstate": Move(
        permissions.why_not_reinstate,
        lambda user, it: it.reinstate(by=user, opens_on=today(), reason="All is well."),
        lambda it: ("contracts:membership_reinstate", it.pk),
    ),
    "remove": Move(
        permissions.why_not_remove,
        lambda user, it: it.remove(by=user, last_on=today(9), reason="It has closed."),
        lambda it: ("contracts:membership_remove", it.pk),
    ),
    "exit": Move(
        permissions.why_not_exit,
        lambda user, it: it.exit(by=user, last_on=today(9), reason="We have no places."),
        lambda it: ("contracts:membership_exit", it.pk),
    ),
    "ask to renew": Move(
        lambda user, it: permissions.why_not_ask_to_renew(user, it.provider, it.lot.vehicle),
        lambda user, it: DeclarationRenewal.ask(it.provider, it.lot.vehicle, by=user),
        lambda it: ("contracts:declaration_ask", it.pk),
        lambda user, it: DeclarationRenewal.objects.create(
            provider=it.provider, vehicle=it.lot.vehicle, asked_by=user
        ),
    ),
    "renew": Move(
        permissions.why_not_renew,
        lambda user, it: it.renew(by=user, has_changed=False),
        lambda it: ("contracts:declaration_renew", it.pk),
    ),
    "read": Move(permissions.why_not_read, lambda user, it: it.read(by=user)),
}
CASES = [
    Case("release", "is recommended already", lambda: cleared(recommended())),
    Case("release", "Declare first", lambda: officer(decided())),
    Case("sign", "Only an owner", lambda: viewer(offered()), 403),
    Case("sign", "You have signed it", lambda: owner(signed())),
    Case("sign", "is withdrawn: nobody signs", lambda: owner(withdrawn(offered()))),
    Case("sign", "There is nothing to sign", lambda: owner(admitted_elsewhere())),
    Case("decline", "You have signed it", lambda: owner(signed())),
    Case("decline", "Only an owner", lambda: viewer(offered()), 403),
    Case("countersign", "has not signed it yet", lambda: officer(offered())),
    Case("countersign", "is in force", lambda: officer(in_force())),
    Case("withdraw", "no offer to withdraw", lambda: officer(in_force())),
    Case("offer again", "need not be offered again", lambda: officer(offered())),
    Case("suspend", "is suspended from", lambda: officer(suspended())),
    Case("reinstate", "is not suspended from", lambda: officer(member())),
    Case("remove", "leaves", lambda: officer(leaving())),
    Case("exit", "Only an owner", lambda: viewer(member()), 403),
    Case("exit", "leaves", lambda: owner(leaving())),
    Case("ask to renew", "has not answered yet", lambda: officer(asked())),
    Case("renew", "renewed already", lambda: owner(renewal(renewed=True))),
    Case("renew", "Only an owner", lambda: viewer(renewal()), 403),
    Case("read", "nothing here", lambda: officer(renewal(renewed=True, has_changed=False))),
]
ALLOWED = {
    "release": lambda: cleared(decided()),
    "sign": lambda: owner(offered()),
    "decline": lambda: owner(offered()),
    "countersign": lambda: officer(signed()),
    "withdraw": lambda: officer(signed()),
    "offer again": lambda: officer(withdrawn(offered())),
    "suspend": lambda: officer(member()),
    "reinstate": lambda: officer(suspended()),
    "remove": lambda: officer(member()),
    "exit": lambda: owner(member()),
    "ask to renew": lambda: officer(member()),
    "renew": lambda: owner(renewal()),
    "read": lambda: officer(renewal(renewed=True)),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_page_verb_and_database_say_no_in_one_sentence(case, client):
    refused(case, MOVES[case.move], client)


@pytest.mark.parametrize("name", MOVES)
def test_they_let_it_through_where_there_is_no_sentence(name, client):
    allowed(ALLOWED[name], MOVES[name], client)
