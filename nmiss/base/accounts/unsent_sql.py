"""How the database keeps text that was not sent: it may have been meant for a sealed form."""

from __future__ import annotations

# The text goes with its form, also where row security lets nobody see it.
WITH_ITS_FORM = """
ALTER TABLE accounts_unsenttext ADD CONSTRAINT accounts_unsenttext_of_its_form
    FOREIGN KEY (form_id) REFERENCES accounts_unsentform (id) ON DELETE CASCADE
"""
# Its own author alone reads it.
OWN = """
ALTER TABLE accounts_unsenttext ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON accounts_unsenttext USING (user_id = public.nmiss_acting_person())
"""
