"""Each deed is sealed with a salt of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assemblies", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="assemblydeed",
            name="salt",
            field=models.BinaryField(default=b"", max_length=16),
        ),
    ]
