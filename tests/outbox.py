"""What waits in the outbox, by what it says: it is encrypted, so that no query can search it."""

from nmiss.base.core.models import OutboxMessage


def messages(*, to=None, holding="", subject=""):
    """Those to this address, with these words in the body, and this beginning of the subject."""
    return [
        message
        for message in OutboxMessage.objects.order_by("pk")
        if (to is None or message.payload["to"] == [to])
        and holding.lower() in message.payload.get("body", "").lower()
        and message.payload["subject"].startswith(subject)
    ]
