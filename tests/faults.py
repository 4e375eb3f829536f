"""How tests speak of what is wrong with a file."""

from __future__ import annotations

import pytest

from nmiss.base.importing.tables import Rejected


def faults_of(take, *rows, **options):
    """Have the rows refused; give (line, column, value) of each fault, and the remedies."""
    with pytest.raises(Rejected) as rejected:
        take(*rows, **options)
    faults = rejected.value.faults
    where = [(fault.line, fault.column, fault.value) for fault in faults]
    return where, [fault.remedy for fault in faults]
