"""Find a member on a roll without walking through it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0011_one_membership"),
    ]

    operations = [
        migrations.AlterField(
            model_name="rollentry",
            name="institution",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                to="institutions.institution",
            ),
        ),
        migrations.AlterField(
            model_name="rollentry",
            name="roll",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="entries",
                to="institutions.roll",
            ),
        ),
        migrations.AddIndex(
            model_name="rollentry",
            index=models.Index(fields=["roll", "member"], name="members_by_roll"),
        ),
    ]
