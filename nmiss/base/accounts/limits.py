"""How often something may be tried before one has to wait.

Attempts are counted for each pair of account and source before they are judged, so that many at
once are no way round; one that succeeds is taken off again. After some free attempts each costs a
wait, twice as long as the one before. What comes from all strange sources to one account, or from
one source to all accounts, has a ceiling of its own; whoever comes from a browser or an address
that has signed in to this account before is not held up by what strangers do. See ADR 0021.
"""

from __future__ import annotations

import datetime
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection, transaction

from nmiss.base.accounts import whence
from nmiss.base.accounts.models import Attempts, KnownSource, User
from nmiss.base.core.clock import database_now

if TYPE_CHECKING:
    from django.http import HttpRequest

ACCOUNTS, SOURCES = 8863, 8864  # namespaces of advisory locks, always taken in this order


class MustWait(Exception):
    """Too many attempts: the next not before so many seconds have passed."""

    def __init__(self, seconds: float) -> None:
        self.minutes = max(1, -(-int(seconds) // 60))
        super().__init__(f"Wait {self.minutes} minutes")

    @property
    def words(self) -> str:
        return "1 minute" if self.minutes == 1 else f"{self.minutes} minutes"


@dataclass(frozen=True)
class AttemptLimit:
    """So many free; then a first wait that doubles up to the longest; and ceilings an hour."""

    free: int
    first_wait: int
    longest_wait: int
    of_account: int
    of_source: int

    def wait_after(self, number: int) -> datetime.timedelta:
        """For how long whoever tried this often must wait."""
        doublings = min(number - self.free, 20)
        seconds = min(self.longest_wait, self.first_wait * 2**doublings) if doublings >= 0 else 0
        return datetime.timedelta(seconds=seconds)


@dataclass(frozen=True)
class Attempt:
    """An attempt that was let through and counted; ``forgive`` takes it off again."""

    row: Attempts
    begins_a_wait: bool

    def forgive(self) -> None:
        self.row.delete()


def admit(
    action: str, request: HttpRequest, *, account: str = "", user: User | None = None
) -> Attempt:
    """Count an attempt at an account (none: at anything), or raise MustWait.

    ``user`` is whose account it is, where there is one. Who has just given its second factor is no
    stranger there, wherever they are.
    """
    limit = AttemptLimit(**settings.ATTEMPT_LIMITS[action])
    named = whence.digest("account", account.lower()) if account else ""
    if user and getattr(request, "second_factor_given", None):
        source, is_known = whence.digest("second factor of", str(user.pk)), True
    else:
        source, is_known = _source(request, user)
    return _count(action, limit, named, source, is_known=is_known)


@transaction.atomic
def _count(
    action: str, limit: AttemptLimit, account: str, source: str, *, is_known: bool
) -> Attempt:
    if account:
        _hold(ACCOUNTS, f"{action} {account}")
    _hold(SOURCES, f"{action} {source}")
    now = database_now()
    window = datetime.timedelta(seconds=settings.ATTEMPTS_COUNT_FOR)
    row = _row(Attempts(action=action, account=account, source=source, last_at=now, open_at=now))
    if row.last_at < now - window:
        row.number = 0
    if row.open_at > now:
        raise MustWait((row.open_at - now).total_seconds())
    if not is_known:
        _heed_ceilings(row, limit, now, window)
    row.number, row.last_at, row.is_known = row.number + 1, now, is_known
    row.open_at = now + limit.wait_after(row.number)
    row.save()
    return Attempt(row, begins_a_wait=row.number >= limit.free)


def _row(first: Attempts) -> Attempts:
    """The row of this action, account and source; this one, where there is none yet."""
    Attempts.objects.bulk_create([first], ignore_conflicts=True)
    (row,) = Attempts.objects.filter(
        action=first.action, account=first.account, source=first.source
    )
    return row


def _heed_ceilings(
    row: Attempts, limit: AttemptLimit, now: datetime.datetime, window: datetime.timedelta
) -> None:
    """Beyond a ceiling strangers come one at a time: each waits for the longest wait to pass."""
    lately = Attempts.objects.filter(action=row.action, is_known=False).since(now - window)
    for others, ceiling in (
        (lately.filter(account=row.account).exclude(account=""), limit.of_account),
        (lately.filter(source=row.source), limit.of_source),
    ):
        others = others.exclude(number=0)
        if others.total() >= ceiling:
            last_at = others.latest("last_at").last_at
            left = last_at + datetime.timedelta(seconds=limit.longest_wait) - now
            if left > datetime.timedelta():
                raise MustWait(left.total_seconds())


def _hold(namespace: int, name: str) -> None:
    """Have attempts at one account, and those from one source, wait for one another."""
    number = zlib.crc32(name.encode()) - 2**31
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [namespace, number])


# Sources that are known


def _source(request: HttpRequest, user: User | None) -> tuple[str, bool]:
    """By what an attempt is counted: a browser known at this account, else the address."""
    address, browser = whence.digest_of_address(request), whence.digest_of_browser(request)
    if user is None:
        return address, False
    known = set(
        KnownSource.objects.filter(user=user, source__in=[address, browser or ""]).values_list(
            "source", flat=True
        )
    )
    return (browser, True) if browser in known else (address, address in known)


def remember(request: HttpRequest, user: User) -> None:
    """Know the browser and the address again with which somebody has just signed in."""
    now = database_now()
    sources = (whence.digest_of_address(request), whence.mark_of_browser(request))
    KnownSource.objects.bulk_create(
        [KnownSource(user=user, source=source, last_at=now) for source in sources],
        update_conflicts=True,
        unique_fields=["user", "source"],
        update_fields=["last_at"],
    )


def forget_old() -> None:
    """Let go of counters that count no more, and of sources not seen for long."""
    now = database_now()
    counted = datetime.timedelta(seconds=settings.ATTEMPTS_COUNT_FOR)
    Attempts.objects.filter(last_at__lt=now - counted, open_at__lt=now).delete()
    long_ago = now - datetime.timedelta(days=settings.BROWSER_DAYS)
    KnownSource.objects.filter(last_at__lt=long_ago).delete()
