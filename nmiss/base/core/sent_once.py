"""Every form is sent once: what stands around each view of the hub (``nmiss.urls``).

A form carries a token (``nmiss.base.core.form_tokens``, by ``{% csrf_token %}``). What it does and
the using up of its token are one transaction. Whoever sends it twice is taken where the first led;
a form without a good token, one that the database refuses, and one that signs off what was changed
meanwhile (``nmiss.base.core.as_read``), is shown again with its text.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.db import IntegrityError, InternalError, OperationalError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, reverse
from django.utils.crypto import salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme

from nmiss.base.core import form_tokens
from nmiss.base.core.acting import acting_for
from nmiss.base.core.as_read import ChangedMeanwhile
from nmiss.base.core.kept_text import filled_in_with
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import SentForm
from nmiss.base.core.refusals import is_refusal, sentence_for

View = Callable[..., HttpResponse]

# What a view raises to answer, and not because it broke: what it wrote down before stays.
ANSWERS = (Http404, PermissionDenied, NotAllowedNow, BadRequest)
UNKNOWN = "Nothing is saved yet. Check the form below and send it again."
CHANGED = (
    "You have sent this form before, and then changed it. The first version is saved, the changes "
    "are not. Check the form below and send it again if you want both."
)
BUTTON = "Nothing is changed yet. Check the page and press the button again."
OFFERED = (
    "This form is not sent yet. We kept the text that you typed before you had to sign in again. "
    "Check it and send it."
)
FILES = " Choose the file again, too."


def each_once(patterns: Iterable[URLPattern | URLResolver], *, often: Iterable[str]) -> None:
    """Put this around every view there is, but for those ``often`` names."""
    for pattern in _leaves(patterns):
        if pattern.name not in often:
            pattern.callback = once(pattern.callback)


def _leaves(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for each in patterns:
        if isinstance(each, URLPattern):
            yield each
        else:
            yield from _leaves(each.url_patterns)


def once(view: View) -> View:
    """Have what is sent to a view done once."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        ask = functools.partial(view, request, *args, **kwargs)
        if request.method == "POST":
            return _answer(request, ask)
        text = getattr(request, "offered_text", None)  # see nmiss.base.accounts.session_limits
        return ask() if text is None else show_again(request, ask, OFFERED, text=text)

    guarded.is_sent_once = True
    return guarded


def _answer(request: HttpRequest, ask: Callable[[], HttpResponse]) -> HttpResponse:
    token = form_tokens.read(request.POST.get(form_tokens.NAME, ""), request.path)
    if token is None:
        return show_again(request, ask, UNKNOWN)
    if not token.is_of(request.user.pk):  # somebody else has signed in since: not for their eyes
        return show_again(request, ask, UNKNOWN, text=QueryDict())
    try:
        response, answered = _do(request, ask, token.number)
    except ChangedMeanwhile as changed:
        return show_again(request, ask, str(changed))
    except (IntegrityError, InternalError, OperationalError, ValidationError) as refusal:
        if not is_refusal(refusal):
            raise
        return show_again(request, ask, sentence_for(refusal))
    if answered is not None:
        raise answered
    return response


def _do(
    request: HttpRequest, ask: Callable[[], HttpResponse], number: str
) -> tuple[HttpResponse | None, Exception | None]:
    """What the view answers or raises, in one transaction with the using up of the token."""
    digest = _digest(request)
    with transaction.atomic(), _acting(request):
        row = SentForm.claim(number, digest)
        if row is None:
            return _repeated(request, ask, SentForm.objects.get(token=number), digest), None
        try:
            response = ask()
        except ANSWERS as answered:
            if connection.needs_rollback:
                raise
            row.delete()
            return None, answered
        if 300 <= response.status_code < 400 and not getattr(response, "is_detour", False):
            row.came_to(response["Location"], [(m.level, str(m)) for m in _waiting(request)])
        else:
            row.delete()  # something is wrong in the form, or asked first: nothing was done
        return response, None


def _acting(request: HttpRequest) -> contextlib.AbstractContextManager[None]:
    """What a form does is done by who is signed in: the database asks."""
    is_known = request.user.is_authenticated
    return acting_for(request.user) if is_known else contextlib.nullcontext()


def _repeated(
    request: HttpRequest, ask: Callable[[], HttpResponse], first: SentForm, digest: str
) -> HttpResponse:
    """Show what came of the first; of another content, the form."""
    if first.digest != digest:
        return show_again(request, ask, CHANGED)
    if not request.session.exists(request.session.session_key):  # a new password has ended it
        request.session.modified = False  # what it has learnt meanwhile cannot be kept
    else:
        said = {str(message) for message in messages.get_messages(request)._loaded_messages}
        for level, words in first.messages():
            if words not in said:
                messages.add_message(request, level, words)
    return redirect(first.went_to)


def show_again(
    request: HttpRequest,
    ask: Callable[[], HttpResponse],
    words: str,
    *,
    text: QueryDict | None = None,
) -> HttpResponse:
    """The page of the form as if it were opened now, with what was typed. Nothing is done by it."""
    _waiting(request).clear()
    sent, files = request.POST if text is None else text, bool(request.FILES)
    messages.warning(request, words + (FILES if files else ""))
    response = _opened(request, ask, sent)
    if not isinstance(response, HttpResponseNotAllowed):
        return response
    _waiting(request).clear()  # a button on another page: there is no text
    messages.warning(request, BUTTON if words == UNKNOWN else words)
    return redirect(_page_before(request))


def _opened(request: HttpRequest, ask: Callable[[], HttpResponse], text: QueryDict) -> HttpResponse:
    """Ask the view by GET, and let it make its page while the text is at hand."""
    asked_by, request.method, request.POST = request.method, "GET", QueryDict()
    try:
        with filled_in_with(text):
            response = ask()
            if hasattr(response, "render"):
                response.render()
            return response
    finally:
        request.method = asked_by


def _page_before(request: HttpRequest) -> str:
    before = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(before, {request.get_host()}):
        found = urlsplit(before)
        return f"/{found.path.lstrip('/')}" + (f"?{found.query}" if found.query else "")
    return reverse("home:home")


def _waiting(request: HttpRequest) -> list[Message]:
    """The messages that this request has left so far."""
    return messages.get_messages(request)._queued_messages


def _digest(request: HttpRequest) -> str:
    """Of everything that was sent but the tokens; from it nothing that was typed can be told."""
    sent = hashlib.sha256(request.get_full_path().encode())
    for name, values in sorted(request.POST.lists()):
        if name not in (form_tokens.NAME, "csrfmiddlewaretoken"):
            sent.update(repr((name, values)).encode("utf-8", "surrogatepass"))
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            sent.update(repr((name, file.name, file.size)).encode("utf-8", "surrogatepass"))
            for chunk in file.chunks():
                sent.update(chunk)
            file.seek(0)
    return salted_hmac("nmiss.sent", sent.digest(), algorithm="sha256").hexdigest()
