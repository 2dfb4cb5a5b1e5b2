"""Note for each member when they themselves came, and not only their name."""

from typing import Any

from django.db import migrations, models
from django.db.models import F


def note_when_they_came(apps: Any, _editor: Any) -> None:
    """Count who has signed in as there since they joined: nothing else is known."""
    members = apps.get_model("institutions", "Member").objects
    members.filter(person__isnull=False).update(taken_up_at=F("joined_at"))


class Migration(migrations.Migration):
    """Add the moment."""

    dependencies = [("institutions", "0002_members_by_person")]

    operations = [
        migrations.AddField(
            model_name="member",
            name="taken_up_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(note_when_they_came, migrations.RunPython.noop),
    ]
