"""Addresses of annual reviews."""

from django.urls import path

from placements.reviews.views import reviews

urlpatterns = [
    path("annual-reviews/", reviews.review_list, name="review_list"),
    path("annual-reviews/arrange/", reviews.reviews_arrange, name="reviews_arrange"),
    path("children/<reference:reference>/open-review/", reviews.review_open, name="review_open"),
    path("annual-reviews/<int:review>/", reviews.review_detail, name="review_detail"),
    path("annual-reviews/<int:review>/arrange/", reviews.review_arrange, name="review_arrange"),
    path("annual-reviews/<int:review>/report/file/", reviews.review_file, name="review_file"),
    path("annual-reviews/<int:review>/report/", reviews.review_report, name="review_report"),
    path(
        "annual-reviews/<int:review>/report/document/",
        reviews.review_document,
        name="review_document",
    ),
    path("annual-reviews/<int:review>/decide/", reviews.review_decide, name="review_decide"),
    path("annual-reviews/<int:review>/issue/", reviews.review_issue, name="review_issue"),
    path("annual-reviews/<int:review>/close/", reviews.review_close, name="review_close"),
]
