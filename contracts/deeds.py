"""The words of what is done in the purchasing system."""

from __future__ import annotations

from decimal import Decimal

from contracts.applications import sealing
from contracts.arrangements.models import NoticeKind, VehicleKind
from contracts.evaluation.models import FindingKind
from contracts.membership.models import Debarred
from nmiss.base.core.deeds import Fact, register, register_facts, seal
from nmiss.base.core.templatetags.components import money

OF_VEHICLES = {
    "contracts.Vehicle.establish": ("added the", "Procurement arrangement added"),
    "contracts.Vehicle.change": ("changed the", "Procurement arrangement changed"),
    "contracts.Vehicle.set_mode": ("changed the legal deadlines of the", "Legal deadlines changed"),
    "contracts.Lot.change": ("changed", "Lot changed"),
    "publish_document": ("published a document of the", "Document published"),
    "waive_notice": ("waived an award notice of the", "Award notice waived"),
    "record_notice": ("recorded a notice of the", "Notice recorded"),
}
OF_ROUNDS = {
    "plan_rounds": ("planned rounds of the", "Rounds planned"),
    "contracts.Round.change": ("changed", "Round changed"),
    "contracts.Round.open": ("opened", "Round opened"),
    "contracts.Round.close": ("closed", "Round closed"),
    "tell_of_opening": ("told providers about the opening of", "Providers told of opening"),
    "ask_to_be_told": ("subscribed to rounds of the", "Subscribed to rounds"),
    "stop_telling": ("unsubscribed from rounds of the", "Unsubscribed from rounds"),
    "propose_extension": ("proposed to extend", "Extension proposed"),
    "extend": ("extended", "Round extended"),
    "propose_window": ("proposed a recovery window in", "Recovery window proposed"),
    "agree_window": ("agreed to a recovery window in", "Recovery window agreed"),
}
OF_DEADLINES = {
    "core.LegalParameter.succeed": ("recorded a new legal time limit:", "Legal time limit changed"),
    "close_offices": ("recorded the office closure on", "Office closure added"),
    "open_offices": ("removed the office closure on", "Office closure removed"),
}
OF_SCHEMES = {
    "contracts.EvaluationScheme.start": ("started the", "Scheme started"),
    "contracts.EvaluationScheme.change": ("changed the", "Scheme changed"),
    "contracts.EvaluationScheme.publish": ("published the", "Scheme published"),
    "contracts.EvaluationScheme.succeed": ("started a new version of the", "New version started"),
    "put_question": ("wrote a question of the", "Question written"),
    "take_out_question": ("removed a question from the", "Question removed"),
}
OF_APPLICATIONS = {
    "contracts.Application.start": ("started the", "Application started"),
    "save_section": ("saved a section of the", "Section saved"),
    "add_evidence": ("added a document to the", "Document added to application"),
    "remove_evidence": ("removed a document from the", "Document removed from application"),
    "refuse_evidence": ("refused a file of the", "File of application refused"),
    "replace_evidence": ("replaced a refused file of the", "Refused file replaced"),
    "confirm_answers": ("confirmed earlier answers in the", "Earlier answers confirmed"),
    "follow_scheme": ("moved to new questions the", "Moved to new questions"),
    "receive": ("submitted the", "Application submitted"),
    "contracts.Application.withdraw": ("withdrew the", "Application withdrawn"),
    "contracts.Clarification.ask": ("asked", "Question asked"),
    "answer_question": ("answered", "Question answered"),
    "ask_for_evidence": ("sent the", "Evidence requested"),
    "answer_evidence_request": ("answered the", "Evidence request answered"),
}
OF_SEAL = {
    "declare_interest": ("declared their interest in the", "Interest declared"),
    "take_part_in_opening": ("took part in opening the", "Took part in opening"),
    "contracts.Application.open": ("opened the", "Application opened"),
    "try_to_read_sealed": ("was refused the sealed content of the", "Refused: sealed content"),
    "try_to_open": ("was refused to open the", "Refused: opening"),
}
OF_EVALUATION = {
    "evaluate_now": ("decided to evaluate before its round closes the", "Evaluated early"),
    "prolong": ("extended the evaluation of the", "Evaluation extended"),
    "check": ("completed a check of the", "Check completed"),
    "assign": ("assigned evaluators to the", "Evaluators assigned"),
    "replace": ("replaced an evaluator of the", "Evaluator replaced"),
    "nudge": ("reminded {} of outstanding scores", "Reminder of scores sent"),
    "score": ("scored a question of the", "Question scored"),
    "moderate": ("recorded the agreed score of a question of the", "Score agreed"),
    "recommend": ("recommended an outcome of the", "Outcome recommended"),
    "send_back": ("sent back the recommendation on the", "Recommendation sent back"),
    "approve": ("approved the outcome of the", "Outcome approved"),
    "seal_report": ("saved the evaluation report of the", "Evaluation report saved"),
    "release": ("sent the outcome of the", "Outcome sent"),
}
OF_AGREEMENTS = {
    "offer": ("offered the", "Agreement offered"),
    "sign": ("signed the", "Agreement signed by provider"),
    "countersign": ("countersigned the", "Agreement countersigned"),
    "decline": ("declined the", "Agreement declined"),
    "contracts.Agreement.withdraw": ("withdrew the", "Agreement withdrawn"),
    "end": ("ended the", "Agreement ended"),
}
OF_MEMBERS = {
    "admit": ("admitted", "School admitted"),
    "suspend": ("suspended", "School suspended"),
    "reinstate": ("reinstated", "School reinstated"),
    "remove": ("removed", "School removed"),
    "exit": ("recorded the leaving of", "School left"),
    "ask_to_renew": ("requested the", "Self-declaration requested"),
    "renew": ("renewed the", "Self-declaration renewed"),
    "read_what_changed": ("read the changes in the", "Changes read"),
    "check_debarment": ("checked the debarment list for", "Debarment list checked"),
    "ask_for_a_document": ("asked for a newer", "Newer document requested"),
}


FACTS: dict[str, Fact | str] = {
    "status": "Status",
    "due_on": "Due",
    "version": "Version",
    "digest": Fact("File fingerprint (SHA-256)", is_technical=True),
    # Procurement arrangements, rounds and schemes
    "establish__kind": Fact("Kind", dict(VehicleKind.choices)),
    "record_notice__kind": Fact("Notice", dict(NoticeKind.choices)),
    "name": "Name",
    "quarter": "Quarter from",
    "reference": "Reference",
    "references": "References",
    "title": "Title",
    "starts_on": "First day",
    "ends_on": "Last day",
    "established_on": "Established",
    "advertised_value": Fact("Advertised value", lambda value: value and money(Decimal(value))),
    "value_basis": "Basis of the value",
    "consulted_first": "Schools are consulted first",
    "block_allowed": "Block contracts are allowed",
    "round_mode": "Legal deadlines",
    "legal_advice": "Legal advice",
    "documents": "Published documents",
    "opens_at": "Opens",
    "closes_at": "Closes",
    "planned": "Planned time",
    "provider": "Provider",
    "rounds": "Rounds",
    "told": "Providers told",
    "valid_from": "Applies from",
    "source": "Source",
    "number": "Question",
    "weights": "Total weight",
    "scale": "Highest score",
    # Evaluation
    "has_conflict": Fact(
        "", {True: "Declared a conflict of interest", False: "Declared no conflict of interest"}
    ),
    "check__kind": Fact("Check", dict(FindingKind.choices)),
    "question": "Question",
    "questions": "Questions",
    "evaluators": "Evaluators",
    "released": "Evaluator replaced",
    "assigned": "New evaluator",
    "scores": "Scores outstanding",
    # Agreements and members
    "sign__name": "Signed by",
    "countersign__name": "Signed by",
    "capacity": "Job title",
    "admitted_on": "Member since",
    "suspend__starts_on": "Suspended from",
    "opens_on": "Reinstated from",
    "left_on": "Last day",
    "has_changed": Fact("", {True: "Something has changed", False: "Nothing has changed"}),
    "list_on": "Date of the list",
    "result": Fact("Result", dict(Debarred.choices)),
    "reason": "Reason",
}


def make_known() -> None:
    """Register them, and what of them is sealed."""
    register("Procurement arrangements", OF_VEHICLES)
    register("Rounds", OF_ROUNDS)
    register("Legal time limits and office closures", OF_DEADLINES, for_administrators=True)
    register("Evaluation schemes", OF_SCHEMES)
    register("Applications", OF_APPLICATIONS)
    register("Conflicts of interest and opening", OF_SEAL)
    register("Evaluation", OF_EVALUATION)
    register("Agreements", OF_AGREEMENTS)
    register("Members", OF_MEMBERS)
    register_facts(**FACTS)
    seal(sealing.what_goes_on_in_sealed_forms)
