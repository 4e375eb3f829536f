"""What accounts say to the applications above them."""

from django.dispatch import Signal

# Somebody opened their account by an invitation. Sent with ``person``, in the same transaction.
joined = Signal()
