"""How a request begins: by whom it came, for which school, for which placements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from nmiss.base.core.forms import GovukForm
from placements.fees.models import FeeScope
from providers.models import Provider, School


class FeeStart(GovukForm):
    """For which school, and for which placements."""

    button = "Start request"

    school = forms.ChoiceField(
        label="School",
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), "Select a school, or all schools"
        ),
    )
    scope = forms.ChoiceField(
        label="Placements",
        choices=FeeScope.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select the placements", "invalid_choice": "Select one"},
    )

    def __init__(
        self,
        *args: Any,
        providers: Sequence[Provider],
        schools: Iterable[School],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.providers = {f"all-{each.pk}": each for each in providers}
        self.schools = {str(school.urn): school for school in schools}
        self.fields["school"].choices = [
            *((key, f"All schools of {each}") for key, each in self.providers.items()),
            *((urn, school.name) for urn, school in self.schools.items()),
        ]

    @property
    def chosen(self) -> tuple[Provider, School | None]:
        """Whose request it is, and for which school; none for all."""
        school = self.schools.get(self.cleaned_data["school"])
        return school.provider if school else self.providers[self.cleaned_data["school"]], school


class FeeStartOffline(GovukForm):
    """A request that came by post or email: for one school, or for all of its provider."""

    button = "Start request"

    schools = forms.ChoiceField(
        label="Schools",
        choices=[("one", "This school"), ("all", "All schools of its provider")],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Select the schools"),
    )
    scope = forms.ChoiceField(
        label="Placements",
        choices=FeeScope.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Select the placements"),
    )
