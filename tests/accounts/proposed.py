"""An account that is proposed, its pages and its letters."""

from django.urls import reverse

from nmiss.base.core.models import OutboxMessage
from tests.factories.proposals import REASON

GIVEN = {"name": "Nora New", "email": "Nora@council.example", "role": "officer", "reason": REASON}


def page(name, proposal):
    return reverse(f"accounts:proposal_{name}", args=[proposal.pk])


def sent_to(*, holding):
    return sorted(
        message.payload["to"][0]
        for message in OutboxMessage.objects.all()
        if holding in message.payload["body"]
    )
