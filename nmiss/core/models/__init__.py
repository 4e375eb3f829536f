"""What all applications share: the ledger of events, the outbox, the law's numbers, reminders."""

from nmiss.core.models.audit_event import AuditEvent
from nmiss.core.models.key_fingerprint import KeyFingerprint
from nmiss.core.models.legal_parameter import LegalParameter
from nmiss.core.models.non_working_day import NonWorkingDay
from nmiss.core.models.outbox_message import OutboxMessage
from nmiss.core.models.reminder import Reminder
from nmiss.core.models.repetition import Repetition
from nmiss.core.models.sent_form import SentForm
from nmiss.core.models.tick import Tick

__all__ = [
    "AuditEvent",
    "KeyFingerprint",
    "LegalParameter",
    "NonWorkingDay",
    "OutboxMessage",
    "Reminder",
    "Repetition",
    "SentForm",
    "Tick",
]
