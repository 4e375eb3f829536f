"""What a county's people have to do, in a county as large as so many: for the bench.

The imports bring its schools, members, children, places and prices, and what each school and place
has. The stories of the demo are told once, so that applications, returns, cases, consultations,
reviews and requests for fees are few however large the county is. Here they become as many as it
would have, those of records to come, too: what is one for the county is listed, not what grows.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from pghistory.models import Event

from contracts.models import Application, Assignment, Status
from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.core.models import Reminder
from nmiss.base.core.reminders import KINDS
from nmiss.demo.models import DemoPerson
from nmiss.demo.multiplying import Family, Multiplying, foreign_keys
from nmiss.demo.seed import DOMAIN

# In a county of a hundred: 10,000 applications and more, of which 2,000 are being evaluated.
APPLICATIONS, EVALUATED = 365, 667
LABELS = ("files", "providers", "contracts", "placements", "kpis")
# There are as many as the county is large, by the imports and by what is made of each school.
GROWN = {
    *("providers.Provider", "providers.School", "providers.SchoolNeed", "providers.SchoolPeriod"),
    *("providers.Standing", "providers.VacancyReport", "providers.Vacancy"),
    *(
        "contracts.Membership",
        "contracts.DebarmentCheck",
        "placements.Child",
        "placements.ChildIdentity",
    ),
    *("placements.Placement", "placements.PriceLine", "placements.UsualPrice"),
    *("placements.Payment", "placements.CostAvoidance"),
}
# There is one for all, or as many as there are people, years or questions.
ONE_FOR_ALL = {
    *("files.ListDownload", "providers.LocalAuthority", "providers.Postcode", "providers.Extract"),
    *("providers.ReadRow", "providers.VacancyRules", "providers.ProviderMember"),
    *("contracts.Vehicle", "contracts.Lot", "contracts.Appraisal", "contracts.AppraisalFinding"),
    *("contracts.ApprovalLimit", "contracts.Decision", "contracts.Delegation"),
    *("contracts.VehicleFigure", "contracts.ImpactAssessment", "contracts.Notice"),
    *("contracts.NoticeWaiver", "contracts.VehicleDocument", "contracts.ExtensionOption"),
    *("contracts.EvaluationScheme", "contracts.Question", "contracts.Threshold"),
    *("contracts.QuestionMinimum", "contracts.Round", "contracts.RoundWatch"),
    *("contracts.RecoveryWindow", "contracts.StarterAssumption", "contracts.Variation"),
    *("kpis.Term", "kpis.ReturnRules", "kpis.ConsequenceRules", "kpis.PerformanceDuty"),
    *("kpis.IndicatorSet", "kpis.Indicator", "kpis.Band", "placements.MatchWeights"),
    *("placements.CostIndex", "placements.FeeWindow", "placements.PriceBand"),
    *("placements.BudgetAmount", "placements.DeficitYear"),
}
_ANEW = "encode(sha256(({0} || k)::bytea), 'hex')"
WORDS = {
    "files.StoredFile.place": "md5({0} || k)",
    "contracts.Submission.receipt": "{0} || '-' || k",
    "placements.ConsultationLink.digest": _ANEW,
    "placements.ConsultationLink.key_digest": f"CASE {{0}} WHEN '' THEN '' ELSE {_ANEW} END",
}


@transaction.atomic
def grow(scale: int) -> None:
    """Give the county that is here the work of one of this scale; as the owner of the tables."""
    if scale == 1:
        return
    of_applications, others = _hanging_on(Application), list(_growing())
    others = [model for model in others if model not in of_applications]
    evaluated = Application.objects.being_evaluated().values_list("pk", flat=True)
    share = scale / 100
    oftener = dict.fromkeys(evaluated, round(EVALUATED * share) - 1)
    Multiplying(
        [
            Family(tuple(of_applications), round(APPLICATIONS * share) - 1, oftener),
            Family(tuple(others), scale - 1),
        ],
        [apps.get_model(label) for label in sorted(GROWN)],
        counties=scale,
        words=WORDS,
    ).write()
    _third_evaluator()
    _remind(scale)


def _growing() -> Iterator[type[models.Model]]:
    yield Proposal
    for label in LABELS:
        for model in apps.get_app_config(label).get_models():
            is_record = model._meta.managed and not issubclass(model, Event)
            if is_record and model._meta.label not in GROWN | ONE_FOR_ALL:
                yield model


def _hanging_on(root: type[models.Model]) -> list[type[models.Model]]:
    """A record and all that has a key to it, or to what has one, the nearest first."""
    found = [root]
    for model in found:
        found += [
            other
            for other in _growing()
            if other not in found
            and any(k.related_model is model and not k.null for k in foreign_keys(other))
        ]
    return found


def _third_evaluator() -> None:
    """Somebody scores beside the two of the demo whatever is being evaluated."""
    third = User.objects.create_user(
        f"officer3@{DOMAIN}", None, name="Demo third commissioning officer", role=Role.OFFICER
    )
    pairs = Assignment.objects.filter(application__status=Status.EVALUATED)
    pairs = pairs.values_list("application_id", "question_id").distinct()
    now = timezone.now()
    Assignment.objects.bulk_create(
        (
            Assignment(application_id=one, question_id=question, evaluator=third, assigned_at=now)
            for one, question in pairs
        ),
        batch_size=5000,
    )
    DemoPerson.objects.create(user=third)


def _remind(scale: int) -> None:
    """What was said in the year before, of each step of each kind, about as many as there are."""
    now = timezone.now()
    Reminder.objects.bulk_create(
        (
            Reminder(
                kind=kind.on_ledger(step),
                subject=f"{Application._meta.label} {number}",
                recipient=f"officer@{DOMAIN}",
                due_on=(now - datetime.timedelta(days=number % 365)).date(),
                given_at=now - datetime.timedelta(days=number % 365),
            )
            for kind in KINDS.values()
            for step in kind.steps
            for number in range(1, 10 * scale)
        ),
        batch_size=5000,
    )
