"""The upload of a request that was filled in offline."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from nmiss.base.core.forms import GovukForm
from nmiss.base.files.door import MEGABYTE, UploadField
from nmiss.base.files.kinds import CSV, XLSX

LARGEST = 5  # megabytes: a template of a thousand prices has a tenth of that


class FeeWorkbookUpload(GovukForm):
    """A template that was filled in."""

    button = "Upload and check"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        largest = min(LARGEST, settings.MAX_UPLOAD_MB)
        self.fields["file"] = UploadField(
            kinds=[XLSX, CSV],
            largest=largest * MEGABYTE,
            label="Upload the template that you filled in",
            help_text=f"An Excel workbook (XLSX) or a CSV table of at most {largest} MB. You see "
            "the changes before anything is saved.",
        )
