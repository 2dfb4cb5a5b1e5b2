"""Write down pauses, and when a place was given back and its holder known again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0013_parting"),
    ]

    operations = [
        migrations.AddField(
            model_name="member",
            name="back_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="member",
            name="known_again_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="recovery",
            name="others",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="recovery",
            name="paused_at",
            field=models.DateTimeField(null=True),
        ),
    ]
