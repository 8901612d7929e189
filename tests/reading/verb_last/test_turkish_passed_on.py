"""Turkish: words that somebody else passes on, refusals, outlets in no list, who is meant."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "content", "chain"),
    [
        ("Reuters, Bakan Ada Lorne'nin görüşmelerin süreceğini söylediğini bildirdi.",
         "söylediğini", "Ada Lorne", "görüşmelerin süreceğini", ("relayed by Reuters",)),
        ("Başkan Ece Tan'ın \"Bu kentin suyunu satmayız\" sözleri tepki çekti.",
         "sözleri", "Ece Tan", "Bu kentin suyunu satmayız", ()),
        ("Ece Tan'ın \"Su bizim hakkımız\" demesi kentte konuşuldu.",
         "demesi", "Ece Tan", "Su bizim hakkımız", ()),
        ("Bakan Aylin Koray, kaç kişinin çıkarıldığını açıklamaktan kaçındı.",
         "açıklamaktan kaçındı", "Aylin Koray", "kaç kişinin çıkarıldığını", ()),
        ("Bakan Aylin Koray yolcu sayısını açıklamadı.",
         "açıklamadı", "Aylin Koray", "yolcu sayısını", ()),
        ("Bakan Aylin Koray, taraflara ateşkes çağrısı yaptı.",
         "çağrısı yaptı", "Aylin Koray", "ateşkes", ()),
        ("Vali Tunç Erler, iddiaları kesin bir dille reddetti.",
         "reddetti", "Tunç Erler", "iddiaları", ()),
        ("Vali Tunç Erler, \"Yol bitti\" dedi, \"kar da dindi.\"",
         "dedi", "Tunç Erler", "Yol bitti kar da dindi.", ()),
        ("Bakan Stelyo Pavli, RLK'ye yaptığı açıklamada, adımın kalıcı olmayacağını savundu.",
         "savundu", "Stelyo Pavli", "adımın kalıcı olmayacağını", ("said to RLK",)),
        ("Deniz Haber'e konuşan Muhtar Veli Çınar, köyün boşaldığını söyledi.",
         "söyledi", "Veli Çınar", "köyün boşaldığını", ("said to Deniz Haber",)),
        ("Rizespor kaptanı Emre Taşkıran A Spor'a puanın değerli olduğunu söyledi.",
         "söyledi", "Emre Taşkıran", "puanın değerli olduğunu", ("said to A Spor",)),
        ("İran devlet televizyonuna konuşan bakan Ada Lorne, tesisin vurulmadığını söyledi.",
         "söyledi", "Ada Lorne", "tesisin vurulmadığını", ("said to İran devlet televizyonu",)),
        ("News.am sitesinin Azatutyun radyosuna dayandırdığı habere göre ise vekil Karen Sarkis, "
         "gizli ekler bulunduğunu iddia etti.",
         "iddia etti", "Karen Sarkis", "gizli ekler bulunduğunu",
         ("relayed by Azatutyun", "relayed by News.am")),
        ("Interfax ajansının Sözcü Dmitri Peskof'a atfen bildirdiğine göre tarih belli değil.",
         "bildirdiğine göre", "Dmitri Peskof", "tarih belli değil", ("relayed by Interfax",)),
        ("Cumhuriyet'ten Sertaç Aran'ın haberine göre komisyon raporu hazırladı.",
         "haberine göre", "Cumhuriyet", "komisyon raporu hazırladı", ()),
        ("Başbakanlık'tan üst düzey bir yetkili, görüşmelerin süreceğini söyledi.",
         "söyledi", "Başbakanlık'tan üst düzey bir yetkili", "görüşmelerin süreceğini", ()),
        ("Adının açıklanmasını istemeyen bir polis yetkilisi BBC'ye \"Sayı artabilir\" dedi.",
         "dedi", "bir polis yetkilisi", "Sayı artabilir", ("said to BBC",)),
        ("Kurtuluş Cephesi (KTC) Sözcüsü Mehmet Attar ise köprünün yıkıldığını öne sürdü.",
         "öne sürdü", "Mehmet Attar", "köprünün yıkıldığını", ()),
    ],
)  # fmt: skip
def test_who_passes_on_what(
    text: str, cue: str, speaker: str, content: str, chain: tuple[str, ...]
) -> None:
    found = one(text, "tr")
    assert (" ".join(found.cue), found.speaker, " ".join(found.content)) == (cue, speaker, content)
    assert found.chain == chain


def test_somebody_who_tells_what_another_said_speaks_himself() -> None:
    outer, inner = read(
        'Vali Tunç Erler, Ece Tan\'ın "Yolu yarın açacağız" dediğini söyledi.', "tr"
    )
    assert (outer.speaker, inner.speaker) == ("Tunç Erler", "Ece Tan")
    assert inner.chain == ("relayed by Tunç Erler",)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Filelef gazetesi, kapıların açılacağını yazdı. Gazete, kapıların çok olduğunu aktardı.",
         ["Filelef", "Filelef"]),
        ("Mali Silahlı Kuvvetleri, yayımladığı bildiride iddiaları yalanladı.\n\n"
         'Bildiride, "Depolarımız güvendedir" denildi.',
         ["Mali Silahlı Kuvvetleri", "Mali Silahlı Kuvvetleri"]),
        ('Bakan Katrin Lomer, "Her şey pahalı" dedi. '
         "Deneyimli siyasetçi, primin artacağını söyledi.",
         ["Katrin Lomer", "Katrin Lomer"]),
    ],
)  # fmt: skip
def test_noun_alone_means_who_was_told_of(text: str, speakers: list[str]) -> None:
    assert [found.speaker for found in read(text, "tr")] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Bakanlığın \"Sıfır Atık\" açıklaması bekleniyor.",
        "Savcılık, soruşturmanın gizliliği nedeniyle ayrıntı vermedi.",
        "Vali kaçındı.",
    ],
)  # fmt: skip
def test_nothing_is_said(text: str) -> None:
    assert not read(text, "tr")
