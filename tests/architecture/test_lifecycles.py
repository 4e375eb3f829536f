"""docs/lifecycles.md is what the code does."""

import pytest
from django.conf import settings

from contracts.models import Application, Round
from nmiss.base.core import drawing
from nmiss.base.core.lifecycle import moves_of


def test_the_document_is_true():
    drawn = (settings.BASE_DIR / "docs" / "lifecycles.md").read_text(encoding="utf-8")

    assert drawn == drawing.document(), "Run manage.py draw_lifecycles, and look at what changed."


def test_every_lifecycle_is_drawn():
    assert {Application, Round} <= set(drawing.lifecycles())


@pytest.mark.parametrize("model", drawing.lifecycles())
def test_moves_lead_between_statuses_that_there_are(model):
    known = {value for value, _ in model._meta.get_field("status").choices}

    for name, move in moves_of(model).items():
        assert move.sources | {move.target} <= known, name


def test_a_round_goes_one_way():
    diagram = drawing.diagram_of(Round)

    assert "  [*] --> planned\n  planned --> open: open\n  open --> closed: close" in diagram
    assert diagram.endswith("  closed --> [*]")
