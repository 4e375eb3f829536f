"""The numbers of annual reviews of education, health and care plans."""

import datetime

from django.db import migrations

SEND, FROM = "send", datetime.date(2014, 9, 1)
REGULATIONS = "SEND Regulations 2014, regulations 18 to 22"
DAYS, MONTHS = "days", "months"
NUMBERS = [
    ("annual_review", 12, MONTHS,
     "A plan is reviewed within this time of the plan, or of the review before",
     "Children and Families Act 2014, section 44"),
    ("review_invitation", 14, DAYS,
     "Invitations to a review meeting go out this long before it", REGULATIONS),
    ("review_report", 14, DAYS,
     "The school sends its report within this time of the meeting", REGULATIONS),
    ("review_decision", 28, DAYS,
     "The council decides on the plan within this time of the meeting",
     REGULATIONS),
    ("review_final_plan", 84, DAYS,
     "The council issues the final amended plan within this time of the meeting",
     REGULATIONS),
]  # fmt: skip


def write_down(apps, schema_editor):
    parameter = apps.get_model("core", "LegalParameter")
    parameter.objects.bulk_create(
        parameter(
            key=key, value=value, unit=unit, regime=SEND, valid_from=FROM,
            meaning=meaning, source=source,
        )
        for key, value, unit, meaning, source in NUMBERS
    )  # fmt: skip


def take_away(apps, schema_editor):
    keys = {key for key, *_ in NUMBERS}
    apps.get_model("core", "LegalParameter").objects.filter(key__in=keys).delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0900_who_has_a_link")]

    operations = [migrations.RunPython(write_down, take_away)]
