"""The application as Django knows it."""

from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "placements"
