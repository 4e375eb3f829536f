"""Addresses of the imports."""

from django.urls import path

from nmiss.across.imports.views import differences, imports

app_name = "imports"

urlpatterns = [
    path("imports/", imports.import_list, name="import_list"),
    path("imports/upload/<slug:what>/", imports.import_upload, name="import_upload"),
    path("imports/<int:pk>/", imports.import_detail, name="import_detail"),
    path("imports/<int:pk>/findings.csv", imports.import_findings_csv, name="import_findings_csv"),
    path("imports/<int:pk>/file/", imports.import_file, name="import_file"),
    path(
        "imports/<int:pk>/differences/", differences.import_differences, name="import_differences"
    ),
    path("imports/<int:pk>/questions/", imports.import_questions, name="import_questions"),
    path("imports/<int:pk>/confirm/", imports.import_confirm, name="import_confirm"),
    path("imports/<int:pk>/drop/", imports.import_drop, name="import_drop"),
    path("imports/<int:pk>/undo/", imports.import_undo, name="import_undo"),
]
