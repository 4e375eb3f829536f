"""Addresses of what decisions on fees saved."""

from django.urls import path

from placements.savings.views import cost_avoidance

urlpatterns = [
    path("reports/cost-avoidance/", cost_avoidance.cost_avoidance, name="cost_avoidance"),
    path(
        "reports/cost-avoidance/rows/",
        cost_avoidance.cost_avoidance_rows,
        name="cost_avoidance_rows",
    ),
]
