"""Turkish: names and nouns without their suffixes, who goes on, two subjects in a sentence."""

from __future__ import annotations

import pytest
from subject_first_sentences import read


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('Vali Tunç Erler köye geldi. "Yol açılacak" dedi.', ["Tunç Erler"]),
        ("Vali Tunç Erler, yolun açılacağını söyledi. Erler, \"Söz veriyorum\" dedi.",
         ["Tunç Erler", "Tunç Erler"]),
        ("Vali Tunç Erler, yolun açılacağını söyledi. Köprünün de biteceğini ekledi.",
         ["Tunç Erler", "Tunç Erler"]),
        ("Selin Arda grevin süreceğini söylerken, Rektör Can Okay ise derslerin başlayacağını "
         "açıkladı.", ["Selin Arda", "Can Okay"]),
        ("Milli Savunma Bakanlığına göre saldırı püskürtüldü.", ["Milli Savunma Bakanlığı"]),
        ("Adının açıklanmasını istemeyen bir yetkili, görüşmenin iptal edildiğini söyledi.",
         ["bir yetkili"]),
        ("Bakanlık kaynakları, heyetin yola çıktığını belirtti.", ["bakanlık kaynakları"]),
        ("AK Partili Ersoy, önergeyi reddettiklerini söyledi.", ["Ersoy"]),
        ("Ali Rıza Tan isimli bir vatandaş, elektriğin kesildiğini söyledi.", ["Ali Rıza Tan"]),
        ("Almanya, Fransa ve İngiltere, anlaştıklarını duyurdu.",
         ["Almanya, Fransa ve İngiltere"]),
        ("Fransa, iddiaları yalanladı. Fransa Savunma Bakanlığı, suçlamaların asılsız olduğunu "
         "bildirdi.", ["Fransa", "Fransa Savunma Bakanlığı"]),
        ("Vali Tunç Erler köye geldi. Köprü ile ilgili Erler, bunun yapılacağını söyledi.",
         ["Tunç Erler"]),
        ("Mahalle sakinlerinden biri, suyun akmadığını anlattı.", ["Mahalle sakinlerinden biri"]),
        ("Kassam, Telegram'dan bir açıklama yaptı. Açıklamada, üç aracın vurulduğu belirtildi.",
         ["Kassam"]),
        ("İSTANBUL’DA KONUŞTU\n\nBakan Işıl Irmak, IRMAK’ın adını taşıyan köprünün açıldığını "
         "duyurdu. Irmak, törene katılmadığını söyledi.", ["Işıl Irmak", "Işıl Irmak"]),
    ],
)  # fmt: skip
def test_speakers(text: str, speakers: list[str]) -> None:
    assert [found.speaker for found in read(text, "tr")] == speakers


def test_whom_only_the_sentence_before_names_is_no_source() -> None:
    (found,) = read("Kassam, Telegram'dan açıklama yaptı. Açıklamada, aracın vurulduğu belirtildi.",
                    "tr")  # fmt: skip
    assert found.source == ""
