from tests.rules.charters.charters import SOUND, text


def test_the_parts_of_a_charter_are_found_by_name():
    assert SOUND.rule("election").method == "stv-scottish"
    assert SOUND.franchise("everybody").classes == {"tenant"}
    assert SOUND.member_class("tenant").name == text("Tenant")
    assert SOUND.office("steward").seats == 3


def test_what_is_not_there_is_not_found():
    assert SOUND.rule("x") is None
    assert SOUND.franchise("x") is None
    assert SOUND.member_class("x") is None
    assert SOUND.office("x") is None


def test_a_text_falls_back_to_the_language_that_counts():
    assert SOUND.said(SOUND.name, "es") == "Riverside tenants"
