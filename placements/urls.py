"""Addresses of schools, children, their cases, the search among them, and reports."""

from django.urls import include, path, register_converter

from placements.views import (
    appeals,
    appraisals,
    boards,
    by_link,
    cases,
    children,
    choices,
    consultations,
    extensions,
    matching,
    packs,
    prices,
    replies,
    reports,
    schools,
    search,
    values,
)


class Reference:
    """A child's reference in an address: what the import takes, and nothing else."""

    regex = "[A-Za-z0-9][A-Za-z0-9._-]*"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Reference, "reference")

app_name = "placements"

urlpatterns = [
    path("", include("placements.fees.urls")),
    path("", include("placements.agreements.urls")),
    path("", include("placements.reviews.urls")),
    path("", include("placements.endings.urls")),
    path("schools/", schools.school_list, name="school_list"),
    path("schools/<int:urn>/", schools.school_detail, name="school_detail"),
    path("search/", search.search, name="search"),
    path(
        "extensions/<int:option>/schools/",
        extensions.extension_schools,
        name="extension_schools",
    ),
    path("children/", children.child_list, name="child_list"),
    path("children/<reference:reference>/", children.child_detail, name="child_detail"),
    path(
        "children/<reference:reference>/identity/", children.child_identity, name="child_identity"
    ),
    path("children/<reference:reference>/bundle.pdf", children.child_bundle, name="child_bundle"),
    path(
        "children/<reference:reference>/bundle.zip",
        children.child_bundle_files,
        name="child_bundle_files",
    ),
    path(
        "placements/<reference:reference>/prices/", prices.placement_prices, name="placement_prices"
    ),
    path("placements/<reference:reference>/prices/add/", prices.price_add, name="price_add"),
    path("prices/<int:line>/change/", prices.price_change, name="price_change"),
    path("prices/<int:line>/end/", prices.price_end, name="price_end"),
    path("prices/<int:line>/void/", prices.price_void, name="price_void"),
    path(
        "children/<reference:reference>/open-case/", cases.child_case_open, name="child_case_open"
    ),
    path("cases/", cases.case_list, name="case_list"),
    path("cases/open/", cases.case_open, name="case_open"),
    path("cases/weights/", matching.match_weights, name="match_weights"),
    path("cases/<int:pk>/", cases.case_detail, name="case_detail"),
    path("cases/<int:pk>/change/", cases.case_change, name="case_change"),
    path("cases/<int:pk>/close/", cases.case_close, name="case_close"),
    path("cases/<int:pk>/schools/", matching.case_schools, name="case_schools"),
    path("cases/<int:pk>/schools/out/", matching.case_schools_out, name="case_schools_out"),
    path("cases/<int:pk>/schools/compare/", matching.case_compare, name="case_compare"),
    path("cases/<int:pk>/shortlists/save/", matching.shortlist_save, name="shortlist_save"),
    path(
        "cases/<int:pk>/shortlists/<int:shortlist>/",
        cases.shortlist_detail,
        name="shortlist_detail",
    ),
    path("cases/<int:pk>/packs/make/", packs.pack_make, name="pack_make"),
    path("packs/<int:pack>/", packs.pack_detail, name="pack_detail"),
    path("packs/<int:pack>/add/", packs.pack_add, name="pack_add"),
    path("pack-documents/<int:document>/", packs.pack_document, name="pack_document"),
    path(
        "pack-documents/<int:document>/remove/",
        packs.pack_document_remove,
        name="pack_document_remove",
    ),
    path("shortlists/<int:shortlist>/consult/", consultations.consult, name="consult"),
    path("consultations/", consultations.consultation_list, name="consultation_list"),
    path(
        "consultations/<int:consultation>/",
        consultations.consultation_detail,
        name="consultation_detail",
    ),
    path(
        "consultations/<int:consultation>/documents/<int:document>/",
        consultations.consultation_document,
        name="consultation_document",
    ),
    path(
        "consultations/<int:consultation>/link/",
        consultations.consultation_link,
        name="consultation_link",
    ),
    path("consulted/", by_link.link_consultation, name="link_consultation"),
    path("consulted/reply/", by_link.link_reply, name="link_reply"),
    path("consulted/reply/send/", by_link.link_reply_send, name="link_reply_send"),
    path("consulted/documents/<int:document>/", by_link.link_document, name="link_document"),
    path("consulted/evidence/<int:evidence>/", by_link.link_evidence, name="link_evidence"),
    path(
        "consulted/evidence/<int:evidence>/remove/",
        by_link.link_evidence_remove,
        name="link_evidence_remove",
    ),
    path("consult/<str:token>/", by_link.link_open, name="link_open"),
    path(
        "consultations/<int:consultation>/hand-on/",
        consultations.consultation_hand_on,
        name="consultation_hand_on",
    ),
    path(
        "consultations/<int:consultation>/close/",
        consultations.consultation_close,
        name="consultation_close",
    ),
    path("consultations/<int:consultation>/choose/", choices.school_choose, name="school_choose"),
    path("cases/<int:pk>/appeals/add/", appeals.appeal_add, name="appeal_add"),
    path("appeals/<int:appeal>/change/", appeals.appeal_change, name="appeal_change"),
    path("choices/<int:choice>/void/", choices.school_choice_void, name="school_choice_void"),
    path(
        "consultations/<int:consultation>/reply/",
        replies.consultation_reply,
        name="consultation_reply",
    ),
    path(
        "consultations/<int:consultation>/reply/send/",
        replies.consultation_reply_send,
        name="consultation_reply_send",
    ),
    path("reply-documents/<int:evidence>/", replies.reply_document, name="reply_document"),
    path(
        "reply-documents/<int:evidence>/remove/",
        replies.reply_document_remove,
        name="reply_document_remove",
    ),
    path("phase-transfers/", boards.phase_transfer_list, name="phase_transfer_list"),
    path("children-at-risk/", boards.children_at_risk, name="children_at_risk"),
    path("children-at-risk/<int:urn>/consult/", boards.children_consult, name="children_consult"),
    path("reports/off-dps/", boards.off_dps_report, name="off_dps_report"),
    path("reports/", reports.report_list, name="report_list"),
    path("reports/dps-status/", reports.dps_status, name="dps_status"),
    path("reports/dps-status.pdf", reports.dps_status_pdf, name="dps_status_pdf"),
    path("reports/dps-status.csv", reports.dps_status_csv, name="dps_status_csv"),
    path("reports/dps-status/schools/", reports.dps_status_schools, name="dps_status_schools"),
    path("vehicles/<int:vehicle>/appraisals/", appraisals.appraisal_list, name="appraisal_list"),
    path("vehicles/<int:vehicle>/appraisals/add/", appraisals.appraisal_add, name="appraisal_add"),
    path("appraisals/<int:appraisal>/", appraisals.appraisal_detail, name="appraisal_detail"),
    path("appraisals/<int:appraisal>/finding/", appraisals.appraisal_find, name="appraisal_find"),
    path("vehicles/values/", values.vehicle_value_list, name="vehicle_value_list"),
    path("vehicles/<int:vehicle>/value/", values.vehicle_value, name="vehicle_value"),
    path(
        "vehicles/<int:vehicle>/value/parts/",
        values.vehicle_value_parts,
        name="vehicle_value_parts",
    ),
    path("reports/spend/", reports.spend, name="spend"),
    path("reports/spend/placements/", reports.spend_placements, name="spend_placements"),
    path("", include("placements.savings.urls")),
    path("", include("placements.budget.urls")),
    path("", include("placements.blocks.urls")),
    path("", include("placements.takeovers.urls")),
    path("", include("placements.reorganising.urls")),
    path("reports/demand-profile/", reports.demand_profile, name="demand_profile"),
    path(
        "reports/demand-profile/places/",
        reports.demand_profile_places,
        name="demand_profile_places",
    ),
    path("reports/demand-profile.pdf", reports.demand_profile_pdf, name="demand_profile_pdf"),
    path("reports/demand-profile.csv", reports.demand_profile_csv, name="demand_profile_csv"),
]
