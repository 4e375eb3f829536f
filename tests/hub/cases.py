"""A case of the child that there is, with a shortlist."""

from __future__ import annotations

import datetime

from placements.matching import ranking, shortlists
from placements.matching.question import Question
from placements.models import Child
from tests.factories.placements import a_case


def fill(people, provider):
    case = a_case(Child.objects.get(), by=people["placements"])
    question = Question.of(case, today=datetime.date(2026, 11, 26), filters={})
    shortlist = shortlists.save(case, ranking.rank(question), by=people["placements"])
    return {"case": case.pk, "shortlist": shortlist.pk}
