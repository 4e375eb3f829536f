"""Addresses of providers."""

from django.urls import path

from contracts.views import agreements, assurance, memberships, outcomes, providers

app_name = "contracts"

urlpatterns = [
    path("providers/", providers.provider_list, name="provider_list"),
    path("providers/<int:pk>/", providers.provider_detail, name="provider_detail"),
    # Joining: outcomes, agreements, memberships
    path("outcomes/", outcomes.outcome_list, name="outcome_list"),
    path("outcomes/release/", outcomes.outcome_release, name="outcome_release"),
    path("applications/<int:application>/outcome/", outcomes.outcome_letter, name="outcome_letter"),
    path(
        "applications/<int:application>/outcome/letter/",
        outcomes.outcome_letter_pdf,
        name="outcome_letter_pdf",
    ),
    path("agreements/", agreements.agreement_list, name="agreement_list"),
    path("agreements/countersign/", agreements.agreement_countersign, name="agreement_countersign"),
    path("agreements/<int:agreement>/", agreements.agreement_detail, name="agreement_detail"),
    path(
        "agreements/<int:agreement>/document/",
        agreements.agreement_document,
        name="agreement_document",
    ),
    path("agreements/<int:agreement>/sign/", agreements.agreement_sign, name="agreement_sign"),
    path("memberships/", memberships.membership_list, name="membership_list"),
    path("our-memberships/", memberships.our_memberships, name="our_memberships"),
    path("memberships/<int:membership>/", memberships.membership_detail, name="membership_detail"),
    path(
        "memberships/<int:membership>/suspend/",
        memberships.membership_suspend,
        name="membership_suspend",
    ),
    path(
        "memberships/<int:membership>/reinstate/",
        memberships.membership_reinstate,
        name="membership_reinstate",
    ),
    path(
        "memberships/<int:membership>/remove/",
        memberships.membership_remove,
        name="membership_remove",
    ),
    path("memberships/<int:membership>/exit/", memberships.membership_exit, name="membership_exit"),
    path(
        "memberships/<int:membership>/ask-to-renew/",
        assurance.declaration_ask,
        name="declaration_ask",
    ),
    path(
        "declarations/<int:declaration>/renew/",
        assurance.declaration_renew,
        name="declaration_renew",
    ),
    path("debarment/", assurance.debarment_list, name="debarment_list"),
    path("debarment/<int:pk>/", assurance.debarment_check, name="debarment_check"),
    path(
        "memberships/<int:membership>/add-document/",
        assurance.compliance_add,
        name="compliance_add",
    ),
    path("compliance/<int:compliance>/", assurance.compliance_file, name="compliance_file"),
]
