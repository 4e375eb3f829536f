"""Addresses of placement agreements."""

from django.urls import path

from placements.agreements.views import moves, pre_placement
from placements.agreements.views import placement_agreements as pages

urlpatterns = [
    path(
        "schools/<int:urn>/pre-placement-checks/",
        pre_placement.pre_placement_checks,
        name="pre_placement_checks",
    ),
    path(
        "schools/<int:urn>/pre-placement-checks/add/",
        pre_placement.pre_placement_check,
        name="pre_placement_check",
    ),
    path(
        "consultations/<int:consultation>/agreement/make/",
        pages.placement_agreement_make,
        name="placement_agreement_make",
    ),
    path(
        "placement-agreements/",
        pages.placement_agreement_list,
        name="placement_agreement_list",
    ),
    path(
        "placement-agreements/<int:agreement>/",
        pages.placement_agreement_detail,
        name="placement_agreement_detail",
    ),
    path(
        "placement-agreements/<int:agreement>/document/",
        pages.placement_agreement_document,
        name="placement_agreement_document",
    ),
    path(
        "placement-agreements/<int:agreement>/change/",
        pages.placement_agreement_change,
        name="placement_agreement_change",
    ),
    path(
        "placement-agreements/<int:agreement>/ask-move/",
        moves.placement_agreement_ask_move,
        name="placement_agreement_ask_move",
    ),
    path(
        "placement-agreements/<int:agreement>/sign/",
        pages.placement_agreement_sign,
        name="placement_agreement_sign",
    ),
    path(
        "placement-agreements/<int:agreement>/countersign/",
        pages.placement_agreement_countersign,
        name="placement_agreement_countersign",
    ),
    path(
        "placement-agreements/<int:agreement>/withdraw/",
        pages.placement_agreement_withdraw,
        name="placement_agreement_withdraw",
    ),
    path(
        "placement-agreements/<int:agreement>/void/",
        pages.placement_agreement_void,
        name="placement_agreement_void",
    ),
    path(
        "placement-agreements/<int:agreement>/decline/",
        pages.placement_agreement_decline,
        name="placement_agreement_decline",
    ),
]
