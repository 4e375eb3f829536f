"""A case of the child that there is, with a shortlist, and consultations of its school."""

from __future__ import annotations

import datetime

from nmiss.base.accounts.models import User
from placements.matching import ranking, shortlists
from placements.matching.question import MatchingQuestion
from placements.models import Child, Consultation, TribunalAppeal
from providers.models import School
from tests.factories.consultations import a_draft, a_file, a_pack, a_shortlist
from tests.factories.placement_agreements import a_choice
from tests.factories.placements import ChildFactory, a_case


def fill(people, provider):
    officer, owner = people["placements"], people["owner"]
    case = a_case(Child.objects.get(), by=officer)
    question = MatchingQuestion.of(case, today=datetime.date(2026, 11, 26), filters={})
    shortlist = shortlists.save(case, ranking.rank(question), by=officer)
    consultation = consult(case, School.objects.get(urn=900001), by=officer)
    evidence = a_draft(consultation, by=owner).attach(a_file(), by=owner)
    evidence.file.pass_as_made()
    unsent = a_pack(case, by=officer)
    order = {"directed": "preference", "reason": "Order of 2 November"}
    other = a_case(ChildFactory(reference="C900", identity__initials="AB"), by=officer)
    choice, _ = a_choice(by=officer, case=other, member=False, **order)
    registered = {"registered_on": datetime.date(2026, 11, 20), "hearing_on": None}
    appeal = TribunalAppeal.add_to(choice.case, by=officer, **registered, order_on=None, outcome="")
    return {
        "case": case.pk,
        "shortlist": shortlist.pk,
        "pack": unsent.pk,
        "consultation": consultation.pk,
        "document": consultation.pack.documents.get().pk,
        "evidence": evidence.pk,
        "choice": choice.pk,
        "appeal": appeal.pk,
        "placements:pack_document_remove": {"document": unsent.documents.get().pk},
    }


def consult(case, school, *, by: User) -> Consultation:
    """Ask a school with a pack and a list of their own."""
    return Consultation.send(school, a_pack(case, by=by), a_shortlist(case, school), by=by)
