"""Addresses of fees."""

from django.urls import path

from placements.fees.views import (
    documents,
    negotiation,
    offline,
    price_lists,
    requests,
    standard,
)

urlpatterns = [
    path("schools/<int:urn>/price-lists/", price_lists.price_lists, name="price_lists"),
    path("schools/<int:urn>/price-lists/add/", price_lists.price_list_add, name="price_list_add"),
    path("price-lists/<int:price_list>/void/", price_lists.price_list_void, name="price_list_void"),
    path("fees/", requests.fee_list, name="fee_list"),
    path("fees/standard/", standard.fee_standard, name="fee_standard"),
    path("fees/standard/offer/", standard.fee_standard_offer, name="fee_standard_offer"),
    path("fees/start/", requests.fee_start, name="fee_start"),
    path("schools/<int:urn>/fee-request/", requests.fee_start_offline, name="fee_start_offline"),
    path("fees/<int:fee>/documents/add/", documents.fee_document_add, name="fee_document_add"),
    path("fee-documents/<int:document>/", documents.fee_document, name="fee_document"),
    path(
        "fee-documents/<int:document>/remove/",
        documents.fee_document_remove,
        name="fee_document_remove",
    ),
    path("fees/windows/", negotiation.fee_windows, name="fee_windows"),
    path(
        "fees/windows/<int:window>/change/",
        negotiation.fee_window_change,
        name="fee_window_change",
    ),
    path("fees/<int:fee>/", negotiation.fee_request, name="fee_request"),
    path("fees/<int:fee>/letter.pdf", negotiation.fee_letter, name="fee_letter"),
    path("fees/<int:fee>/prices/", requests.fee_prices, name="fee_prices"),
    path("fees/<int:fee>/costs/", requests.fee_costs, name="fee_costs"),
    path("fees/<int:fee>/background/", requests.fee_background, name="fee_background"),
    path("fees/<int:fee>/offline/", offline.fee_workbooks, name="fee_workbooks"),
    path("fees/<int:fee>/template.xlsx", offline.fee_template, name="fee_template"),
    path("fee-workbooks/<int:fee_workbook>/", offline.fee_workbook, name="fee_workbook"),
    path(
        "fee-workbooks/<int:fee_workbook>/correct/",
        offline.fee_workbook_correct,
        name="fee_workbook_correct",
    ),
    path(
        "fee-workbooks/<int:fee_workbook>/discard/",
        offline.fee_workbook_discard,
        name="fee_workbook_discard",
    ),
    path("fees/<int:fee>/submit/", requests.fee_submit, name="fee_submit"),
    path("fees/<int:fee>/write/", negotiation.fee_write, name="fee_write"),
    path("fees/<int:fee>/note/", negotiation.fee_note, name="fee_note"),
    path("fees/<int:fee>/information/", negotiation.fee_information, name="fee_information"),
    path("fees/<int:fee>/recommend/", negotiation.fee_recommend, name="fee_recommend"),
    path("fees/<int:fee>/offer/", negotiation.fee_offer, name="fee_offer"),
    path("fees/<int:fee>/offers/<int:number>/accept/", negotiation.fee_accept, name="fee_accept"),
    path("fees/<int:fee>/refuse/", negotiation.fee_refuse, name="fee_refuse"),
    path("fees/<int:fee>/escalate/", negotiation.fee_escalate, name="fee_escalate"),
    path("fees/<int:fee>/appeal/", negotiation.fee_appeal, name="fee_appeal"),
    path("fees/<int:fee>/withdraw/", negotiation.fee_withdraw, name="fee_withdraw"),
]
