"""Write down when members part, and why."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0012_rolls_by_member"),
    ]

    operations = [
        migrations.AddField(
            model_name="institution",
            name="ends_at",
            field=models.DateTimeField(db_index=True, null=True),
        ),
        migrations.AddField(
            model_name="institution",
            name="parts_because",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name="institution",
            name="parts_from",
            field=models.DateTimeField(null=True),
        ),
    ]
