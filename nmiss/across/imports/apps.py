"""The imports as Django knows them."""

from nmiss.base.core import application


class ImportsConfig(application.ApplicationConfig):
    name = "nmiss.across.imports"
