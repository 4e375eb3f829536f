"""What is sent to the pages of imports, and where they are."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories.imports import table_of
from tests.tokens import seen_in

LIST = reverse("imports:import_list")


def upload(what="schools"):
    return reverse("imports:import_upload", args=[what])


def page_of(run, name="import_detail"):
    return reverse(f"imports:{name}", args=[run.pk])


def confirm(client, run, **options):
    """Press the button on the page of a run."""
    seen = seen_in(client.get(page_of(run)))
    return client.post(page_of(run, "import_confirm"), seen, **options)


def file_of(what="schools", *rows, name="table.csv"):
    return {"file": SimpleUploadedFile(name, table_of(what, *rows), "text/csv")}
