"""What beat starts: each task asks the database what is due."""

from celery import shared_task
from django.utils import timezone

from nmiss.base.core import form_tokens, outbox, reminders
from nmiss.base.core.clock import database_now
from nmiss.base.core.models import SentForm, Tick


@shared_task
def deliver_outbox(**_: object) -> None:
    """Hand what waits in the outbox to the mail server."""
    outbox.deliver_due(now=timezone.now())


@shared_task
def remind(**_: object) -> None:
    """Remind people of what is due: each of each thing once."""
    reminders.remind(database_now())
    Tick.note("reminders", at=timezone.now())


@shared_task
def forget_sent_forms(**_: object) -> None:
    """Forget the tokens that are too old to be sent again anyway."""
    SentForm.objects.sent_before(timezone.now() - 2 * form_tokens.GOOD_FOR).delete()


@shared_task
def note_tick(**_: object) -> None:
    """Show that beat, the broker and a worker all go on: /readyz asks when this last ran."""
    Tick.note("beat", at=timezone.now())
