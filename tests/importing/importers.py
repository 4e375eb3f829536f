"""Each importer with a usual row of its own, and how a refusal of its reads."""

from dataclasses import dataclass

import pytest

from contracts.models import Membership
from nmiss.base.importing.tables import Rejected
from placements.models import Placement
from providers.models import School, Succession
from tests import county

SECOND = {"URN": "900002", "EstablishmentName": "Birch School"}


@dataclass(frozen=True)
class Case:
    """An importer: a usual row of its, the column with a day, and how the day reads afterwards."""

    name: str
    row: dict
    day: str
    seen: object

    def on(self, text):
        return self.row | {self.day: text}


IMPORTERS = [
    Case("schools", county.SCHOOL, "OpenDate", lambda: School.objects.get(urn=900001).opened_on),
    Case("links", county.LINK, "LinkEstablishedDate", lambda: Succession.objects.get().from_on),
    Case("members", county.MEMBER, "admitted_on", lambda: Membership.objects.get().admitted_on),
    Case("placements", county.PLACEMENT, "starts_on", lambda: Placement.objects.get().starts_on),
]
OURS = IMPORTERS[2:]


def refusal(take, *args, **options):
    with pytest.raises(Rejected) as rejected:
        take(*args, **options)
    return [
        (fault.line, fault.column, fault.value, fault.remedy) for fault in rejected.value.faults
    ]
