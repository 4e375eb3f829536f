"""The files as Django knows them."""

from nmiss.base.core import application


class FilesConfig(application.ApplicationConfig):
    name = "nmiss.base.files"
