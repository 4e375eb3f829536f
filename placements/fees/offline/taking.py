"""What becomes of a workbook: read by the worker, corrected, and saved in the draft."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.files.models import StoredFile
from nmiss.base.importing import sent_back
from placements.fees import asking, permissions
from placements.fees.models import FeePart, FeeRequest, FeeWorkbook
from placements.fees.offline import checking, entries
from placements.fees.offline.checking import CheckedFeeWorkbook

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@transaction.atomic
def upload(request: FeeRequest, file: UploadedFile, *, by: User) -> FeeWorkbook:
    """Keep a workbook, to be checked and read by the worker."""
    request.lock()
    stop_if(permissions.why_not_edit_request(by, request))
    return FeeWorkbook.begin(request, StoredFile.take_in(file, by=by, on_ledger=False), by=by)


def read_what_is_due() -> int:
    """Read the workbooks whose files were checked; return how many were read."""
    return sent_back.read_due(FeeWorkbook.objects.all(), entries.read)


@transaction.atomic
def correct(
    workbook: FeeWorkbook,
    typed: Mapping[int, Mapping[str, str]],
    left_out: Collection[int],
    *,
    by: User,
    seen: str,
) -> None:
    """Have other words in the cells of some lines, and leave some lines out."""
    request = workbook.request
    request.lock()
    workbook.lock()
    stop_if(permissions.why_not_work_on_fee_workbook(by, workbook))
    stop_if(permissions.why_not_edit_request(by, request))
    stop_if_changed("This workbook", seen=seen, now=digest_of(workbook.entries))
    kept = [
        replace(each, typed=each.typed | typed.get(each.line, {}))
        for each in entries.from_data(workbook.entries)
        if each.line not in left_out
    ]
    workbook.correct(by=by, entries=entries.as_data(kept))


@in_person
def take(workbook: FeeWorkbook, *, by: User, seen: str) -> CheckedFeeWorkbook:
    """Save its figures in the draft: all or nothing."""
    request = workbook.request
    request.lock()
    workbook.lock()
    stop_if(permissions.why_not_work_on_fee_workbook(by, workbook))
    stop_if(permissions.why_not_edit_request(by, request))
    found = checking.check(request, entries.from_data(workbook.entries))
    stop_if(permissions.why_not_take_fee_workbook(found.problems))
    stop_if_changed("This request", seen=seen, now=found.digest)
    prices = found.forms[FeePart.PRICES]
    asking.save_held(
        request,
        {part: found.answers_of(part) for part in found.parts},
        by=by,
        asked=prices.asked,
        percent=prices.cleaned_data["percent"],
    )
    workbook.take(by=by, changes=len(found.changes))
    return found
