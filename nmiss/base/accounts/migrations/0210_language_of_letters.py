
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0160_accounts_are_their_persons_own'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='user',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='user',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='user',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='user',
            name='language',
            field=models.CharField(default='en', max_length=3),
        ),
        migrations.AddField(
            model_name='userevent',
            name='language',
            field=models.CharField(default='en', max_length=3),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_userevent" ("email", "id", "is_active", "joined_at", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "times_closed") SELECT new_values."email", new_values."id", new_values."is_active", new_values."joined_at", new_values."language", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role", new_values."times_closed" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='808b683975644e8c2f18cb035d83f7e1583d94b8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3867c', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_userevent" ("email", "id", "is_active", "joined_at", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "times_closed") SELECT new_values."email", new_values."id", new_values."is_active", new_values."joined_at", new_values."language", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role", new_values."times_closed" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."joined_at" IS DISTINCT FROM (new_values."joined_at") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."role" IS DISTINCT FROM (new_values."role") OR old_values."times_closed" IS DISTINCT FROM (new_values."times_closed")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='89739fb665bccdb84af4eb89789b185209254de7', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0e890', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_userevent" ("email", "id", "is_active", "joined_at", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "times_closed") SELECT old_values."email", old_values."id", old_values."is_active", old_values."joined_at", old_values."language", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."role", old_values."times_closed" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e09a21a537ea768e1d0fd410435170ab76cdd1c6', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_19f14', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_user', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('language__regex', '^[a-z]{2,3}$')), name='accounts_user_language_is_a_code'),
        ),
    ]
