"""What beat starts: each task asks the database what is due."""

from celery import shared_task

from nmiss.base.files import actions


@shared_task
def check_files(**_: object) -> None:
    """Have the files checked that wait for it."""
    actions.check_what_is_due()


@shared_task
def build_lists(**_: object) -> None:
    """Build the long lists that somebody waits for."""
    actions.build_lists()
