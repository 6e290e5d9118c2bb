"""Roles: who does it to whom, where the clause says so and where another clause does."""

import pytest

from goodoffices.lexicon.load import load_lexicon
from goodoffices.reading.moods import find_moods
from goodoffices.reading.roles import RoleFinder, parties_of
from reading.laid_out import frames, only_row, read, reports, sentence


@pytest.mark.parametrize(
    ("lang", "text", "actors", "targets"),
    [
        ("en", "Iraq accused Iran of shelling.", ["Iraq"], ["Iran"]),
        ("en", "Iran was accused by Iraq of shelling.", ["Iraq"], ["Iran"]),
        ("en", "Iran, which accused Iraq of shelling, left.", ["Iran"], ["Iraq"]),
        ("en", "Kenya, which borders Ethiopia, called on Chad to withdraw.", ["Kenya"], ["Chad"]),
        ("en", "Kenya and Ethiopia were invited by Oman to talks in Muscat.", ["Oman"], ["Kenya", "Ethiopia"]),
        ("en", "The president of Kenya arrived, promising to withdraw the troops.", ["Kenya"], []),
        ("ru", "Греция призвала Турцию прекратить огонь.", ["Greece"], ["Turkey"]),
        ("ru", "Оман предложил провести переговоры между Ираном и Йеменом.", ["Oman"], ["Iran", "Yemen"]),
        ("tr", "Türkiye, Suriye ile Irak arasındaki görüşmelere ev sahipliği yapmayı teklif etti.", ["Turkey"],
         ["Syria", "Iraq"]),
        ("ar", "عرضت عمان استضافة محادثات بين إيران واليمن.", ["Oman"], ["Iran", "Yemen"]),
    ],
)  # fmt: skip
def test_who_does_it_to_whom(lang: str, text: str, actors: list[str], targets: list[str]) -> None:
    (report,) = reports(text, lang)
    assert [filler.value for filler in report.actors] == actors
    assert [filler.value for filler in report.targets] == targets


def test_second_verb_has_the_agent_of_the_first() -> None:
    first, second = reports("Обстрел осудила Греция и призвала Турцию прекратить огонь.", "ru")
    assert first.actors[0].value == second.actors[0].value == "Greece"
    assert [filler.value for filler in second.targets] == ["Turkey"]


def test_party_named_twice_stands_once() -> None:
    items = only_row("Iran and Iran's president left.").items
    named = [index for index, item in enumerate(items) if item.mention is not None]
    assert [party.name for party, _ in parties_of(items, named)] == ["Iran"]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Iran was invited by Oman to talks.", ["Oman"]),
        ("Iran was invited to talks.", []),
        ("Oman invited Iran to talks.", ["Oman"]),
        ("Oman and Egypt invited Iran to talks.", ["Oman", "Egypt"]),
    ],
)
def test_agent_of_passive_and_active(text: str, agents: list[str]) -> None:
    whole = sentence(text)
    frame = next(frame for frame in frames(text) if frame.entry.expression.id == "en-invitation-invite")
    moods, _ = find_moods(frame, whole.items, whole.clauses, load_lexicon("en"))
    found = RoleFinder(whole, frame, moods).find("agent")
    assert [party.name for party, _ in parties_of(whole.items, found)] == agents


@pytest.mark.parametrize(
    ("lang", "text", "line"),
    [
        ("en", "Chad will not sign the treaty unless Kenya withdraws its troops.", "demand/made Chad -> Kenya"),
        ("en", "Unless Kenya withdraws its troops, Chad will not sign the treaty.", "demand/made Chad -> Kenya"),
        ("ru", "Сербия подпишет соглашение при условии, что Косово освободит пленных.", "demand/made Serbia -> Kosovo"),
        ("ar", "لن توقع أرمينيا الاتفاق ما لم تسحب أذربيجان قواتها.", "demand/made Armenia -> Azerbaijan"),
    ],
)
def test_a_condition_is_demanded_by_who_leads_the_other_clause(lang: str, text: str, line: str) -> None:
    assert any(told.startswith(line) for told in read(text, lang))


def test_the_object_of_an_arabic_second_verb_is_no_agent() -> None:
    lines = read("اتهمت صربيا كوسوفو بانتهاك الاتفاق ودعت الاتحاد الأوروبي إلى التدخل.", "ar")
    assert any(line.startswith("demand/made Serbia -> European Union") for line in lines)


def test_whose_counterpart_he_is_does_not_part_two_who_met() -> None:
    (report,) = reports("Emmanuel Macron and his Russian counterpart Vladimir Putin met in Paris.")
    assert [filler.value for filler in report.actors] == ["Emmanuel Macron", "Vladimir Putin"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Чад направил Кении письмо, в котором потребовал отвода войск.", "demand/made Chad"),
        ("Кения обвинила Чад, который вооружает повстанцев, и потребовала санкций.", "demand/made Kenya"),
        ("Кения пообещала, что Чад получит помощь, и призвала Судан к миру.", "demand/made Kenya -> Sudan"),
        ("План был предложен, но и Чад, и Кения его отклонили.", "refusal/made Chad, Kenya"),
    ],
)
def test_who_leads_the_sentence_acts_behind_what_hangs_on_it(text: str, told: str) -> None:
    assert any(line.startswith(told) for line in read(text, "ru"))


@pytest.mark.parametrize(
    "text",
    [
        "Тогда власти обвинили ХАМАС в нападении на базу.",
        "Кения и Чад ждали, министры стран АСЕАН подписали договор.",
    ],
)
def test_who_is_named_behind_the_verb_does_not_act_where_an_unnamed_body_leads(text: str) -> None:
    assert not any(line.startswith(("accusation", "agreement")) for line in read(text, "ru"))


def test_agent_of_a_participle_that_describes_is_no_party() -> None:
    told = read("Правительство Кении и поддерживаемые Ираном хуситы подписали соглашение.", "ru")
    assert "agreement/signed Kenya, Houthis" in told


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("Кения предложила Чаду создать группы, которые будут защищать границу.", "commitment"),
        ("Глава МИД Кении Иван Омонди, возглавлявший группу, сказал, стороны договорились.", "agreement/agreed Ivan"),
        ("Комиссия говорила о конфликте с Чадом и встретилась с Кенией.", "meeting/held Chad"),
    ],
)
def test_whoever_only_stands_near_does_not_act(text: str, untold: str) -> None:
    assert not any(line.startswith(untold) for line in read(text, "ru"))


def test_second_verb_has_an_agent_of_its_number() -> None:
    told = read("Иван Омонди считает, что Кения и Чад должны говорить и пригласил Судан.", "ru")
    assert not any(line.startswith("invitation/issued Kenya, Chad") for line in told)
