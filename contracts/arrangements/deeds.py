"""The words of what is done with arrangements, rounds, schemes and deadlines."""

from __future__ import annotations

from decimal import Decimal

from contracts.arrangements.models import (
    Classification,
    Correction,
    NoticeKind,
    Urgency,
    VehicleKind,
)
from nmiss.base.core.deeds import Fact, register, register_facts
from nmiss.base.core.templatetags.components import money

register(
    "Procurement arrangements",
    {
        "contracts.Vehicle.establish": ("added the", "Procurement arrangement added"),
        "contracts.Vehicle.change": ("changed the", "Procurement arrangement changed"),
        "set_term": ("recorded the term of the", "Term recorded"),
        "contracts.ExtensionOption.propose": ("proposed to use", "Option proposed"),
        "contracts.ExtensionOption.decide": ("recorded the decision on", "Option decided"),
        "contracts.ExtensionOption.notify": ("told providers of", "Providers told of option"),
        "contracts.ExtensionOption.take_effect": ("put into effect", "Option in effect"),
        "contracts.ExtensionOption.lapse": ("let lapse", "Option lapsed"),
        "take_over": ("recorded the past use of", "Option recorded as used"),
        "record_past_use": (
            "recorded with a colleague the past use of",
            "Past use of option recorded",
        ),
        "name_decision": ("recorded the decision that used", "Decision of an option recorded"),
        "contracts.Vehicle.set_mode": (
            "changed the legal deadlines of the",
            "Legal deadlines changed",
        ),
        "contracts.Lot.change": ("changed", "Lot changed"),
        "publish_document": ("published a document of the", "Document published"),
        "assume_starters": ("assumed new placements under the", "New placements assumed"),
        "waive_notice": ("waived a notice of the", "Notice waived"),
        "record_notice": ("recorded a notice of the", "Notice recorded"),
    },
)
register(
    "Executive decisions",
    {
        "import_decisions": ("imported decisions:", "Decisions imported"),
        "contracts.Appraisal.prepare": ("prepared the", "Appraisal prepared"),
        "find": ("recorded the finding of the", "Finding recorded"),
        "record_decision": ("recorded", "Decision recorded"),
        "contracts.Decision.change": ("changed", "Decision changed"),
        "delegate": ("recorded a delegation by", "Delegation recorded"),
        "enter_limit": ("entered the", "Approval limit entered"),
    },
)
register(
    "Rounds",
    {
        "plan_rounds": ("planned rounds of the", "Rounds planned"),
        "contracts.Round.change": ("changed", "Round changed"),
        "contracts.Round.open": ("opened", "Round opened"),
        "contracts.Round.close": ("closed", "Round closed"),
        "tell_of_opening": ("told providers about the opening of", "Providers told of opening"),
        "ask_to_be_told": ("subscribed to rounds of the", "Subscribed to rounds"),
        "stop_telling": ("unsubscribed from rounds of the", "Unsubscribed from rounds"),
        "extend": ("extended", "Round extended"),
        "give_window": ("gave a recovery window in", "Recovery window given"),
    },
)
register(
    "Legal time limits and office closures",
    {
        "core.LegalParameter.succeed": (
            "recorded a new legal time limit:",
            "Legal time limit changed",
        ),
        "close_offices": ("recorded the office closure on", "Office closure added"),
        "open_offices": ("removed the office closure on", "Office closure removed"),
    },
    for_administrators=True,
)
register(
    "Evaluation schemes",
    {
        "contracts.EvaluationScheme.start": ("started the", "Scheme started"),
        "contracts.EvaluationScheme.change": ("changed the", "Scheme changed"),
        "contracts.EvaluationScheme.publish": ("published the", "Scheme published"),
        "contracts.EvaluationScheme.succeed": (
            "started a new version of the",
            "New version started",
        ),
        "put_question": ("wrote a question of the", "Question written"),
        "take_out_question": ("removed a question from the", "Question removed"),
    },
)
register_facts(
    status="Status",
    due_on="Due",
    version="Version",
    digest=Fact("File fingerprint (SHA-256)", is_technical=True),
    establish__kind=Fact("Kind", dict(VehicleKind.choices)),
    record_notice__kind=Fact("Notice", dict(NoticeKind.choices)),
    waive_notice__kind=Fact("Notice", dict(NoticeKind.choices)),
    name="Name",
    quarter="Quarter from",
    reference="Reference",
    references="References",
    title="Title",
    starts_on="First day",
    ends_on="Last day",
    initial_ends_on="Last day of the initial term",
    option_count="Options to extend",
    notice_reference="Notice",
    override="Legal advice on the value",
    consent="Consent of the successor",
    consent_past_on="Day of the section 24 direction",
    vehicle="Procurement arrangement",
    is_key="Key decision",
    key_reason="Why it is a key decision",
    divisions="Electoral divisions",
    maker_title="Decision-maker",
    maker_name="Name of the decision-maker",
    classification=Fact("Classification", dict(Classification.choices)),
    urgency=Fact("Notice given under", dict(Urgency.choices)),
    urgency_reason="Why notice was shorter",
    pathway="Pathway",
    consultees="Consultees",
    rejected_options="Options rejected",
    conflicts="Conflicts of interest",
    background_documents="Background documents",
    way="Recommended",
    starters="New placements a year",
    assume_starters__fee=Fact("Fee a year", lambda value: value and money(Decimal(value))),
    budget=Fact("Budget", lambda value: value and money(Decimal(value))),
    corrects="Earlier decision",
    correction=Fact("Effect on the earlier decision", dict(Correction.choices)),
    decided_on="Decided",
    published_on="Published",
    notice_on="Notice published",
    to="To",
    scope="Scope",
    up_to=Fact("Up to, a year", lambda value: money(Decimal(value)) if value else "No limit"),
    decision="Decision",
    established_on="Established",
    advertised_value=Fact("Advertised value", lambda value: value and money(Decimal(value))),
    value_basis="Basis of the value",
    consulted_first="Schools are consulted first",
    block_allowed="Block contracts are allowed",
    round_mode="Legal deadlines",
    legal_advice="Legal advice",
    documents="Published documents",
    opens_at="Opens",
    closes_at="Closes",
    planned="Planned time",
    provider="Provider",
    rounds="Rounds",
    told="Providers told",
    valid_from="Applies from",
    source="Source",
    number="Question",
    weights="Total weight",
    scale="Highest score",
)
