"""Words that announce or rule out the name of somebody a message speaks of; folded spellings."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


OWNED = ("شان", "شون", "تون", "تان", "مون")
"""Ends of words that say whose something is; no name ends so."""
SURE_TITLES = _words("حجتالاسلام خانم خانوم اقای جناب سرکار سرهنگ سروان سرگرد ستوان سرتیپ")
"""After these stands a name or an office."""
LOOSE_TITLES = _words(
    """
    کبلایی کلبایی بیبی اقا خانم خانوم مهندس دکتر حاجی حاج حاجیه استاد مش مشتی کربلایی کربلای سید سیده شیخ
    اوستا اوسا استا
    اسید میرزا ننه اقایان دایی عمو خاله مامان بابا عمه زندایی زنعمو ابجی داداش مشدی
    """
)
"""After these a word must be a name, or be built like one."""
KIN = _words("دایی عمو خاله مامان بابا عمه ننه ابجی داداش زندایی زنعمو مش مشتی مشدی اسید میرزا اقا")
"""After these a first name stands, hardly ever a family name."""
LINEAGE = _words("سید سیده")
"""Titles that belong to the name."""
VILLAGE = _words("مش مشدی مشتی کربلایی کبلایی کلبایی اوستا اوسا استا حاج کل بیبی")
"""After these any first name is one, even when it is a word too."""
COUNTED = _words("ماه ماهه سال ساله بار روز روزه هفته تا میلیون هزار ساعت واحد نفر دقیقه دستگاه متر")
"""After a number they show that it is no house's or side street's."""
PLURALS = _words("ها های")
CALLED = _words("اسمش اسمشون اسمشم نامش")
HONOURS = _words("دکتر استاد شیخ حاج حاجی میرزا سید سرهنگ")
"""Titles that streets and clinics bear in their names."""
TITLE_ENDS = _words("اقا خانم خانوم جان جون جانم")
"""They follow a first name: «علی آقا», «مریم جان»."""
HOLDERS = _words(
    """
    مالک مالکش مالکین نماینده نمایندگان امضای امضا متقاضی متقاضیان شاکی شاکیان همسایه همسایم مستاجر
    مستاجرم مستاجرش مستاجرمون مستاجرمان همسایش همسایمون همسایمان همسایتون پدرش مادرش پدرم مادرم بابام
    بابای مامانم پسرم پسرش دخترم دخترش همسرم همسرش شوهرم شوهرش زنم خانمم برادرم برادرش داداشم خواهرم
    خواهرش پدر مادر همسر پسر دختر برادر فرزند داماد عروس پدربزرگ مادربزرگ پدرخانمم مادرزنم باجناقم جاریم
    مامور راننده رانندش متصدی نویسنده
    فرستنده کیوسک مغازه اسمش اسمشون اسمشم فامیلش فامیلیش نامش اسمشو دوستم رفیقم
    خواهرزادم برادرزادم خواهرزادمو دخترعموم دخترداییم پسرداییم پسرعمم زنداداشم نوهم پسرعموم کارشناس کارشناستون
    کارشناستان مسیول مسول مسوول صاحب صاحبش صاحبخانه صاحبخونه مدیر سرایدار
    سرایدارمون نگهبان کارمند کارمندتون همکارتون همکارتان همکار همکارم پیمانکار پیمانکارش پیمانکارتون
    دهنده کننده گیرنده خریدار فروشنده وکیل وکیلم وارث ورثه مرحوم مرحومه منزل نوه نوم عروسم عروسش دامادم
    دامادش مادربزرگم پدربزرگم مامانبزرگم بابابزرگم خالم عمم داییم عموم عمویم نامزدم شوهرخواهرم همکلاسیم
    دخترعمم دخترخالم پسرخالم شاگردم مشتریم
    """
)
"""After these a full name is somebody's."""
NAMERS = _words(
    """
    اسمش اسمشون اسمشم فامیلش فامیلیش نامش پدرم مادرم پدرش مادرش بابام مامانم پسرم پسرش دخترم دخترش همسرم
    همسرش شوهرم شوهرش زنم خانمم برادرم برادرش داداشم خواهرم خواهرش دوستم رفیقم فرزند همسایه همسایم
    همسایش همسایمون همسایمان منزل نوه نوم عروسم عروسش دامادم دامادش مادربزرگم پدربزرگم مامانبزرگم
    بابابزرگم خالم عمم داییم عموم عمویم نامزدم همکلاسیم دخترعمم دخترخالم پسرخالم شاگردم شوهرخواهرم
    خواهرزادم برادرزادم دخترعموم دخترداییم پسرداییم پسرعمم زنداداشم نوهم
    """
)
"""After these even a lone first name is somebody's."""
SERVANTS = _words("مامور راننده رانندش متصدی کارشناس کارشناستون کارشناستان بازرس کارمندتون پیمانکار نویسنده فرستنده")
"""After these a lone family name is somebody's."""
LINKS = _words(
    """
    ما من م ام ش مون مان شون شان ی اقای محله محلمون محلمان ساختمان ساختمون مجتمع ملک خانه خونه طبقه
    بالایی پایینی بالا پایین زمین مغازه خودرو ماشین بغلی روبرویی کناری قطعه پلاک واحد هم اسمش نام
    """
)
"""They may stand between a holder and the name."""
CONTACTS = _words("شماره ش تلفن موبایل همراه تماس به با تل کد ملی کدملی کارت شبا ثابت هستم و م ام اش پستی فرزند")
"""They may stand between a name and its number."""
PARTICLES = _words("پور زاد زاده نژاد فر نیا مقدم اصل راد نسب تبار منش خواه دوست ابادی زادگان پناه فرد یان وند کیا")
"""Second parts of family names that are written apart."""
PREFIXES = _words("بنی میر پور ابو حاجی ملا شاه خواجه ال عبد نور کار نیک رستم علی محمد")
"""First parts of family names that are written apart."""
OFFICES = tuple(
    sorted(
        _words(
            """
    چادر صبح تنها شهردار رییس ریس مدیر وزیر رانند استاندار فرماندار مسیول مسوول مسول معاون پلیس مامور پاکبان مهندس
    دکتر رفتگر نگهبان محترم همسای نماینده کارشناس کارمند بازرس ناظر مجری پیمانکار مشاور سرپرست فرماند
    قاضی دادستان دادیار بخشدار دهدار دبیر منشی اپراتور متصدی سرایدار مالک صاحب رهبر امام پیرمرد پسر دختر
    زن مرد بچه معلم پزشک پرستار دامپزشک روحانی فلان خونه خانه عزیز گرامی بزرگوار محتر سوپری بقال نانوا
    قصاب مغازه دولت ریاست عالی جناب سرکار خودتون شما اقا خانم خانوم چادری مسن جوان باردار حامله همکار
    شهید خدا باغبون باغبان حراست قیرپاش پدر مادر والد بابا کاندید داور مربی مداح شورا عضو اعضا سردار
    """
        )
    )
)
"""Beginnings of words after a title that name no person."""
PLACES = _words(
    """
    خیابان خیابون خ بلوار بولوار کوچه میدان میدون فلکه پارک بوستان محله شهرک بیمارستان مدرسه دبستان
    دبیرستان هنرستان مسجد حسینیه پل چهارراه چهار راه سه بزرگراه اتوبان زیرگذر روگذر تقاطع ایستگاه مترو
    پایانه ترمینال کوی مجتمع درمانگاه کلینیک داروخانه داروخونه مطب ارامگاه مقبره امامزاده ورزشگاه
    استادیوم سالن کتابخانه کتابخونه تیمچه سرای قبر مزار قلعه فرهنگسرا دانشگاه هتل روستای روستا جاده نبش
    ضلع بقعه پاساژ بازار بازارچه شهید شهیدان شهدای امام حضرت نواب خیابانهای بلواری سینما
    تالار موزه خانه‌ی بنیاد موسسه فاز مهمانسرا پاساز دبیرستانه ایت الله ایه سردار khiaban bolvar kuche
    koche meydan bolvare khiabane shahid park kooche kocheye بست بنبست نانوایی نونوایی نونوا سوپر سوپری
    سوپرمارکت بقالی قصابی لبنیات
    ساندویچی کبابی چلوکبابی رستوران کافه کلهپزی اغذیه قنادی شیرینی بستنی میوهفروشی ارایشگاه پیرایش باشگاه تعمیرگاه
    مکانیکی لاستیکی گلفروشی عکاسی عکاسخانه فروشگاه تکیه سقاخانه گرمابه اشپزخانه پویش طرح جشنواره سامانه شرکت تیم فیلم
    شعر کتاب داستان رمان سریال بانک بیمه جاده گذر خوابگاه مجموعه خیریه گروه برند برج هیات هییت هیت اردوگاه راسته
    """
)
"""Before these a name is a place's."""
PLACE_EDGES = _words(
    """
    سر نبش تقاطع بین حدفاصل فاصل انتهای ابتدای اخر ته روبروی مقابل کنار پشت جنب داخل بالای پایین از
    سمت توی
    """
)
"""With these before it, an honoured name without «آقای» is more likely a street's."""
PLACE_STOPS = _words(
    """
    ما من مان مون شما شون را رو که و است هست بود به با هم یک یه این پدرم مادرم پسرم دخترم برادرم خواهرم همسرم
    شوهرم همسایه همسایم همسایمون میره میرفت بسته بازه داشتیم داره داشت دارن میگه گفت گفتم بودیم
    """
)
"""Between a place's word and a name they show that the name is not the place's."""
LATIN_POINTS = _words(
    "in un oon az be ba man bande agha aghaye khanom hamsaye hamsayeye baradaram pedaram doostam esme"
)
"""Before a Latin name they speak of somebody."""
LATIN_BEHIND = _words("hastam tel mobile shomare az hamsaye hamsayeye ke hast ro mige goft")
"""Behind one they do."""
LATIN_TITLES = _words(
    """
    aghaye aqaye aghaie aqaie agaye khanome khanoome khanume khanum khanom khanoom mohandes doctor dr sarhang
    ostad agha aqa haj haji hamsaye hamsayamoon
    """
)
SENDINGS = _words("گزارش گزارشی پیام پیامی نامه شکایت شکایتی درخواست درخواستی طرف قول زبان امضا عکس ارسالی")
"""With «از» behind it a full name is the sender's, not a street's from which a way leads."""
LATIN_OFFICES = tuple(
    sorted(
        _words(
            """
    shahr rais raees modir vazir rann masool masul moaven polis mamoor mohtaram mohandes doktor doctor
    kheyli khili mohandesi nagahi koli peyman karsh karmand nazer hast mosen mohand mohtar khod
    """
        )
    )
)
WORDS_TOO = _words(
    """
    ژاپنی نسترن ولی اون ارزو ترک حافظ مهربان مهری نهال فارسی هامون قدیمی جوان پروانه ناراضی هستی ابالفضل
    رحمت نذر صفا وفا بهار باران دریا پیام یقین طلا یاس عزیز
    ابی شادی افتاب مهر پاک روشن پیروز حیات نجات سلامت عدالت رضایت کمالی راضی مطمینی حاضر ناظری عصبانی
    شاکی قانونی محلی ایرانی تهرانی مشهدی بهشت گلی سنگی نورانی شخصی خصوصی دولتی فنی تماسی قطعی فوری اصلی
    جدی عمومی حقوقی مالی رسمی سیاسی نصب سوره ایه
    """
)
"""Names that are more often ordinary words, so a title must be sure or a second name follow."""
MENTIONS = frozenset({*SURE_TITLES, *LOOSE_TITLES, *TITLE_ENDS, *HOLDERS, *LATIN_TITLES})
