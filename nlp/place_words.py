"""Words that announce a place, number words, and the names of Iran's larger cities."""

from enum import StrEnum


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


class PlaceKind(StrEnum):
    """What a named place is; the finer kinds come first when one place must stand for a message."""

    ALLEY = "alley"
    STREET = "street"
    SQUARE = "square"
    STATION = "station"
    LANDMARK = "landmark"
    AREA = "area"
    DISTRICT = "district"
    ZONE = "zone"


# Announcing word → (kind, how the word is written in a canonical name; "" when the name stands alone).
CUES: dict[str, tuple[PlaceKind, str]] = {
    "خیابان": (PlaceKind.STREET, "خیابان"),
    "خیابون": (PlaceKind.STREET, "خیابان"),
    "خیابونه": (PlaceKind.STREET, "خیابان"),
    "خیابانهای": (PlaceKind.STREET, "خیابان"),
    "خیابونای": (PlaceKind.STREET, "خیابان"),
    "خیابانه": (PlaceKind.STREET, "خیابان"),
    "خیابونهای": (PlaceKind.STREET, "خیابان"),
    "خ": (PlaceKind.STREET, "خیابان"),
    "بلوار": (PlaceKind.STREET, "بلوار"),
    "بولوار": (PlaceKind.STREET, "بلوار"),
    "بلوارهای": (PlaceKind.STREET, "بلوار"),
    "بزرگراه": (PlaceKind.STREET, "بزرگراه"),
    "اتوبان": (PlaceKind.STREET, "بزرگراه"),
    "ازادراه": (PlaceKind.STREET, "آزادراه"),
    "جاده": (PlaceKind.STREET, "جادهٔ"),
    "محور": (PlaceKind.STREET, "محور"),
    "کمربندی": (PlaceKind.STREET, "کمربندی"),
    "کنارگذر": (PlaceKind.STREET, "کنارگذر"),
    "معبر": (PlaceKind.STREET, "معبر"),
    "گذر": (PlaceKind.STREET, "گذر"),
    "کوچه": (PlaceKind.ALLEY, "کوچهٔ"),
    "کوچهی": (PlaceKind.ALLEY, "کوچهٔ"),
    "کوچ": (PlaceKind.ALLEY, "کوچهٔ"),
    "بنبست": (PlaceKind.ALLEY, "بن‌بست"),
    "محله": (PlaceKind.AREA, ""),
    "محلهی": (PlaceKind.AREA, ""),
    "کوی": (PlaceKind.AREA, "کوی"),
    "شهرک": (PlaceKind.AREA, "شهرک"),
    "فاز": (PlaceKind.AREA, "فاز"),
    "روستای": (PlaceKind.AREA, "روستای"),
    "اهالی": (PlaceKind.AREA, ""),
    "ساکنین": (PlaceKind.AREA, ""),
    "ساکنان": (PlaceKind.AREA, ""),
    "میدان": (PlaceKind.SQUARE, "میدان"),
    "میدون": (PlaceKind.SQUARE, "میدان"),
    "میدانه": (PlaceKind.SQUARE, "میدان"),
    "میدونه": (PlaceKind.SQUARE, "میدان"),
    "فلکه": (PlaceKind.SQUARE, "میدان"),
    "فلکهی": (PlaceKind.SQUARE, "میدان"),
    "چهارراه": (PlaceKind.SQUARE, "چهارراه"),
    "چارراه": (PlaceKind.SQUARE, "چهارراه"),
    "چاراه": (PlaceKind.SQUARE, "چهارراه"),
    "سهراه": (PlaceKind.SQUARE, "سه‌راه"),
    "سهراهی": (PlaceKind.SQUARE, "سه‌راه"),
    "دوراهی": (PlaceKind.SQUARE, "دوراهی"),
    "تقاطع": (PlaceKind.SQUARE, "تقاطع"),
    "پل": (PlaceKind.SQUARE, "پل"),
    "زیرگذر": (PlaceKind.SQUARE, "زیرگذر"),
    "روگذر": (PlaceKind.SQUARE, "روگذر"),
    "پلاستقبال": (PlaceKind.SQUARE, "پل"),
    "پارک": (PlaceKind.LANDMARK, "پارک"),
    "بوستان": (PlaceKind.LANDMARK, "بوستان"),
    "پارکه": (PlaceKind.LANDMARK, "پارک"),
    "بازار": (PlaceKind.LANDMARK, "بازار"),
    "بازارچه": (PlaceKind.LANDMARK, "بازارچهٔ"),
    "پاساژ": (PlaceKind.LANDMARK, "پاساژ"),
    "ترمینال": (PlaceKind.LANDMARK, "پایانهٔ"),
    "پایانه": (PlaceKind.LANDMARK, "پایانهٔ"),
    "مجتمع": (PlaceKind.LANDMARK, "مجتمع"),
    "فرهنگسرای": (PlaceKind.LANDMARK, "فرهنگ‌سرای"),
    "بیمارستان": (PlaceKind.LANDMARK, "بیمارستان"),
    "ایستگاه": (PlaceKind.STATION, "ایستگاه"),
    "ایستگا": (PlaceKind.STATION, "ایستگاه"),
    "مترو": (PlaceKind.STATION, "ایستگاه"),
    "متروی": (PlaceKind.STATION, "ایستگاه"),
    "ایسگاه": (PlaceKind.STATION, "ایستگاه"),
}

# First halves of announcing words that are written apart: «چهار راه», «بن بست».
CUE_HEADS = frozenset({"چهار", "چار", "سه", "دو", "بن"})

# What may stand between an announcing word and the name.
EZAFE = frozenset({"ی", "های", "ye", "e", "i"})

LATIN_CUES: dict[str, str] = {
    "khiaban": "خیابان",
    "khiabun": "خیابان",
    "khiabune": "خیابان",
    "khiyaban": "خیابان",
    "khiabane": "خیابان",
    "khiaboon": "خیابان",
    "khiaboone": "خیابان",
    "xiaban": "خیابان",
    "xiabun": "خیابان",
    "kh": "خیابان",
    "bolvar": "بلوار",
    "bolvare": "بلوار",
    "boolvar": "بلوار",
    "blvd": "بلوار",
    "bulvar": "بلوار",
    "kuche": "کوچه",
    "kooche": "کوچه",
    "koche": "کوچه",
    "kuchye": "کوچه",
    "koocheye": "کوچه",
    "kucheye": "کوچه",
    "mahale": "محله",
    "mahalle": "محله",
    "mahaleye": "محله",
    "koy": "کوی",
    "kuye": "کوی",
    "kooye": "کوی",
    "shahrak": "شهرک",
    "shahrake": "شهرک",
    "meydan": "میدان",
    "meydun": "میدان",
    "meydane": "میدان",
    "meydune": "میدان",
    "meidan": "میدان",
    "meidoon": "میدان",
    "meydoon": "میدان",
    "maidan": "میدان",
    "felke": "فلکه",
    "falake": "فلکه",
    "falakeye": "فلکه",
    "chaharrah": "چهارراه",
    "charrah": "چهارراه",
    "chahararah": "چهارراه",
    "charrahe": "چهارراه",
    "chaharrahe": "چهارراه",
    "serah": "سهراه",
    "serahe": "سهراه",
    "seraah": "سهراه",
    "park": "پارک",
    "parke": "پارک",
    "boostan": "بوستان",
    "bustan": "بوستان",
    "istgah": "ایستگاه",
    "istgahe": "ایستگاه",
    "metro": "مترو",
    "metroye": "مترو",
    "bozorgrah": "بزرگراه",
    "bozorgrahe": "بزرگراه",
    "otoban": "اتوبان",
    "otobane": "اتوبان",
    "jade": "جاده",
    "jadeye": "جاده",
    "pol": "پل",
    "pole": "پل",
    "terminal": "ترمینال",
    "bazar": "بازار",
    "bazare": "بازار",
}

DISTRICT_CUES = frozenset({"منطقه", "منطقهی", "منطقهء", "مناطق", "منطقهای", "منتقه", "منطفه"})
LATIN_DISTRICT_CUES = frozenset({"mantaghe", "mantaqe", "mantagheye", "mantagh", "mantaghey", "mantage"})
ZONE_CUES = frozenset({"ناحیه", "ناحیهی", "نواحی", "nahie", "nahiye", "nahieye"})
DISTRICT_FILLERS = frozenset({"ی", "شماره", "شهرداری", "شهری", "ye", "e", "shomare", "shahrdari"})

NUMBER_WORDS: dict[str, int] = {
    word: number
    for number, words in {
        1: "یک یکم اول yek aval",
        2: "دو دوم do dovom",
        3: "سه سوم se sevom",
        4: "چهار چار چهارم chahar char",
        5: "پنج پنجم panj",
        6: "شش شیش ششم shish shesh",
        7: "هفت هفتم haft",
        8: "هشت هشتم hasht",
        9: "نه نهم noh",
        10: "ده دهم dah",
        11: "یازده یازدهم",
        12: "دوازده دوازدهم davazdah",
        13: "سیزده سیزدهم",
        14: "چهارده",
        15: "پانزده پونزده",
        16: "شانزده شونزده",
        17: "هفده هیفده",
        18: "هجده هیجده",
        19: "نوزده",
        20: "بیست",
    }.items()
    for word in words.split()
}

DIRECTIONS: dict[str, str] = {
    "شمالی": "شمالی",
    "جنوبی": "جنوبی",
    "شرقی": "شرقی",
    "غربی": "غربی",
    "شمال": "شمالی",
    "جنوب": "جنوبی",
    "شرق": "شرقی",
    "میانی": "میانی",
    "shomali": "شمالی",
    "jonubi": "جنوبی",
    "jonoobi": "جنوبی",
    "sharghi": "شرقی",
    "gharbi": "غربی",
}

# A name that opens with one of these goes on: «شهید صیاد شیرازی».
HONORIFICS = _words(
    """
    شهید شهدای امام ایت حضرت دکتر سید شیخ میرزا ملا حاج استاد سردار سپهبد علامه خواجه پیر ملک شاه امیر
    ابو بانو ام میر بنت باب خاتم صاحب نان بی ولی فارغ کارمندان اقا مجد قلعه حاجی علی محمد حسین حسن بنی
    """
)

CITIES = _words(
    """
    شوشتر رامهرمز
    تهران مشهد اصفهان شیراز تبریز کرج قم اهواز کرمانشاه ارومیه رشت زاهدان همدان کرمان یزد اردبیل
    بندرعباس اراک اسلامشهر زنجان سنندج قزوین خرماباد گرگان ساری بابل امل دزفول ابادان خرمشهر بجنورد
    نیشابور سبزوار بوشهر بروجرد ورامین شهرکرد یاسوج ایلام سمنان شاهرود بیرجند کاشان نجفاباد قائمشهر
    قایمشهر مراغه مرند خوی میاندواب بناب سلماس مهاباد بوکان سقز ملایر نهاوند اندیمشک ماهشهر بهبهان
    مسجدسلیمان گناوه برازجان کازرون جهرم فسا داراب مرودشت لار زرقان کوار رفسنجان سیرجان بم جیرفت زرند
    زابل ایرانشهر چابهار خاش قوچان تربتحیدریه تربتجام کاشمر چناران فریمان طرقبه شاندیز سرخس درگز گناباد
    تایباد بهشهر نکا نور نوشهر چالوس تنکابن رامسر لاهیجان لنگرود انزلی استارا تالش رودسر کیاشهر گنبد
    گنبدکاووس علیاباد بندرترکمن ساوه محلات دلیجان خمین تفرش ابهر خدابنده هشتگرد نظراباد شهریار ملارد
    پردیس پرند دماوند فیروزکوه رودهن لواسان پاکدشت قرچک رباطکریم اندیشه مهستان شاهینشهر خمینیشهر لنجان
    فولادشهر مبارکه گلپایگان خوانسار نطنز اردستان نایین اردکان میبد بافق ابرکوه تفت مهریز قاین قائن
    فردوس طبس نهبندان سرایان کیش قشم بندرلنگه میناب
    """
)

# Place names that are everyday words as well; they speak of another city only right beside a place.
WEAK_CITIES = _words(
    """
    نور خوی پردیس فردوس اندیشه شهریار مبارکه لار ساری پرند بم زرند امل طبس خاش نکا کیش لنجان کوار خمین
    تفت بابل
    """
)

OWN_CITIES: dict[str, frozenset[str]] = {
    "mashhad": frozenset({"مشهد", "mashhad"}),
    "tabriz": frozenset({"تبریز", "tabriz"}),
}

# Behind a number these say that it counts or measures.
NOT_A_HOUSE_NUMBER = _words(
    """
    ساله سال سالشه متر متری تومان تومن ریال روز روزه ماه ماهه نفر نفره تا بار هزار میلیون میلیارد
    کیلومتر کیلو دقیقه ساعت ساعته درصد طبقه واحد عدد دستگاه سالن هفته شب صبح عصر ظهر تیر خرداد شهریور
    مهر ابان اذر دی بهمن اسفند فروردین مرداد اردیبهشت ثانیه بانده لاین هکتار مورد دفعه میلیونی هزاری پله
    ردیف خانوار نفری تایی تاش تاشون سانت سانتی جلد بچه
    """
)

# What may follow a number inside a street's name: «هفده شهریور», «سی متری».
AFTER_NUMBER = _words(
    """
    شهریور تیر دی بهمن خرداد متری ابان فروردین مهر اذر اسفند اردیبهشت مرداد تن
    """
)

# Behind these a known street, square or neighbourhood is meant even when its name is also a word.
LOOSE_CUES = _words(
    """
    انتهای ابتدای نبش حوالی محدوده اطراف نرسیده حاشیه سمت مسیر ضلع خروجی ورودی پیادهروی پیادهرو
    """
)
