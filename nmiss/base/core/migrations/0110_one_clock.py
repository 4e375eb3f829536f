"""One clock for everything that the database dates or judges by; only the owner can move it."""

from django.db import migrations

# Seconds, and not days or months: those depend on the time zone of who asks.
CLOCK = """
CREATE SCHEMA IF NOT EXISTS nmiss_owner;
CREATE TABLE nmiss_owner.clock (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
                                ahead numeric NOT NULL DEFAULT 0);
INSERT INTO nmiss_owner.clock DEFAULT VALUES;
"""
AHEAD = """
CREATE FUNCTION public.nmiss_clock_ahead() RETURNS numeric
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
    SELECT ahead FROM nmiss_owner.clock;
END
"""
# Without its row nothing has a date, and what needs one is refused.
NOW = """
CREATE FUNCTION public.nmiss_now() RETURNS timestamptz
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
    SELECT clock_timestamp() + make_interval(secs => ahead::double precision)
    FROM nmiss_owner.clock;
END
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0150_how_long_to_replace_a_refused_file")]

    operations = [migrations.RunSQL([CLOCK, AHEAD, NOW], migrations.RunSQL.noop)]
