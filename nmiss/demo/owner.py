"""What the provider has whose people sign in to the demo: an outcome, an agreement, a request."""

from __future__ import annotations

import datetime

from django.utils import timezone

from contracts.membership.releasing import release
from contracts.models import Application, EarlyEvaluation, EvidenceRequest, Membership
from nmiss.base.accounts.models import User
from nmiss.base.core.working_days import working_days_before
from nmiss.demo import dated
from nmiss.demo.answers import answer
from nmiss.demo.applying import apply_on
from nmiss.demo.evaluating import BETTER, GOOD, WAITED, Panel
from providers.models import Provider

NUMBERS = range(11, 17)
ASKED = (
    "Send us the certificate of your employer’s liability insurance from this year. The one that "
    "came with your application ends before the agreement would begin."
)


def apply_for(owner: User, panel: Panel) -> None:
    """One application that is admitted and told, and waits to be signed; one with a request."""
    today = timezone.localdate()
    told = _apply(owner, days=9, worth=BETTER)
    EarlyEvaluation.decide(told, by=panel.officers[0], reason=WAITED)
    words = "It meets the thresholds, and nothing was found against it."
    scores = dict(zip(NUMBERS, BETTER, strict=True))
    panel.recommend(told, scores=scores, words=words)
    panel.decide(told)
    release(told, by=panel.officers[0], starts_on=today + datetime.timedelta(days=14))
    asked = _apply(owner, days=3, worth=GOOD)
    EarlyEvaluation.decide(asked, by=panel.officers[0], reason=WAITED)
    panel.open(asked)
    asked.refresh_from_db()
    EvidenceRequest.ask(asked, by=panel.officers[0], question=ASKED)


def _apply(owner: User, *, days: int, worth: tuple[int, ...]) -> Application:
    provider = Provider.objects.visible_to(owner).by_name().first()
    # A lot that a school of theirs is not in yet.
    members = Membership.objects.not_over(timezone.localdate()).filter(provider=provider)
    school = provider.schools.by_name().first()
    lots = set(members.filter(school=school).values_list("lot__number", flat=True))
    return apply_on(
        provider,
        owner,
        [min({1, 2} - lots, default=2)],
        [school],
        received_at=dated.at(working_days_before(timezone.localdate(), days), 10, 25),
        quality={
            number: answer(number, score) for number, score in zip(NUMBERS, worth, strict=True)
        },
    )
