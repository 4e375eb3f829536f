"""A form whose layout fails says so, where crispy would show it without one."""

import pytest
from django import forms

from nmiss.base.core.forms import GovukForm, LayoutFails


class Lacking(GovukForm):
    name = forms.CharField()

    @property
    def helper(self):
        helper = super().helper
        helper.layout = self.of_another_form()
        return helper


def test_a_layout_that_fails_is_never_taken_for_none():
    with pytest.raises(LayoutFails, match="of_another_form"):
        hasattr(Lacking(), "helper")

    assert not hasattr(Lacking(), "anything_else")
