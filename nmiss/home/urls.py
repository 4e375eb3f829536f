"""Addresses of the landing page, the ledger and the pages about the hub itself."""

from django.urls import path

from nmiss.home.views import home

app_name = "home"

urlpatterns = [
    path("", home.home, name="home"),
    path("audit/", home.audit_list, name="audit_list"),
]
