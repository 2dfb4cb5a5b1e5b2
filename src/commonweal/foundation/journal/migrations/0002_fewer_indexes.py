"""Keep no index beside one that begins with the same column."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0011_one_membership"),
        ("journal", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="line",
            name="institution",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                to="institutions.institution",
            ),
        ),
    ]
