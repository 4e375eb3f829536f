"""Forms of signing in, of passwords and of inviting people: their words and their errors."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from allauth.core import context
from django import forms
from django.contrib.auth import password_validation

from nmiss.base.accounts import codes, limits
from nmiss.base.accounts.limits import MustWait
from nmiss.base.accounts.models import Happened, Role, User
from nmiss.base.accounts.second_factor_forms import WRONG_CODE, code_field
from nmiss.base.accounts.sign_in_record import note
from nmiss.base.core import letterbox
from nmiss.base.core.forms import Govuk, GovukForm
from nmiss.base.core.names import is_of_somebody

# By these GOV.UK's script finds the box of a password that a button shows.
SHOWN_BY = "govuk-js-password-input-input govuk-password-input__input"
EMAIL_EXAMPLE = "Enter an email address, like name@example.org"
PASSWORD_RULE = "At least 12 characters. Three words that you can remember work well."

IN_OUR_WORDS = {
    "password_too_short": "Enter a password of at least 12 characters",
    "password_too_common": "Choose a password that is harder to guess",
    "password_entirely_numeric": "Enter a password that is not only digits",
    "password_of_known_words": "Choose a password with more in it than names known here",
    "password_too_similar": "Choose a password that is less like your name or email address",
}


TOO_MANY_SIGN_INS = (
    "Too many attempts. Wait {}, or enter the code from your authenticator app as well. "
    "If you have forgotten your password, set a new one"
)
TOO_MANY_LINKS = "Too many links were asked for. Wait {}, then try again"
TOO_MANY_PASSWORDS = "Too many attempts. Wait {}, then try again"


def in_our_words(error: forms.ValidationError) -> str | forms.ValidationError:
    """What a validator of passwords says: in our words where we have some, else in its own."""
    return IN_OUR_WORDS.get(error.code, error)


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


def name_field(
    label: str = "Full name", missing: str = "Enter their full name", **options: Any
) -> forms.CharField:
    """A person's name, which will stand in emails and on record."""
    return forms.CharField(
        label=label,
        max_length=200,
        validators=[is_of_somebody],
        error_messages={"required": missing},
        **options,
    )


def reason_field(label: str, missing: str = "", **options: Any) -> forms.CharField:
    """Why somebody wants something done, in their own words."""
    return forms.CharField(
        label=label,
        max_length=1000,
        error_messages={"required": missing},
        widget=forms.Textarea(attrs={"rows": 4}),
        **options,
    )


def password_field(label: str, missing: str, autocomplete: str, hint: str = "") -> forms.CharField:
    """A password, never shown and never stripped."""
    return forms.CharField(
        label=label,
        help_text=hint,
        strip=False,
        error_messages={"required": missing},
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete, "class": SHOWN_BY}),
    )


class Language(GovukForm):
    """In which language somebody is written to."""

    button = "Save language"
    language = forms.ChoiceField(
        label="Language of emails to you",
        help_text="An email that is not translated comes in English.",
        widget=forms.RadioSelect,
        error_messages={"required": "Select a language"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = list(letterbox.languages().items())


class SignIn(Govuk, allauth.LoginForm):
    """Email address and password."""

    button = "Sign in"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = email_field()
        self.fields["password"] = password_field(
            "Password", "Enter your password", "current-password"
        )
        if self.data.get("code") is not None:
            self._ask_for_code()

    def _ask_for_code(self) -> None:
        self.fields["code"] = code_field(
            "Code from your authenticator app",
            "With the code you need not wait. A recovery code works, too.",
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        """The password; after too many attempts, at once with a code of the second factor."""
        try:
            if not self.errors and self.cleaned_data.get("code"):
                self._take_code(self.cleaned_data["login"], self.cleaned_data["code"])
            return super().clean()
        except MustWait as wait:
            self.is_waiting = True
            self._ask_for_code()
            raise forms.ValidationError(TOO_MANY_SIGN_INS.format(wait.words)) from wait

    def _take_code(self, email: str, code: str) -> None:
        person = User.objects.filter(email=email.lower()).first()
        attempt = limits.admit("code", self.request, account=email, user=person)
        authenticator = codes.accept(person, code) if person else None
        if authenticator is None:
            note(Happened.CODE_REFUSED, self.request, person)
            raise forms.ValidationError({"code": WRONG_CODE})
        attempt.forgive()
        authenticator.user = person
        self.request.second_factor_given = authenticator


class AskForNewPassword(Govuk, allauth.ResetPasswordForm):
    """Whose password is forgotten."""

    button = "Email me a link"
    email = email_field(help_text="The address that you sign in with.")

    def clean_email(self) -> str:
        email = super().clean_email()
        person = self.users[0] if self.users else None
        try:
            limits.admit("reset", context.request, account=email, user=person)
        except MustWait as wait:
            raise forms.ValidationError(TOO_MANY_LINKS.format(wait.words)) from wait
        if person is None:
            note(Happened.RESET_ASKED, context.request, None)
        return email


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
            raise forms.ValidationError([in_our_words(e) for e in error.error_list]) from error
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

    def clean_oldpassword(self) -> str:
        return password_of(self.user, self.cleaned_data["oldpassword"], "enter_current_password")


class ConfirmByPassword(Govuk, allauth.ReauthenticateForm):
    """Who has signed in, once more."""

    button = "Confirm"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field(
            "Password", "Enter your password", "current-password"
        )

    def clean_password(self) -> str:
        return password_of(self.user, self.cleaned_data["password"], "incorrect_password")


def password_of(user: User, password: str, wrong: str) -> str:
    """The password, if it is this person's: an open session is no way to guess it either."""
    adapter = get_adapter()
    try:
        if adapter.reauthenticate(user, password):
            return password
    except MustWait as wait:
        raise forms.ValidationError(TOO_MANY_PASSWORDS.format(wait.words)) from wait
    raise adapter.validation_error(wrong)


class AcceptInvitation(TwoPasswords, forms.Form):
    """The first password of somebody who was invited."""

    button = "Open my account"

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)


class Invite(GovukForm):
    """A colleague at the council."""

    button = "Continue"

    name = name_field()
    email = email_field(help_text="We email a link to this address. It works once.")
    role = forms.ChoiceField(
        label="Role",
        choices=[(role.value, role.label) for role in Role.of_the_council()],
        widget=forms.RadioSelect,
        error_messages={"required": "Select a role", "invalid_choice": "Select a role"},
    )

    reason = reason_field(
        "Why do they need this account?",
        help_text="For commissioning officers, commissioning managers and system administrators. "
        "A second person reads this and must agree before we send the invitation.",
        required=False,
    )

    def __init__(self, *args: Any, roles: Collection[Role] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if roles:
            self.fields["role"].choices = [(role.value, role.label) for role in roles]

    def clean_email(self) -> str:
        return unused_email(self.cleaned_data["email"])

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("role") in Role.by_two() and not given.get("reason"):
            self.add_error("reason", "Enter why they need this account")
        return given


class Propose(GovukForm):
    """Why something is proposed: the second person reads it."""

    button = "Propose this"

    reason = reason_field("Reason", "Enter the reason")


class Decline(GovukForm):
    """Why a proposal is declined: whoever made it reads it."""

    button = "Decline the proposal"

    reason = reason_field("Why are you declining it?", "Enter why you are declining it")


class NoQuestion(GovukForm):
    """A decision with nothing to fill in: the page says what will happen."""

    def __init__(self, *args: Any, button: str, **kwargs: Any) -> None:
        self.button = button
        super().__init__(*args, **kwargs)


def unused_email(email: str) -> str:
    """The address in lower case; refused if its mailbox has an account already, open or closed."""
    email = email.lower()
    if User.objects.at_mailbox_of(email).exists():
        raise forms.ValidationError("Someone with this email address has an account")
    return email
