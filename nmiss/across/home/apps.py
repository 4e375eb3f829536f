"""The home as Django knows it."""

from nmiss.base.core import application


class HomeConfig(application.Application):
    name = "nmiss.across.home"
