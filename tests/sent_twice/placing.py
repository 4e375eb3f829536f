"""The forms about cases, matching, vacancies, the calendar and reminders, each sent twice."""

import datetime

from django.core.mail import send_mail
from django.utils.text import slugify

from nmiss.base.accounts.models import CalendarFeed
from nmiss.base.core.models import Bounce, OutboxMessage
from nmiss.base.core.reminders import KINDS
from placements import choosing
from placements.agreements.models import PlacementAgreement
from placements.models import (
    Case,
    Child,
    Consultation,
    ConsultationLink,
    ConsultationPack,
    ConsultationReply,
    MatchWeights,
    Placement,
    Shortlist,
    TribunalAppeal,
)
from placements.reviews.models import AnnualReview
from providers import vacancy_links
from providers.models import EstablishmentStatus, School, VacancyReport
from tests.factories.consultations import (
    REFUSAL,
    a_draft,
    a_file,
    a_pack,
    a_reply,
    a_school_with_people,
    a_shortlist,
)
from tests.factories.inspections import an_inspection
from tests.factories.placement_agreements import an_agreement, in_force, signed
from tests.factories.placement_endings import an_ending
from tests.factories.placements import ChildFactory, a_case
from tests.factories.providers import SchoolFactory
from tests.factories.reviews import MEETING, PLAN, a_refused_file, arranged, decided
from tests.sent_twice.sendings import Sending, a_pdf, also, day

# Of which a provider's people choose how they are reminded.
OWN_KINDS = [each for each in KINDS.values() if "provider" in each.to and not each.statutory]


def _with_case(world):
    also(world, case=a_case(ChildFactory(reference="ANOTHER-1"), by=world.placements))


def _with_child(world):
    world.named["child"] = Child.objects.get().reference


def _with_school(world):
    world.named["urn"] = School.objects.get().urn
    world.named["framework"] = INSPECTION_BY


def _with_inspection(world):
    also(world, inspection=an_inspection(School.objects.get(), by=world.officer))


def _with_report(world):
    _with_school(world)
    report = VacancyReport.give(School.objects.get(), [], by=world.owner)
    also(world, report=report)
    world.named["token"] = vacancy_links.token_for(report, world.owner)


def _with_feed(world):
    CalendarFeed.make(by=world.officer)


def _with_kind(world):
    world.named["kind"] = "evidence"


def _with_bounce(world):
    send_mail("Tea", "Is due", None, ["somebody@elsewhere.example"])
    message = OutboxMessage.objects.latest("pk")
    also(world, bounce=Bounce.objects.create(message=message, recipient="a@b.example", reason="No"))


def _with_pack(world):
    _with_case(world)
    case = Case.objects.get(pk=world.named["case"])
    pack = a_pack(case, by=world.placements)
    also(world, pack=pack, document=pack.documents.get())


def _with_shortlist(world):
    _with_pack(world)
    case = Case.objects.get(pk=world.named["case"])
    also(world, shortlist=a_shortlist(case, School.objects.get()))


def _leaving(world):
    """The school closes, and another has a place free for its child."""
    _with_school(world)
    school, place = School.objects.get(), Placement.objects.get()
    school.status, school.closed_on = EstablishmentStatus.CLOSING, None
    school.save()
    other, owner = a_school_with_people(lowest_age=4, highest_age=19, sex="mixed")
    free = {"first_year": 0, "last_year": 13, "need": place.primary_need, "free": 1}
    counts = {"provision": place.provision, "planned": 1, "occupied": 0, "reserved": 0}
    VacancyReport.give(other, [free | counts], by=owner)
    case = a_case(place.child, by=world.placements)
    a_pack(case, by=world.placements)
    also(world, case=case)
    world.named["other"] = other.urn


def _asked(world):
    _with_shortlist(world)
    given = (world.named[name] for name in ("pack", "shortlist"))
    pack, shortlist = (kind.objects.get(pk=pk) for kind, pk in zip(SENT_WITH, given, strict=True))
    consultation = Consultation.send(School.objects.get(), pack, shortlist, by=world.placements)
    also(world, consultation=consultation)


def _with_draft(world):
    _asked(world)
    consultation = Consultation.objects.get(pk=world.named["consultation"])
    draft = a_draft(consultation, by=world.owner)
    also(world, evidence=draft.attach(a_file(), by=world.owner))


def _chosen(world):
    _asked(world)
    consultation = Consultation.objects.get(pk=world.named["consultation"])
    a_reply(consultation, by=world.owner)
    given = {"directed": "preference", "reason": "Order of 2 November"}
    given["seen"] = choosing.digest_of_offer(consultation)
    return choosing.choose(consultation, by=world.placements, **given)


def _agreed(world):
    also(world, agreement=an_agreement(_chosen(world), by=world.placements))


def _agreed_and_signed(world):
    _agreed(world)
    signed(PlacementAgreement.objects.get(), owner=world.owner)


def _with_appeal(world):
    _with_case(world)
    days = {"registered_on": datetime.date(2026, 11, 20), "hearing_on": None, "order_on": None}
    case = Case.objects.get(pk=world.named["case"])
    also(world, appeal=TribunalAppeal.add_to(case, by=world.placements, outcome="", **days))


def _agreed_by_three(world):
    """The world’s manager has signed nothing, so can void it."""
    _agreed(world)
    in_force(PlacementAgreement.objects.get(), owner=world.owner)


def _chosen_school(world):
    also(world, choice=_chosen(world))


def _agreed_by_both(world):
    _agreed(world)
    in_force(PlacementAgreement.objects.get(), owner=world.owner, by=world.manager)


def _with_another_site(world):
    _agreed_by_both(world)
    provider = PlacementAgreement.objects.get().provider
    world.named["site"] = SchoolFactory(provider=provider).pk


def _to_review(world):
    review = AnnualReview.open_for(Child.objects.get(), by=world.placements, last_on=PLAN)
    also(world, review=review)
    return review


def _held(world):
    return arranged(_to_review(world), by=world.placements)


def _with_refused_file(world):
    a_refused_file(_held(world), by=world.owner)


def _amended(world):
    decided(_held(world), by=world.placements, outcome="amend")


def _with_place(world):
    world.named["place"] = Placement.objects.get().reference


def _with_ending(world):
    also(world, ending=an_ending(Placement.objects.get(), by=world.owner))


def _by_link(world):
    _with_case(world)
    case = Case.objects.get(pk=world.named["case"])
    school = SchoolFactory(name="Far House")
    shortlist, pack = a_shortlist(case, school), a_pack(case, by=world.placements)
    (consultation,) = Consultation.send_to(
        [school], pack, shortlist, by=world.placements, emails={school.urn: "a@far.example"}
    )
    token = ConsultationLink.send(consultation, by=world.placements, email="a@far.example")
    also(world, consultation=consultation, token=token)


def _opened_by_link(world):
    _by_link(world)
    world.named["key"] = ConsultationLink.objects.get(ended_at=None).open()


def _drafted_by_link(world):
    _opened_by_link(world)
    link = ConsultationLink.objects.get(ended_at=None)
    ConsultationReply.save_draft(
        link.consultation, by=None, link=link, revision=0, prices=(), **REFUSAL
    )


def _with_evidence_by_link(world):
    _drafted_by_link(world)
    draft, link = ConsultationReply.objects.get(), ConsultationLink.objects.get(ended_at=None)
    also(world, evidence=draft.attach_by_link(link, a_file()))


def _with_key(client, world):
    client.cookies["consultation"] = world.named["key"]


SENT_WITH = (ConsultationPack, Shortlist)
REPLY = {
    **{"revision": "0", "kind": "no_capacity", "starts_on": "", "conditions": ""},
    "evidence": "All classes are full.",
}
FACTS = {
    **{"need_1": "ASD", "need_2": "", "need_3": "", "kind": "in_year", "urgency": "routine"},
    **{"stay": "day", "wanted_on": "2027-09-01", "needed_since": "2026-11-02"},
    **{"plan_final_on": "", "most_miles": "", "must_haves": "", "preferred_urn": ""},
    "preference": "",
}
NEW = {
    **{"reference": "c900", "sex": "F", "birth_date": "2015-09-30"},
    **{"home_postcode": "ct203qa", "initials": "a.b."},
}
TERMS = {
    **{"starts_on": "2027-01-04", "ends_on": "2031-08-31", "provision": "day", "weeks": "38"},
    **{"billing": "month", "notice_weeks": "13", "first_notice_weeks": "6"},
    **{"kind_in_0": "base_education", "amount_in_0": "61184", "unit_in_0": "year"},
    **{"quantity_in_0": "1", "weeks_in_0": "38", "funder_in_0": "education"},
}
LATER = {"starts_on": "2027-04-05", "amount_in_0": "63000"}
SIGNATURE = {"name": "Ada Lovelace", "capacity": "Head", "confirm": "on"}
WEIGHTS = {
    **dict.fromkeys(MatchWeights.TERMS, "10"),
    **{"valid_from": "2099-01-01", "reach_miles": "30", "mile_cost": "", "good_days": "3"},
}
VACANCIES = {
    **{"first_year_0": "7", "last_year_0": "11", "need_0": "ASD", "provision_0": "day"},
    **{"planned_0": "10", "occupied_0": "7", "reserved_0": "1", "free_0": "2"},
}
INSPECTION_BY = "ofsted_report_card"
INSPECTION = {
    **{"kind": "routine", "inspected_on": "2026-02-03", "reference": "R-2"},
    **{"standards": "met", "safeguarding": "met", "inclusion": "strong_standard"},
}
RULES = {
    **{"valid_from": "2099-01-01", "opens_on": "1", "closes_on": "5"},
    **{"grace_days": "3", "fresh_days": "10"},
}
CHECKED = {
    **{"registration": "For 60 pupils", "inspection": "Standards met", "is_passed": "yes"},
    **{"insured_until": day(300), "policy_on": day(-80), "visited_on": day(-20)},
    **{"visited_by": "Ada Lovelace", "notes": ""},
}
PLACING = {
    "placements:case_open": Sending("plain", "placements", given=FACTS | NEW),
    "placements:child_case_open": Sending(
        "plain", "placements", ("child",), FACTS | {"initials": "AB"}, first=_with_child
    ),
    "placements:case_change": Sending("plain", "placements", ("case",), FACTS, first=_with_case),
    "placements:case_close": Sending(
        "plain", "placements", ("case",), {"reason": "not_needed"}, first=_with_case
    ),
    "placements:shortlist_save": Sending("plain", "placements", ("case",), first=_with_case),
    "placements:pack_make": Sending(
        "plain", "placements", ("case",), {"words": "Likes trains"}, first=_with_case
    ),
    "placements:pack_add": Sending(
        "plain",
        "placements",
        ("pack",),
        lambda world: {"kind": "plan", "file": a_pdf(), "is_redacted": "on"},
        first=_with_pack,
    ),
    "placements:pack_document_remove": Sending(
        "plain", "placements", ("document",), first=_with_pack
    ),
    "placements:consult": Sending(
        "plain",
        "placements",
        ("shortlist",),
        lambda world: {"schools": [School.objects.get().urn], "pack": world.named["pack"]},
        first=_with_shortlist,
    ),
    "placements:children_consult": Sending(
        "plain",
        "placements",
        ("urn",),
        lambda world: {f"case_{world.named['case']}": world.named["other"]},
        first=_leaving,
    ),
    "placements:school_choose": Sending(
        "plain",
        "placements",
        ("consultation",),
        {"directed": "preference", "reason": "Order of 2 November"},
        first=_asked,
    ),
    "placements:placement_agreement_make": Sending(
        "plain", "placements", ("consultation",), TERMS, first=_chosen
    ),
    "placements:placement_agreement_change": Sending(
        "plain", "placements", ("agreement",), TERMS | LATER, first=_agreed_by_both
    ),
    "placements:placement_agreement_sign": Sending(
        "plain", "owner", ("agreement",), SIGNATURE, first=_agreed
    ),
    "placements:placement_agreement_ask_move": Sending(
        "plain",
        "owner",
        ("agreement",),
        lambda world: {
            **{"school": world.named["site"], "starts_on": "2027-04-05"},
            "reason": "The unit moves to the new building.",
        },
        first=_with_another_site,
    ),
    "placements:placement_agreement_decline": Sending(
        "plain", "owner", ("agreement",), {"reason": "The class is full"}, first=_agreed
    ),
    "placements:placement_agreement_countersign": Sending(
        "plain", "manager", ("agreement",), SIGNATURE, first=_agreed_and_signed
    ),
    "placements:placement_agreement_withdraw": Sending(
        "plain", "placements", ("agreement",), {"reason": "Another first day"}, first=_agreed
    ),
    "placements:placement_agreement_void": Sending(
        "plain", "manager", ("agreement",), {"reason": "Another child"}, first=_agreed_by_three
    ),
    "placements:pre_placement_check": Sending(
        "plain", "placements", ("urn",), CHECKED, first=_with_school
    ),
    "placements:appeal_add": Sending(
        "plain", "placements", ("case",), {"registered_on": "2026-11-20"}, first=_with_case
    ),
    "placements:appeal_change": Sending(
        "plain", "placements", ("appeal",), {"registered_on": "2026-11-19"}, first=_with_appeal
    ),
    "placements:school_choice_void": Sending(
        "plain", "manager", ("choice",), {"reason": "A mistake"}, first=_chosen_school
    ),
    "placements:child_identity": Sending(
        "plain", "placements", ("child",), {"reason": "check"}, first=_with_child
    ),
    "placements:review_open": Sending(
        "plain", "placements", ("child",), {"last_on": str(PLAN)}, first=_with_child
    ),
    "placements:review_arrange": Sending(
        *("plain", "owner", ("review",)),
        {"invited_on": str(PLAN), "meeting_on": str(MEETING)},
        first=_to_review,
    ),
    "placements:reviews_arrange": Sending(
        "plain",
        "owner",
        (),
        lambda world: {
            "reviews": [world.named["review"]],
            "invited_on": str(PLAN),
            "meeting_on": str(MEETING),
        },
        first=_to_review,
    ),
    "placements:review_report": Sending(
        *("plain", "owner", ("review",)),
        {"recommendation": "amend", "words": "More therapy."},
        first=_held,
    ),
    "placements:review_file": Sending(
        *("plain", "owner", ("review",)), lambda world: {"file": a_pdf()}, first=_with_refused_file
    ),
    "placements:review_decide": Sending(
        "plain", "placements", ("review",), {"outcome": "amend", "on": str(MEETING)}, first=_held
    ),
    "placements:review_issue": Sending(
        "plain", "placements", ("review",), {"on": str(MEETING)}, first=_amended
    ),
    "placements:review_close": Sending(
        "plain", "placements", ("review",), {"reason": "moved"}, first=_to_review
    ),
    "placements:placement_end": Sending(
        "plain",
        "owner",
        ("place",),
        {"words": "The class closes"},
        first=_with_place,
    ),
    "placements:ending_void": Sending(
        "plain", "owner", ("ending",), {"reason": "The class stays"}, first=_with_ending
    ),
    "placements:consultation_link": Sending(
        "plain", "placements", ("consultation",), {"email": "b@far.example"}, first=_by_link
    ),
    "placements:link_open": Sending("plain", "visitor", ("token",), first=_by_link),
    "placements:link_reply": Sending(
        "plain", "visitor", given=REPLY, first=_opened_by_link, opened_by=_with_key
    ),
    "placements:link_reply_send": Sending(
        "plain", "visitor", given={"revision": "1"}, first=_drafted_by_link, opened_by=_with_key
    ),
    "placements:link_evidence_remove": Sending(
        *("plain", "visitor", ("evidence",)), first=_with_evidence_by_link, opened_by=_with_key
    ),
    "placements:consultation_hand_on": Sending(
        "plain", "owner", ("consultation",), {"to": ""}, first=_asked
    ),
    "placements:consultation_close": Sending(
        "plain", "placements", ("consultation",), {"reason": "withdrawn"}, first=_asked
    ),
    "placements:consultation_reply": Sending(
        "plain", "owner", ("consultation",), REPLY, first=_asked
    ),
    "placements:consultation_reply_send": Sending(
        "plain", "owner", ("consultation",), {"revision": "1"}, first=_with_draft
    ),
    "placements:reply_document_remove": Sending("plain", "owner", ("evidence",), first=_with_draft),
    "placements:match_weights": Sending("plain", "manager", given=WEIGHTS),
    "providers:inspection_add": Sending(
        "plain", "officer", ("urn", "framework"), INSPECTION, first=_with_school
    ),
    "providers:inspection_read": Sending(
        "plain", "placements", ("inspection",), first=_with_inspection
    ),
    "providers:inspection_void": Sending(
        "plain",
        "officer",
        ("inspection",),
        {"reason": "It is of another school."},
        first=_with_inspection,
    ),
    "providers:vacancy_change": Sending("plain", "owner", ("urn",), VACANCIES, first=_with_school),
    "providers:vacancy_repeat": Sending("plain", "owner", ("urn", "report"), first=_with_report),
    "providers:vacancy_unchanged": Sending("plain", "visitor", ("token",), first=_with_report),
    "providers:vacancy_rules": Sending("plain", "manager", given=RULES),
    "home:calendar_feed": Sending("plain", "officer"),
    "home:calendar_feed_end": Sending("plain", "officer", first=_with_feed),
    "home:reminder_text": Sending("applications", "officer", ("kind",), first=_with_kind),
    "home:reminder_schedule": Sending(
        "plain", "officer", ("kind",), {"seen": "0", "before": "9"}, first=_with_kind
    ),
    "home:reminder_wording": Sending(
        "plain",
        "administrator",
        ("kind",),
        {"seen": "0", "subject": "Tea", "body": "Is due"},
        first=_with_kind,
    ),
    "home:bounce_settle": Sending("plain", "officer", ("bounce",), first=_with_bounce),
    "home:reminder_choices": Sending(
        "plain", "owner", given={f"kind-{slugify(kind.name)}": "off" for kind in OWN_KINDS}
    ),
}
