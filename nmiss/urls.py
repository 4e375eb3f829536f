"""Every address of the hub, application by application."""

from django.urls import include, path

urlpatterns = [
    path("", include("nmiss.home.urls")),
    path("", include("nmiss.accounts.urls")),
    path("accounts/", include("nmiss.accounts.signing_in")),
    path("", include("providers.urls")),
    path("", include("contracts.urls")),
    path("", include("placements.urls")),
    path("", include("nmiss.imports.urls")),
    path("", include("nmiss.files.urls")),
]

handler400 = "nmiss.home.views.errors.bad_request"
handler500 = "nmiss.home.views.errors.server_error"
