"""Take out of what is told of the paper box what would tell of one or two people."""

from typing import Any

from django.db import migrations

from commonweal.rules.voting.channels import SMALLEST_CHANNEL
from commonweal.rules.voting.decision_rule import FLOOR

BY_CHANNEL = ("paper_issued", "paper_returned", "table_issued", "table_returned")
NUMBERS = ("issued", "returned", "spoiled", *BY_CHANNEL)


def keep_what_may_be_told(apps: Any, schema_editor: Any) -> None:
    questions = apps.get_model("decisions", "Question").objects
    for question in questions.filter(paper__isnull=False).iterator():
        least = max(int(question.rule.get("floor", FLOOR)), SMALLEST_CHANNEL)
        told = dict(question.paper)
        good = told.pop("counted", 0)
        told.setdefault("paper", 1)
        told.setdefault("table", 0)
        few = any(0 < n < SMALLEST_CHANNEL for n in (told.get("spoiled", 0), good))
        # How many chose each channel was not kept, so they are told together.
        gone = NUMBERS if told["voters"] < least else BY_CHANNEL
        for name in (*gone, *(["spoiled"] if few else [])):
            told.pop(name, None)
        question.paper = told
        question.save(update_fields=["paper"])


class Migration(migrations.Migration):
    dependencies = [("decisions", "0007_marks_as_digests")]

    operations = [
        migrations.RunPython(keep_what_may_be_told, migrations.RunPython.noop)
    ]
