"""The files as Django knows them."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "nmiss.files"
