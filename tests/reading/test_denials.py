"""What is denied is no act."""

import pytest

from reading.laid_out import read


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Egypt denied that it had offered to mediate between Chad and Kenya."),
        ("en", "Egypt denied offering to mediate between Chad and Kenya."),
        ("en", "Chad dismissed reports that its prime minister had met the Kenyan president."),
        ("en", "Chad denied having attacked the town."),
        ("ru", "Египет опроверг, что предлагал посредничество между Чадом и Кенией."),
        ("ru", "Чад отрицает, что атаковал Гому."),
        ("tr", "Mısır, Çad ile Kenya arasında arabuluculuk teklif ettiğini yalanladı."),
        ("ar", "نفت مصر أن تكون قد عرضت الوساطة بين السودان وإثيوبيا."),
        ("ar", "نفت إثيوبيا أن يكون رئيس وزرائها قد التقى رئيس إريتريا."),
    ],
)
def test_denied_act_is_not_told(lang: str, text: str) -> None:
    assert not any(line.startswith(("offer", "meeting", "hostility")) for line in read(text, lang))


def test_what_follows_a_denial_is_told() -> None:
    lines = read("Chad denied the report and accused Kenya of aggression.")
    assert any(line.startswith("accusation Chad -> Kenya") for line in lines)
