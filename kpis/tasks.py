"""What beat starts: the returns that are due are asked of the database."""

from celery import shared_task
from django.utils import timezone

from kpis import actions, consequences, making
from kpis.models import ReturnWorkbook
from kpis.offline import taking
from nmiss.base.importing import sent_back


@shared_task
def make_returns(**_: object) -> None:
    """Make the returns of periods that are over, and keep our own figures in them up."""
    making.reconcile(timezone.localdate())


@shared_task
def settle_standings(**_: object) -> None:
    """Write down how schools stand, once returns have had their time, and where that changes."""
    actions.settle_standings(timezone.localdate())


@shared_task
def propose_consequences(**_: object) -> None:
    """Propose what the returns so far lead to; each run of poor returns proposes once."""
    consequences.propose_due(timezone.localdate())


@shared_task
def read_workbooks(**_: object) -> None:
    """Read the workbooks that schools sent back and that were checked."""
    taking.read_what_is_due()


@shared_task
def forget_old_workbooks(**_: object) -> None:
    """Remove the files of workbooks that were read long ago."""
    sent_back.forget_files(ReturnWorkbook.objects.all(), timezone.now())
