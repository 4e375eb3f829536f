"""What was taken away, as rows."""

from __future__ import annotations

import csv
import io

import openpyxl


def rows_of(response):
    text = b"".join(response).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def book_of(response):
    return openpyxl.load_workbook(io.BytesIO(b"".join(response)))
