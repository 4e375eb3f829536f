"""Each form of the hub, filled in so that it does something: who sends it, where, after what."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from contracts.applications import actions as applying
from contracts.applications import questionnaire as asks
from contracts.applications import sealing
from contracts.arrangements import quarters
from contracts.arrangements.forms.schemes import SchemeWeights
from contracts.evaluation.reporting import digest_of_report
from contracts.models import (
    Agreement,
    Application,
    ConflictDeclaration,
    DeclarationRenewal,
    EarlyEvaluation,
    EvaluationScheme,
    Finding,
    FindingKind,
    Membership,
    Round,
    Vehicle,
)
from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.models import ImportRun
from nmiss.base.accounts import actions as accounts
from nmiss.base.accounts.models import Invitation, Proposal, Role, UnsentForm
from placements.models import Placement
from providers.actions import invite_to
from providers.models import Provider, ProviderMember
from tests.factories import evaluating, joining
from tests.factories.accounts import PASSWORD, SecondFactor, UserFactory
from tests.factories.applying import applicant
from tests.factories.contracts import RoundFactory, received
from tests.factories.imports import begin, table_of
from tests.factories.prices import a_price
from tests.factories.proposals import a_deputy, a_proposal
from tests.factories.providers import ProviderFactory, ProviderMemberFactory
from tests.files.uploads import pdf

NEW_PASSWORD = "staple battery horse correct"
LONG = (
    "All agreed that the answer says how it is done, and shows it by three examples of its own. "
    * 3
)
PERSON = {"name": "Ada Lovelace", "email": "ada@elsewhere.example"}


def day(days=0):
    return str(timezone.localdate() + datetime.timedelta(days=days))


def a_pdf():
    return SimpleUploadedFile("paper.pdf", pdf(), content_type="application/pdf")


@dataclass
class Sending:
    """A form: of which part of the hub, sent by whom, under which address, with what in it."""

    part: str
    who: str
    arguments: tuple = ()
    given: dict | Callable = field(default_factory=dict)
    first: Callable | None = None
    query: dict = field(default_factory=dict)
    opened_by: Callable | None = None  # what the client does before, where that is in its session


def also(world, **named):
    world.named |= {name: getattr(row, "pk", row) for name, row in named.items()}


# Accounts


def _invited(world):
    person = accounts.invite(**PERSON, role=Role.FINANCE, by=world.administrator)
    also(world, invited=person)


def _an_invitation(world):
    person = UserFactory(invited=True, role=Role.FINANCE)
    also(world, token=Invitation.send(person, by=None))


def _a_key(world):
    also(world, uid=user_pk_to_url_str(world.officer), set="set-password")


def _follow_the_key(client, world):
    key = default_token_generator.make_token(world.officer)
    client.get(world.path("account_reset_password_from_key", "uid", key))


def _member(world):
    also(world, member=ProviderMember.objects.get(user=world.viewer))


def _invited_stranger(world):
    world.people["stranger"] = ProviderMemberFactory().user.pk
    given = {"email": world.stranger.email, "name": "Stella Stranger", "role": "editor"}
    provider = Provider.objects.get(pk=world["provider"])
    also(world, invitation=invite_to(provider, **given, by=world.owner))


def _named_by_council(world):
    provider = Provider.objects.get(pk=world["provider"])
    given = {"role": "viewer", "reads_from": timezone.now()}
    also(world, named=ProviderMemberFactory(provider=provider, **given))


def _without_owner(world):
    also(world, unowned=ProviderFactory())


def _proposed(world):
    also(world, proposal=a_proposal(), a="proposal")


def _proposed_by_oneself(world):
    also(world, proposal=a_proposal(by=world.administrator))


def _with_colleague(world):
    also(world, colleague=UserFactory(role=Role.MANAGER))


def _with_deputy(world):
    also(world, deputy=a_deputy(of=world.manager))


def _with_app(world):
    SecondFactor.of(world.viewer)


def _with_passkey(world):
    SecondFactor.of(world.viewer)
    data = {"name": "Key", "credential": {}}
    kind = Authenticator.Type.WEBAUTHN
    also(world, passkey=Authenticator.objects.create(user=world.viewer, type=kind, data=data))


def _with_unsent_form(world):
    own = {"user": world.viewer, "address": "/", "kept_at": timezone.now()}
    also(world, unsent=UnsentForm.objects.create(**own))


PASSWORDS = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
ACCOUNTS = {
    "accounts:person_invite": Sending("plain", "administrator", given=PERSON | {"role": "finance"}),
    "accounts:person_close": Sending("plain", "administrator", ("somebody",)),
    "accounts:person_reopen": Sending(
        "plain",
        "administrator",
        ("somebody",),
        given={"reason": "She is back."},
        first=lambda w: accounts.shut_out(w.somebody, by=w.administrator),
    ),
    "accounts:person_invite_again": Sending("plain", "administrator", ("invited",), first=_invited),
    "accounts:invitation_accept": Sending(
        "plain", "visitor", ("token",), PASSWORDS, first=_an_invitation
    ),
    "account_change_password": Sending(
        "plain", "officer", given=PASSWORDS | {"oldpassword": PASSWORD}
    ),
    "account_reset_password": Sending(
        "plain", "visitor", given=lambda w: {"email": w.officer.email}
    ),
    "account_reset_password_from_key": Sending(
        "plain", "visitor", ("uid", "set"), PASSWORDS, first=_a_key, opened_by=_follow_the_key
    ),
    "accounts:person_second_factor": Sending(
        "plain", "administrator", ("somebody",), {"reason": "The phone is lost."}
    ),
    "accounts:proposal_agree": Sending("plain", "manager", ("proposal",), first=_proposed),
    "accounts:proposal_decline": Sending(
        "plain", "manager", ("proposal",), {"reason": "She has one."}, first=_proposed
    ),
    "accounts:proposal_withdraw": Sending(
        "plain", "administrator", ("proposal",), first=_proposed_by_oneself
    ),
    "accounts:record_hand_over": Sending(
        "plain", "manager", ("a", "proposal"), {"reason": "He knows her."}, first=_proposed
    ),
    "accounts:deputy_name": Sending(
        *("plain", "manager"),
        given=lambda w: {"deputy": w["colleague"], "starts_on": day(1), "ends_on": day(9)},
        first=_with_colleague,
    ),
    "accounts:deputy_end": Sending("plain", "manager", ("deputy",), first=_with_deputy),
    "accounts:unsent_delete": Sending("plain", "viewer", ("unsent",), first=_with_unsent_form),
    "mfa_deactivate_totp": Sending("plain", "viewer", first=_with_app),
    "mfa_generate_recovery_codes": Sending("plain", "viewer", first=_with_app),
    "mfa_remove_webauthn": Sending("plain", "viewer", ("passkey",), first=_with_passkey),
    "providers:provider_person_invite": Sending(
        "plain", "owner", ("provider",), PERSON | {"role": "editor"}
    ),
    "providers:provider_owner_propose": Sending(
        *("plain", "officer", ("unowned",)),
        PERSON | {"reason": "They ask for a place."},
        first=_without_owner,
    ),
    "providers:provider_invitation_again": Sending(
        "plain", "owner", ("provider", "invitation"), first=_invited_stranger
    ),
    "providers:provider_invitation_remove": Sending(
        "plain", "owner", ("provider", "invitation"), first=_invited_stranger
    ),
    "providers:our_invitation": Sending(
        "plain", "stranger", ("invitation",), {"answer": "yes"}, first=_invited_stranger
    ),
    "providers:provider_person_vouch": Sending(
        "plain", "owner", ("provider", "named"), first=_named_by_council
    ),
    "providers:provider_person_remove": Sending(
        "plain", "owner", ("provider", "member"), first=_member
    ),
}

# Imports


def _checked(world):
    run = begin("schools", {"EstablishmentName": "Another Name"}, by=world.officer)
    work_on_what_is_due()
    also(world, run=run)


def _asking(world):
    first = {"placement_ref": "ZP-1", "pupil_ref": "0012345", "ended_on": "2023-12-31"}
    second = {"placement_ref": "ZP-2", "pupil_ref": "12345", "starts_on": "2024-01-01"}
    run = begin("placements", first, second, by=world.officer)
    work_on_what_is_due()
    also(world, run=run)


def _written(world):
    _checked(world)
    run = ImportRun.objects.get(pk=world["run"])
    run.confirm(by=world.officer, seen=run.digest())
    work_on_what_is_due()


IMPORTS = {
    "imports:import_upload": Sending(
        "plain",
        "officer",
        ("schools",),
        lambda w: {"file": SimpleUploadedFile("schools.csv", table_of("schools"), "text/csv")},
    ),
    "imports:import_differences": Sending(
        "plain", "officer", ("run",), {"keep": ["0"]}, first=_checked
    ),
    "imports:import_questions": Sending(
        "plain", "officer", ("run",), {"answer-0": "different"}, first=_asking
    ),
    "imports:import_confirm": Sending("plain", "officer", ("run",), first=_checked),
    "imports:import_drop": Sending("plain", "officer", ("run",), first=_checked),
    "imports:import_undo": Sending("plain", "officer", ("run",), first=_written),
}

# Prices


def _with_price(world):
    also(world, line=a_price(Placement.objects.get(), by=world.officer))


def _with_vehicle(world):
    also(world, vehicle=Vehicle.objects.get())


PRICE = {
    **{"kind": "exams", "funder": "education", "unit": "term", "amount": "120", "quantity": "1"},
    **{"weeks": "38", "starts_on": "2026-09-01"},
}
PRICES = {
    "placements:price_add": Sending("plain", "placements", ("PLC-1",), PRICE),
    "placements:price_change": Sending(
        *("plain", "officer", ("line",)),
        {"from_on": "2026-09-01", "amount": "90", "quantity": "2.5"},
        first=_with_price,
    ),
    "placements:price_end": Sending(
        "plain", "officer", ("line",), {"last_on": "2026-08-31"}, first=_with_price
    ),
    "placements:vehicle_value": Sending("plain", "finance", ("vehicle",), first=_with_vehicle),
    "placements:price_void": Sending(
        "plain", "manager", ("line",), {"reason": "It is another child's."}, first=_with_price
    ),
}

# Rounds, schemes and vehicles

QUESTION = {
    **{"number": "17", "section": "Quality", "title": "New", "text": "Say how."},
    **{"weight": "5", "word_limit": "300"},
}
VEHICLE = {
    **{"name": "Another DPS", "kind": "dps", "established_on": "2020-01-06"},
    **{"starts_on": "2020-02-03", "value_basis": "unknown", "lots": "2", "references": "X1"},
    **{"initial_ends_on": "2025-02-02", "option_count": "2"},
    **{"option_months": "12", "options_at_once": "1"},
}
DECISION = {
    **{"title": "Another extension", "maker_title": "Cabinet member"},
    **{"classification": "open", "urgency": "notice"},
}


def _a_vehicle(world):
    day = datetime.date(2021, 1, 4)
    vehicle = Vehicle.establish(
        **{"name": "Another DPS", "kind": "dps", "established_on": day, "starts_on": day},
        **{"lots": 1, "by": world.officer},
    )
    also(world, vehicle=vehicle)


def _published(world):
    scheme = EvaluationScheme.objects.get(pk=world["scheme"])
    scheme.publish(by=world.manager, seen=scheme.digest())


def _planned(world):
    also(world, planned=RoundFactory(planned=True))


def _due(world):
    vehicle = Vehicle.objects.get(pk=world["vehicle"])
    return str(quarters.quarters_without_notice(vehicle, today=timezone.localdate())[0].first)


def _nothing_proposed(world):
    for proposal in Proposal.objects.waiting():
        proposal.withdraw(by=proposal.proposed_by)


def _another_provider(world):
    also(world, another=applicant()[0])


def _weights(world):
    scheme = EvaluationScheme.objects.whole().get(pk=world["scheme"])
    return {**SchemeWeights.of(scheme), "shortest_rationale": "60"}


ROUNDS = {
    "contracts:legal_number_succeed": Sending(
        *("arrangements", "manager", ("number",)),
        {"value": "12", "valid_from": day(100), "source": "SI 2027/1, reg 2"},
    ),
    "contracts:days_off": Sending(
        "arrangements", "officer", given={"day": "2031-01-07", "reason": "Flood"}
    ),
    "contracts:day_off_remove": Sending("arrangements", "officer", ("day_off",)),
    "contracts:lot_edit": Sending(
        "arrangements", "officer", ("lot",), {"name": "A", "reason": "Why"}
    ),
    "contracts:application_evaluate_now": Sending(
        "arrangements", "officer", ("application",), {"reason": "It would be late."}
    ),
    "contracts:application_prolong": Sending(
        "arrangements", "officer", ("application",), {"reason": "It is long."}
    ),
    "contracts:round_edit": Sending(
        *("arrangements", "officer", ("planned",)),
        {"opens_on": day(200), "closes_on": day(260), "notice_text": "New days."},
        first=_planned,
    ),
    "contracts:round_extend": Sending(
        *("arrangements", "officer", ("round",)),
        {"closes_on": day(30), "reason": "An outage."},
        first=_nothing_proposed,
    ),
    "contracts:round_window": Sending(
        *("arrangements", "officer", ("round",)),
        lambda w: {"provider": w["another"], "closes_on": day(5), "reason": "An outage."},
        first=_another_provider,
    ),
    "contracts:vehicle_add": Sending("arrangements", "officer", given=VEHICLE),
    "contracts:vehicle_edit": Sending(
        "arrangements",
        "officer",
        ("vehicle",),
        {"references": "DN1", "advertised_value": "£1,000", "value_basis": "unknown"},
    ),
    "contracts:decision_add": Sending(
        *("arrangements", "officer"),
        given=DECISION | {"number": "26/00001"},
    ),
    "contracts:decision_edit": Sending(
        *("arrangements", "officer", ("decision",)),
        DECISION | {"number": "25/00007"},
    ),
    "contracts:delegation_add": Sending(
        *("arrangements", "officer", ("decision",)),
        {"to": "Director", "scope": "To extend"},
    ),
    "contracts:approval_limit_add": Sending(
        *("arrangements", "manager"),
        given={
            **{"matter": "fees", "office": "Director", "up_to": "1000000", "valid_from": day()},
            "reason": "The council decided so.",
        },
    ),
    "contracts:option_move": Sending(
        *("arrangements", "officer", ("option", "move")),
        {"reason": "The schools are needed for another year."},
    ),
    "contracts:vehicle_term": Sending(
        *("arrangements", "officer", ("vehicle",)),
        {
            **{"initial_ends_on": "2027-08-31", "option_count": "1"},
            **{"option_months": "12", "options_at_once": "1"},
        },
    ),
    "contracts:vehicle_mode": Sending(
        *("arrangements", "manager", ("vehicle",)),
        {"mode": "light_touch", "legal_advice": "A1", "documents": "D1"},
    ),
    "contracts:vehicle_plan": Sending("arrangements", "officer", ("vehicle",)),
    "contracts:notice_add": Sending(
        *("arrangements", "officer", ("vehicle",)),
        {"kind": "f20", "sent_on": day(-3), "reference": "000001-2026"},
    ),
    "contracts:notice_waive": Sending(
        "arrangements",
        "officer",
        ("vehicle",),
        lambda w: {"quarter": _due(w), "reason": "Sent before."},
    ),
    "contracts:document_add": Sending(
        "arrangements", "officer", ("vehicle",), lambda w: {"title": "Terms", "file": a_pdf()}
    ),
    "contracts:scheme_begin": Sending("arrangements", "officer", ("vehicle",), first=_a_vehicle),
    "contracts:tender_watch": Sending("arrangements", "owner", ("vehicle",)),
    "contracts:scheme_edit": Sending("arrangements", "officer", ("scheme",), _weights),
    "contracts:scheme_publish": Sending("arrangements", "manager", ("scheme",)),
    "contracts:scheme_succeed": Sending("arrangements", "officer", ("scheme",), first=_published),
    "contracts:question_add": Sending("arrangements", "officer", ("scheme",), QUESTION),
    "contracts:question_edit": Sending(
        "arrangements", "officer", ("scheme", "question"), QUESTION | {"number": "11"}
    ),
    "contracts:question_remove": Sending("arrangements", "officer", ("scheme", "question")),
}

# Applications, as applicants see them


def _new_applicant(world):
    provider, owner = applicant()
    world.people["applicant"] = owner.pk
    also(world, newcomer=provider)


def _begun_anew(world):
    with sealing.acting_for(world.owner):
        draft = Application.objects.get(pk=world["draft"])
        applying.withdraw(draft, by=world.owner)
        also(world, draft=applying.begin(draft.provider, draft.vehicle, by=world.owner))


def _changed_since(world):
    """It was submitted: say something else, so that there is something to submit."""
    with sealing.acting_for(world.owner):
        draft = Application.objects.get(pk=world["draft"])
        section = next(each for each in draft.sections.all() if "registered_on" in each.answers)
        answers = {"trading_names": "Another name"}
        given = {"by": world.owner, "revision": section.revision, "answers": answers}
        applying.save_section(draft, section.key, **given)


def _insurance(world):
    with sealing.acting_for(world.owner):
        section = Application.objects.get(pk=world["draft"]).sections.get(key="insurance")
        return {**section.answers, "revision": section.revision}


DECLARED = {"declared": [str(number) for number, _ in enumerate(asks.DECLARATION)]}
APPLYING = {
    "contracts:application_start": Sending(
        "applications", "applicant", ("vehicle", "newcomer"), first=_new_applicant
    ),
    "contracts:application_section": Sending(
        "applications", "owner", ("draft", "section"), _insurance
    ),
    "contracts:application_still_true": Sending(
        "applications", "owner", ("draft",), {"still_true": "yes"}, first=_begun_anew
    ),
    "contracts:application_documents": Sending(
        "applications", "owner", ("draft",), lambda w: {"kind": "other", "file": a_pdf()}
    ),
    "contracts:evidence_replace": Sending(
        "applications",
        "owner",
        ("draft", "evidence"),
        lambda w: {"file": a_pdf(), "expires_on": day(200)},
    ),
    "contracts:evidence_remove": Sending("applications", "owner", ("draft", "evidence")),
    "contracts:application_declare": Sending(
        "applications", "owner", ("draft",), DECLARED, first=_changed_since
    ),
    "contracts:application_withdraw": Sending("applications", "owner", ("draft",)),
    "contracts:evidence_request_answer": Sending(
        "applications", "owner", ("opened", "evidence_request"), {"answer": "Here it is."}
    ),
    "contracts:clarification_ask": Sending(
        "applications", "owner", ("vehicle",), {"question": "May we apply?"}
    ),
    "contracts:clarification_answer": Sending(
        *("applications", "officer", ("clarification",)),
        {"published_question": "May one?", "answer": "Yes."},
    ),
    "contracts:evidence_request_new": Sending(
        *("applications", "officer", ("opened",)),
        {"question": "The last page is missing.", "working_days": "5"},
    ),
}

# Evaluating


def _of_officer(make, *, by="officer"):
    """An application that was brought so far, with which this person has no conflict."""

    def first(world):
        application = make()
        ConflictDeclaration.declare(application, by=getattr(world, by), has_conflict=False)
        also(world, application=application)

    return first


def _to_open(world):
    application = received()
    EarlyEvaluation.decide(application, by=world.manager, reason="It would be late.")
    ConflictDeclaration.declare(application, by=world.officer, has_conflict=False)
    also(world, application=application)


def _to_open_of_a_round(world):
    round = Round.objects.get(pk=world["round"])
    application = received()
    Application.objects.filter(pk=application.pk).update(round=round)
    EarlyEvaluation.decide(application, by=world.manager, reason="It would be late.")
    also(world, application=application)


def _to_assign(world):
    application = evaluating.checked()
    for person in (world.officer, world.somebody):
        ConflictDeclaration.declare(application, by=person, has_conflict=False)
    Application.objects.filter(pk=application.pk).update(round_id=world["round"])
    also(world, application=application)


def _two(world):
    return {"people": [world.people["officer"], world.people["somebody"]], "each": "2"}


def _to_score(world):
    application = Application.objects.get(pk=world["application"])
    for kind in FindingKind.before_scoring():
        Finding.make(application, kind, by=world.officer, passed=True, reason="We looked at it.")


def _all_scored():
    application = evaluating.assigned()
    evaluating.score_all(application)
    return application


def _agreed(world):
    application = Application.objects.get(pk=world["application"])
    question = application.scheme.questions.get(number=11)
    names = evaluating.evaluators_of(application, question)
    return {"score": "7", "reason": LONG, "present": names}


def _the_report_as_it_was_read(world):
    application = Application.objects.get(pk=world["application"])
    return {"looked_again": "on", "seen": digest_of_report(application)}


def _replaced(world):
    return {"evaluator": world.people["somebody"], "reason": "She is away."}


EVALUATING = {
    "contracts:application_declare_interest": Sending(
        "evaluation", "manager", ("application",), {"conflict": "no"}
    ),
    "contracts:application_open": Sending(
        "evaluation", "officer", ("application",), first=_to_open
    ),
    "contracts:application_finding": Sending(
        *("evaluation", "officer", ("application", "kind")),
        {"passed": "yes", "reason": "All of it is there."},
    ),
    "contracts:application_assign": Sending(
        "evaluation", "officer", ("application",), _two, first=_to_assign
    ),
    "contracts:question_score": Sending(
        *("evaluation", "officer", ("application", "question")),
        {"score": "7", "rationale": LONG},
        first=_to_score,
    ),
    "contracts:question_moderate": Sending(
        *("evaluation", "officer", ("application", "question"), _agreed),
        first=_of_officer(_all_scored),
    ),
    "contracts:application_recommend": Sending(
        *("evaluation", "officer", ("application",), {"recommendation": "As scored."}),
        first=_of_officer(evaluating.diligent),
    ),
    "contracts:application_approve": Sending(
        *("evaluation", "manager", ("application",), _the_report_as_it_was_read),
        first=_of_officer(evaluating.recommended, by="manager"),
    ),
    "contracts:application_send_back": Sending(
        *("evaluation", "manager", ("application",), {"reason": "Look at question 12 again."}),
        first=_of_officer(evaluating.recommended, by="manager"),
    ),
    "contracts:assignment_replace": Sending("evaluation", "officer", ("assignment",), _replaced),
    "contracts:round_open_applications": Sending(
        *("evaluation", "officer", ("round",)),
        lambda w: {f"conflict_{w['application']}": "no"},
        first=_to_open_of_a_round,
    ),
    "contracts:round_assign": Sending("evaluation", "officer", ("round",), _two, first=_to_assign),
    "contracts:round_nudge": Sending("evaluation", "officer", ("round",)),
}

# Outcomes, agreements and memberships

SIGNED = {"name": "Ada Lovelace", "capacity": "Proprietor", "confirm": "on"}
LEAVING = {"last_on": day(40), "reason": "It closes."}


def _decided(world):
    _of_officer(joining.decided)(world)


def _signed(world):
    Agreement.objects.get(pk=world["agreement"]).sign(by=world.owner, name="Ada", capacity="Owner")


def _withdrawn(world):
    Agreement.objects.get(pk=world["agreement"]).withdraw(by=world.officer, reason="A mistake.")


def _suspended(world):
    membership = Membership.objects.with_facts(timezone.localdate()).get(pk=world["membership"])
    membership.suspend(by=world.officer, starts_on=timezone.localdate(), reason="An inspection.")


def _renewed(world):
    renewal = DeclarationRenewal.objects.get(pk=world["declaration"])
    renewal.renew(by=world.owner, has_changed=True, changes="A new head.")


JOINING = {
    "contracts:outcome_release": Sending(
        *("membership", "officer", (), {"starts_on": day(1)}),
        first=_decided,
        query={"application": "application"},
    ),
    "contracts:agreement_countersign": Sending(
        "membership", "officer", (), SIGNED, first=_signed, query={"agreement": "agreement"}
    ),
    "contracts:agreement_sign": Sending("membership", "owner", ("agreement",), SIGNED),
    "contracts:agreement_decline": Sending(
        "membership", "owner", ("agreement",), {"reason": "We have no places."}
    ),
    "contracts:agreement_withdraw": Sending(
        "membership", "officer", ("agreement",), {"reason": "A mistake."}
    ),
    "contracts:agreement_offer_again": Sending(
        "membership", "officer", ("agreement",), {"starts_on": day(1)}, first=_withdrawn
    ),
    "contracts:membership_suspend": Sending(
        "membership", "officer", ("membership",), {"starts_on": day(), "reason": "An inspection."}
    ),
    "contracts:membership_reinstate": Sending(
        *("membership", "officer", ("membership",), {"opens_on": day(1), "reason": "It is good."}),
        first=_suspended,
    ),
    "contracts:membership_remove": Sending("membership", "officer", ("membership",), LEAVING),
    "contracts:membership_exit": Sending("membership", "owner", ("membership",), LEAVING),
    "contracts:declaration_ask": Sending("membership", "officer", ("membership",), first=_renewed),
    "contracts:declaration_renew": Sending(
        "membership", "owner", ("declaration",), {"has_changed": "no"}
    ),
    "contracts:extension_reply": Sending("membership", "owner", ("letter",), {"reply": "accepted"}),
    "contracts:extension_ask": Sending(
        "membership", "owner", ("letter",), {"words": "Who signs for the extension?"}
    ),
    "contracts:extension_answer": Sending(
        "membership", "officer", ("enquiry",), {"answer": "Nobody signs again."}
    ),
    "contracts:declaration_read": Sending(
        "membership", "officer", ("declaration",), first=_renewed
    ),
    "contracts:debarment_check": Sending(
        "membership", "officer", ("provider",), {"list_on": day(), "result": "clear"}
    ),
    "contracts:compliance_add": Sending(
        *("membership", "owner", ("provider",)),
        lambda w: {"kind": "other", "school": "all", "replaces": ["none"], "file": a_pdf()},
    ),
    "contracts:compliance_ask": Sending("membership", "officer", ("compliance",)),
}

# Indicators and terms

INDICATOR = {
    **{"code": "K30", "name": "Meals eaten", "formula": "100 * eaten / served", "unit": "%"},
    **{"is_rated": "on", "weight": "2", "polarity": "high", "target": "90", "minimum": "5"},
    **{"frequency": "term", "answered_by": "school"},
}


KPIS = {
    "kpis:indicator_set_draft": Sending(
        *("kpis", "manager"), given={"version": "2031-09", "valid_from": day(9)}
    ),
    "kpis:indicator_set_publish": Sending("kpis", "manager", ("version",)),
    "kpis:indicator_set_discard": Sending("kpis", "officer", ("version",)),
    "kpis:indicator_add": Sending("kpis", "officer", ("version",), INDICATOR),
    "kpis:indicator_edit": Sending("kpis", "officer", ("indicator",), INDICATOR),
    "kpis:indicator_remove": Sending("kpis", "officer", ("indicator",)),
    "kpis:term_add": Sending(
        *("kpis", "officer"),
        given={"name": "2026-27 autumn", "first_day": "2026-09-01", "last_day": "2026-12-18"},
    ),
}

SENDINGS = ACCOUNTS | IMPORTS | PRICES | ROUNDS | APPLYING | EVALUATING | JOINING | KPIS
