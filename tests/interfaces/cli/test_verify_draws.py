"""`commonweal verify` holds a draw against itself, and with its pool against that."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.interfaces.cli.panels import asked
from tests.interfaces.cli.panels import written as pool_written
from tests.interfaces.cli.test_verify import verified

from commonweal.interfaces.cli.main import main


def a_draw(capfd, files: tuple[Path, Path], **options: str) -> dict[str, Any]:
    assert main([*asked(files, **options), "--json"]) == 0
    return json.loads(capfd.readouterr().out)


@pytest.mark.parametrize("method", ["leximin", "uniform"])
def test_a_draw_holds_by_itself_and_against_its_pool(capfd, tmp_path, method):
    files = pool_written(tmp_path)
    told = a_draw(capfd, files, method=method)
    pool = ("--pool", str(files[0]), "--quotas", str(files[1]))

    status, alone, _ = verified(capfd, tmp_path, told)
    against, whole, _ = verified(capfd, tmp_path, told, *pool)

    assert (status, against) == (0, 0)
    assert "name the pool with --pool" in alone
    assert "The seed “May Day” picks the panel" in alone
    assert "holds: replacements" in whole
    assert "name the pool" not in whole
    assert ("keeps every quota" in whole) == (method == "leximin")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"panel": ["1", "2"]}, "WRONG: panel: By this seed panel"),
        ({"picked": 77}, "“picked” is 77 in this draw"),
        ({"total_weight": 9}, "“total_weight” is 9 in this draw"),
        ({"seed": "another", "panel": ["1", "9"]}, "WRONG: panel: By this seed"),
        ({"probabilities": {}}, "WRONG: lottery: Panel 1 has"),
        ({"shut_out": ["1"]}, "WRONG: shut_out: Those told as shut out"),
        ({"size": 3}, "WRONG: lottery: Panel 1 has 2 people instead of 3."),
        ({"method": "banana"}, "WRONG: method: “banana” is no way to draw"),
        ({"lottery": [{"panel": ["1", "3"], "weight": 0}]}, "WRONG: lottery: "),
    ],
)
def test_a_draw_that_was_tampered_with_fails_even_without_its_pool(
    capfd, tmp_path, change, said
):
    told = a_draw(capfd, pool_written(tmp_path)) | change

    status, words, _ = verified(capfd, tmp_path, told)

    assert status == 1
    assert said in words


def test_what_only_the_pool_shows_is_found_with_it(capfd, tmp_path):
    files = pool_written(tmp_path)
    told = a_draw(capfd, files) | {"replacements": {}}
    files[1].write_text("feature,value,min,max\nage,old,2,2\nage,young,0,0\n")
    pool = ("--pool", str(files[0]), "--quotas", str(files[1]))

    assert verified(capfd, tmp_path, told)[0] == 0
    status, said, _ = verified(capfd, tmp_path, told, *pool)

    assert status == 1
    assert "WRONG: lottery: Panel" in said


def test_a_draw_by_quotas_against_a_pool_asks_for_them(capfd, tmp_path):
    files = pool_written(tmp_path)
    told = a_draw(capfd, files)

    pool = ("--pool", str(files[0]))
    status, _, complaint = verified(capfd, tmp_path, told, *pool)
    assert status == 2
    assert "Name the file of quotas" in complaint

    quotas = ("--quotas", str(files[1]))
    status, _, complaint = verified(capfd, tmp_path, told, *quotas)
    assert status == 2
    assert "name the pool as well" in complaint

    gone = ("--pool", str(tmp_path / "gone.csv"))
    status, _, complaint = verified(capfd, tmp_path, told, *gone)
    assert status == 2
    assert "gone.csv cannot be opened" in complaint


def test_half_a_draw_is_no_draw(capfd, tmp_path):
    told = a_draw(capfd, pool_written(tmp_path))
    del told["picked"]

    status, said, complaint = verified(capfd, tmp_path, told)

    assert (status, said) == (2, "")
    assert "This is no draw" in complaint
