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
    "kpis:indicator_set_publish": "kpis:indicator_set_publish",
    "kpis:return_certify": "kpis:return_certify",
    "kpis:return_ready": "kpis:return_detail",
    "kpis:review_accept": "kpis:review_accept",
    "placements:fee_accept": "placements:fee_accept",
    "placements:fee_offer": "placements:fee_offer",
    "placements:fee_recommend": "placements:fee_recommend",
    "placements:fee_refuse": "placements:fee_refuse",
    "placements:fee_submit": "placements:fee_submit",
    "placements:school_choose": "placements:school_choose",
}
# Why there is no such digest.
OTHERWISE = {
    "accounts:invitation_accept": "it is of the person alone",
    "accounts:person_close": "an account is closed, whatever it is",
    "contracts:application_declare_interest": "it is of the person alone",
    "kpis:consequence_decide": "nothing in it changes once it may be decided",
    "kpis:review_agree": "the address names a figure of a version that was sent",
    "placements:case_close": "a case is closed, whatever is in it",
    "placements:consultation_close": "nothing is accepted by it",
    "placements:consultation_reply_send": "the revision that was read",
    "placements:link_reply_send": "the revision that was read",
}
NOT_YET = {
    *("contracts:scheme_publish", "contracts:application_declare", "contracts:question_moderate"),
    *("contracts:application_recommend", "contracts:application_approve"),
    *("contracts:application_send_back", "contracts:outcome_release"),
    *("contracts:agreement_countersign", "contracts:agreement_sign"),
    *("contracts:agreement_offer_again", "contracts:declaration_renew"),
    *("imports:import_confirm", "kpis:plan_close"),
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
