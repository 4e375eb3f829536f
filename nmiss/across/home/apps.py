"""The home as Django knows it."""

from nmiss.base.core import application


class HomeConfig(application.ApplicationConfig):
    name = "nmiss.across.home"
