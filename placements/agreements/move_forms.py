"""The form by which a provider asks to move a child to another of its sites."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm
from placements.agreements import permissions
from placements.agreements.models import PlacementAgreement
from providers.models import School

LONGEST = 2000


class AskMove(GovukForm):
    """To which site, from which day, and why."""

    button = "Ask to move the child"

    school = forms.TypedChoiceField(
        label="Which site?",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Select the site"},
    )
    starts_on = DayField(asked="the first day at the other site", label="First day there")
    reason = forms.CharField(
        label="Reason for the move",
        help_text="The council will read this. Do not name any child.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter why the child is to move"},
    )

    def __init__(
        self,
        *args: Any,
        sites: Sequence[School],
        agreement: PlacementAgreement,
        today: datetime.date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.agreement, self.today = agreement, today
        self._sites = {each.pk: each for each in sites}
        self.fields["school"].choices = [(pk, str(each)) for pk, each in self._sites.items()]

    @property
    def site(self) -> School:
        return self._sites[self.cleaned_data["school"]]

    def clean_starts_on(self) -> datetime.date:
        starts_on = self.cleaned_data["starts_on"]
        refused = permissions.why_not_move_then(self.agreement, starts_on, today=self.today)
        if refused:
            raise forms.ValidationError(refused)
        return starts_on
