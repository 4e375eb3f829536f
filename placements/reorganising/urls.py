"""Addresses of reorganisations."""

from django.urls import path

from placements.reorganising.views import reorganisations as views

urlpatterns = [
    path("reorganisations/", views.reorganisation_list, name="reorganisation_list"),
    path("reorganisations/add/", views.reorganisation_add, name="reorganisation_add"),
    path("authorities/add/", views.authority_add, name="authority_add"),
    path("authorities/<int:authority>/edit/", views.authority_edit, name="authority_edit"),
    path("districts/add/", views.district_add, name="district_add"),
    path("districts/<int:district>/edit/", views.district_edit, name="district_edit"),
    path("districts/<int:district>/remove/", views.district_remove, name="district_remove"),
    path("reorganisations/<int:plan>/", views.reorganisation_detail, name="reorganisation_detail"),
    path("reorganisations/<int:plan>/map/", views.reorganisation_map, name="reorganisation_map"),
    path(
        "reorganisations/<int:plan>/home-districts/",
        views.home_districts_settle,
        name="home_districts_settle",
    ),
    path(
        "reorganisations/<int:plan>/propose/",
        views.reorganisation_propose,
        name="reorganisation_propose",
    ),
    path(
        "reorganisations/<int:plan>/withdraw/",
        views.reorganisation_withdraw,
        name="reorganisation_withdraw",
    ),
    path("children/<str:reference>/home-district/", views.home_district, name="home_district"),
]
