"""Every address of the hub, application by application."""

from django.urls import include, path

from nmiss.base.core.sent_once import each_once

urlpatterns = [
    path("", include("nmiss.across.home.urls")),
    path("", include("nmiss.base.accounts.urls")),
    path("accounts/", include("nmiss.base.accounts.signing_in")),
    path("", include("providers.urls")),
    path("", include("contracts.urls")),
    path("", include("placements.urls")),
    path("", include("kpis.urls")),
    path("", include("nmiss.across.imports.urls")),
    path("", include("nmiss.base.files.urls")),
    path("", include("nmiss.demo.urls")),
]

# What may be sent as often as anybody likes: whoever has signed in or out, or shown a code, has.
SIGNING_IN = {
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
}
each_once(urlpatterns, often=SIGNING_IN)

handler400 = "nmiss.across.home.views.errors.bad_request"
handler500 = "nmiss.across.home.views.errors.server_error"
