import pytest
from django.core.cache import cache

from nmiss.base.core import charts
from nmiss.base.core.charts import Bar, bars

pytestmark = pytest.mark.django_db
PARTS = [Bar("Year 9", "Children", 3), Bar("Year 10", "Children", 4)]


@pytest.fixture
def drawn(monkeypatch):
    """What is drawn anew, as it is asked for."""
    cache.clear()
    asked, draw = [], charts._draw
    monkeypatch.setattr(charts, "_draw", lambda chart: asked.append(chart) or draw(chart))
    return asked


def test_a_chart_is_drawn_once(drawn):
    first = bars(PARTS, unit="children", series=["Children"])

    assert bars(PARTS, unit="children", series=["Children"]) == first
    assert len(drawn) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"parts": PARTS[:1]},
        {"parts": [*PARTS[:1], Bar("Year 10", "Children", 5)]},
        {"unit": "schools"},
        {"series": ["Children", "Others"]},
        {"share": True},
    ],
)
def test_another_chart_is_drawn_anew(drawn, other):
    asked = {"parts": PARTS, "unit": "children", "series": ["Children"]}
    first = bars(**asked)

    assert bars(**asked | other) != first
    assert len(drawn) == 2
