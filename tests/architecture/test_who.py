"""Whoever is named in a row did it: the database itself asks, of every record that names somebody.

A record that names people has the wall ``WrittenBySomebody``, which takes no row from nobody. Where
it stands here instead, another wall does it, and the reason says which.
"""

from django.apps import apps
from django.contrib.auth import get_user_model

from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.triggers import DoneInPerson

# These are of allauth, or of sessions: ``account_sql`` and ``unsent_sql`` say who writes them.
OF_SIGNING_IN = {
    "account.EmailAddress": "accounts_see_who_changes guards addresses and second factors",
    "accounts.Invitation": "accounts_see_who_invites: two people open an account",
    "accounts.KnownSession": "whose a session was, so that its unsent text finds its person",
    "accounts.KnownSource": "a browser that came in before waits less: docs/security.md",
    "accounts.UnsentForm": "row security: its person alone reads it",
    "accounts.UnsentText": "row security: its person alone reads it",
    "demo.DemoPerson": "the owner's alone",
    "mfa.Authenticator": "accounts_see_who_changes guards addresses and second factors",
    "providers.ProviderInvitation": "providers_see_who_invites",
    "providers.ProviderMember": "providers_see_who_comes",
}
OF_READING = {
    "placements.ConsultationOpening": "written as a page is read, and stays",
    "placements.Look": "written as a page is read, and stays",
}
BY_THE_HUB = {"files.StoredFile": "checked_by_the_hub: whoever sends one in does it in person"}
# Somebody is named whom it is about, and who does it is in another column, or of a role that may.
WHOM_IT_IS_ABOUT = {
    "accounts.Deputy": "who stands in",
    "accounts.Proposal": "whom it is about, and for whom a deputy decided",
    "accounts.RecordOwner": "who looks after it",
    "contracts.Assignment": "who is to score",
    "placements.Consultation": "who looks after it",
    "placements.FeeMandate": "who recommended it: as_agreed reads that in the proposal",
}
REASONS = OF_SIGNING_IN | OF_READING | BY_THE_HUB


def people_of(model):
    user = get_user_model()
    return {
        field.name
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model is user
    }


def records_that_name_people():
    for model in apps.get_models():
        history = hasattr(model, "pgh_tracked_model")
        if not (history or model._meta.proxy) and (people := people_of(model)):
            yield model, people


def named_in_walls(model):
    walls = getattr(model._meta, "triggers", [])
    return {
        name
        for wall in walls
        if isinstance(wall, WrittenBySomebody | DoneInPerson)
        for name in wall.people
    }


def test_each_record_that_names_people_asks_them():
    without = {
        model._meta.label: sorted(missing)
        for model, people in records_that_name_people()
        if model._meta.label not in REASONS | WHOM_IT_IS_ABOUT
        if (missing := people - named_in_walls(model))
    }
    assert without == {}


def test_reasons_are_of_records_that_need_one():
    asked = {
        model._meta.label
        for model, people in records_that_name_people()
        if people - named_in_walls(model)
    }
    assert set(REASONS | WHOM_IT_IS_ABOUT) <= asked
