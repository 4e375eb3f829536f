"""Addresses of block purchases."""

from django.urls import path

from placements.blocks.views import blocks

urlpatterns = [
    path("blocks/", blocks.block_list, name="block_list"),
    path("blocks/what-if/", blocks.block_what_if, name="block_what_if"),
    path("blocks/<int:block>/", blocks.block_detail, name="block_detail"),
    path("blocks/<int:block>/fill/", blocks.block_fill, name="block_fill"),
    path("blocks/<int:block>/void/", blocks.block_void, name="block_void"),
    path("schools/<int:urn>/blocks/add/", blocks.block_add, name="block_add"),
]
