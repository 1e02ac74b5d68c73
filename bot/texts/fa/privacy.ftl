## Settings, privacy, own data, forgetting
settings = 🔧 تنظیمات شما:
settings-language = 🌐 زبان: { $language }
settings-anonymous = 🕶 پیام بی‌نام
settings-news-on = 🔔 خبرها روشن است
settings-news-off = 🔕 خبرها خاموش است
settings-privacy = 🔒 حریم خصوصی
settings-data = 📦 دادهٔ من
settings-forget = 🗑 مرا فراموش کن
language-set = از این پس فارسی حرف می‌زنیم.
language-ask = به چه زبانی حرف بزنیم؟
news-muted =
    🔕 خبرها خاموش شد. پاسخ پیام‌هایتان همچنان می‌آید؛ جز آن چیزی نمی‌فرستیم.
    هر وقت خواستید، با «/start» یا دکمهٔ زیر دوباره روشنش کنید.
news-unmuted = 🔔 خبرها دوباره روشن شد.
button-unmute = 🔔 خبرم کنید
privacy =
    🔒 حریم خصوصی به زبان ساده

    چه نگه می‌داریم: متن پیام‌هایتان، جایی که خودتان گفته‌اید، و اگر گفته باشید گروه و منطقه‌تان. نام و شماره و عکس حساب شما را نمی‌خواهیم و نگه نمی‌داریم.
    نشانی این گفتگو جدا از پیام‌ها نگه داشته می‌شود، فقط برای اینکه بتوانیم پاسخ بدهیم.

    چه کسی می‌بیند: اعضای کارگروه‌ها متن پیام را پس از حذف نام‌ها، شماره‌ها و نشانی‌ها می‌بینند و نمی‌دانند از کیست. عددهای کمتر از ۵ نفر را به هیچ‌کس نشان نمی‌دهیم. هیچ متنی به سامانهٔ بیرونی فرستاده نمی‌شود.

    تا کی: پیام‌ها تا وقتی که برنامهٔ شهر به آن‌ها نیاز دارد می‌ماند. آنچه برایتان فرستاده‌ایم پس از فرستادن پاک می‌شود.

    بازبینی: برخی پیام‌ها را ناظر پیش از دیگران می‌بیند. یادداشت ناظر در «دادهٔ من» نمی‌آید تا راه دورزدن بازبینی آشکار نشود؛ با فراموش‌شدن شما آن هم پاک می‌شود.

    اختیار با شماست: هر پیام را با دکمهٔ «حذف» زیر آن پاک کنید؛ دادهٔ خود را بگیرید؛ بخواهید فراموشتان کنیم؛ یا پیامی بی‌نام بفرستید.
data-wait = داده‌هایتان گردآوری می‌شود؛ چند لحظهٔ دیگر همین‌جا می‌آید.
data-sent =
    📦 این چیزی است که از شما نگه داشته‌ایم: یک پروندهٔ خواندنی و همان داده برای رایانه.
    یادداشت‌های بازبینی در آن نیست؛ در پرونده گفته‌ایم چرا.
data-caption-page = دادهٔ من (برای خواندن)
data-caption-json = دادهٔ من (برای رایانه)
data-page-title = دادهٔ من در هم‌اندیش
data-page-made = تهیه‌شده در { $date }
data-page-intro = آنچه از شما نگه داشته می‌شود در این صفحه است؛ شناسه‌های فنی در پروندهٔ دیگر آمده است. دو چیز در هیچ‌یک نیست. نشانی گفتگو نگه داشته می‌شود تا پاسخ به دستتان برسد؛ آن را ننوشته‌ایم، چون فقط در یک جا باید باشد. یادداشت‌های بازبینی پیام‌ها را نیز برای هیچ‌کس نمی‌نویسیم، نه وقتی هست و نه وقتی نیست: اگر می‌نوشتیم، کسی که پیام‌های آزاردهنده می‌فرستد درمی‌یافت چگونه از بازبینی بگریزد.
data-yes = بله
data-no = نه
data-table-person = دربارهٔ من
data-table-contact = راه تماس
data-table-person_role = نقش‌های من
data-table-membership = عضویت در کارگروه
data-table-concern = پیام‌های من
data-table-concern_topic = موضوع پیام‌ها
data-table-concern_file = پیوست پیام‌ها
data-table-concern_part = بخش‌های پیام‌ها
data-table-support = مسئله‌هایی که گفته‌ام «من هم»
data-table-silence = مسئله‌هایی که خبرشان را نخواسته‌ام
data-table-outcome_answer = پاسخ من به «واقعاً درست شد؟»
data-table-issue_answer = پاسخ من به پرسش کارگروه‌ها
data-table-survey_response = پاسخ من به نظرسنجی‌ها
data-table-survey_participation = نظرسنجی‌هایی که در آن‌ها بوده‌ام
data-table-dialogue = گفتگوی نیمه‌کاره
data-table-outbox = پیام‌هایی که برایم فرستاده شد
data-table-audit = کارهایی که در سامانه کرده‌ام
data-table-issue_vote = اولویت‌هایی که داده‌ام
data-table-measure_vote = رأی من به راهکارها
data-table-survey_draft = پاسخ نیمه‌کاره به نظرسنجی
data-table-other = دیگر
data-field-created_at = زمان
data-field-platform = پیام‌رسان
data-field-active = به آن پیام می‌رسد
data-field-role = نقش
data-field-since = از
data-field-language = زبان
data-field-muted = خبرها خاموش
data-field-stakeholder_group = گروه
data-field-district = منطقه
data-field-code = کد پیگیری
data-field-text = متن
data-field-redacted = متن بی نام و نشان
data-field-topic = موضوع
data-field-locality = جا
data-field-latitude = عرض جغرافیایی
data-field-longitude = طول جغرافیایی
data-field-source = از راه
data-field-edited_at = زمان ویرایش
data-field-at = زمان
data-field-answer = پاسخ
data-field-answers = پاسخ‌ها
data-field-asserted = پذیرفته
data-field-probability = احتمال
data-field-by = به تشخیص
data-field-mime = نوع پرونده
data-field-size = اندازه (بایت)
data-field-step = مرحله
data-field-data = محتوا
data-field-method = نوع
data-field-payload = محتوای نافرستاده
data-field-sent_at = زمان فرستادن
data-field-due_at = موعد
data-field-act = کار
data-field-subject = موضوع کار
data-field-allowed = مجاز
data-field-priority = اولویت
data-field-reason = دلیل
data-field-stand = رأی
data-field-title = عنوان
data-source-bot = همین گفتگو
data-source-neighbourhood-council = شورای اجتماعی محله
data-source-city-app = برنامک شهر
data-source-137 = سامانهٔ ۱۳۷
data-source-upstream-documents = سندهای بالادستی
data-source-elite-interview = گفت‌وگو با نخبگان
data-source-agency-interview = گفت‌وگو با دستگاه‌ها
data-source-suggestion-system = نظام پیشنهادها
data-source-organisational-trend = روندهای سازمانی
data-source-association-session = نشست تشکل‌ها
data-platform-telegram = تلگرام
data-platform-bale = بله
data-by-citizen = خودم
data-by-member = کارگروه
data-by-admin = مدیر
data-by-model = برنامهٔ سامانه
data-method-say = پیام
data-method-edit = پیام ویرایش‌شده
data-method-file = پرونده یا تصویر
data-percent = { $percent } درصد
forget-ask =
    🗑 می‌خواهید فراموشتان کنیم؟

    نشانی گفتگو، گروه، منطقه، نقش‌ها، پشتیبانی‌ها و پیوست‌هایتان پاک می‌شود و هیچ راهی برای یافتن شما نمی‌ماند؛ دیگر خبری هم به شما نمی‌رسد.
    متن پیام‌ها، بی نام و نشان، در مسئله‌های شهر می‌ماند؛ اگر نخواهید، آن را هم پاک می‌کنیم. فقط با کد پیگیری می‌شود پیام‌ها را پیدا کرد.
forget-keep-words = فراموشم کن؛ متن‌ها بماند
forget-with-words = متن پیام‌هایم را هم پاک کن
forget-sure = برای بار آخر: این کار بازگشت ندارد. انجام شود؟
forget-yes = بله، فراموشم کن
forget-no = نه، منصرف شدم
forget-kept = خوشحالیم که می‌مانید. چیزی تغییر نکرد.
forget-done = فراموش شدید. دیگر هیچ چیزی از این گفتگو به شما نمی‌رسد. هر وقت دوباره بنویسید، مانند کسی هستید که تازه آمده است.
