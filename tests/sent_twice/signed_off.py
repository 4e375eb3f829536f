"""The forms by which somebody signs off what others may change meanwhile.

Each carries the digest of what its page showed (``nmiss.base.core.as_read``). Whatever is named
like one stands in one of these tables.
"""

import re
from urllib.parse import urlsplit

from django.urls import resolve, reverse

from tests.tokens import seen_in

VERBS = {
    *("accept", "agree", "approve", "certify", "choose", "close", "confirm", "countersign"),
    *("decide", "declare", "moderate", "publish", "ready", "recommend", "release", "send", "sign"),
    *("submit", "renew", "offer", "refuse"),
}
# By the name of an address, the page that shows it and carries the digest.
SIGNED_OFF = {
    "accounts:proposal_agree": "accounts:proposal_agree",
    "contracts:application_approve": "contracts:application_approve",
    "contracts:application_declare": "contracts:application_declare",
    "contracts:application_recommend": "contracts:application_recommend",
    "contracts:scheme_publish": "contracts:scheme_publish",
    "imports:import_confirm": "imports:import_detail",
    "contracts:option_move": "contracts:option_move",
    "kpis:indicator_set_publish": "kpis:indicator_set_publish",
    "kpis:plan_close": "kpis:plan_close",
    "kpis:return_certify": "kpis:return_certify",
    "kpis:return_ready": "kpis:return_detail",
    "kpis:return_section_nothing": "kpis:return_section",
    "kpis:return_section_repeat": "kpis:return_section",
    "kpis:review_accept": "kpis:review_accept",
    "placements:case_close": "placements:case_close",
    "placements:children_consult": "placements:children_consult",
    "placements:consult": "placements:consult",
    "placements:consultation_close": "placements:consultation_close",
    "placements:fee_accept": "placements:fee_accept",
    "placements:fee_offer": "placements:fee_offer",
    "placements:fee_recommend": "placements:fee_recommend",
    "placements:fee_refuse": "placements:fee_refuse",
    "placements:fee_standard": "placements:fee_standard",
    "placements:fee_standard_offer": "placements:fee_standard_offer",
    "placements:fee_submit": "placements:fee_submit",
    "placements:review_close": "placements:review_close",
    "placements:review_decide": "placements:review_decide",
    "placements:reorganisation_map": "placements:reorganisation_map",
    "placements:reorganisation_propose": "placements:reorganisation_propose",
    "placements:takeover_map": "placements:takeover_map",
    "placements:takeover_propose": "placements:takeover_propose",
    "placements:fee_workbook_correct": "placements:fee_workbook_correct",
    "kpis:workbook_correct": "kpis:workbook_correct",
    "placements:fee_workbook": "placements:fee_workbook",
    "placements:school_choose": "placements:school_choose",
}
# Why there is no such digest.
OTHERWISE = {
    "accounts:invitation_accept": "it is of the person alone",
    "accounts:person_close": "an account is closed, whatever it is",
    "contracts:application_declare_interest": "it is of the person alone",
    "contracts:agreement_countersign": "the address names documents that never change",
    "contracts:agreement_offer_again": "it is an offer, which is signed later",
    "contracts:agreement_sign": "the address names a document that never changes",
    "contracts:application_send_back": "nothing is accepted by it",
    "contracts:declaration_renew": "the words to declare are the same for all",
    "contracts:outcome_release": "nothing in an approved outcome changes",
    "contracts:question_moderate": "no score changes once all have scored",
    "kpis:consequence_decide": "nothing in it changes once it may be decided",
    "kpis:review_agree": "the address names a figure of a version that was sent",
    "placements:consultation_reply_send": "the revision that was read",
    "placements:placement_agreement_countersign": "the address names a version with its document",
    "placements:placement_agreement_sign": "the address names a version with its document",
    "placements:link_reply_send": "the revision that was read",
}


def page_of(path):
    """The page with the digest of the form that is sent to this path; None where there is none."""
    found = resolve(urlsplit(path).path)
    page = SIGNED_OFF.get(found.view_name)
    return page and reverse(page, kwargs=found.kwargs)


def seen_for(client, path):
    """The digest that a form of this path carries, where it carries one."""
    page = page_of(path)
    return seen_in(client.get(page)) if page else {}


def is_named_like_one(name):
    return bool(VERBS & set(re.split("[:_]", name)))
