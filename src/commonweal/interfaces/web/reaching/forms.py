"""What is asked about letters: how often, for each institution."""

from collections.abc import Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.forms import BoundField

from commonweal.capabilities.reaching.queries import Chosen
from commonweal.foundation.language import say
from commonweal.rules.reaching.reminding import HOWS, How
from commonweal.rules.sentence import Sentence


class LettersForm(forms.Form):
    """How often letters come, one choice for each institution somebody belongs to."""

    def __init__(
        self, chosen: Sequence[Chosen], data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data)
        self.chosen = chosen
        for one in chosen:
            self.fields[_name(one)] = forms.ChoiceField(
                label=say(one.membership.charter.name),
                choices=[(how, say(Sentence(f"letters_{how}"))) for how in HOWS],
                initial=one.how,
            )

    def rows(self) -> list[tuple[Chosen, BoundField]]:
        """Give each choice with what it is about."""
        return [(one, self[_name(one)]) for one in self.chosen]

    def typed(self) -> dict[UUID, How]:
        """Give what was chosen, by membership."""
        return {
            one.membership.member.pk: cast("How", self.cleaned_data[_name(one)])
            for one in self.chosen
        }


def _name(one: Chosen) -> str:
    return f"how-{one.membership.member.pk}"
