"""Migrations are applied without rendering models again that stay as they are."""

from django.db import models
from django.db.migrations.state import ModelState, ProjectState

from nmiss.base.core.migrating import rendering_new_models_alone


def a_model(name, **fields):
    return ModelState(
        "newcomer", name, [("id", models.AutoField(primary_key=True)), *fields.items()]
    )


def test_a_new_model_leads_to_an_older_one_which_stays_as_it_is():
    state = ProjectState()
    state.add_model(a_model("School"))
    older = state.apps.get_model("newcomer", "School")

    with rendering_new_models_alone():
        state.add_model(
            a_model("Visit", school=models.ForeignKey("newcomer.School", models.PROTECT))
        )

    newer = state.apps.get_model("newcomer", "Visit")
    assert state.apps.get_model("newcomer", "School") is older
    assert newer._meta.get_field("school").remote_field.model is older
    assert [each.related_model for each in older._meta.related_objects] == [newer]


def test_django_renders_them_as_before_afterwards():
    usual = ProjectState.add_model

    with rendering_new_models_alone():
        assert ProjectState.add_model is not usual

    assert ProjectState.add_model is usual
