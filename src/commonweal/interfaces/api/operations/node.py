"""This node: what it is, what its operator could see, what a problem means."""

from django.conf import settings
from django.http import Http404
from ninja import Router

from commonweal import kinds
from commonweal.foundation import language
from commonweal.foundation.institutions.charters import charter_of
from commonweal.foundation.nodes import queries
from commonweal.interfaces.api.keys import ANYBODY
from commonweal.interfaces.api.requests import ApiRequest
from commonweal.interfaces.api.schemas import charters as shapes
from commonweal.interfaces.api.schemas import people as schemas
from commonweal.interfaces.api.schemas.common import in_words
from commonweal.interfaces.api.telling.charters import charter_told
from commonweal.rules.sentence import Plural

router = Router(tags=["node"])
PRETEND_LANGUAGE = "en-xr"


@router.get("/node", auth=ANYBODY, response=schemas.Node)
def this_node(request: ApiRequest) -> schemas.Node:
    """Say what this node is, and what time it has."""
    is_demo = queries.this_node().is_demo
    return schemas.Node(
        address=settings.ADDRESS,
        is_demo=is_demo,
        languages=[
            code
            for code, _ in settings.LANGUAGES
            if is_demo or code != PRETEND_LANGUAGE
        ],
        source=settings.ADDRESS.rstrip("/") + "/source.tar.gz",
        at=request.at,
    )


@router.get("/node/inventory", auth=ANYBODY, response=schemas.Inventory)
def inventory(request: ApiRequest) -> schemas.Inventory:
    """Say what whoever runs this node could see, table by table."""
    tables = [
        schemas.Table(
            table=one.table,
            words=in_words(one.words),
            columns=[
                schemas.Column(
                    column=column.column,
                    words=in_words(column.words),
                    data_class=column.data_class,
                )
                for column in one.columns
            ],
        )
        for one in queries.what_an_operator_sees()
    ]
    return schemas.Inventory(tables=tables)


@router.get("/kinds", auth=ANYBODY, response=list[shapes.KindInShort])
def list_kinds(request: ApiRequest) -> list[shapes.KindInShort]:
    """List the kinds of institution one may found."""
    offered = [(name, charter_of(kinds.text_of(name))) for name in kinds.names()]
    return [
        shapes.KindInShort(
            id=name, name=in_words(one.name), purpose=in_words(one.purpose)
        )
        for name, one in offered
    ]


@router.get("/kinds/{slug:kind}", auth=ANYBODY, response=shapes.Kind)
def read_kind(request: ApiRequest, kind: str) -> shapes.Kind:
    """Read the charter of a kind, and which of its settings a founder may change."""
    if kind not in kinds.names():
        raise Http404
    charter = charter_of(kinds.text_of(kind))
    return shapes.Kind(id=kind, charter=charter_told(charter))


@router.get("/problems/{slug:problem}", auth=ANYBODY, response=schemas.Explained)
def explain_problem(request: ApiRequest, problem: str) -> schemas.Explained:
    """Say what a problem means, by its id; facts stand in braces."""
    words = language.table().get(problem)
    if words is None:
        raise Http404
    template = words.many if isinstance(words, Plural) else words
    facts = sorted(set(language.FACT.findall(template)))
    return schemas.Explained(id=problem, words=template, facts=facts)
