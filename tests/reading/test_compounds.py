"""Compounds that only describe: who backs a group is no party to what it does."""

from reading.laid_out import read, whom


def test_whoever_backs_a_group_is_no_party() -> None:
    assert "Iran" not in {
        name for names in whom("Kenya and the Iran-backed rebels of Chad met.").values() for name in names
    }
    assert read("Yemen and the Iran-backed Houthis signed a truce.")[0].startswith("agreement/signed Yemen, Houthis")


def test_other_compounds_name_as_before() -> None:
    assert ["Iran"] in whom("The Iran-Iraq border is closed.").values()
