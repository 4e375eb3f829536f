"""The address of the tour."""

from django.urls import path

from nmiss.demo import views

app_name = "demo"

urlpatterns = [path("tour/", views.tour, name="tour")]
