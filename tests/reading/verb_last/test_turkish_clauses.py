"""Turkish: what stands before the verb, quotations and clauses, participles, passives, leads."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ('Bakan Aylin Koray, "Köprüyü mayısta açacağız" dedi.',
         "dedi", "Bakan Aylin Koray", "Köprüyü mayısta açacağız"),
        ("Koray, “Kimse merak etmesin.” diye konuştu.",
         "diye konuştu", "Koray", "Kimse merak etmesin."),
        ('Vali Tunç Erler, katıldığı törende, "Yol bitti" ifadelerini kullandı.',
         "ifadelerini kullandı", "Vali Tunç Erler", "Yol bitti"),
        ("Rektör Selin Arda, sınavın yenileneceğini açıkladı.",
         "açıkladı", "Rektör Selin Arda", "sınavın yenileneceğini"),
        ("Arda, hastanenin kapatılmaması gerektiğini söyledi.",
         "söyledi", "Arda", "hastanenin kapatılmaması gerektiğini"),
        ("Muhtar Veli Çınar Ankara'nın sözünü tuttuğunu belirtti.",
         "belirtti", "Muhtar Veli Çınar", "Ankara'nın sözünü tuttuğunu"),
        ("Avukat Deniz Solmaz da müvekkilinin suçsuz olduğunu savundu.",
         "savundu", "Avukat Deniz Solmaz", "müvekkilinin suçsuz olduğunu"),
        ("Toplantıda konuşan Müdür Cem Akay, okulun yıkılmayacağını kaydetti.",
         "kaydetti", "Müdür Cem Akay", "okulun yıkılmayacağını"),
        ("Uzmanlara göre göl yirmi yıl içinde kuruyacak.",
         "göre", "Uzmanlara", "göl yirmi yıl içinde kuruyacak"),
        ('"Yine geleceğiz" diye haykırdı Fatma Nine.',
         "haykırdı", "Fatma Nine", "Yine geleceğiz"),
        ("Belediye Başkanı Ece Tan: Su faturası artmayacak\n\nBaşkan Tan konuştu, kent dinledi.",
         "", "Belediye Başkanı Ece Tan", "Su faturası artmayacak"),
        ("Başkan Tan'dan su açıklaması: Fatura artmayacak\n\nTan dün akşam kentin "
         "meydanında uzun uzun konuştu, sonra sustu.",
         "", "Başkan Tan", "Fatura artmayacak"),
    ],
)  # fmt: skip
def test_who_says_what(text: str, cue: str, source: str, content: str) -> None:
    found = one(text, "tr")
    assert (" ".join(found.cue), found.source, found.content) == (cue, source, (content,))


@pytest.mark.parametrize(
    ("text", "cues", "contents"),
    [
        ('Selin geldiğini belirten Vali Erler, "Evlerden uzak durun" dedi.',
         ["belirten", "dedi"], ["Selin geldiğini", "Evlerden uzak durun"]),
        ('Erler, selin geldiğini belirterek, "Evlerden uzak durun" diye uyardı.',
         ["belirterek", "uyardı"], ["selin geldiğini", "Evlerden uzak durun"]),
        ("Erler, üç köyün boşaltıldığını söyledi ve okulların kapandığını ekledi.",
         ["söyledi", "ekledi"], ["üç köyün boşaltıldığını", "okulların kapandığını"]),
        ('"Bu bir ayıp" diyen Erler, köylülere ev verileceğini de sözlerine ekledi.',
         ["diyen", "sözlerine ekledi"], ["Bu bir ayıp", "köylülere ev verileceğini"]),
    ],
)  # fmt: skip
def test_several_statements_of_one(text: str, cues: list[str], contents: list[str]) -> None:
    found = read(text, "tr")
    assert [" ".join(o.cue) for o in found] == cues
    assert [o.content for o in found] == [(content,) for content in contents]
    assert len({o.speaker for o in found}) == 1


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Bakanlıktan yapılan açıklamada, yolun kapandığı bildirildi.",
         "bakanlık", "yolun kapandığı"),
        ("Sarn Valiliği tarafından yapılan açıklamada, yolun kapandığı belirtildi.",
         "Sarn Valiliği", "yolun kapandığı"),
        ("Sarn Valiliğinin açıklamasında, yolun kapandığı kaydedildi.",
         "Sarn Valiliği", "yolun kapandığı"),
        ('Sarn Valiliğinden yapılan açıklamada, "Yol kapandı" denildi.',
         "Sarn Valiliği", "Yol kapandı"),
    ],
)  # fmt: skip
def test_a_passive_and_who_issued_it(text: str, speaker: str, content: str) -> None:
    found = one(text, "tr")
    assert (found.speaker, found.content) == (speaker, (content,))


@pytest.mark.parametrize(
    "text",
    [
        "Yolun kapandığı öğrenildi.",
        "Üç kişinin gözaltına alındığı iddia edildi.",
        "İddiaya göre araç hızlıydı.",
        "Edinilen bilgiye göre yangın mutfakta çıktı.",
        "Sanatçı, sahnede beş şarkı söyledi.",
        "Bakan, toplantının ardından soruları yanıtladı.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert read(text, "tr") == []


def test_a_line_leads_to_the_quotation_after_it() -> None:
    text = "Bakan Koray şunları söyledi:\n\n“Köprü bitti.\n\nYol da bitecek.”\n\nTören akşam sürdü."
    found = one(text, "tr")
    assert found.type == "direct"
    assert found.speaker == "Koray"
    assert found.content == ("Köprü bitti", "Yol da bitecek.")


def test_a_line_leads_to_lines_without_marks() -> None:
    text = (
        "Bakan Aylin Koray'ın açıklamalarından satır başları şöyle:\n\n"
        "- Köprüyü mayısta açacağız.\n- Yolu da biz yapacağız.\n"
    )
    found = one(text, "tr")
    assert found.speaker == "Aylin Koray"
    assert found.content == ("Köprüyü mayısta açacağız", "Yolu da biz yapacağız")


def test_a_clause_goes_on_after_a_colon() -> None:
    text = "Koray, köprünün biteceğini vurguladı:\n\n“Sözümüz söz.”\n"
    found = one(text, "tr")
    assert found.type == "mixed"
    assert found.content == ("köprünün biteceğini", "Sözümüz söz.")


def test_a_quotation_that_ends_a_clause_is_part_of_it() -> None:
    found = one('Koray, muhalefetin "her şeye karşı çıktığını" söyledi.', "tr")
    assert found.type == "mixed"
    assert found.content == ('muhalefetin "her şeye karşı çıktığını"',)


def test_words_that_others_report_are_whose_the_genitive_names() -> None:
    found = one("Koray’ın yakınlarına “Aday olmam, bunu istemem” dediği iddia edildi.", "tr")
    assert found.speaker == "Koray"
    assert found.content == ("Aday olmam, bunu istemem",)
    assert found.cue == ("dediği",)


def test_words_come_from_somebody() -> None:
    found = one('Koray\'dan valiliğe "Köprüyü hemen açın" çağrısı geldi.', "tr")
    assert found.speaker == "Koray"
    assert found.content == ("Köprüyü hemen açın",)


def test_a_quoted_line_ends_the_words_without_marks() -> None:
    text = (
        "Bakan Aylin Koray konuştu.\n\nKoray, sözlerine şöyle başladı:\n\n"
        "Köprüyü mayısta açacağız.\n\n“YOLU DA YAPACAĞIZ”\n\n"
        "Koray, sözlerine şöyle devam etti:\n\nYolu da biz yapacağız.\n"
    )
    contents = [a.content for a in read(text, "tr")]
    assert contents == [
        ("Köprüyü mayısta açacağız",),
        ("YOLU DA YAPACAĞIZ",),
        ("Yolu da biz yapacağız",),
    ]


def test_a_wish_is_no_statement_and_a_demand_is_one() -> None:
    assert read("Ev almak isteyen binlerce kişi başvurdu.", "tr") == []
    assert [
        one.content for one in read("Verginin düşürülmesini isteyen esnaf toplandı.", "tr")
    ] == [("Verginin düşürülmesini",)]


def test_a_quotation_behind_a_gerund_or_without_its_colon() -> None:
    text = 'Bakan Ada Lorne, yatırımın önemli olduğunu ifade ederek, "Bize görev düşüyor."'
    assert [(one.speaker, one.content) for one in read(text, "tr")][-1] == (
        "Ada Lorne",
        ("Bize görev düşüyor.",),
    )
    text = 'Genelgede tedbirler anlatılarak, şunlar kaydedildi "Yeni proje alınmayacaktır."'
    assert [one.content for one in read(text, "tr")] == [("Yeni proje alınmayacaktır.",)]
