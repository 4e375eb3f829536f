"""Keep what is typed into the filters of a list out of its history."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0002_lists_to_take_away"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="listdownload",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="listdownload",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="listdownload",
            name="delete_delete",
        ),
        migrations.RemoveField(
            model_name="listdownloadevent",
            name="query",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="listdownload",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "files_listdownloadevent" ("asked_at", "asked_by_id", "file_id", "gave_up_at", "id", "listing", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."file_id", new_values."gave_up_at", new_values."id", new_values."listing", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2d469298f7f1b0a42831a4298170c129a5ed6e47",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_19008",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="files_listdownload",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="listdownload",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "files_listdownloadevent" ("asked_at", "asked_by_id", "file_id", "gave_up_at", "id", "listing", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."file_id", new_values."gave_up_at", new_values."id", new_values."listing", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."asked_at" IS DISTINCT FROM (new_values."asked_at") OR old_values."asked_by_id" IS DISTINCT FROM (new_values."asked_by_id") OR old_values."file_id" IS DISTINCT FROM (new_values."file_id") OR old_values."gave_up_at" IS DISTINCT FROM (new_values."gave_up_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."listing" IS DISTINCT FROM (new_values."listing")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="44e6ea73e0fe32eb8f94ccb6b32c5072aba30136",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d0024",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="files_listdownload",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="listdownload",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "files_listdownloadevent" ("asked_at", "asked_by_id", "file_id", "gave_up_at", "id", "listing", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."asked_at", old_values."asked_by_id", old_values."file_id", old_values."gave_up_at", old_values."id", old_values."listing", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="7a4563d2e2c85557b900901b02803cf6f8ffde31",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_86370",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="files_listdownload",
                    when="AFTER",
                ),
            ),
        ),
    ]
