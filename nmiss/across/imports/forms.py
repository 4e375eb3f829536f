"""Forms of the imports."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from nmiss.across.imports.models import What
from nmiss.base.core.forms import GovukForm
from nmiss.base.files.door import MEGABYTE, UploadField
from nmiss.base.files.kinds import CSV
from placements.models import ChildSex, EndReason, Provision, Route
from providers.models import EstablishmentStatus, Need, Section41, Sex
from providers.register import REQUIRED


class Upload(GovukForm):
    """A table to be checked."""

    button = "Upload and check"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        largest = settings.MAX_UPLOAD_MB
        self.fields["file"] = UploadField(
            kinds=[CSV],
            largest=largest * MEGABYTE,
            label="Which file?",
            help_text=f"A CSV table of at most {largest} MB. Nothing is written before you have "
            "seen what it would bring.",
        )


# The columns that hold one of a few codes, in the order of the table.
CODES = {
    What.SCHOOLS: {
        "EstablishmentStatus (code)": EstablishmentStatus.values,
        "Gender (name)": Sex.labels,
        "Section41Approved (name)": Section41.labels,
        "SEN1 (name) to SEN13 (name), at their beginning": Need.values,
    },
    What.LINKS: {
        "LinkType, at its beginning": ["Predecessor", "Successor"],
        "LinkType, where one of the two has closed": ["Result of Amalgamation", "Merger"],
    },
    What.MEMBERS: {"lot": ["1", "2"]},
    What.PLACEMENTS: {
        "sex": ChildSex.values,
        "primary_need, secondary_need": Need.values,
        "route": Route.values,
        "provision": Provision.values,
        "end_reason": EndReason.values,
    },
}
MAY_BE_EMPTY = {
    What.SCHOOLS: "all but " + ", ".join(REQUIRED),
    What.LINKS: "LinkName, LinkEstablishedDate",
    What.MEMBERS: "company_number, left_on",
    What.PLACEMENTS: "secondary_need, home_postcode, ended_on, end_reason",
}
DAYS = {
    What.SCHOOLS: "01-09-2025",
    What.LINKS: "01-09-2025 or 2025-09-01",
    What.MEMBERS: "2025-09-01 or 01/09/2025",
    What.PLACEMENTS: "2025-09-01 or 01/09/2025",
}


class KeepOurs(forms.Form):
    """Which of the differences on a page of them to keep out: their numbers in the table."""

    keep = forms.MultipleChoiceField(required=False)

    def __init__(self, data: Any, *, numbers: list[int]) -> None:
        super().__init__(data)
        self.fields["keep"].choices = [(str(number), "") for number in numbers]
