from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0006_keys_of_ones_own")]

    operations = [migrations.RemoveField(model_name="person", name="code_digest")]
