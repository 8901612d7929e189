"""What a source phrase says of its speaker: where the name begins and ends."""

from __future__ import annotations

import pytest
from sentences import speakers


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        # a noun's genitive is no part of the name
        ("رئيس بلدية بيتا ماهر دويكات", "ماهر دويكات"),
        ("مراسلة نبأ رنا الصيفي", "رنا الصيفي"),
        ("زعيم حزب الله حسن نصر الله", "حسن نصر الله"),
        # surnames that are everyday words, months, demonyms
        ("المدير الجهوي للصحة، الدكتور عادل بن رمضان،", "عادل بن رمضان"),
        ("وزير الري، طه مرابط،", "طه مرابط"),
        ("المؤلفة المشاركة إيلينا دوران", "إيلينا دوران"),
        ("المحلل في «لوسيل كابيتال» عصام شديد", "عصام شديد"),
        ("عضو مجلس النواب حسن الفزاني", "حسن الفزاني"),
        # particles
        ("مديرة المشروع سعدية بنت الطالب", "سعدية بنت الطالب"),
        ("المنسقة الطبية إيفلين دو بريه", "إيفلين دو بريه"),
        ("وزير الصيد الموريتاني سيد محمد ولد اعمر", "سيد محمد ولد اعمر"),
        ("الشيخ عبد الله بن زايد آل نهيان", "عبد الله بن زايد آل نهيان"),
        ("المطربة أم كلثوم", "أم كلثوم"),
        # a description after the name
        ("أحمد فوزي المتحدث باسم الأمم المتحدة", "أحمد فوزي"),
        ("نبيل العربي الأمين العام", "نبيل العربي"),
    ],
)
def test_a_name_begins_and_ends_where_it_does(phrase: str, name: str) -> None:
    verb = "قالت" if "ة" in phrase.split()[0] or phrase.startswith("مراسلة") else "قال"
    assert speakers(f"{verb} {phrase} إن العمل مستمر منذ الصباح.") == [name]


@pytest.mark.parametrize("phrase", ["مالك العقار", "أم أحد التلاميذ", "معتمد القلعة الكبرى"])
def test_a_role_alone_is_no_name(phrase: str) -> None:
    verb = "قالت" if phrase.startswith("أم") else "قال"
    assert speakers(f"{verb} {phrase} إن العمل مستمر منذ الصباح.") == [phrase]
