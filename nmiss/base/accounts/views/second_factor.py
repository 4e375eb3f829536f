"""Pages about one's own second factor: allauth's, where what was set up counts as shown."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.mfa.adapter import get_adapter as get_keyring
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from nmiss.base.accounts import codes, second_factor
from nmiss.base.accounts.middleware import before_second_factor
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.access import only

INDEX = reverse_lazy("mfa_index")


@only(*Role)
@before_second_factor
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What this person has set up, and what they can add."""
    mine = Authenticator.objects.filter(user=request.user).order_by("pk")
    context = {
        "app": next((each for each in mine if each.type == Authenticator.Type.TOTP), None),
        "passkeys": [each for each in mine if each.type == Authenticator.Type.WEBAUTHN],
        "recovery_codes_left": second_factor.recovery_codes_left(request.user),
    }
    return TemplateResponse(request, "mfa/index.html", context)


class AddAppPage(totp.ActivateTOTPView):
    """Set up an authenticator app by its first code."""

    def form_valid(self, form: object) -> HttpResponse:
        response = super().form_valid(form)
        app = Authenticator.objects.get(user=self.request.user, type=Authenticator.Type.TOTP)
        codes.note_first_use(app, form.secret, form.cleaned_data["code"])
        second_factor.note_shown(self.request, app)
        return response


class AddPasskeyPage(webauthn.AddWebAuthnView):
    """Register a passkey."""

    def form_valid(self, form: object) -> HttpResponse:
        response = super().form_valid(form)
        passkeys = Authenticator.objects.filter(
            user=self.request.user, type=Authenticator.Type.WEBAUTHN
        )
        second_factor.note_shown(self.request, passkeys.latest("pk"))
        return response


class ConfirmByPasskeyPage(webauthn.ReauthenticateWebAuthnView):
    """Show the passkey once more, to go on where one was."""

    def form_invalid(self, form: object) -> HttpResponse:
        for words in form.errors.get("credential", []):
            messages.warning(self.request, f"{words}.")
        return redirect(self.request.get_full_path())


class OneAtATime:
    """Lets one request change a person's authenticators at a time: of two, one must stay."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        with transaction.atomic():
            User.objects.select_for_update().get(pk=request.user.pk)
            return super().post(request, *args, **kwargs)


class RemoveAppPage(OneAtATime, totp.DeactivateTOTPView):
    """Take the authenticator app out."""


@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
class RemovePasskey(OneAtATime, webauthn.RemoveWebAuthnView):
    """Take a passkey out."""

    success_url = INDEX

    def form_valid(self, form: object) -> HttpResponse:
        keyring = get_keyring()
        if not keyring.can_delete_authenticator(self.object):
            words = keyring.error_messages["cannot_delete_authenticator"]
            get_adapter().add_message(self.request, messages.WARNING, message=f"{words}.")
            return redirect(INDEX)
        return super().form_valid(form)
