"""Keep no index beside one that begins with the same column."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0011_box_numbers_sealed"),
        ("institutions", "0011_one_membership"),
    ]

    operations = [
        migrations.AlterField(
            model_name="ballot",
            name="institution",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                to="institutions.institution",
            ),
        ),
    ]
