"""The reason why words were not let through is sealed with a salt of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("threads", "0004_last_resort"),
    ]

    operations = [
        migrations.AddField(
            model_name="hold",
            name="salt",
            field=models.BinaryField(default=b"", max_length=16),
        ),
    ]
