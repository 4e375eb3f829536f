"""Nothing typed is lost: what a session sends that has ended is kept, and offered after signing in.

``keep_unsent`` serves whoever turns a form away because its sender must sign in, or show who they
are, first. Nothing is ever sent by itself: the page of the form is filled in, and waits.
"""

from __future__ import annotations

import datetime
import json
import re

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from nmiss.base.accounts.models import KnownSession, UnsentForm, UnsentText, User
from nmiss.base.core import form_tokens
from nmiss.base.core.acting import acting_for
from nmiss.base.core.form_tokens import session_digest

DAY = datetime.timedelta(days=1)
LARGEST = 200 * 1024
LONGEST_ADDRESS = 2000
MOST = 20  # forms of one person
MARK = "has_unsent"  # in the session, so that most pages need not ask the database

_NEVER = re.compile(r"password|secret|token|credential|^(code|otp)$", re.IGNORECASE)
_ABOUT_SIGNING_IN = ("account_", "mfa_")


def keep_unsent(request: HttpRequest, *, by_token_alone: bool = False) -> bool:
    """Keep what this request sends, for who sent it; False where that is nobody we know.

    Passwords, files and tokens are left out, and so is every form about signing in. Where the
    request may come from elsewhere, only the token of the form says whose it is.
    """
    person = _sender(request, by_token_alone=by_token_alone)
    if person is None or _is_about_signing_in(request):
        return False
    sent, address = _text_of(request), request.get_full_path()
    if sent is None or len(address) > LONGEST_ADDRESS:
        return False
    with acting_for(person):
        now = timezone.now()
        own = UnsentForm.objects.of(person)
        own.filter(address=address).delete()
        own.exclude(pk__in=own.newest_first().values("pk")[: MOST - 1]).delete()
        form = UnsentForm.objects.create(user=person, address=address, kept_at=now)
        UnsentText.objects.create(form=form, user=person, sent=sent)
    if request.user == person:
        request.session[MARK] = True
    return True


def note_unsent(request: HttpRequest) -> UnsentForm | None:
    """At the beginning of a session: whether its person has a form to send; the newest of them."""
    newest = _good_for(request.user).newest_first().first()
    if newest:
        request.session[MARK] = True
    return newest


def waiting(request: HttpRequest, *, under: str = "/") -> list[UnsentForm]:
    """The forms that this person has to send, of pages under an address; newest first."""
    if not request.session.get(MARK):
        return []
    return list(_good_for(request.user).filter(address__startswith=under).newest_first())


def unsent_text(request: HttpRequest) -> QueryDict | None:
    """What this person had typed into the form of this address; None almost always."""
    if not request.session.get(MARK):
        return None
    with acting_for(request.user):
        own = _good_for(request.user).filter(address=request.get_full_path())
        found = UnsentText.objects.filter(form__in=own).first()
        return found and _as_sent(found.sent)


def forget_unsent(request: HttpRequest) -> None:
    """The form of this address has been sent, or its text is not wanted."""
    if request.user.is_authenticated:
        UnsentForm.objects.of(request.user).filter(address=request.get_full_path()).delete()


def forget_old(*, now: datetime.datetime) -> None:
    """A day is over: for text, and for sessions that nobody has used since."""
    UnsentForm.objects.kept_before(now - DAY).delete()
    KnownSession.objects.used_before(now - DAY).delete()


def _sender(request: HttpRequest, *, by_token_alone: bool) -> User | None:
    """Whose form it is: by its token, which is signed, or by the session, which may have ended."""
    token = form_tokens.read(request.POST.get(form_tokens.NAME, ""), request.path)
    user = request.user
    if token:
        return user if user.is_authenticated and token.is_of(user.pk) else _known(token.session)
    if by_token_alone:
        return None
    if user.is_authenticated:
        return user
    return _known(session_digest(request.COOKIES.get(settings.SESSION_COOKIE_NAME)))


def _known(digest: str) -> User | None:
    rows = KnownSession.objects.used_since(timezone.now() - DAY).select_related("user")
    found = rows.filter(digest=digest, user__is_active=True).first()
    return found and found.user


def _good_for(person: User) -> QuerySet[UnsentForm]:
    return UnsentForm.objects.of(person).kept_since(timezone.now() - DAY)


def _is_about_signing_in(request: HttpRequest) -> bool:
    return (request.resolver_match.url_name or "").startswith(_ABOUT_SIGNING_IN)


def _text_of(request: HttpRequest) -> str | None:
    """What was typed, as text; None where it is nothing or too much."""
    kept = {
        name: values
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken" and not _NEVER.search(name)
    }
    text = json.dumps(kept)
    return text if kept and len(text.encode()) <= LARGEST else None


def _as_sent(text: str) -> QueryDict:
    sent = QueryDict(mutable=True)
    for name, values in json.loads(text).items():
        sent.setlist(name, values)
    return sent
