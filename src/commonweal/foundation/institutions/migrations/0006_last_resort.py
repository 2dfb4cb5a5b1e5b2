from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0005_draws"),
    ]

    operations = [
        migrations.AddField(
            model_name="institution",
            name="frozen_until",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="institution",
            name="face_hidden_until",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="institution",
            name="review_waits",
            field=models.BooleanField(default=False),
        ),
    ]
