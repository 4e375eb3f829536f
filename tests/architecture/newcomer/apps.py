"""The newcomer as Django would know it, with one room."""

from nmiss.base.core import application


class NewcomerConfig(application.ApplicationConfig):
    name = "tests.architecture.newcomer"
    rooms = ("room",)
