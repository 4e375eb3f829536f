"""The one door: the web looks at a file's name, size and first bytes, and keeps it to be checked.

What is inside is never read here (``nmiss.base.files.looking``): whoever sends a file decides how
much work that is.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from nmiss.base.files import names
from nmiss.base.files.kinds import FileKind, compare_head
from nmiss.base.files.refusals import Refused

MEGABYTE = 1 << 20
FORM_ALLOWANCE = 2 * MEGABYTE  # what the other fields of a form may take


def inspect(file: UploadedFile, *, kinds: Collection[FileKind], largest: int) -> FileKind:
    """Answer which of the kinds the file says it is; raise Refused, with what to do, if of none."""
    wrong = names.what_is_wrong_with(file.name or "")
    if wrong:
        raise Refused(wrong)
    if not file.size:
        raise Refused("This file is empty: choose another")
    if file.size > largest:
        raise Refused(f"Choose a file of at most {largest // MEGABYTE} MB")
    extension = names.extension_of(file.name)
    for kind in kinds:
        if extension in kind.extensions:
            compare_head(file, kind)
            return kind
    raise Refused("Choose " + " or ".join(kind.words for kind in kinds))


class UploadField(forms.FileField):
    """A file in a form. Its cleaned value has been through the door and knows its kind."""

    def __init__(self, *, kinds: Collection[FileKind], largest: int, **options: Any) -> None:
        self.kinds, self.largest = kinds, largest
        accepted = ",".join(f".{name}" for kind in kinds for name in kind.extensions)
        widget = forms.FileInput(attrs={"accept": accepted, "class": "govuk-file-upload"})
        messages = dict.fromkeys(("required", "invalid", "missing", "empty"), "Choose a file")
        messages["empty"] = "This file is empty: choose another"
        super().__init__(widget=widget, error_messages=messages, **options)

    def clean(self, data: Any, initial: Any = None) -> UploadedFile | None:
        file = super().clean(data, initial)
        if not file:
            return None  # where none is required
        try:
            file.kind = inspect(file, kinds=self.kinds, largest=self.largest)
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from refused
        return file


class FileTooBig(RequestDataTooBig):
    """What is sent is larger than any file may be."""


class RefuseHuge(FileUploadHandler):
    """Refuse a request that says it is larger than any file may be, before reading it."""

    def handle_raw_input(
        self, input_data: Any, headers: dict, content_length: int, *_: Any
    ) -> None:
        if content_length > settings.MAX_UPLOAD_MB * MEGABYTE + FORM_ALLOWANCE:
            raise FileTooBig("The file is larger than MAX_UPLOAD_MB.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
