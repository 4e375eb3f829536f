"""An annual review of the child that there is, with a meeting that was held."""

from __future__ import annotations

from placements.models import Child
from placements.reviews.models import AnnualReview
from tests.factories.reviews import PLAN, arranged


def fill(people, provider):
    officer = people["placements"]
    review = AnnualReview.open_for(Child.objects.get(), by=officer, last_on=PLAN)
    return {"review": arranged(review, by=officer).pk}
