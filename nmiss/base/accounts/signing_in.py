"""Addresses of signing in, passwords and second factors: those of allauth that we use alone.

Their names are allauth's, because allauth looks them up. There is none to sign up with.
"""

from allauth.account import views
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as allauth_recovery_codes
from django.urls import path, re_path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from nmiss.base.accounts.middleware import before_second_factor
from nmiss.base.accounts.models import Role
from nmiss.base.accounts.views import door, recovery_codes, second_factor
from nmiss.base.core.access import View, anyone, as_oneself, only


def own(view: View) -> View:
    """A page about one's own way of signing in: open before the second factor was shown."""
    return only(*Role)(before_second_factor(never_cache(as_oneself(view))))


urlpatterns = [
    path("sign-in/", anyone(door.SignInPage.as_view()), name="account_login"),
    path("sign-out/", own(require_POST(door.sign_out)), name="account_logout"),
    path("sign-in/code/", anyone(mfa.authenticate), name="mfa_authenticate"),
    path("confirm/", own(views.reauthenticate), name="account_reauthenticate"),
    path("confirm/code/", own(mfa.reauthenticate), name="mfa_reauthenticate"),
    path(
        "confirm/passkey/",
        own(second_factor.ConfirmByPasskeyPage.as_view()),
        name="mfa_reauthenticate_webauthn",
    ),
    path("second-factor/", second_factor.index, name="mfa_index"),
    path("second-factor/app/", own(second_factor.AddAppPage.as_view()), name="mfa_activate_totp"),
    path(
        "second-factor/app/remove/",
        own(second_factor.RemoveAppPage.as_view()),
        name="mfa_deactivate_totp",
    ),
    path(
        "second-factor/passkey/",
        own(second_factor.AddPasskeyPage.as_view()),
        name="mfa_add_webauthn",
    ),
    path(
        "second-factor/passkeys/<int:pk>/remove/",
        own(second_factor.RemovePasskey.as_view()),
        name="mfa_remove_webauthn",
    ),
    path(
        "second-factor/recovery-codes/",
        recovery_codes.recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "second-factor/recovery-codes/download/",
        recovery_codes.download,
        name="mfa_download_recovery_codes",
    ),
    path(
        "second-factor/recovery-codes/new/",
        own(allauth_recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("closed/", anyone(views.account_inactive), name="account_inactive"),
    path("password/", only(*Role)(views.password_change), name="account_change_password"),
    path("new-password/", anyone(views.password_reset), name="account_reset_password"),
    path(
        "new-password/sent/",
        anyone(views.password_reset_done),
        name="account_reset_password_done",
    ),
    path(
        "new-password/set/",
        anyone(views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^new-password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        anyone(door.SetNewPassword.as_view()),
        name="account_reset_password_from_key",
    ),
]
