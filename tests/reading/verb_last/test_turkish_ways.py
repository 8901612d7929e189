"""Turkish: by which way it came, told by the suffix of an outlet and the words after it."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

SAID = "said to"
POSTED = "posted on"
RELAYED = "relayed by"


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("AA muhabirine konuşan Ece Tan, karın yağacağını söyledi.", "Ece Tan", [(SAID, "AA")]),
        ('CNN Türk\'te konuşan Bakan Can Okay, "Hazırız" dedi.', "Can Okay", [(SAID, "CNN Türk")]),
        ('Ece Tan, NTV canlı yayınında, "Kar yağacak" dedi.', "Ece Tan", [(SAID, "NTV")]),
        ("Ece Tan, Reuters'a yaptığı açıklamada karın yağacağını söyledi.", "Ece Tan",
         [(SAID, "Reuters")]),
        ('BBC Türkçe\'nin sorularını yanıtlayan Ece Tan, "Korkuyoruz" dedi.', "Ece Tan",
         [(SAID, "BBC Türkçe")]),
        ("Tesnim Haber Ajansına konuşan bir yetkili, gemiye el konulduğunu bildirdi.",
         "bir yetkili", [(SAID, "Tesnim Haber Ajansı")]),
        ("Reuters'ın haberine göre, Bakan Can Okay istifa edeceğini söyledi.", "Can Okay",
         [(RELAYED, "Reuters")]),
        ("Axios'un haberinde bir yetkilinin şu sözlerine yer verildi:\n\n“Vazgeçtik.”\n",
         "bir yetkili", [(RELAYED, "Axios")]),
        ("Reuters'ın iki yetkiliye dayandırdığı haberde, geminin durdurulduğu belirtildi.",
         "iki yetkili", [(RELAYED, "Reuters")]),
        ("Reuters'a göre geminin adı değişti.", "Reuters", []),
        ('Bakan Can Okay, X hesabından yaptığı paylaşımda, "Hazırız" ifadelerini kullandı.',
         "Can Okay", [(POSTED, "X")]),
        ("Bakan Can Okay, Telegram kanalından köprünün açıldığını duyurdu.", "Can Okay",
         [(POSTED, "Telegram")]),
        ('Bakan Can Okay, sosyal medya hesabından, "Hazırız" mesajını paylaştı.', "Can Okay", []),
        ("ANKARA (AA) – Bakan Can Okay, köprünün açıldığını söyledi.", "Can Okay",
         [(RELAYED, "AA")]),
        ("Bakan Can Okay, köprünün açıldığını söyledi.\n\nKaynak: DHA", "Can Okay",
         [(RELAYED, "DHA")]),
    ],
)  # fmt: skip
def test_ways(text: str, speaker: str, chain: list[tuple[str, str]]) -> None:
    found = read(text, "tr")
    assert [(o.speaker, o.chain) for o in found] == [
        (speaker, tuple(f"{how} {name}" for how, name in chain))
    ]
