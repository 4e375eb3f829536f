"""Addresses of takeovers."""

from django.urls import path

from placements.takeovers.views import takeovers

urlpatterns = [
    path("takeovers/", takeovers.takeover_list, name="takeover_list"),
    path("takeovers/<int:takeover>/", takeovers.takeover_detail, name="takeover_detail"),
    path("takeovers/<int:takeover>/map/", takeovers.takeover_map, name="takeover_map"),
    path("takeovers/<int:takeover>/propose/", takeovers.takeover_propose, name="takeover_propose"),
    path(
        "takeovers/<int:takeover>/withdraw/", takeovers.takeover_withdraw, name="takeover_withdraw"
    ),
    path("vehicles/<int:vehicle>/takeovers/add/", takeovers.takeover_add, name="takeover_add"),
]
