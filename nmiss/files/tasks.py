"""What beat starts: each task asks the database what is due."""

from celery import shared_task

from nmiss.files import actions


@shared_task
def scan_files(**_: object) -> None:
    """Have the files scanned that wait for it."""
    actions.scan_what_waits()


@shared_task
def build_lists(**_: object) -> None:
    """Build the long lists that somebody waits for."""
    actions.build_lists()
