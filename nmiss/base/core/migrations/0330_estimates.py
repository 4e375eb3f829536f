"""How the hub's role has the server look anew at tables that it has just filled."""

from django.db import migrations

from nmiss.base.core.estimates import RENEW


class Migration(migrations.Migration):
    dependencies = [("core", "0320_place_funding")]

    operations = [
        migrations.RunSQL(RENEW, "DROP FUNCTION public.nmiss_renew_estimates(integer)"),
    ]
