"""Forms about a provider's people."""

from __future__ import annotations

from typing import Any

from django import forms

from nmiss.base.accounts.forms import email_field, name_field, reason_field
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.forms import GovukForm
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
        label="Access",
        choices=[(role.value, words) for role, words in WHAT_THEY_DO.items()],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select the access they need",
            "invalid_choice": "Select the access they need",
        },
    )

    def __init__(self, *args: Any, provider: Provider, **kwargs: Any) -> None:
        self.provider = provider
        super().__init__(*args, **kwargs)

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if self.provider.members.filter(user__email=email).exists():
            raise forms.ValidationError("This person is on the list already")
        if self.provider.invitations.open().filter(email=email).exists():
            raise forms.ValidationError(
                "This address has been invited already. Send that invitation again, or remove it"
            )
        return email


class ProposeOwner(GovukForm):
    """Who should own a provider that no owner can sign in for."""

    button = "Propose this owner"

    name = name_field()
    email = email_field(help_text="We email a link to this address when a second officer agrees.")
    reason = reason_field(
        "How do you know that this person may act for the provider?",
        "Enter how you know that this person may act for the provider",
    )

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if User.objects.at_mailbox_of(email).exclude(role=Role.PROVIDER).exists():
            raise forms.ValidationError(
                "This address belongs, or belonged, to a council account. Nobody of the council "
                "can act for a provider"
            )
        if User.objects.standing("closed").filter(email=email).exists():
            raise forms.ValidationError("The account with this address is closed. Use another")
        return email


class AnswerInvitation(GovukForm):
    """Whether somebody who was invited will act for the provider."""

    button = "Send your answer"

    answer = forms.ChoiceField(
        label="Will you act for this provider?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Select yes or no", "invalid_choice": "Select yes or no"},
    )
