"""Addresses of fees."""

from django.urls import path

from placements.fees.views import price_lists

urlpatterns = [
    path("schools/<int:urn>/price-lists/", price_lists.price_lists, name="price_lists"),
    path("schools/<int:urn>/price-lists/add/", price_lists.price_list_add, name="price_list_add"),
    path("price-lists/<int:price_list>/void/", price_lists.price_list_void, name="price_list_void"),
]
