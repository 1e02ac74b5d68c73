"""Words that announce, accompany or rule out a person's name; folded spellings."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MAX_NAME = 4
SURNAME_ENDS = (
    "زاده",
    "پور",
    "نژاد",
    "فر",
    "نیا",
    "یان",
    "لو",
    "وند",
    "منش",
    "راد",
    "چی",
    "دوست",
    "خواه",
    "پرور",
    "طلب",
    "نسب",
    "گر",
    "کیا",
    "مند",
    "تبار",
    "کار",
    "ی",
)
TITLES = frozenset(
    {"سید", "سیده", "حاج", "حاجی", "حاجیه", "دکتر", "مهندس", "استاد", "اقای", "خانم", "شیخ", "کربلایی", "میرزا"}
)
OPENERS = frozenset({"من", "بنده", "اینجانب", "اینجانبه", "حقیر", "منم", "man", "bande"})
CLOSERS = frozenset({"هستم", "میباشم", "ام", "هسم", "hastam", "hasam"})


COMMONEST = 250
COMMON = 1000
SHORT_LATIN = _words(
    """
    ali reza sara zahra mina hadi mehdi mahdi amir omid nima hamid saeed saeid javad hasan hosein
    reyhane leila leyla
    """
)
CLITICS = ("م", "ست", "ه", "س")
GREETINGS = _words(
    """
    سلام درود من بنده اینجانب بخیر احترام علیکم نباشید
    """
)
MOST_FAMILY_WORDS = 2
SHORTEST = 2
AFTER_SIGNATURE = 14
NAME_WORDS = frozenset({"اسمم", "نامم", "فامیلم", "فامیلیم", "بنام", "esmam"})
NAME_STARTS: dict[str, frozenset[str]] = {
    "اسم": frozenset({"من", "بنده"}),
    "نام": frozenset({"من", "و", "خانوادگی", "پدر", "بنده", "اینجانب"}),
    "به": frozenset({"نام", "اسم"}),
    "منزل": frozenset({"اقای", "خانم"}),
}
LABEL_WORDS = _words(
    """
    من و نام خانوادگی پدر بنده اسم فامیل فامیلی شهروند اینجانب به فامیلیم
    """
)
THANKS = _words(
    """
    قربان سپاسگزارم متشکرم ممنونم تشکرم گزارم چاکرتون مخلصتون ارادت فدای تشکر سپاس باتشکر باسپاس
    ارادتمند احترام بااحترام مخلص چاکر امضا دوستدار سپاسگزار متشکر ممنون دعا
    """
)
THANKS_MORE = _words(
    """
    فراوان شما از و با بسیار زحمات زحماتتون شهروند احترام تشکر سپاس ی مشهدی گو گوی همیشگی
    """
)
TRIGGERS = frozenset({*OPENERS, *CLOSERS, *NAME_WORDS, *NAME_STARTS, *THANKS, "نام", "باشم"})
AFTER_NAME = _words(
    """
    از ساکن شهروند تلفن شماره موبایل همراه تماس کد ادرس نشانی فرزند مدیر نماینده
    """
)
FAMILY_TAILS = _words(
    """
    زاده پور نژاد فر نیا ابادی زادگان تبار نسب مقدم اصل راد
    """
)
STOPS = _words(
    """
    هستم ساکن فرزند به از با در کد شماره متولد دارای رو را که و می باشم ام تلفن شهروند اهل مالک صاحب
    بازنشسته معلم کارمند ملی است هست بود شد کرد گفت خیابان بلوار محله کوچه میدان منطقه ناحیه شهرک رسیدگی
    لطفا سلام مشهد تهران تبریز
    """
)
STREETS = _words(
    """
    خیابان خیابون بلوار کوچه میدان میدون پارک بوستان محله شهرک بیمارستان مدرسه مسجد پل
    """
)
LATIN_STOPS = _words(
    """
    saken shahrvand az dar to tu ro ke madar pedar moalem
    """
)
