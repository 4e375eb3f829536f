"""What beat starts: each task asks the database what is due."""

from celery import shared_task
from django.utils import timezone

from nmiss.base.core.clock import database_now
from nmiss.base.importing import sent_back
from placements import valuing
from placements.fees import outcomes
from placements.fees.models import FeeWindow, FeeWorkbook
from placements.fees.offline import taking
from placements.models import UsualPrice
from placements.reorganising import transferring


@shared_task
def settle_usual_prices(**_: object) -> None:
    """Work out anew what places usually cost at each school."""
    UsualPrice.settle(timezone.localdate())


@shared_task
def note_values(**_: object) -> None:
    """Write down what each arrangement costs, once a day."""
    valuing.note_values_of_the_day(timezone.localdate())


@shared_task
def provide_fee_windows(**_: object) -> None:
    """Have the fee window of the next year."""
    FeeWindow.provide(timezone.localdate())


@shared_task
def read_fee_workbooks(**_: object) -> None:
    """Read the workbooks of fee requests that were sent back and checked."""
    taking.read_what_is_due()


@shared_task
def forget_old_fee_workbooks(**_: object) -> None:
    """Remove the files of workbooks that were read long ago."""
    sent_back.forget_files(FeeWorkbook.objects.all(), timezone.now())


@shared_task
def reorganise(**_: object) -> None:
    """Do the reorganisations whose vesting day has come."""
    transferring.reorganise_where_due(timezone.localdate(database_now()))


@shared_task
def write_savings(**_: object) -> None:
    """Write what requests saved into the ledger, on their effective day."""
    outcomes.write_savings(timezone.localdate(database_now()))
