"""Forms of signing in, of passwords and of inviting people: their words and their errors."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.contrib.auth import password_validation

from nmiss.accounts.models import Role, User
from nmiss.core.forms import Govuk, GovukForm

EMAIL_EXAMPLE = "Enter an email address, like name@example.org"
PASSWORD_RULE = "At least 12 characters. Three words that you can remember work well."

IN_OUR_WORDS = {
    "password_too_short": "Enter a password of at least 12 characters",
    "password_too_common": "Choose a password that is harder to guess",
    "password_too_similar": "Choose a password that is less like your name or email address",
}


def email_field(**options: Any) -> forms.EmailField:
    """An email address, asked for as GOV.UK asks for it."""
    return forms.EmailField(
        label="Email address",
        max_length=254,
        error_messages={
            "required": "Enter an email address",
            "invalid": EMAIL_EXAMPLE,
            "max_length": "Enter an email address of at most 254 characters",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        **options,
    )


def password_field(label: str, missing: str, autocomplete: str, hint: str = "") -> forms.CharField:
    """A password, never shown and never stripped."""
    return forms.CharField(
        label=label,
        help_text=hint,
        strip=False,
        error_messages={"required": missing},
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
    )


class SignIn(Govuk, allauth.LoginForm):
    """Email address and password."""

    button = "Sign in"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = email_field()
        self.fields["password"] = password_field(
            "Password", "Enter your password", "current-password"
        )


class AskForNewPassword(Govuk, allauth.ResetPasswordForm):
    """Whose password is forgotten."""

    button = "Email me a link"
    email = email_field(help_text="The address that you sign in with.")


class TwoPasswords(Govuk):
    """A new password, typed twice, held to the rules for passwords."""

    button = "Save password"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"] = password_field(
            "New password", "Enter a new password", "new-password", PASSWORD_RULE
        )
        self.fields["password2"] = password_field(
            "New password again", "Enter the new password again", "new-password"
        )

    def clean_password1(self) -> str:
        password = self.cleaned_data["password1"]
        try:
            password_validation.validate_password(password, self.user)
        except forms.ValidationError as error:
            raise forms.ValidationError([IN_OUR_WORDS[e.code] for e in error.error_list]) from error
        return password

    def clean_password2(self) -> str:
        first, second = self.cleaned_data.get("password1"), self.cleaned_data["password2"]
        if first and first != second:
            raise forms.ValidationError("Enter the same password in both boxes")
        return second


class NewPassword(TwoPasswords, allauth.ResetPasswordKeyForm):
    """Instead of a forgotten password."""


class ChangePassword(TwoPasswords, allauth.ChangePasswordForm):
    """Instead of the present password."""

    button = "Change password"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"] = password_field(
            "Current password", "Enter your current password", "current-password"
        )


class ConfirmByPassword(Govuk, allauth.ReauthenticateForm):
    """Who has signed in, once more."""

    button = "Confirm"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field(
            "Password", "Enter your password", "current-password"
        )


class AcceptInvitation(TwoPasswords, forms.Form):
    """The first password of somebody who was invited."""

    button = "Open my account"

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)


class Invite(GovukForm):
    """A colleague at the council."""

    button = "Send the invitation"

    name = forms.CharField(
        label="Full name", max_length=200, error_messages={"required": "Enter their full name"}
    )
    email = email_field(help_text="We email a link to this address. It works once.")
    role = forms.ChoiceField(
        label="Role",
        choices=[(role.value, role.label) for role in Role.of_the_council()],
        widget=forms.RadioSelect,
        error_messages={"required": "Select a role", "invalid_choice": "Select a role"},
    )

    def clean_email(self) -> str:
        return unused_email(self.cleaned_data["email"])


class NoQuestion(GovukForm):
    """A decision with nothing to fill in: the page says what will happen."""

    def __init__(self, *args: Any, button: str, **kwargs: Any) -> None:
        self.button = button
        super().__init__(*args, **kwargs)


def unused_email(email: str) -> str:
    """The address in lower case; refused if somebody has it already."""
    email = email.lower()
    if User.objects.filter(email=email).exists():
        raise forms.ValidationError("Somebody with this email address has an account")
    return email
