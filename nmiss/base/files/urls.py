"""Addresses of lists to take away."""

from django.urls import path

from nmiss.base.files.views import downloads

app_name = "files"

urlpatterns = [
    path("lists/<slug:name>.csv", downloads.listing_csv, name="listing_csv"),
    path("lists/<slug:name>.xlsx", downloads.listing_xlsx, name="listing_xlsx"),
    path("downloads/<int:pk>/", downloads.download_detail, name="download_detail"),
    path("downloads/<int:pk>/file/", downloads.download_file, name="download_file"),
]
