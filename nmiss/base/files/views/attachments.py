"""How a kept file leaves: as an attachment, from a view that has asked who may have it."""

from __future__ import annotations

from itertools import chain
from urllib.parse import quote

from django.http import Http404, HttpResponseBase, StreamingHttpResponse

from nmiss.base.files.models import NotToBeOpened, StoredFile


def attachment(file: StoredFile) -> HttpResponseBase:
    """Answer with the file. The browser is told to save it, and never to guess or run it."""
    try:
        chunks = file.chunks()
    except NotToBeOpened:
        raise Http404 from None
    # Read before anything is answered: of a file that is not there an error page says so.
    first = next(chunks, b"")
    return StreamingHttpResponse(
        chain([first], chunks),
        content_type=file.content_type,
        headers=saved_as(file.name) | {"Content-Length": str(file.size)},
    )


def saved_as(name: str) -> dict[str, str]:
    """The headers that have a browser save what comes, under this name."""
    plain = "".join(sign if sign.isascii() and sign.isprintable() else "_" for sign in name)
    plain = plain.replace('"', "_").replace("\\", "_")
    return {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
