"""Addresses of the landing page, the ledger and the pages about the hub itself."""

from django.urls import path

from nmiss.across.home.views import (
    bounces,
    calendar,
    emails,
    feeds,
    health,
    home,
    public,
    reminder_settings,
    reminders,
)

app_name = "home"

urlpatterns = [
    path("", home.home, name="home"),
    path("audit/", home.audit_list, name="audit_list"),
    path("calendar/", calendar.calendar_list, name="calendar_list"),
    path("calendar/month/", calendar.calendar_month, name="calendar_month"),
    path("calendar/feed/", feeds.calendar_feed, name="calendar_feed"),
    path("calendar/feed/end/", feeds.calendar_feed_end, name="calendar_feed_end"),
    path("calendar/feeds/<str:token>/dates.ics", feeds.calendar_ics, name="calendar_ics"),
    path("reminders/", reminders.reminder_list, name="reminder_list"),
    path("reminders/history/", reminders.reminder_history, name="reminder_history"),
    path("reminders/bounces/", bounces.bounce_list, name="bounce_list"),
    path("reminders/bounces/<int:pk>/", bounces.bounce_settle, name="bounce_settle"),
    path("reminders/emails/", emails.email_list, name="email_list"),
    path("emails/<str:label>/<int:record>/", emails.email_about, name="email_about"),
    path("reminders/choices/", reminder_settings.reminder_choices, name="reminder_choices"),
    path("reminders/<slug:kind>/", reminders.reminder_text, name="reminder_text"),
    path(
        "reminders/<slug:kind>/schedule/",
        reminder_settings.reminder_schedule,
        name="reminder_schedule",
    ),
    path(
        "reminders/<slug:kind>/wording/",
        reminder_settings.reminder_wording,
        name="reminder_wording",
    ),
    path("accessibility/", public.accessibility, name="accessibility"),
    path("privacy/", public.privacy, name="privacy"),
    path("cookies/", public.cookies, name="cookies"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
