"""Addresses of signing in and of passwords: those of allauth that we use, and no others.

Their names are allauth's, because allauth looks them up. There is none to sign up with.
"""

from allauth.account import views
from django.urls import path, re_path
from django.views.decorators.http import require_POST

from nmiss.accounts.models import Role
from nmiss.core.access import anyone, only

urlpatterns = [
    path("sign-in/", anyone(views.login), name="account_login"),
    path("sign-out/", only(*Role)(require_POST(views.logout)), name="account_logout"),
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
        anyone(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
]
