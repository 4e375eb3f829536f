"""Forms about a provider's people."""

from __future__ import annotations

from typing import Any

from django import forms

from nmiss.accounts.forms import email_field, name_field
from nmiss.accounts.models import Role, User
from nmiss.core.forms import GovukForm
from providers.models import Provider, ProviderRole

WHAT_THEY_DO = {
    ProviderRole.OWNER: "Owner: reads and answers everything, invites and removes people",
    ProviderRole.EDITOR: "Editor: reads and answers everything",
    ProviderRole.VIEWER: "Viewer: reads everything",
}


class InviteToProvider(GovukForm):
    """Somebody who works for a provider."""

    button = "Send the invitation"

    name = name_field()
    email = email_field(help_text="We email a link to this address. It works once.")
    role = forms.ChoiceField(
        label="What they may do",
        choices=[(role.value, words) for role, words in WHAT_THEY_DO.items()],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select what they may do",
            "invalid_choice": "Select what they may do",
        },
    )

    def __init__(self, *args: Any, provider: Provider, **kwargs: Any) -> None:
        self.provider = provider
        super().__init__(*args, **kwargs)

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        person = User.objects.filter(email=email).first()
        if person and self.provider.members.filter(user=person).exists():
            raise forms.ValidationError(f"{person} is on the list already")
        if person and (person.role != Role.PROVIDER or person.standing == "closed"):
            raise forms.ValidationError(
                "This address cannot be invited. Use another, or ask the council"
            )
        return email
