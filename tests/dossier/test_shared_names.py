"""Names of the annotated reports and of the table of variants, where the shared folder is at hand."""

import json

import pytest
from shared_data import shared

from goodoffices.dossier.gazetteer import load_gazetteer

PROCESS = "armenia-azerbaijan"
VARIANTS = {
    "kassym_jomart_tokayev": "en Kassymzhomart Tokayev|kk Qasym-Jomart Toqaev|kk Қасым-Жомарт Тоқаев|"
    "ru Касым-Жомарт Токаев|de Kassym-Schomart Tokajew|tr Kasım-Jomart Tokayev|"
    "hy Կասիմ-Ժոմարտ Տոկաևը|ar قاسم جومارت توكاييف",
    "nikol_pashinyan": "en Pashinian|fr Pachinian|de Paschinjan|tr Paşinyan|es Pashinián|ru Пашинян|hy Փաշինյանն|"
    "ar باشينيان|fa پاشینیان|ka ფაშინიანი",
    "ilham_aliyev": "en Aliev|de Alijew|az Əliyev|kk Әлиев|ru Алиев|hy Ալիև|ar علييف|fa علی‌اف|fa علیاف|ka ალიევი",
    "jeyhun_bayramov": "tr Ceyhun Bayramov|de Jeyhun Bayramow|uk Джейхун Байрамов|hy Բայրամովի|ar جيهون بيراموف|"
    "fa جیحون بایراموف|kk D. Bayramov",
    "ararat_mirzoyan": "de Mirsojan|de Mirsoyan|ru Мирзоян|uk Мірзоян|hy Միրզոյան|ar ميرزويان|fa میرزویان",
    "murat_nurtleu": "ru Нуртлеу|ar مراد نورتلو",
    "aibek_smadiyarov": "ru Смадияров|hy Սմադիյարովին|ar سمادياروف",
    "mher_grigoryan": "en Mger Grigoryan|az Mqer Qriqoryan|ru Мгер Григорян",
    "vahagn_khachaturyan": "az Vaaqn Xaçaturyan|ru Ваагн Хачатурян",
    "almaty": "en Alma-Ata|ru Алма-Ата|ru Алматы|tr Almatı|hy Ալմաթի|ar ألماتي",
    "yerevan": "en Erevan|de Eriwan|tr Erivan|az İrəvan|ru Ереван|ar يريفان|fa ایروان",
    "baku": "fr Bakou|tr Bakü|az Bakı|kk Бақы|kk Баку|hy Բաքվի|ar باكو|fa باکو",
    "nagorno_karabakh": "en Karabakh|en Artsakh|de Berg-Karabach|fr Haut-Karabakh|az Dağlıq Qarabağ|kk Таулы Қарабақ|"
    "kk Tauly Qarabaq|fa قره باغ|fa قره‌باغ کوهستانی",
    "baghanis_ayrum": "en Baganis Ayrum|tr Bağanis Ayrım|en Baghanis Ayrim",
    "ashagi_askipara": "en Ashagi Askipara|az Aşağı Əskipara|tr Aşağı Eskipara",
    "kheyrimli": "en Kheyrimli|az Xeyrımlı|tr Heyrimli",
    "gizil_hajili": "en Gizil Hajili|en Ghizilhajili|az Qızılhacılı|tr Kızılhacılı",
    "tripp": "en Trump route|ru Путь Трампа|ru Маршрут Трампа",
}


@pytest.mark.parametrize("thing", VARIANTS)
def test_variants_of_a_name_mean_one_thing(thing: str) -> None:
    for variant in VARIANTS[thing].split("|"):
        lang, _, name = variant.partition(" ")
        namings = load_gazetteer(lang, PROCESS).find(name)
        assert len(namings) == 1, variant
        assert thing in [entry.id for entry in namings[0].entries], variant


def test_names_of_the_annotated_reports_are_those_of_the_record() -> None:
    names = json.loads(shared("gold", "names.json").read_text(encoding="utf-8"))
    gazetteer = load_gazetteer("en", PROCESS)
    for usual, others in names["aliases"].items():
        if gazetteer.id_of(usual) == "":
            continue
        for other in (usual, *others):
            whole = [naming for naming in gazetteer.find(other) if naming.text == other]
            meant = {name for naming in whole for entry in naming.entries for name in (entry.name, entry.stands_for)}
            assert not meant or usual in meant, other


def test_people_of_the_annotated_reports_speak_for_their_side() -> None:
    names = json.loads(shared("gold", "names.json").read_text(encoding="utf-8"))
    gazetteer = load_gazetteer("en", PROCESS)
    checked = 0
    for usual, sides in names["stands_for"].items():
        entry = gazetteer.entry(gazetteer.id_of(usual))
        if entry is not None:
            checked += 1
            # The annotation calls the government by another name where a movement fights it.
            assert any(side in (entry.stands_for, f"{entry.stands_for} government") for side in sides), usual
    assert checked > 40
