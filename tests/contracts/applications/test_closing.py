"""A thousand submit across the closing instant: each is on the side of its own receipt."""

import datetime
import threading
import time

import pytest
from django.db import connection
from django.utils import timezone

from contracts.applications import sealing
from contracts.applications.content import SCHEMA
from contracts.applications.submitting import submit
from contracts.models import Application, Round, RoundStatus, Submission
from providers.models import Provider, ProviderMember, ProviderRole
from tests.factories.contracts import EvaluationSchemeFactory, RoundFactory, the_dps
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db(transaction=True)

COUNT = 1000
THREADS = 24  # of the 200 connections that the tests' PostgreSQL takes
AROUND = 0.004 * COUNT  # seconds before the instant in which the first half sets out


@pytest.fixture
def drafts():
    """As many drafts, each of a provider of its own, all owned by one person."""
    dps = the_dps()
    scheme = EvaluationSchemeFactory(vehicle=dps)
    owner = ProviderMemberFactory().user
    providers = Provider.objects.bulk_create(Provider(name=f"P{n}") for n in range(COUNT))
    ProviderMember.objects.bulk_create(
        ProviderMember(provider=provider, user=owner, role=ProviderRole.OWNER)
        for provider in providers
    )
    return Application.objects.bulk_create(
        Application(vehicle=dps, scheme=scheme, provider=provider, started_by=owner)
        for provider in providers
    )


def in_threads(*works):
    """Run each in a thread with a connection of its own; give what they raised."""
    errors = []

    def run(work):
        try:
            work()
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def test_leaves_none_on_the_wrong_side(drafts):
    now = timezone.now()
    closes_at = now + datetime.timedelta(seconds=AROUND + 1)
    closing = RoundFactory(closes_at=closes_at)
    following = RoundFactory(planned=True)

    def submit_some(first):
        for place in range(first, COUNT, THREADS):
            sets_out = closes_at + datetime.timedelta(seconds=AROUND * (2 * place / COUNT - 1))
            time.sleep(max(0, (sets_out - timezone.now()).total_seconds()))
            draft = drafts[place]
            with sealing.acting_for(draft.started_by):
                submit(
                    draft,
                    by=draft.started_by,
                    content={"schema": SCHEMA, "lots": [1], "place": place},
                )

    def close_when_due():
        while Round.objects.get(pk=closing.pk).status == RoundStatus.OPEN:
            for due in Round.objects.due_to_close(timezone.now()):
                due.close(by=None, planned=due.closes_at)
            time.sleep(0.01)

    works = [lambda first=first: submit_some(first) for first in range(THREADS)]
    assert in_threads(*works, close_when_due) == []

    received = list(Submission.objects.values_list("received_at", "application__round"))
    on_time = {round for received_at, round in received if received_at < closes_at}
    late = {round for received_at, round in received if received_at >= closes_at}
    assert len(received) == COUNT
    assert (on_time, late) == ({closing.pk}, {following.pk})
    closing.refresh_from_db()
    in_the_round = Submission.objects.filter(application__round=closing)
    assert max(in_the_round.values_list("received_at", flat=True)) < closing.closed_at
