"""The application as Django knows it."""

from django.apps import AppConfig


class ContractsConfig(AppConfig):
    name = "contracts"
