"""Addresses of the purchasing system."""

from django.urls import path

from contracts.applications.views import applying, asking, submissions
from contracts.arrangements.views import (
    deadlines,
    decisions,
    numbers,
    options,
    rounds,
    schemes,
    vehicles,
)
from contracts.evaluation.views import (
    admission,
    applications,
    deciding,
    evaluators,
    opening,
    progress,
    scoring,
    what_if,
)
from contracts.evaluation.views import rounds as pages_of_rounds
from contracts.membership.views import (
    agreements,
    assurance,
    extensions,
    memberships,
    open_data,
    outcomes,
    providers,
    tenders,
)

app_name = "contracts"

urlpatterns = [
    path("providers/", providers.provider_list, name="provider_list"),
    path("providers/<int:pk>/", providers.provider_detail, name="provider_detail"),
    # Vehicles, schemes, rounds and the queue
    path("admission/", admission.admission, name="admission"),
    path("legal-numbers/", numbers.legal_number_list, name="legal_number_list"),
    path(
        "legal-numbers/<int:number>/succeed/",
        numbers.legal_number_succeed,
        name="legal_number_succeed",
    ),
    path("decisions/", decisions.decision_list, name="decision_list"),
    path("decisions/add/", decisions.decision_add, name="decision_add"),
    path("decisions/<int:decision>/", decisions.decision_detail, name="decision_detail"),
    path("decisions/<int:decision>/edit/", decisions.decision_edit, name="decision_edit"),
    path(
        "decisions/<int:decision>/delegations/add/",
        decisions.delegation_add,
        name="delegation_add",
    ),
    path("approval-limits/", decisions.approval_limit_list, name="approval_limit_list"),
    path("approval-limits/add/", decisions.approval_limit_add, name="approval_limit_add"),
    path("options/<int:option>/", options.option_detail, name="option_detail"),
    path("options/<int:option>/replies/", extensions.extension_board, name="extension_board"),
    path("options/<int:option>/<slug:move>/", options.option_move, name="option_move"),
    path("deadline/", deadlines.deadline, name="deadline"),
    path("days-off/", numbers.days_off, name="days_off"),
    path("days-off/<int:day_off>/remove/", numbers.day_off_remove, name="day_off_remove"),
    path("lots/<int:lot>/edit/", vehicles.lot_edit, name="lot_edit"),
    path(
        "applications/<int:application>/evaluate-now/",
        admission.application_evaluate_now,
        name="application_evaluate_now",
    ),
    path(
        "applications/<int:application>/prolong/",
        admission.application_prolong,
        name="application_prolong",
    ),
    path("rounds/<int:round>/", pages_of_rounds.round_detail, name="round_detail"),
    path("rounds/<int:round>/edit/", rounds.round_edit, name="round_edit"),
    path("rounds/<int:round>/extend/", rounds.round_extend, name="round_extend"),
    path("rounds/<int:round>/window/", rounds.round_window, name="round_window"),
    path("vehicles/open-data/", open_data.open_data, name="open_data"),
    path("vehicles/add/", vehicles.vehicle_add, name="vehicle_add"),
    path("vehicles/<int:vehicle>/", vehicles.vehicle_detail, name="vehicle_detail"),
    path("vehicles/<int:vehicle>/edit/", vehicles.vehicle_edit, name="vehicle_edit"),
    path("vehicles/<int:vehicle>/term/", vehicles.vehicle_term, name="vehicle_term"),
    path("vehicles/<int:vehicle>/mode/", vehicles.vehicle_mode, name="vehicle_mode"),
    path("vehicles/<int:vehicle>/plan/", vehicles.vehicle_plan, name="vehicle_plan"),
    path("vehicles/<int:vehicle>/notices/add/", vehicles.notice_add, name="notice_add"),
    path("vehicles/<int:vehicle>/notices/waive/", vehicles.notice_waive, name="notice_waive"),
    path("vehicles/<int:vehicle>/documents/add/", vehicles.document_add, name="document_add"),
    path("vehicles/<int:vehicle>/schemes/begin/", schemes.scheme_begin, name="scheme_begin"),
    path("tender-documents/<int:document>/", vehicles.document_file, name="document_file"),
    path("tenders/", tenders.tender_list, name="tender_list"),
    path("tenders/<int:vehicle>/watch/", vehicles.tender_watch, name="tender_watch"),
    path("schemes/<int:scheme>/", schemes.scheme_detail, name="scheme_detail"),
    path("schemes/<int:scheme>/edit/", schemes.scheme_edit, name="scheme_edit"),
    path("schemes/<int:scheme>/what-if/", what_if.scheme_what_if, name="scheme_what_if"),
    path("schemes/<int:scheme>/publish/", schemes.scheme_publish, name="scheme_publish"),
    path("schemes/<int:scheme>/succeed/", schemes.scheme_succeed, name="scheme_succeed"),
    path("schemes/<int:scheme>/questions/add/", schemes.question_add, name="question_add"),
    path(
        "schemes/<int:scheme>/questions/<int:question>/edit/",
        schemes.question_edit,
        name="question_edit",
    ),
    path(
        "schemes/<int:scheme>/questions/<int:question>/remove/",
        schemes.question_remove,
        name="question_remove",
    ),
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
        "apply/<int:draft>/documents/<int:evidence>/replace/",
        submissions.evidence_replace,
        name="evidence_replace",
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
        opening.application_declare_interest,
        name="application_declare_interest",
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
    path(
        "agreements/<int:agreement>/decline/",
        agreements.agreement_decline,
        name="agreement_decline",
    ),
    path(
        "agreements/<int:agreement>/withdraw/",
        agreements.agreement_withdraw,
        name="agreement_withdraw",
    ),
    path(
        "agreements/<int:agreement>/offer-again/",
        agreements.agreement_offer_again,
        name="agreement_offer_again",
    ),
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
    path("extension-letters/<int:letter>/", extensions.extension_letter, name="extension_letter"),
    path(
        "extension-letters/<int:letter>/file/",
        extensions.extension_letter_pdf,
        name="extension_letter_pdf",
    ),
    path(
        "extension-letters/<int:letter>/reply/",
        extensions.extension_reply,
        name="extension_reply",
    ),
    path("extension-letters/<int:letter>/ask/", extensions.extension_ask, name="extension_ask"),
    path(
        "extension-questions/<int:enquiry>/answer/",
        extensions.extension_answer,
        name="extension_answer",
    ),
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
    path(
        "declarations/<int:declaration>/read/",
        assurance.declaration_read,
        name="declaration_read",
    ),
    path("debarment/", assurance.debarment_list, name="debarment_list"),
    path("debarment/<int:pk>/", assurance.debarment_check, name="debarment_check"),
    path("providers/<int:pk>/add-document/", assurance.compliance_add, name="compliance_add"),
    path("compliance/<int:compliance>/ask/", assurance.compliance_ask, name="compliance_ask"),
    path("compliance/<int:compliance>/", assurance.compliance_file, name="compliance_file"),
]
