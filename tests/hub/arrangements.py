"""For the access table: vehicles, schemes and rounds."""

from django.utils import timezone

from contracts.arrangements.proposing import propose_extension, propose_window
from contracts.models import ImpactAssessment, VehicleDocument
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import LegalParameter, NonWorkingDay
from nmiss.base.files.models import StoredFile
from placements.models import Placement
from placements.reorganising import transferring
from tests.factories.accounts import UserFactory
from tests.factories.contracts import (
    EvaluationSchemeFactory,
    RoundFactory,
    a_decision,
    received,
)
from tests.factories.extending import a_variation, an_appraisal, an_option
from tests.factories.placements import ChildFactory
from tests.factories.reorganising import (
    a_reorganisation,
    an_authority,
    districts_mapped,
    districts_of,
)
from tests.factories.takeovers import a_plan, mapped


def fill(people, provider):
    """Make what the addresses name; return the arguments of the addresses by name.

    The round is open, with an extension and a window that somebody else has proposed. The
    scheme is a draft, the application sealed.
    """
    other = UserFactory(role=Role.OFFICER)
    scheme = EvaluationSchemeFactory()
    opened = RoundFactory(vehicle=scheme.vehicle)
    day = timezone.timedelta(days=1)
    propose_extension(opened, by=other, closes_at=opened.closes_at + day, reason="An outage.")
    propose_window(
        opened,
        by=other,
        provider=provider,
        closes_at=timezone.now() + 5 * day,
        reason="An outage.",
    )
    file = StoredFile.keep_made(
        b"%PDF-1.7", name="tender.pdf", content_type="application/pdf", by=other
    )
    document = VehicleDocument.publish(scheme.vehicle, by=other, title="Tender", file=file)
    application = received(
        vehicle=scheme.vehicle, scheme=scheme, provider=provider, started_by=people["owner"]
    )
    draft = scheme.succeed(by=other)
    later = timezone.localdate() + 90 * day
    ends_on = timezone.datetime(2027, 12, 31).date()
    scheme.vehicle.set_term(by=None, initial_ends_on=ends_on, option_count=1)
    plan = districts_mapped(a_reorganisation(by=other, starts_on=later + 900 * day))
    for place in Placement.objects.select_related("child"):
        home = plan.old.districts.first()
        transferring.say_home_district(place.child, home, by=other)
    return {
        "vehicle": scheme.vehicle.pk,
        "option": scheme.vehicle.options.get().pk,
        "move": "propose",
        "variation": a_variation(scheme.vehicle, by=other, ground="a", legal_advice="Advice 1").pk,
        "assessment": ImpactAssessment.keep(
            a_decision(None, "25/00008"),
            "equality",
            **{"by": other, "state": "begun", "owner": "Head of service", "review_on": later},
            file=file,
        ).pk,
        "contracts:decision_assess": {"kind": "equality"},
        "appraisal": an_appraisal(scheme.vehicle.options.get()).pk,
        "contracts:notice_draft": {"kind": "f02"},
        "contracts:duty_waive": {"kind": "f02", "subject": "first-round"},
        "decision": a_decision(scheme.vehicle).pk,
        "scheme": draft.pk,
        "question": draft.questions.first().pk,
        "round": opened.pk,
        "document": document.pk,
        "application": application.pk,
        "number": LegalParameter.objects.get(key="assess_request", regime="pcr2015").pk,
        "day_off": NonWorkingDay.objects.create(day=later, reason="Closed").pk,
        "lot": scheme.vehicle.lots.get(number=1).pk,
        "plan": plan.pk,
        "authority": an_authority("", "Middle Council").pk,
        "district": districts_of(plan.lead, Northdown=["CT1"])[0].pk,
        "reference": ChildFactory(reference="REORG-1").reference,
        "takeover": mapped(a_plan(by=other)).pk,
        "placements:takeover_add": {"vehicle": an_option(400, "An older DPS").vehicle.pk},
    }
