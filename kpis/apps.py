"""The application as Django knows it."""

from nmiss.base.core import application


class KpisConfig(application.ApplicationConfig):
    name = "kpis"
