"""The core as Django knows it."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "nmiss.core"
