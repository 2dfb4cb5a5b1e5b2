from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0002_own_sign_ins"), ("keys", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="email_sealed",
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name="person",
            name="email_digest",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="outgoingmail",
            name="sealed",
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name="outgoingmail",
            name="address_digest",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
    ]
