"""Addresses of providers."""

from django.urls import path

from contracts.views import providers

app_name = "contracts"

urlpatterns = [
    path("providers/", providers.provider_list, name="provider_list"),
    path("providers/<int:pk>/", providers.provider_detail, name="provider_detail"),
]
