"""Text that was sent and not yet taken: a form that is shown again is filled in with it.

Whoever shows a form again asks its page anew, by GET, so that nothing can be done by it; the forms
of the page (``nmiss.base.core.forms``) find here what their fields held.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar

from django.utils.datastructures import MultiValueDict

_kept: ContextVar[MultiValueDict | None] = ContextVar("kept_text", default=None)


@contextlib.contextmanager
def filled_in_with(text: MultiValueDict) -> Iterator[None]:
    """Have forms that are made and shown in this block hold this text."""
    mark = _kept.set(text)
    try:
        yield
    finally:
        _kept.reset(mark)


def kept_text() -> MultiValueDict | None:
    """What the forms of this page are to be filled in with; None almost always."""
    return _kept.get()
