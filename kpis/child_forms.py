"""The form of a child's section: in each area of its plan, how far it has come."""

from __future__ import annotations

from typing import Any

from django import forms

from kpis.filling import Filling, Part
from kpis.outcomes import Area, OutcomeProgress
from kpis.return_forms import text_box
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import WholeNumberField

NO_OUTCOME = "No outcome in this area"


class FillInChild(GovukForm):
    """One box for each area; with none chosen nothing is said of the child yet."""

    button = "Save and continue"

    def __init__(
        self, data: Any = None, files: Any = None, *, filling: Filling, part: Part
    ) -> None:
        super().__init__(data, files, initial=_initial(filling, part))
        self.filling, self.part = filling, part
        for area in Area:
            last = part.child.last.get(area)
            said = OutcomeProgress(last).label.lower() if last else "no outcome"
            self.fields[f"status_{area}"] = forms.ChoiceField(
                label=area.label,
                help_text=f"Last period: {said}" if part.child.last else "",
                choices=[("", NO_OUTCOME), *OutcomeProgress.choices],
                required=False,
            )
        if part.key in filling.known.queries:
            self.fields["answer"] = text_box("Your answer to our question")
        self.fields["revision"] = WholeNumberField(
            widget=forms.HiddenInput, required=False, min_value=0
        )

    def told(self) -> dict[str, str]:
        """What was chosen, by area."""
        return {area: self.cleaned_data[f"status_{area}"] for area in Area.values}

    @property
    def revision(self) -> int:
        return self.cleaned_data.get("revision") or 0


def _initial(filling: Filling, part: Part) -> dict[str, object]:
    section, query = filling.known.saved.get(part.key), filling.known.queries.get(part.key)
    found: dict[str, object] = {
        "revision": section.revision if section else 0,
        "answer": query.answer if query else "",
    }
    return found | {f"status_{area}": status for area, status in part.child.now.items()}
