"""Forms by which a school answers a consultation."""

from __future__ import annotations

from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Layout
from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import WholeNumberField
from placements.consultation_forms import document_field
from placements.models import ConsultationReply, ReplyKind
from placements.priced_forms import PricedForm

LONGEST = 4000
NAMED_ANEW = (
    "We rename the file “evidence” with a number, because file names often say who a child is."
)


def _revision() -> WholeNumberField:
    return WholeNumberField(widget=forms.HiddenInput, min_value=0)


class WriteReply(PricedForm):
    """A reply as far as it is written: nothing of it is needed before it is sent."""

    button = "Save reply"

    revision = _revision()
    kind = forms.ChoiceField(
        label="Can you take the child?",
        choices=ReplyKind.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    starts_on = DayField(
        asked="the earliest start", label="Earliest start, if you offer a place", required=False
    )
    conditions = forms.CharField(
        label="Conditions, if your offer has any",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    evidence = forms.CharField(
        label="Evidence, if you cannot take the child",
        help_text="Say why, for this child: for instance the class sizes, or the therapy that is "
        "missing.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        before: ConsultationReply | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.add_lines(list(before.prices.order_by("pk")) if before else [])
        for name in ConsultationReply.FACTS if before else ():
            self.initial.setdefault(name, getattr(before, name))
        self.fields["file"] = document_field(
            label="Add a document (optional)", hint=NAMED_ANEW, required=False
        )

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        first = ("revision", "kind", "starts_on")
        last = map(self.laid_out, ("conditions", "evidence", "file"))
        helper.layout = Layout(*first, *self.fieldsets_of_lines, *last, self.submit())
        return helper

    @property
    def facts(self) -> dict[str, Any]:
        """What the verb takes, but for the prices."""
        given = self.cleaned_data
        facts = {name: given[name] for name in ConsultationReply.FACTS}
        return facts | {name: facts[name] or None for name in ("conditions", "evidence")}


class SendReply(GovukForm):
    """That a reply is sent as it was read."""

    button = "Send reply"

    revision = _revision()
