"""One list of kinds: what members sent and what came with applications are called alike."""

from django.db import migrations

# A member could send under one key what its application had brought under another: of two that
# stand for the same, only the later was meant to be current.
ONE_KEY = """
UPDATE providers_compliancedocument
SET kind = CASE kind WHEN 'data_protection' THEN 'ico_certificate' ELSE 'registration' END
WHERE kind IN ('data_protection', 'registration_certificate');

UPDATE providers_compliancedocument AS earlier
SET replaced_at = now()
WHERE replaced_at IS NULL AND kind IN ('ico_certificate', 'registration') AND EXISTS (
    SELECT 1 FROM providers_compliancedocument AS later
    WHERE later.provider_id = earlier.provider_id AND later.kind = earlier.kind
        AND later.school_id IS NOT DISTINCT FROM earlier.school_id
        AND later.replaced_at IS NULL
        AND (later.added_at, later.id) > (earlier.added_at, earlier.id)
);

UPDATE providers_compliancedocument
SET title = CASE kind
    WHEN 'ico_certificate' THEN 'ICO certificate'
    WHEN 'registration' THEN 'Registration certificate of the Department for Education'
    WHEN 'insurance_certificate' THEN 'Insurance certificate'
    WHEN 'safeguarding_policy' THEN 'Safeguarding policy'
    ELSE 'Another document' END
WHERE kind IN
    ('ico_certificate', 'registration', 'insurance_certificate', 'safeguarding_policy', 'other');
"""


class Migration(migrations.Migration):
    dependencies = [("providers", "0040_documents_of_members")]

    operations = [
        migrations.RemoveConstraint(
            model_name="compliancedocument", name="providers_compliancedocument_one_current"
        ),
        migrations.RunSQL(ONE_KEY, migrations.RunSQL.noop),
    ]
