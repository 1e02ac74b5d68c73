"""Personal data: what must go, what must stay."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.check_digits import valid_card, valid_iban, valid_national_id
from nlp.evaluate_personal_data import evaluate_personal_data, read_gold
from nlp.personal_data import LABELS, find, redact
from nlp.reading import Span


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("شماره‌ام ۰۹۱۵ ۱۲۳ ۴۵ ۶۷", "mobile"),
        ("+98 912 345 6789", "mobile"),
        ("00989365554433", "mobile"),
        ("09 15 33 22 111", "mobile"),
        ("٠٩٣٥٧٦٥٤٣٢١", "mobile"),
        ("به 9153214567 زنگ بزنید", "mobile"),
        ("صفر نهصد و پانزده صد و بیست و سه چهل و پنج شصت و هفت", "mobile"),
        ("تلفن منزل ۳۸۷۶۵۴۳۲", "landline"),
        ("۰۵۱-۳۸۴۳۲۱۰۹", "landline"),
        ("کد ملی ۰۹۴۵۶۷۴۳۲۸", "national_id"),
        ("کارت 6037 9971 2345 6784", "card"),
        ("شبا IR12 0170 0000 0012 3456 7890 01", "iban"),
        ("پلاک ۱۲ ب ۳۴۵ ایران ۳۶", "plate"),
        ("74ط812 ایران 42", "plate"),
        ("کد پستی ۹۱۸۵۷۴۳۲۱۶", "postal_code"),
        ("ali.rezaei66@gmail.com", "email"),
        ("آیدی @mahdi_karimi", "handle"),
        ("https://t.me/joinchat/AAAA", "handle"),
        ("خیابان عبادی پلاک ۱۲ واحد ۳ زنگ دوم", "address"),
        ("من علی رضایی هستم", "name"),
        ("اینجانب محمد حسینی فرزند احمد", "name"),
        ("ارادتمند، علی رضایی", "name"),
        ("با تشکر رضایی", "name"),
        ("اسمم زهراست", "name"),
        ("mohammad rezaei hastam", "name"),
    ],
)
def test_found(text: str, kind: str) -> None:
    assert [span.type for span in find(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("با آقای موسوی صحبت کردم", "موسوی"),
        ("سرکار خانم زهره کاظمی‌نیا پاسخ ندادند", "زهره کاظمی‌نیا"),
        ("جناب سرهنگ کاوسی قول داد", "کاوسی"),
        ("حاج آقا فاضلی گفت", "فاضلی"),
        ("همسایه‌مون آقا مرتضی آشغال می‌ریزه", "مرتضی"),
        ("خاله مریم افتاد تو چاله", "مریم"),
        ("مش قربان هر روز جارو می‌کشد", "قربان"),
        ("آقای احمدی و کریمی دعوا دارند", "احمدی و کریمی"),
        ("من و سمیه رفتیم شهرداری", "سمیه"),
        ("گزارش‌دهنده: محسن کوچکی", "محسن کوچکی"),
        ("متقاضی: طاهره بیگ محمدی", "طاهره بیگ محمدی"),
        ("امضای نادر شفیعی زیر نامه بود", "نادر شفیعی"),
        ("پدرش عباسعلی مریض است", "عباسعلی"),
        ("اسمش بهروزه، دم در می‌ایسته", "بهروزه"),
        ("همسایه‌م اکبر سر و صدا دارد", "اکبر"),
        ("مریم جون خبرش کن", "مریم"),
        ("فاطمه اسدی گفته که باغچه خشک شده", "فاطمه اسدی"),
        ("khanume nasiri javab nadad", "nasiri"),
        ("کدپستی ما ۹۱۸۷۵ ۴۳۲۱۶ است", "۹۱۸۷۵ ۴۳۲۱۶"),
        ("کد پستی منزل ۹۱۸۷ ۵۴۳ ۲۱۶", "۹۱۸۷ ۵۴۳ ۲۱۶"),
        ("ایران ۱۲ / ۳۴۵ ص ۲۱ فرار کرد", "ایران ۱۲ / ۳۴۵ ص ۲۱"),
        ("۱۲ ایران ۳۴۵ ق ۶۷", "۱۲ ایران ۳۴۵ ق ۶۷"),
        ("پلاک ۵۶۷ ب ۲۳ ایران ۷۴", "۵۶۷ ب ۲۳ ایران ۷۴"),
        ("برای هماهنگی به ۳۸۵۴۱۲۳۶ زنگ بزنید", "۳۸۵۴۱۲۳۶"),
        ("پیج اینستام sara_karimi.art هست", "sara_karimi.art"),
        ("تلگرام ali_h66", "ali_h66"),
        ("طبرسی ۲۴ پ ۱۲ و ۳", "پ ۱۲ و ۳"),
        ("پ۱۸ ط۲ و۴", "پ۱۸ ط۲ و۴"),
        ("پلاک ۱۲، طبقه‌ی سوم، واحد ۶ شرقی، زنگ بالا", "پلاک ۱۲، طبقه‌ی سوم، واحد ۶ شرقی، زنگ بالا"),
        ("مجتمع آفتاب بلوک ۳ ورودی ۲ طبقه ۴ واحد ۱۶", "بلوک ۳ ورودی ۲ طبقه ۴ واحد ۱۶"),
    ],
)
def test_hidden_exactly(text: str, hidden: str) -> None:
    assert [text[span.start : span.end] for span in find(text)] == [hidden]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("۰۹۱۵۱۱۱۲۲۳۳ کاوه شریف‌زاده", "کاوه شریف‌زاده"),
        ("شهرام بهادری، ۰۹۳۵۴۴۴۵۵۶۶", "شهرام بهادری"),
        ("زهرا ملک‌زاده کد ملی ۰۹۴۱۲۳۴۵۶۷", "زهرا ملک‌زاده"),
    ],
)
def test_a_name_beside_a_number(text: str, name: str) -> None:
    assert name in {text[span.start : span.end] for span in find(text) if span.type == "name"}


@pytest.mark.parametrize(
    "text",
    [
        "به ۱۳۷ و ۱۲۵ و ۱۱۵ زنگ زدم",
        "سامانهٔ ۱۸۸۸ پاسخ نمی‌دهد",
        "خط ۸۳ دیر می‌آید",
        "مادهٔ ۱۰۰",
        "سال ۱۴۰۲ تا ۱۴۰۴",
        "ساعت ۷:۳۰ تاریخ ۱۴۰۲/۰۵/۱۲",
        "۸۰۰۰۰۰۰۰۰ تومان",
        "کد پیگیری ۱۴۰۲۰۳۴۵۶۷",
        "شمارهٔ پیگیری 9876543210",
        "تلفن شهرداری ۰۵۱۳۷۶۵۴۳۲۱ جواب نمی‌دهد",
        "منطقه ۹ ناحیه ۳",
        "خیابان شهید علی رضایی",
        "بلوار شهید صیاد شیرازی",
        "کوچه به نام شهید احمدی",
        "من شهروند منطقهٔ ۹ هستم",
        "من معلم هستم و شاکی هستم",
        "با تشکر از شهرداری",
        "با تشکر اهالی خیابان شهید رضایی",
        "دوربین پلاک‌خوان",
        "برج ۱۸ طبقه با ۷۲ واحد",
        "خیابان دکتر شریعتی ۱۴ تاریک است",
        "سر دکتر حسابی ۲۲ چاله است",
        "مسجد حاج حسن رضایی",
        "درمانگاه خیریه دکتر علی احمدی",
        "خیابان محمد منتظری",
        "سید رضی ۲۵",
        "آقای شهردار لطفا رسیدگی کنید",
        "خانم رئیس شورا پاسخ دهد",
        "یه خانم مسنی زمین خورد",
        "جناب مهندس لطفا ببینید",
        "مادر جان خسته شدم",
        "امام رضا جان کمکمون کن",
        "پدرم بیمار است",
        "مالک ساختمان پول نمی‌دهد",
        "من و همسرم پیاده می‌رویم",
        "کارشناس محترم بهداشت",
        "تو telegram پیام دادم",
        "پ ن: لطفا درست کنید",
        "به ۳۸۴۱۲۳۴۵ زنگ زدم جواب ندادن",
        "ایران ۱۴۰۲ گران است",
        "طبقه دوم، طبقه دوم گفت بروید",
    ],
)
def test_left_alone(text: str) -> None:
    assert find(text) == ()


def test_address_keeps_the_street() -> None:
    text = "خیابان عبادی پلاک ۱۲ واحد ۳ زنگ دوم لطفا"
    assert redact(text, find(text)) == "خیابان عبادی [نشانی] لطفا"


def test_every_type_has_a_persian_label() -> None:
    assert {span["type"] for row in read_gold() for span in row["personal"]} <= LABELS.keys()


def test_spans_of_any_order_are_redacted() -> None:
    assert redact("abcdef", [Span(4, 6, "name"), Span(0, 2, "mobile")]) == "[شمارهٔ همراه]cd[نام]"


def test_check_digits() -> None:
    assert valid_national_id("0084575948")
    assert not valid_national_id("0084575949")
    assert not valid_national_id("1111111111")
    assert valid_card("6037991234567896") is (_luhn("6037991234567896"))
    assert valid_iban("062960000000100324200001")
    assert not valid_iban("062960000000100324200002")


def _luhn(digits: str) -> bool:
    total = 0
    for at, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (1 + at % 2)
        total += doubled // 10 + doubled % 10
    return total % 10 == 0


def test_gold_sets_hold() -> None:
    score = evaluate_personal_data(read_gold(), find)
    assert score.recall >= 0.97, score.missed
    assert score.harmless_share >= 0.92, score.touched


@given(st.text(max_size=300))
def test_any_text_gives_ordered_spans_within_it(text: str) -> None:
    spans = find(text)
    ends = 0
    for span in spans:
        assert ends <= span.start < span.end <= len(text)
        ends = span.end
    redact(text, spans)


DIGITS = ("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")


@given(
    st.from_regex(r"09[0-49][0-9]{8}", fullmatch=True),
    st.lists(st.sampled_from(["", " ", "-", ".", "\u200c"]), min_size=10, max_size=10),
    st.sampled_from(DIGITS),
    st.sampled_from(["شماره من {} است", "{}", "زنگ بزنید:{}", "سلام\n{}\nممنون"]),
)
def test_a_mobile_never_survives(number: str, gaps: list[str], digits: str, frame: str) -> None:
    written = "".join(digit + gap for digit, gap in zip(number, [*gaps, ""], strict=True))
    text = frame.format(written.translate(str.maketrans("0123456789", digits)))
    assert not re.search(r"\d", redact(text, find(text)))


@given(st.text(max_size=120))
def test_redacting_leaves_no_found_character(text: str) -> None:
    spans = find(text)
    kept = "".join(text[at] for at in range(len(text)) if not any(span.start <= at < span.end for span in spans))
    plain = redact(text, spans)
    for label in LABELS.values():
        plain = plain.replace(label, "")
    for label in LABELS.values():
        kept = kept.replace(label, "")
    assert plain == kept
