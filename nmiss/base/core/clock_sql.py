"""How the database keeps one clock, by which it dates and judges; only the owner can move it."""

from __future__ import annotations

# Seconds, and not days or months: those depend on the time zone of who asks.
CLOCK = """
CREATE SCHEMA IF NOT EXISTS nmiss_owner;
CREATE TABLE nmiss_owner.clock (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
                                ahead numeric NOT NULL DEFAULT 0);
INSERT INTO nmiss_owner.clock DEFAULT VALUES;
"""
AHEAD = """
CREATE OR REPLACE FUNCTION public.nmiss_clock_ahead() RETURNS numeric
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
    SELECT ahead FROM nmiss_owner.clock;
END
"""
# Without its row nothing has a date, and what needs one is refused.
NOW = """
CREATE OR REPLACE FUNCTION public.nmiss_now() RETURNS timestamptz
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
    SELECT clock_timestamp() + make_interval(secs => ahead::double precision)
    FROM nmiss_owner.clock;
END
"""
