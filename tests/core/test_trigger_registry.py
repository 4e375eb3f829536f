"""The registry of triggers answers as the library's own would."""

import pgtrigger
import pytest
from pgtrigger import registry

from nmiss.base.accounts.models import Deputy
from nmiss.base.core.trigger_registry import TriggerRegistry


def a_trigger(name="of_a_test"):
    return pgtrigger.Protect(name=name, operation=pgtrigger.Delete)


class TestTriggerRegistry:
    def test_has_every_trigger_of_every_model(self):
        ours, theirs = registry._registry, registry._Registry

        assert isinstance(ours, TriggerRegistry)
        assert len(ours.by_db_table) == len(ours.pg_function_names) == len(ours) > 100
        assert ours.by_db_table == theirs.by_db_table.fget(ours)
        assert ours.pg_function_names == theirs.pg_function_names.fget(ours)

    def test_forgets_what_is_taken_out(self):
        trigger, ours = a_trigger(), registry._registry
        with trigger.register(Deputy):
            assert ours.by_db_table["accounts_deputy", "of_a_test"] is trigger
            assert trigger.get_pgid(Deputy) in ours.pg_function_names
        assert ("accounts_deputy", "of_a_test") not in ours.by_db_table
        assert trigger.get_pgid(Deputy) not in ours.pg_function_names

    def test_refuses_a_second_trigger_of_a_name(self):
        other = pgtrigger.Protect(name="of_a_test", operation=pgtrigger.Update)
        with a_trigger().register(Deputy), pytest.raises(KeyError, match="already used for model"):
            other.register(Deputy)
