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
LONE_OPENERS = frozenset({"منم"})
OPENERS = frozenset({"من", "بنده", "اینجانب", "اینجانبه", "حقیر", "منم", "man", "bande"})
CLOSERS = frozenset({"هستم", "میباشم", "ام", "هسم", "hastam", "hasam"})


PATRONYMS = (
    "زادگان", "زاده", "نژاد", "پور", "نسب", "نیا", "وند", "فرد", "زهی", "زی", "فر", "پناه", "منش", "تبار", "راد",
    "خانی", "بیگی", "یان", "لو",
)  # fmt: skip
"""After a first name they make a family name."""
SURE_PATRONYMS = frozenset({"زاده", "زادگان", "نژاد", "پور", "نسب", "زهی"})
"""After any uncommon word too."""
LATIN_ENDS = (
    "i",
    "zade",
    "zadeh",
    "pour",
    "poor",
    "nia",
    "ian",
    "nejad",
    "nezhad",
    "far",
    "rad",
    "fard",
    "mand",
    "lou",
)
KINDRED = frozenset({"امام", "امامزاد", "شاه", "خواهر", "برادر", "حلال", "حرام", "عمو", "دایی", "خاله", "عمه", "اقا"})
"""With «زاده» they make words that are no family names."""
TRADE_ENDS = ("ساز", "فروش", "دوز", "باف", "گر", "پز", "تراش", "کوب", "زن", "کش", "کار", "چی", "دان")
TRADES = _words(
    """
    افغان کفاش بزاز نجار خیاط قناد خباز نانوا چوپان باغبان بنا حداد زرگر عطار سراج نداف دباغ ساربان شبان سقا
    عرب کرد لر ترک بلوچ ترکمن تاجیک فارس هزاره گیلک تالش عجم خلبان شاطر طبیب وکیل قاضی خطیب کدخدا دهقان برزگر
    هنرپیشه هنرمند هنرجو ورزشکار دانشمند ارشد زحمتکش
    کشتکار مسگر سمسار صراف صباغ مداح خادم حافظ درویش حاضر شاکر صابر ساکن بیدار بهار جوان پیروز حلاج ملاح غواص
    """
)
"""Family names that say as often what somebody is: no name in «من کفاش هستم»."""
VIRTUES = _words(
    """
    عدالت حق ایران وطن میهن نیک پاک خوش خیر راست درست دین خدا یزدان مهر نوع ادب هنر دانش ملت عرب شاه کیان جهان
    """
)
"""First halves of family names, each an ordinary word: «عدالت‌خواه»."""
DOINGS = (
    "گذاری", "سازی", "بندی", "گیری", "رسانی", "نویسی", "سنجی", "شناسی", "پذیری", "یابی", "ریزی", "برداری",
    "کشی", "شویی", "فروشی", "افزایی", "زدایی", "گشایی", "آموزی", "اموزی", "دهی", "کوبی", "زنی", "رانی",
)  # fmt: skip
"""What ends so is something done, no family name."""
ORIGINS = _words(
    """
    تهرانی طهرانی مشهدی تبریزی کرمانی شیرازی اصفهانی رشتی یزدی قمی اهوازی کرمانشاهی همدانی زنجانی قزوینی اراکی
    ارومی اردبیلی سمنانی گرگانی گیلانی مازندرانی خراسانی لرستانی کردستانی سیستانی بلوچی زابلی بوشهری دزفولی
    شوشتری کاشانی نیشابوری سبزواری قوچانی بجنوردی بیرجندی طبسی تربتی کاشمری گنابادی ساوجی ساوه‌ای بروجردی
    خرم‌آبادی ملایری نهاوندی مراغی مرندی خویی سلماسی مهابادی سنندجی بابلی آملی ساروی لاهیجی انزلی تالشی
    شهرکردی نجف‌آبادی اردستانی نایینی رفسنجانی سیرجانی جیرفتی بمی بافقی اردکانی میبدی جهرمی لاری کازرونی
    فسایی هرمزی بندری قشمی آبادانی خرمشهری عراقی افغانی ترکی کردی لری عربی فارسی ایرانی کابلی هراتی نجفی
    کربلایی مدنی شمالی جنوبی شهری تاجیکی ترکمنی گنبدی دماوندی کرجی ورامینی لواسانی طالقانی شمیرانی آذری
    """.replace("\u200c", "").replace("آ", "ا")
)
"""Family names that say as often where somebody comes from."""
NO_NAMES = _words("ادم نیان بازو مشهور زانو بارش ناز هزار مشت بازار خانه خونه باغ سرد گرم")
"""Words of the list of first names that are hardly ever one."""
DIVINE_ENDS = ("الله", "الدین", "الزمان")
COMPOUND_ENDS = (
    "علی", "قلی", "الله", "الدین", "دخت", "مراد", "محمد", "رضا", "سادات", "حسین", "حسن", "عباس", "النسا", "اکبر",
    "اصغر", "خاتون", "بیگم", "بانو",
)  # fmt: skip
"""With another name before them they make a first name."""
SPLIT_ENDS = _words(
    "البنین العابدین الهدی انگیز اله الله الدین دخت ناز کلثوم لیلا سلطان السادات الزمان النسا الملوک جان بی"
)
"""Second halves of first names that are written apart: «ام البنین», «روح انگیز»."""
SPLIT_STARTS = _words("ام بنت روح زین فرح پری ماه گل بی ملک شاه نور فخر شمس بدر ماهی محمد امیر سید علی غلام صاحب")
FAMILY_STARTS = (
    "حاج", "پور", "میر", "شاه", "دین", "گل", "ملا", "شیخ", "خواجه", "نور", "نیک", "خوش", "پاک", "علی", "محمد",
    "ابو", "ام", "بنی", "آل", "ال", "سید", "امیر", "ایران", "جهان", "خان", "حق", "راست", "عبد", "غلام", "یار", "زین",
)  # fmt: skip
"""Before a known family name they make another one: «حاج‌صادقی», «پورعظیمی»."""
DIVINE_START = "عبدال"
"""Whatever ends or begins so is a first name."""
DIVINE_WORDS = _words(
    """
    بسمالله انشاالله انشالله انشاءالله ماشاالله ماشالله ماشاءالله ایتالله حزبالله ثارالله بقیهالله الحمدالله
    الحمدلله سبحانالله استغفرالله یاالله والله باالله
    """
)
"""…but these."""
NO_DIVINE = DIVINE_WORDS | {"رحمتالله", "رحمهالله", "رسولالله", "حجتالله", "عبدالله", "اسدالله", "کلامالله"}
"""Written apart these are said to God, or of saints."""
COMMONEST = 250
COMMON = 1000
SHORT_LATIN = _words(
    """
    ali reza sara zahra mina hadi mehdi mahdi amir omid nima hamid saeed saeid javad hasan hosein
    shadi nima babak pouya pooya puya mona sima mani nazi hoda hana taha sahar asghar sara neda maryam arash
    parisa shahin sepideh ehsan masood masoud reyhane leila leyla
    """
)
LATIN_NAMES = _words(
    """
    kaveh kianoosh kianoush kamran kambiz karim kazem khosrow keyvan kourosh koorosh cyrus siavash siamak
    soroush shahram shahin
    shayan shirin shiva simin soheil soheila yasaman yasamin younes yousef yaser zeinab zeynab ziba zohre
    zohreh niloofar niloufar
    nasrin nasim nooshin parvin parviz payam pedram peyman pegah ramin rasool roya roozbeh saman samira samane
    setareh sina sorena
    tahereh taraneh toraj vahid vida elham elnaz erfan esmaeil esmail fariba farid faride farhad farshad
    farzad farzane fatemeh
    fereydoon firooz ghasem gholamreza golnaz habib hadis haleh heydar homa hooman houman iman iraj jafar
    jalal jamshid javid kamal
    laleh mahboobe mahin mahnaz mahsa mahtab majid maliheh mansour marjan marzieh matin mehrdad mehrnaz milad
    mitra mobina mojtaba
    morteza moslem nader naser navid omolbanin pooria rahim rostam sadegh saeideh saleh sanaz sattar sepehr
    shahla shapoor shohre
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
    ارادتمند احترام بااحترام مخلص چاکر امضا دوستدار سپاسگزار متشکر ممنون دعا خادم دعاگو دعاگوی نوکر نوکرتون
    کوچیک کوچکترین خاکپای موفقیت ارادتمندتان ارادتمندتون دوستدارتون سپاسگذار سپاسگذارم
    بدرود درود merci mersi mrc tashakor mamnoon
    """
)
THANKS_MORE = _words(
    """
    فراوان شما از و با بسیار زحمات زحماتتون شهروند احترام تشکر سپاس ی مشهدی گو گوی همیشگی پیشاپیش قبلی همه عزیز گرامی
    """
)
HALF_ENDINGS = _words(
    """
    ام ای ایم اید اند اش ات ها های هایی هام هات هاش هایم هایت هایش هامون هاتون هاشون هایمان هایتان هایشان
    خانم خانوم جان جون جانم اقا بیگم ساله
    تر ترین تری مان تان شان مون تون شون م ت ش ی ست است ه را رو هستم هست ایی یی
    """
)
"""Parted from a word by a half-space they belong to grammar, not to a name."""
HALF_STARTS = _words(
    """
    می نمی بی نا هم به باز بر در پیش پس ان این همان همین هیچ چه یک دو سه چند اقای خانم جناب سرکار شهید امام
    خیابان کوچه بلوار میدان پارک محله مسجد مدرسه اقا حاج سید سیده دکتر مهندس
    """
)
"""Before a half-space they are no part of a name."""
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
    دارنده پروانه امضاکننده ذیل ادم باسعادت امام حضرت
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
