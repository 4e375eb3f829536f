"""Addresses of providers' people."""

from django.urls import path

from providers.views import people

app_name = "providers"

urlpatterns = [
    path("our-people/", people.our_people, name="our_people"),
    path("providers/<int:pk>/people/", people.provider_people, name="provider_people"),
    path(
        "providers/<int:pk>/people/invite/",
        people.provider_person_invite,
        name="provider_person_invite",
    ),
    path(
        "providers/<int:pk>/people/<int:member>/invite-again/",
        people.provider_person_invite_again,
        name="provider_person_invite_again",
    ),
    path(
        "providers/<int:pk>/people/<int:member>/remove/",
        people.provider_person_remove,
        name="provider_person_remove",
    ),
]
