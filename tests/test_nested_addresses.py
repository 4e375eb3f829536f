"""An address under one record never answers for what belongs to another.

Every address that names two records is asked with a parent that is there, which the same person
may see, and to which the record named after it does not belong.
"""

from __future__ import annotations

import datetime
import itertools

from django.db import transaction
from django.test import Client
from django.urls import reverse

from contracts.applications import actions, asking, sealing
from contracts.models import Vehicle
from kpis.models import KpiReturn
from providers.models import School
from tests.factories.consequences import a_plan
from tests.factories.consultations import a_consultation
from tests.factories.contracts import EvaluationSchemeFactory, opened
from tests.factories.placements import ChildFactory, a_case
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.test_access import addresses, by_part, get_resolver_arguments, hub, part  # noqa: F401

# Addresses of several arguments, none of which is a record that belongs to another.
NO_PARENT = {
    "accounts:record_hand_over": "the kind says of what the number is",
    "account_reset_password_from_key": "the key opens the account that it was made for alone",
    "contracts:application_start": "a vehicle and a provider own nothing of one another",
    "contracts:decision_assess": "every decision has every assessment",
    "contracts:duty_waive": "every arrangement has the forms of its law",
    "contracts:notice_draft": "every arrangement has the forms of its law",
    "providers:inspection_add": "every school is inspected by every framework",
    "contracts:option_move": "every option has every move",
    "contracts:application_section": "every application has every section",
    "contracts:application_finding": "every application has every check",
    "contracts:question_detail": "a question by its number in the application's own scheme",
    "contracts:question_score": "a question by its number in the application's own scheme",
    "contracts:question_moderate": "a question by its number in the application's own scheme",
    "home:email_about": "the label says of what the number is",
    "kpis:rating_cell": "every school has every indicator",
    "kpis:return_section": "a section by its place in the return",
    "kpis:return_section_after_all": "a section by its place in the return",
    "kpis:return_section_nothing": "a section by its place in the return",
    "kpis:return_section_repeat": "a section by its place in the return",
    "kpis:return_copy": "a version by its number in the return",
    "kpis:return_receipt": "a version by its number in the return",
    "placements:fee_accept": "an offer by its number in the request",
}


def another_provider(people, arguments):
    """One that the same owner owns."""
    other = ProviderFactory()
    ProviderMemberFactory(provider=other, user=people["owner"])
    return other.pk


def another_draft_scheme(people, arguments):
    """Of another vehicle: one has at most one draft."""
    vehicle = Vehicle.objects.create(name="Another", starts_on=datetime.date(2024, 4, 1))
    for number in (1, 2):
        vehicle.lots.create(number=number, name=f"Lot {number}")
    return EvaluationSchemeFactory(vehicle=vehicle, published=False).pk


def another_draft(people, arguments):
    """Of another provider of the same owner: never submitted, and with no request."""
    provider, vehicle = ProviderFactory(), Vehicle.objects.get(name=Vehicle.DPS)
    owner = ProviderMemberFactory(provider=provider, user=people["owner"]).user
    with sealing.acting_for(owner):
        return actions.begin(provider, vehicle, by=owner).pk


def _another_opened(people):
    return opened(officers=[people["officer"], people["manager"]])


def another_application(people, arguments):
    return _another_opened(people).pk


def another_request(people, arguments):
    other = _another_opened(people)
    return asking.ask_for_evidence(other, by=people["officer"], question="More.", working_days=5).pk


def another_case(people, arguments):
    return a_case(ChildFactory(reference="ANOTHER-1")).pk


def another_consultation(people, arguments):
    return a_consultation(by=people["placements"]).pk


def another_school(people, arguments):
    """One of the same provider, whose people report for both."""
    provider = School.objects.get(urn=arguments["urn"]).provider
    return SchoolFactory(provider=provider).urn


def another_return(people, arguments):
    """Of the same school."""
    return KpiReturn.objects.exclude(pk=arguments["kpi_return"]).order_by("pk").first().pk


def another_plan(people, arguments):
    provider = School.objects.get(urn=arguments["urn"]).provider
    school = SchoolFactory(provider=provider)
    return a_plan(school, by=people["owner"], manager=people["manager"]).pk


# Who asks, which argument names the parent, and how another one is made.
PARENTS = {
    "providers:provider_invitation_again": ("owner", "pk", another_provider),
    "providers:provider_invitation_remove": ("owner", "pk", another_provider),
    "providers:provider_person_vouch": ("owner", "pk", another_provider),
    "providers:provider_person_remove": ("owner", "pk", another_provider),
    "contracts:question_edit": ("officer", "scheme", another_draft_scheme),
    "contracts:question_remove": ("officer", "scheme", another_draft_scheme),
    "contracts:evidence_file": ("owner", "draft", another_draft),
    "contracts:evidence_remove": ("owner", "draft", another_draft),
    "contracts:evidence_replace": ("owner", "draft", another_draft),
    "contracts:application_receipt": ("owner", "draft", another_draft),
    "contracts:application_receipt_file": ("owner", "draft", another_draft),
    "contracts:evidence_request_answer": ("owner", "draft", another_draft),
    "contracts:evidence_request_file": ("officer", "evidence_request", another_request),
    "contracts:application_evidence": ("officer", "application", another_application),
    "placements:shortlist_detail": ("placements", "pk", another_case),
    "placements:consultation_document": ("placements", "consultation", another_consultation),
    "kpis:return_evidence_file": ("editor", "kpi_return", another_return),
    "kpis:return_evidence_remove": ("editor", "kpi_return", another_return),
    "kpis:review_agree": ("officer", "kpi_return", another_return),
    "kpis:plan_action_complete": ("officer", "plan", another_plan),
    "kpis:plan_evidence_add": ("owner", "plan", another_plan),
    "kpis:plan_evidence_file": ("owner", "plan", another_plan),
    "providers:vacancy_repeat": ("owner", "urn", another_school),
}


def arguments_of(name):
    return next(iter(get_resolver_arguments(name)), ())


def test_every_nested_address_is_walked():
    nested = {name for name in addresses() if len(arguments_of(name)) > 1}

    assert nested == PARENTS.keys() | NO_PARENT.keys()


@by_part(itertools.product(PARENTS, ["get", "post"]))
def test_answers_for_its_own_alone(db, hub, name, method):  # noqa: F811
    people, found, keys = hub
    found = found | found.get(name, {})
    who, parent, make = PARENTS[name]
    given = {
        each: keys[name.partition(":")[0]] if each == "pk" else found[each]
        for each in arguments_of(name)
    }
    elsewhere = given | {parent: make(people, found)}
    client = Client()
    client.force_login(people[who])

    def answer(arguments):
        before = transaction.savepoint()
        status = getattr(client, method)(reverse(name, kwargs=arguments)).status_code
        transaction.savepoint_rollback(before)
        return status

    its_own = answer(given)
    assert its_own != 404
    assert answer(elsewhere) == (405 if its_own == 405 else 404)
