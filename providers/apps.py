"""The application as Django knows it."""

from django.apps import AppConfig


class ProvidersConfig(AppConfig):
    name = "providers"
