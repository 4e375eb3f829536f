"""The files as Django knows them."""

from nmiss.base.core import application


class FilesConfig(application.Application):
    name = "nmiss.base.files"
