"""The application as Django knows it."""

from django.apps import AppConfig


class KpisConfig(AppConfig):
    name = "kpis"
