"""Addresses of the landing page, the ledger and the pages about the hub itself."""

from django.urls import path

from nmiss.across.home.views import calendar, health, home, public

app_name = "home"

urlpatterns = [
    path("", home.home, name="home"),
    path("audit/", home.audit_list, name="audit_list"),
    path("calendar/", calendar.calendar_list, name="calendar_list"),
    path("calendar/month/", calendar.calendar_month, name="calendar_month"),
    path("accessibility/", public.accessibility, name="accessibility"),
    path("privacy/", public.privacy, name="privacy"),
    path("cookies/", public.cookies, name="cookies"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
