"""Each field about a child is known to be personal, or known not to be."""

import pytest
from django.apps import apps

from kpis.models import ChildOutcome

MODELS = [
    model
    for model in apps.get_app_config("placements").get_models()
    if not hasattr(model, "pgh_tracked_model")
]
ELSEWHERE = {"ChildOutcome", "ChildOutcomeEvent"}  # what schools tell of a placement
MODELS.append(ChildOutcome)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_classified_once(model):
    fields = {field.name for field in model._meta.get_fields() if field.concrete}

    assert fields == model.PERSONAL | model.NOT_PERSONAL
    assert not model.PERSONAL & model.NOT_PERSONAL


def test_only_placements_holds_children_and_returns_how_far_they_have_come():
    holders = {
        model.__name__
        for model in apps.get_models()
        if model._meta.app_label != "placements"
        for field in model._meta.get_fields()
        if getattr(field, "related_model", None)
        and field.many_to_one
        and field.related_model.__name__ in {"Child", "Placement"}
    }

    assert holders == ELSEWHERE
