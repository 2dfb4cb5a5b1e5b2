"""Every row of every table, read in one moment and put back as it was.

Tables are read as the database has them now, which before an upgrade is not as the
program would have them: from the migrations that were applied. So a backup of an older
node can be put back, and is brought up to date afterwards.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched

from django.apps.registry import Apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Field, Model, UniqueConstraint
from django.db.models.sql import InsertQuery

from commonweal.rules.backups.rows import line_of
from commonweal.rules.verdict import Refused, refused

ROWS_AT_ONCE = 500
MIGRATIONS = "django_migrations"
# Made by the framework for every database, and the same in each.
FRAMES = {"contenttypes.contenttype", "auth.permission"}
BEING_RESTORED = "commonweal_being_restored"
MOVED_AWAY = "commonweal_moved_away"
# What an older node has and this program no longer does: its part, and its table. Both
# go with the next upgrade, and nothing in them is worth keeping.
FORMER = {"sessions": "django_session"}
# Tables of our own making that no model stands for.
BESIDES = {MIGRATIONS, BEING_RESTORED, MOVED_AWAY, *FORMER.values()}

type Step = tuple[str, str]
type AnyModel = type[Model]
type Rows = Iterator[Sequence[object]]
type Columns = "Sequence[Field[object, object]]"


class Tables:
    """The tables of a database, as its applied migrations made them."""

    def __init__(self, alias: str = DEFAULT_DB_ALIAS) -> None:
        self.alias = alias
        loader = MigrationLoader(connections[alias])
        self.steps: list[Step] = sorted(
            step for step in loader.applied_migrations if step[0] not in FORMER
        )
        unknown = [step for step in self.steps if step not in loader.graph.nodes]
        if unknown:
            raise Refused(refused("database_newer", step=".".join(unknown[0])))
        self.apps: Apps = loader.project_state(self.steps).apps

    def models(self) -> list[type[Model]]:
        """Give every table, by name; refuses if the database has one nobody knows."""
        models = [
            model
            for model in self.apps.get_models(include_auto_created=True)
            if model._meta.managed and not model._meta.proxy
        ]
        known = {model._meta.db_table for model in models} | BESIDES
        strange = sorted(set(tables_in(self.alias)) - known)
        if strange:
            raise Refused(refused("table_unknown", table=strange[0]))
        return sorted(models, key=lambda model: model._meta.label_lower)

    def model(self, label: str) -> type[Model]:
        """Find one table by its name."""
        return self.apps.get_model(label)


def tables_in(alias: str = DEFAULT_DB_ALIAS) -> list[str]:
    """List the tables that are there."""
    return connections[alias].introspection.table_names()


def rows_in(model: type[Model], alias: str) -> Iterator[tuple[bytes, bytes]]:
    """Read a table in an order of its own: each row's key, and the row as a line."""
    fields = columns_of(model)
    names = [field.attname for field in fields]
    key = names.index(model._meta.pk.attname)
    there = model._base_manager.using(alias).order_by(*_order_of(model))
    for row in there.values_list(*names).iterator(chunk_size=2000):
        yield line_of([row[key]]), line_of(row)


def columns_of(model: type[Model]) -> Columns:
    """Give the columns that hold what was put in, in order."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def _order_of(model: type[Model]) -> list[str]:
    """Order rows so that what came later stands together where the table allows it.

    By the first constraint that says what is unique, if that is made of ids and
    numbers: so lines of a journal follow each other, and a roll stays in one piece. By
    the key otherwise, which is drawn by lot and tells nothing of who came first.
    """
    key = model._meta.pk.name
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and constraint.condition is None:
            fields = [model._meta.get_field(name) for name in constraint.fields]
            if fields and all(_is_plain(field) for field in fields):
                return [*constraint.fields, key]
    return [key]


def _is_plain(field: object) -> bool:
    kind = getattr(field, "target_field", field)
    return bool(
        not getattr(field, "null", True)
        and getattr(kind, "get_internal_type", str)().endswith(
            ("UUIDField", "IntegerField", "AutoField")
        )
    )


def put_back(
    model: type[Model],
    names: Sequence[str],
    rows: Iterable[Sequence[object]],
    alias: str,
) -> None:
    """Put rows back into a table as they are, some hundreds at a time.

    Raw, so that no field puts in what it would by itself, such as the hour of a move
    for that at which work was queued.
    """
    there = {field.attname: field for field in columns_of(model)}
    fields = [there[name] for name in names]
    operations = connections[alias].ops
    most = operations.bulk_batch_size(fields, range(ROWS_AT_ONCE))
    for some in batched(rows, min(ROWS_AT_ONCE, max(1, most))):
        query = InsertQuery(model)
        put = [model(**dict(zip(names, row, strict=True))) for row in some]
        query.insert_values(fields, put, raw=True)
        query.get_compiler(using=alias).execute_sql()


def count_on(models: Sequence[type[Model]], alias: str) -> None:
    """Let the database number new rows after those that were put back."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


# ---- making tables in an empty place


def make_tables(steps: Sequence[Step]) -> None:
    """Bring an empty database to where the other one stood; refuses any other."""
    alias = DEFAULT_DB_ALIAS
    executor = MigrationExecutor(connections[alias])
    known = executor.loader.graph.nodes
    unknown = [step for step in steps if step not in known]
    if unknown:
        raise Refused(refused("backup_newer", step=".".join(unknown[0])))
    if tables_in(alias) and set(executor.loader.applied_migrations) != set(steps):
        raise Refused(refused("place_not_empty"))
    executor.migrate(_last_of_each(executor, steps))
    there = MigrationRecorder(connections[alias]).applied_migrations()
    if set(there) != set(steps):
        raise Refused(refused("place_not_empty"))


def _last_of_each(executor: MigrationExecutor, steps: Sequence[Step]) -> list[Step]:
    """Give the last step of each part: to name an earlier one is to undo the later."""
    followed = {
        parent.key
        for step in steps
        for parent in executor.loader.graph.node_map[step].parents
        if parent.key[0] == step[0]
    }
    return [step for step in steps if step not in followed]


def steps_to_take(alias: str = DEFAULT_DB_ALIAS) -> list[Step]:
    """List what would bring the tables up to date."""
    executor = MigrationExecutor(connections[alias])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [(step.app_label, step.name) for step, _ in plan]


def has_rows(alias: str = DEFAULT_DB_ALIAS) -> bool:
    """Say whether anything stands in the database that could be lost."""
    try:
        require_empty(alias)
    except Refused:
        return True
    return False


def require_empty(alias: str = DEFAULT_DB_ALIAS) -> None:
    """Refuse a database in which anything stands already."""
    with connections[alias].cursor() as cursor:
        for table in tables_in(alias):
            if table in {MIGRATIONS, "django_content_type", "auth_permission"}:
                continue
            name = connections[alias].ops.quote_name(table)
            cursor.execute(f"SELECT 1 FROM {name} LIMIT 1")
            if table == BEING_RESTORED:
                raise Refused(refused("restore_unfinished"))
            if cursor.fetchone():
                raise Refused(refused("place_not_empty"))


def mark(table: str, alias: str = DEFAULT_DB_ALIAS) -> None:
    """Leave a mark in the database by which it is known for what it is."""
    name = connections[alias].ops.quote_name(table)
    with connections[alias].cursor() as cursor:
        cursor.execute(f"CREATE TABLE {name} (since integer)")


def unmark(table: str, alias: str = DEFAULT_DB_ALIAS) -> None:
    """Take a mark away."""
    name = connections[alias].ops.quote_name(table)
    with connections[alias].cursor() as cursor:
        cursor.execute(f"DROP TABLE {name}")


def empty_frames(tables: Tables) -> None:
    """Take out what the framework put into an empty database; the rows bring theirs."""
    for label in sorted(FRAMES):
        tables.model(label)._base_manager.using(tables.alias).all().delete()


def left_out() -> frozenset[str]:
    """Name the tables no backup holds: what opens doors for an hour, and is made anew.

    The settings say which, each with its reason.
    """
    return frozenset(settings.BACKUPS_LEAVE_OUT)
