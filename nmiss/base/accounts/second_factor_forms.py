"""Forms of second factors: allauth's, in our words and our look."""

from __future__ import annotations

import json
import struct
from typing import Any

from allauth.core import context
from allauth.mfa.base import forms as base
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import forms as recovery_codes
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from crispy_forms_gds.helper import FormHelper
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from django import forms

from nmiss.base.accounts import codes, limits
from nmiss.base.accounts.models import Happened
from nmiss.base.accounts.sign_in_record import note
from nmiss.base.core.forms import Govuk

LONGEST_CODE = 40  # spaces and dashes are taken, too


WRONG_CODE = (
    "Enter the code that your authenticator app shows now, or a recovery code that you have not "
    "used. Each code works once"
)
TOO_MANY_CODES = "Too many attempts. Wait {}, then enter the code that your app shows then"


def code_field(label: str, hint: str, **options: Any) -> forms.CharField:
    """A code, as phones fill it in and as people type it."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST_CODE,
        error_messages={
            "required": "Enter the code",
            "max_length": "Enter the code only: 6 digits, or 10 of a recovery code",
        },
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "spellcheck": "false",
                "class": "govuk-input--width-10",
            }
        ),
        **options,
    )


class CodeGiven(Govuk):
    """A code of the app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(
            "Code", "The 6 digits that your authenticator app shows, or a recovery code."
        )

    def clean_code(self) -> str:
        code, request = self.cleaned_data["code"], context.request
        try:
            attempt = limits.admit("code", request, account=self.user.email, user=self.user)
        except limits.MustWait as wait:
            raise forms.ValidationError(TOO_MANY_CODES.format(wait.words)) from wait
        self.authenticator = codes.accept(self.user, code)
        if self.authenticator is None:
            note(Happened.CODE_REFUSED, request, self.user, how="code")
            if attempt.begins_a_wait:
                note(Happened.SLOWED, request, self.user)
            raise forms.ValidationError(WRONG_CODE)
        attempt.forgive()
        self.authenticator.user = self.user
        return code


class GiveCode(CodeGiven, base.AuthenticateForm):
    """The second step of signing in."""

    button = "Sign in"


class ConfirmByCode(CodeGiven, base.ReauthenticateForm):
    """Who has signed in, once more."""

    button = "Confirm"


class AddApp(Govuk, totp.ActivateTOTPForm):
    """The first code of an app shows that it has the secret."""

    button = "Add this app"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field("Code", "The 6 digits that the app shows now.")


class RemoveApp(Govuk, totp.DeactivateTOTPForm):
    button = "Remove this app"


class NewRecoveryCodes(Govuk, recovery_codes.GenerateRecoveryCodesForm):
    button = "Make new recovery codes"


# What the library of passkeys raises, besides what allauth expects, where a browser sends nonsense.
BROKEN = (
    *(KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, struct.error),
    *(InvalidSignature, UnsupportedAlgorithm),
)
WRONG_PASSKEY = "The passkey was not accepted. Try again, or use another way"


class SignedField(forms.CharField):
    """What a passkey signs: a JSON object of plain signs, as browsers write it.

    Django's field of JSON takes 0 and false for values, and allauth's forms look into nothing that
    is not true; nesting without end, numbers of thousands of digits and half characters break it.
    """

    widget = forms.HiddenInput

    def to_python(self, value: str | None) -> dict[str, Any]:
        text = super().to_python(value)
        try:
            signed = json.loads(text) if text else {}
        except (ValueError, RecursionError) as broken:
            raise forms.ValidationError(WRONG_PASSKEY) from broken
        if not isinstance(signed, dict) or not text.isascii() or "\\u" in text:
            raise forms.ValidationError(WRONG_PASSKEY)
        return signed


class Passkey(Govuk):
    """A form that the browser fills in, with what the passkey signs (static/js/passkeys.js)."""

    step = "get"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"] = SignedField()

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.attrs |= {"data-nmiss-passkey": self.step, "hidden": ""}
        return helper


class AddPasskey(Passkey, webauthn.AddWebAuthnForm):
    button, step = "Add a passkey", "create"

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean()
        except BROKEN as broken:
            raise forms.ValidationError(WRONG_PASSKEY) from broken

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = name_field()


class PasskeyGiven(Passkey):
    """What the browser sent, checked; what fails goes on record."""

    button = "Use a passkey"

    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()
        except (forms.ValidationError, *BROKEN) as wrong:
            note(Happened.CODE_REFUSED, context.request, self.user, how="passkey")
            raise forms.ValidationError(WRONG_PASSKEY) from wrong


class GivePasskey(PasskeyGiven, webauthn.AuthenticateWebAuthnForm):
    """The second step of signing in."""


class ConfirmByPasskey(PasskeyGiven, webauthn.ReauthenticateWebAuthnForm):
    """Who has signed in, once more."""


def name_field(**options: Any) -> forms.CharField:
    return forms.CharField(
        label="Name of this passkey",
        help_text="A name you will recognise, such as Work laptop.",
        max_length=50,
        error_messages={"required": "Enter a name for this passkey"},
        **options,
    )
