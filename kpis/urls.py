"""Addresses of indicators, terms and returns."""

from django.urls import path

from kpis.views import (
    concerns,
    consequences,
    indicators,
    plans,
    ratings,
    returns,
    review,
    rules,
    terms,
)

app_name = "kpis"

urlpatterns = [
    path("indicators/", indicators.indicator_set_list, name="indicator_set_list"),
    path("indicators/draft/", indicators.indicator_set_draft, name="indicator_set_draft"),
    path("indicators/<int:pk>/", indicators.indicator_set_detail, name="indicator_set_detail"),
    path(
        "indicators/<int:pk>/preview/",
        indicators.indicator_set_preview,
        name="indicator_set_preview",
    ),
    path(
        "indicators/<int:pk>/publish/",
        indicators.indicator_set_publish,
        name="indicator_set_publish",
    ),
    path(
        "indicators/<int:pk>/discard/",
        indicators.indicator_set_discard,
        name="indicator_set_discard",
    ),
    path("indicators/<int:pk>/add/", indicators.indicator_add, name="indicator_add"),
    path("indicator/<int:indicator>/", indicators.indicator_detail, name="indicator_detail"),
    path("indicator/<int:indicator>/change/", indicators.indicator_edit, name="indicator_edit"),
    path("indicator/<int:indicator>/remove/", indicators.indicator_remove, name="indicator_remove"),
    path("ratings/", ratings.rating_matrix, name="rating_matrix"),
    path("ratings/not-returned/", ratings.rating_missing, name="rating_missing"),
    path("ratings/for-publication/", ratings.rating_published, name="rating_published"),
    path("ratings/indicator/<path:code>/", ratings.rating_indicator, name="rating_indicator"),
    path("ratings/<int:urn>/", ratings.rating_school, name="rating_school"),
    path("ratings/<int:urn>/<path:code>/", ratings.rating_cell, name="rating_cell"),
    path("consequences/", consequences.consequence_list, name="consequence_list"),
    path("consequences/rules/", consequences.consequence_rules, name="consequence_rules"),
    path("consequences/duty/", consequences.duty_add, name="duty_add"),
    path(
        "consequences/propose/<int:urn>/",
        consequences.consequence_propose,
        name="consequence_propose",
    ),
    path(
        "consequences/<int:consequence>/",
        consequences.consequence_detail,
        name="consequence_detail",
    ),
    path(
        "consequences/<int:consequence>/reply/",
        consequences.consequence_reply,
        name="consequence_reply",
    ),
    path(
        "consequences/<int:consequence>/decide/",
        consequences.consequence_decide,
        name="consequence_decide",
    ),
    path("plans/<int:plan>/", plans.plan_detail, name="plan_detail"),
    path("plans/<int:plan>/actions/", plans.plan_action_add, name="plan_action_add"),
    path(
        "plans/<int:plan>/actions/<int:action>/",
        plans.plan_action_complete,
        name="plan_action_complete",
    ),
    path("plans/<int:plan>/review/", plans.plan_review, name="plan_review"),
    path("plans/<int:plan>/close/", plans.plan_close, name="plan_close"),
    path("visits-and-concerns/", concerns.note_list, name="note_list"),
    path("visits-and-concerns/<int:urn>/", concerns.note_add, name="note_add"),
    path("terms/", terms.term_list, name="term_list"),
    path("terms/add/", terms.term_add, name="term_add"),
    path("returns/rules/", rules.return_rules, name="return_rules"),
    path("returns/", returns.return_list, name="return_list"),
    path("returns/nothing/", returns.return_nothing, name="return_nothing"),
    path("returns/<int:kpi_return>/", returns.return_detail, name="return_detail"),
    path(
        "returns/<int:kpi_return>/section/<int:place>/",
        returns.return_section,
        name="return_section",
    ),
    path(
        "returns/<int:kpi_return>/section/<int:place>/nothing/",
        returns.return_section_nothing,
        name="return_section_nothing",
    ),
    path(
        "returns/<int:kpi_return>/section/<int:place>/after-all/",
        returns.return_section_after_all,
        name="return_section_after_all",
    ),
    path(
        "returns/<int:kpi_return>/section/<int:place>/repeat/",
        returns.return_section_repeat,
        name="return_section_repeat",
    ),
    path(
        "returns/<int:kpi_return>/evidence/<int:evidence>/",
        returns.return_evidence_file,
        name="return_evidence_file",
    ),
    path(
        "returns/<int:kpi_return>/evidence/<int:evidence>/remove/",
        returns.return_evidence_remove,
        name="return_evidence_remove",
    ),
    path("returns/<int:kpi_return>/ready/", returns.return_ready, name="return_ready"),
    path("returns/<int:kpi_return>/certify/", returns.return_certify, name="return_certify"),
    path(
        "returns/<int:kpi_return>/receipt/<int:number>/",
        returns.return_receipt,
        name="return_receipt",
    ),
    path("returns/<int:kpi_return>/copy/<int:number>/", returns.return_copy, name="return_copy"),
    path("returns/<int:kpi_return>/correct/", returns.return_correct, name="return_correct"),
    path(
        "returns/<int:kpi_return>/correct/discard/",
        returns.return_correct_drop,
        name="return_correct_drop",
    ),
    path("returns/<int:kpi_return>/review/", review.review_detail, name="review_detail"),
    path("returns/<int:kpi_return>/review/query/", review.review_query, name="review_query"),
    path("returns/<int:kpi_return>/review/accept/", review.review_accept, name="review_accept"),
    path(
        "returns/<int:kpi_return>/review/agree/<int:figure>/",
        review.review_agree,
        name="review_agree",
    ),
    path("returns/<int:kpi_return>/review/extend/", review.review_extend, name="review_extend"),
    path("returns/<int:kpi_return>/review/excuse/", review.review_excuse, name="review_excuse"),
    path(
        "returns/<int:kpi_return>/review/ask-again/",
        review.review_ask_again,
        name="review_ask_again",
    ),
]
