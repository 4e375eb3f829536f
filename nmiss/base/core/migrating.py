"""How the first migrations add triggers: without the work that each would repeat."""

import pgtrigger.migrations
from django.db.migrations.state import ProjectState


class AddTrigger(pgtrigger.migrations.AddTrigger):
    """Adds a trigger, and leaves the models of the migration's state as they are rendered.

    The library renders each related model anew, hundreds of times for all triggers of the hub,
    though the SQL of a compiled trigger asks no model for more than its table.
    """

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]
