"""The register of notices takes every notice of the Act, UK1 to UK17."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0331_options_used'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='notice',
            name='contracts_notice_kind_is_known',
        ),
        migrations.AlterField(
            model_name='notice',
            name='kind',
            field=models.CharField(choices=[('f01', 'F01 Prior information notice (PIN)'), ('f02', 'F02 Contract notice'), ('f03', 'F03 Contract award notice'), ('f14', 'F14 Corrigendum'), ('f20', 'F20 Modification notice'), ('f21', 'F21 Social and other specific services'), ('uk1', 'UK1 Pipeline notice'), ('uk2', 'UK2 Preliminary market engagement notice'), ('uk3', 'UK3 Planned procurement notice'), ('uk4', 'UK4 Tender notice'), ('uk5', 'UK5 Transparency notice'), ('uk6', 'UK6 Contract award notice'), ('uk7', 'UK7 Contract details notice'), ('uk8', 'UK8 Contract payment notice'), ('uk9', 'UK9 Contract performance notice'), ('uk10', 'UK10 Contract change notice'), ('uk11', 'UK11 Contract termination notice'), ('uk12', 'UK12 Procurement termination notice'), ('uk13', 'UK13 Dynamic market intention notice'), ('uk14', 'UK14 Dynamic market establishment notice'), ('uk15', 'UK15 Dynamic market modification notice'), ('uk16', 'UK16 Dynamic market cessation notice'), ('uk17', 'UK17 Payments compliance notice')], max_length=10),
        ),
        migrations.AlterField(
            model_name='noticeevent',
            name='kind',
            field=models.CharField(choices=[('f01', 'F01 Prior information notice (PIN)'), ('f02', 'F02 Contract notice'), ('f03', 'F03 Contract award notice'), ('f14', 'F14 Corrigendum'), ('f20', 'F20 Modification notice'), ('f21', 'F21 Social and other specific services'), ('uk1', 'UK1 Pipeline notice'), ('uk2', 'UK2 Preliminary market engagement notice'), ('uk3', 'UK3 Planned procurement notice'), ('uk4', 'UK4 Tender notice'), ('uk5', 'UK5 Transparency notice'), ('uk6', 'UK6 Contract award notice'), ('uk7', 'UK7 Contract details notice'), ('uk8', 'UK8 Contract payment notice'), ('uk9', 'UK9 Contract performance notice'), ('uk10', 'UK10 Contract change notice'), ('uk11', 'UK11 Contract termination notice'), ('uk12', 'UK12 Procurement termination notice'), ('uk13', 'UK13 Dynamic market intention notice'), ('uk14', 'UK14 Dynamic market establishment notice'), ('uk15', 'UK15 Dynamic market modification notice'), ('uk16', 'UK16 Dynamic market cessation notice'), ('uk17', 'UK17 Payments compliance notice')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['f01', 'f02', 'f03', 'f14', 'f20', 'f21', 'uk1', 'uk2', 'uk3', 'uk4', 'uk5', 'uk6', 'uk7', 'uk8', 'uk9', 'uk10', 'uk11', 'uk12', 'uk13', 'uk14', 'uk15', 'uk16', 'uk17'])), name='contracts_notice_kind_is_known'),
        ),
    ]
