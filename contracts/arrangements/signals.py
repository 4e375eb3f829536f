"""What the calendar asks of the rooms above it, and tells them: it knows none of them.

The sender is the vehicle, or the option, but where many are asked about at once. Who listens is in
``contracts.applications.queue``, ``contracts.membership.audience`` and
``contracts.membership.extension_letters``, and in ``placements``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.dispatch import Signal

if TYPE_CHECKING:
    from contracts.arrangements.models import Vehicle

# Sent by the class of vehicles, and answered with a query: the keys of those of ``vehicles`` in
# which something was awarded, each with the first days of its quarters (reg 50).
awarded = Signal()
# Answered with the keys of providers: with a school in it on the day ``on``, or whose application
# is a draft or received.
members, applicants = Signal(), Signal()
# Answered with what each contract reverts to after the last day ``ends_on``.
reverting = Signal()
# Sent by the class of vehicles, and answered with rows: the key of one of ``vehicles``, that of a
# contract, with whom it is, and the day on which it was made.
contracts_made = Signal()
# Sent by the class of vehicles, and answered with rows of the agreements in rounds that opened
# within the term of one of ``vehicles``: its key, that of the round, and the day on which both had
# signed.
signed_in_rounds = Signal()
# Answered with who was admitted from ``first`` to ``last``: provider, school and lot, in words.
admissions = Signal()
# The days of planned rounds have changed.
rounds_moved = Signal()
# ``rounds`` are not held: the term ends before them.
rounds_given_up = Signal()
# The notice of an option is published, and providers may reply until ``answer_by``.
option_notified = Signal()
# The term is longer by the option.
option_in_effect = Signal()


def answers(signal: Signal, vehicle: Vehicle, **asked: object) -> set:
    """Everything that those who listen answer."""
    return {each for _, found in signal.send(vehicle, **asked) for each in found}
