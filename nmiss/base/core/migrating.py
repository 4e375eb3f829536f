"""How migrations are applied: without the work that each step would repeat."""

import contextlib
from collections.abc import Iterator

import pgtrigger.migrations
from django.db.migrations.state import ModelState, ProjectState


class AddTrigger(pgtrigger.migrations.AddTrigger):
    """Adds a trigger, and leaves the models of the migration's state as they are rendered.

    The library renders each related model anew, hundreds of times for all triggers of the hub,
    though the SQL of a compiled trigger asks no model for more than its table.
    """

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]


def _add_model(state: ProjectState, model: ModelState) -> None:
    key = model.app_label, model.name_lower
    state.models[key] = model
    if state._relations is not None:
        state.resolve_model_relations(key)
    if "apps" in state.__dict__:  # rendered already
        state.apps.render_multiple([model])


@contextlib.contextmanager
def rendering_new_models_alone() -> Iterator[None]:
    """Have a new model rendered when it is made, and none of the others again.

    Django renders all models to which it leads, and those that lead to these: nearly all that
    there are, for each. Nobody of them is another for it: a new model only leads to older ones.
    """
    usual = ProjectState.add_model
    ProjectState.add_model = _add_model
    try:
        yield
    finally:
        ProjectState.add_model = usual
