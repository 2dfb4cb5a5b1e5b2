from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assemblies", "0007_check_outs"),
    ]

    operations = [
        migrations.AlterField(
            model_name="assemblydeed",
            name="words",
            field=models.CharField(blank=True, max_length=4000),
        ),
    ]
