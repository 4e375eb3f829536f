"""Addresses of providers."""

from django.urls import path

from contracts.views import applying, asking, providers, submissions

app_name = "contracts"

urlpatterns = [
    path("providers/", providers.provider_list, name="provider_list"),
    path("providers/<int:pk>/", providers.provider_detail, name="provider_detail"),
    # Applying
    path("apply/", applying.apply, name="apply"),
    path(
        "apply/start/<int:vehicle>/<int:provider>/",
        applying.application_start,
        name="application_start",
    ),
    path("apply/<int:draft>/", applying.application_tasks, name="application_tasks"),
    path(
        "apply/<int:draft>/sections/<slug:section>/",
        applying.application_section,
        name="application_section",
    ),
    path(
        "apply/<int:draft>/still-true/",
        applying.application_still_true,
        name="application_still_true",
    ),
    path(
        "apply/<int:draft>/documents/",
        submissions.application_documents,
        name="application_documents",
    ),
    path(
        "apply/<int:draft>/documents/<int:evidence>/",
        submissions.evidence_file,
        name="evidence_file",
    ),
    path(
        "apply/<int:draft>/documents/<int:evidence>/remove/",
        submissions.evidence_remove,
        name="evidence_remove",
    ),
    path("apply/<int:draft>/check/", submissions.application_check, name="application_check"),
    path("apply/<int:draft>/declare/", submissions.application_declare, name="application_declare"),
    path(
        "apply/<int:draft>/receipts/<int:number>/",
        submissions.application_receipt,
        name="application_receipt",
    ),
    path(
        "apply/<int:draft>/receipts/<int:number>/file/",
        submissions.application_receipt_file,
        name="application_receipt_file",
    ),
    path(
        "apply/<int:draft>/withdraw/",
        submissions.application_withdraw,
        name="application_withdraw",
    ),
    path(
        "apply/<int:draft>/evidence-requests/<int:evidence_request>/",
        asking.evidence_request_answer,
        name="evidence_request_answer",
    ),
    path("clarifications/", asking.clarifications, name="clarifications"),
    path("clarifications/ask/<int:vehicle>/", asking.clarification_ask, name="clarification_ask"),
    path(
        "clarifications/<int:clarification>/answer/",
        asking.clarification_answer,
        name="clarification_answer",
    ),
    path("evidence-requests/", asking.evidence_requests, name="evidence_requests"),
    path(
        "evidence-requests/<int:evidence_request>/",
        asking.evidence_request_detail,
        name="evidence_request_detail",
    ),
    path(
        "evidence-requests/<int:evidence_request>/files/<int:evidence>/",
        asking.evidence_request_file,
        name="evidence_request_file",
    ),
    path(
        "applications/<int:opened>/evidence-requests/new/",
        asking.evidence_request_new,
        name="evidence_request_new",
    ),
]
