"""Addresses of the endings of places."""

from django.urls import path

from placements.endings.views import endings as pages

urlpatterns = [
    path("placements/<reference:reference>/end/", pages.placement_end, name="placement_end"),
    path(
        "placements/<reference:reference>/ending/",
        pages.placement_ending,
        name="placement_ending",
    ),
    path("endings/<int:ending>/", pages.ending_detail, name="ending_detail"),
    path("endings/<int:ending>/void/", pages.ending_void, name="ending_void"),
]
