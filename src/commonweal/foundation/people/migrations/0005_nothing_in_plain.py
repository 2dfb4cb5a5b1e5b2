"""Let go of the columns that held addresses and letters in plain."""

from typing import Any

from django.db import migrations, models


def leave_no_trace(apps: Any, schema_editor: Any) -> None:
    """Write over what the dropped columns leave behind in the files."""
    if not apps.get_model("people", "Person").objects.exists():
        return
    full = "FULL" if schema_editor.connection.vendor == "postgresql" else ""
    tables = ["people_person", "people_outgoingmail"] if full else [""]
    for table in tables:
        schema_editor.execute(f"VACUUM {full} {table}".strip())


class Migration(migrations.Migration):
    # VACUUM stands outside transactions.
    atomic = False

    dependencies = [("people", "0004_seal_what_was_plain")]

    operations = [
        migrations.RemoveConstraint("person", "one_person_per_email"),
        migrations.RemoveConstraint("person", "only_an_address_is_confirmed"),
        migrations.RemoveIndex("person", "people_pers_email_52ffb2_idx"),
        migrations.RemoveField("person", "email"),
        migrations.RemoveField("outgoingmail", "address"),
        migrations.RemoveField("outgoingmail", "subject"),
        migrations.RemoveField("outgoingmail", "body"),
        migrations.AddIndex(
            "person",
            models.Index(fields=["email_digest"], name="people_pers_email_d_idx"),
        ),
        migrations.AddConstraint(
            "person",
            models.UniqueConstraint(
                condition=models.Q(("email_confirmed", True)),
                fields=("email_digest",),
                name="one_person_per_email",
            ),
        ),
        migrations.AddConstraint(
            "person",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("email_digest", ""), _negated=True),
                    ("email_confirmed", False),
                    _connector="OR",
                ),
                name="only_an_address_is_confirmed",
            ),
        ),
        migrations.RunPython(leave_no_trace, migrations.RunPython.noop),
    ]
