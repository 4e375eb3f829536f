"""What all applications share: the ledger of events, the outbox, the law's numbers, reminders."""

from nmiss.base.core.models.audit_event import AuditEvent
from nmiss.base.core.models.bounce import Bounce
from nmiss.base.core.models.key_fingerprint import KeyFingerprint
from nmiss.base.core.models.legal_parameter import LegalParameter
from nmiss.base.core.models.non_working_day import NonWorkingDay
from nmiss.base.core.models.outbox_message import NotifyStatus, OutboxMessage
from nmiss.base.core.models.reminder import Reminder
from nmiss.base.core.models.reminder_choice import Delivery, ReminderChoice
from nmiss.base.core.models.reminder_schedule import ReminderSchedule
from nmiss.base.core.models.reminder_text import ReminderText
from nmiss.base.core.models.repetition import Repetition
from nmiss.base.core.models.sent_form import SentForm
from nmiss.base.core.models.tick import Tick

__all__ = [
    "AuditEvent",
    "Bounce",
    "Delivery",
    "KeyFingerprint",
    "LegalParameter",
    "NonWorkingDay",
    "NotifyStatus",
    "OutboxMessage",
    "Reminder",
    "ReminderChoice",
    "ReminderSchedule",
    "ReminderText",
    "Repetition",
    "SentForm",
    "Tick",
]
