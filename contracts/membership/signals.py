"""What members tell the rooms and applications above them: they know none of them."""

from django.dispatch import Signal

# A takeover is done today, in this transaction: whatever hangs on it follows. A receiver whose
# counts do not add up raises ``NotAllowedNow``, and then nothing is done.
taken_over = Signal()
