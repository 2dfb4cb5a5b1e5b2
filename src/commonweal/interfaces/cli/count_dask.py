"""A pool of many machines: Dask's, for whoever runs a scheduler and workers of it.

The pieces of a file are sent to the workers, so these need no folder in common; they
need commonweal installed. It stands in the extra `[dask]`.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from distributed import Client

from commonweal.interfaces.cli.count_parts import Pool
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.method import Uncountable

PATIENCE = "20s"


@contextmanager
def pool(address: str) -> Iterator[Pool]:
    """Open the pool at the address of a scheduler, such as `tcp://10.0.0.1:8786`.

    Raises `Uncountable` where no scheduler answers there, or nobody works for it.
    """
    try:
        client = Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise Uncountable(Sentence("dask_not_there", {"address": address})) from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise Uncountable(Sentence("dask_nobody_works", {"address": address}))
        yield Pool(client.get_executor(pure=False), 2 * threads)
