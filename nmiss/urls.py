"""Every address of the hub, application by application."""

from django.urls import path

urlpatterns: list = []
