"""Addresses of the purchasing system."""

from django.urls import path

from contracts.views import (
    applications,
    deciding,
    evaluators,
    opening,
    progress,
    providers,
    scoring,
)

app_name = "contracts"

urlpatterns = [
    path("providers/", providers.provider_list, name="provider_list"),
    path("providers/<int:pk>/", providers.provider_detail, name="provider_detail"),
    # Evaluating
    path("applications/", applications.application_list, name="application_list"),
    path(
        "applications/<int:application>/",
        applications.application_detail,
        name="application_detail",
    ),
    path(
        "applications/<int:application>/content/",
        applications.application_content,
        name="application_content",
    ),
    path(
        "applications/<int:application>/evidence/<int:evidence>/",
        applications.application_evidence,
        name="application_evidence",
    ),
    path(
        "applications/<int:application>/declare/",
        opening.application_declare,
        name="application_declare",
    ),
    path("applications/<int:application>/open/", opening.application_open, name="application_open"),
    path(
        "applications/<int:application>/findings/<slug:kind>/",
        deciding.application_finding,
        name="application_finding",
    ),
    path(
        "applications/<int:application>/evaluators/",
        evaluators.application_assign,
        name="application_assign",
    ),
    path(
        "applications/<int:application>/questions/<int:question>/",
        scoring.question_detail,
        name="question_detail",
    ),
    path(
        "applications/<int:application>/questions/<int:question>/score/",
        scoring.question_score,
        name="question_score",
    ),
    path(
        "applications/<int:application>/questions/<int:question>/moderate/",
        scoring.question_moderate,
        name="question_moderate",
    ),
    path(
        "applications/<int:application>/recommend/",
        deciding.application_recommend,
        name="application_recommend",
    ),
    path(
        "applications/<int:application>/approve/",
        deciding.application_approve,
        name="application_approve",
    ),
    path(
        "applications/<int:application>/send-back/",
        deciding.application_send_back,
        name="application_send_back",
    ),
    path(
        "applications/<int:application>/report/",
        deciding.application_report,
        name="application_report",
    ),
    path(
        "applications/<int:application>/report/file/",
        deciding.application_report_file,
        name="application_report_file",
    ),
    path(
        "assignments/<int:assignment>/replace/",
        evaluators.assignment_replace,
        name="assignment_replace",
    ),
    path("scoring/", scoring.score_list, name="score_list"),
    path(
        "rounds/<int:round>/open/", opening.round_open_applications, name="round_open_applications"
    ),
    path("rounds/<int:round>/evaluators/", evaluators.round_assign, name="round_assign"),
    path("rounds/<int:round>/progress/", progress.round_progress, name="round_progress"),
    path("rounds/<int:round>/remind/", progress.round_nudge, name="round_nudge"),
]
