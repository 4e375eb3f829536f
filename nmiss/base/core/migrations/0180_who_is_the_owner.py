"""Have the database know whether the owner of its tables is at work: the operator, by a command.

Walls that nobody passes but for the operator ask it. No setting changes the answer: a role becomes
another only where it was made a member of it, and the hub's is a member of none.
"""

from django.db import migrations

IS_OWNER = """
CREATE FUNCTION public.nmiss_is_owner() RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog
BEGIN ATOMIC
    SELECT pg_get_userbyid(relowner) = current_user FROM pg_class
    WHERE oid = 'public.core_auditevent'::regclass;
END
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0112_who_acts")]

    operations = [migrations.RunSQL(IS_OWNER, "DROP FUNCTION public.nmiss_is_owner()")]
