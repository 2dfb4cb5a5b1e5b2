"""What this node is, whether anybody is on it, and what its operator could see."""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import Field, Model

from commonweal.foundation.nodes.models import Node
from commonweal.foundation.nodes.queries import inventory
from commonweal.rules.sentence import Sentence

OURS = "commonweal."
_known: dict[str, Node] = {}


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column: what it holds, its data class, what opens it, how long it is kept."""

    label: str
    column: str
    words: Sentence
    data_class: str
    form: Sentence
    kept: Sentence


@dataclass(frozen=True, slots=True)
class TableView:
    """One table of the database, in words."""

    table: str
    words: Sentence
    columns: tuple[ColumnView, ...]


def this_node() -> Node:
    """Say what this node is.

    An ordinary node never changes, so it is read once a process; a demo's clock moves,
    so a demo is read each time.
    """
    if "node" not in _known:
        node = Node.objects.filter(pk=1).first() or Node()
        if node.is_demo:
            return node
        _known["node"] = node
    return _known["node"]


def door() -> Node:
    """Read anew who may found here: that changes while processes run."""
    return Node.objects.filter(pk=1).first() or Node()


def forget_this_node() -> None:
    """Read the node anew next time."""
    _known.clear()


def is_empty() -> bool:
    """Say whether nothing has happened on this node: no row in any table of ours."""
    return not any(
        model._default_manager.exists()
        for model in apps.get_models()
        if model.__module__.startswith(OURS) and model is not Node
    )


def what_an_operator_sees() -> tuple[TableView, ...]:
    """List every table and column of the database, computed from the data model.

    Whoever runs the machine can read all of it, so all of it stands here: nothing is
    left out by forgetting it.
    """
    return tuple(
        TableView(
            table=model._meta.db_table,
            words=inventory.table_words(model._meta.label_lower),
            columns=tuple(
                _column(model, field) for field in model._meta.concrete_fields
            ),
        )
        for model in _tables()
    )


def rows_now() -> dict[str, int]:
    """Count the rows of each table: for whoever holds the machine, and nobody else.

    Who could watch the counts would see each secret ballot and each report arrive.
    """
    return {model._meta.db_table: model._default_manager.count() for model in _tables()}


def _tables() -> list[type[Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    ]


def _column(model: type[Model], field: "Field[object, object]") -> ColumnView:
    label = f"{model._meta.label_lower}.{field.name}"
    return ColumnView(
        label=label,
        column=str(field.column),
        words=inventory.column_words(label),
        data_class=inventory.data_class(label),
        form=inventory.form(label),
        kept=inventory.kept(label),
    )
