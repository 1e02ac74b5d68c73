## Surveys, as those see them who make them
surveys-title = 🗳 نظرسنجی‌ها
surveys-none = 🗳 هنوز نظرسنجی‌ای ساخته نشده است.
survey-line = { $number }. { $title } · { $state }
survey-button = { $number }. { $title }
survey-head = 🗳 نظرسنجی { $number }: «{ $title }»
survey-state-draft = پیش‌نویس ✏️
survey-state-scheduled = منتشر شده، هنوز باز نشده ⏳
survey-state-open = باز 🟢
survey-state-closed = بسته ⚪️
survey-of-questions = { $count ->
    [0] هنوز پرسشی ندارد
    [one] یک پرسش، حدود { $minutes } دقیقه
   *[other] { $count } پرسش، حدود { $minutes } دقیقه
}
survey-anonymous = بی‌نام: هیچ پیوندی میان پاسخ و پاسخ‌دهنده نگه داشته نمی‌شود
survey-named = بانام: پاسخ همراه منطقه و گروه شمرده می‌شود
survey-for = برای: { $audience }
survey-opens-at-once = آغاز: همین که منتشر شود
survey-opens = آغاز: { $date } ساعت { $time }
survey-closes = پایان: { $date } ساعت { $time }
survey-closes-by-hand = پایان: هر وقت آن را ببندید
survey-closed-at = بسته شد: { $date } ساعت { $time }
survey-reminds = یک بار یادآوری می‌شود
survey-reminds-not = یادآوری ندارد
survey-version = نسخهٔ { $version } پرسش‌ها
survey-counts = دعوت‌شده: { $invited } · آغازکرده: { $begun } · پاسخ کامل: { $finished }
survey-in-the-making = ✏️ پرسش‌های تازه در دست ساخت است و هنوز کسی آن‌ها را نمی‌بیند.
survey-asks = اکنون { $people } از آن می‌پرسیم.
survey-asks-nobody = اکنون کسی در این جمع نیست که دعوت شود؛ تنها با لینک می‌شود پاسخ داد.
survey-ask-how = نظرسنجی تازه را چگونه می‌سازید؟ با گفت‌وگو پرسش به پرسش پیش می‌رویم. اگر فایل آماده دارید (همان قالب نظرسنجی صفحه‌گسترده یا متن ساده)، آن را بفرستید.
survey-ask-title = نام نظرسنجی را در یک خط بنویسید؛ مردم آن را در دعوت می‌بینند. برای نمونه: «اتوبوس‌های شهر».
survey-ask-anonymous =
    بی‌نام باشد یا بانام؟
    بانام: پاسخ هر کس همراه منطقه و گروهی که از خود گفته شمرده می‌شود؛ نام و شماره نگه نمی‌داریم.
    بی‌نام: پاسخ‌ها از پاسخ‌دهنده جدا می‌شود و هیچ‌کس، حتی مدیر سامانه، نمی‌تواند آن‌ها را به هم برساند؛ تنها می‌دانیم چه کسی پاسخ داده است. چند پاسخ با هم ثبت می‌شود و به نظرسنجی بعدی نمی‌توان از آن راه یافت.
survey-ask-file = فایل نظرسنجی را همین‌جا بفرستید: متن ساده با قالب خودمان، یا صفحه‌گسترده‌ای که ابزارهای پیمایش می‌سازند (تا دو مگابایت).
survey-reading = فایل رسید؛ داریم آن را می‌خوانیم…
survey-cancelled = کنار گذاشتیم؛ چیزی تغییر نکرد.
survey-made-empty = پیش‌نویس ساخته شد ✅ حالا پرسش‌ها را بیفزایید.
survey-read = { $count ->
    [one] فایل را خواندیم ✅ یک پرسش دارد و پیش‌نویس شد.
   *[other] فایل را خواندیم ✅ { $count } پرسش دارد و پیش‌نویس شد.
}
survey-read-flawed = { $count ->
    [one] فایل را خواندیم؛ یک پرسش دارد و پیش‌نویس شد، ولی پیش از انتشار این‌ها را درست کنید:
   *[other] فایل را خواندیم؛ { $count } پرسش دارد و پیش‌نویس شد، ولی پیش از انتشار این‌ها را درست کنید:
}
survey-send-again = فایل را درست کنید و دوباره همین‌جا بفرستید.
survey-file-lost = این فایل به دستمان نرسید.
survey-flawed = «{ $title }» هنوز آمادهٔ انتشار نیست:
survey-ask-publish = «{ $title }» منتشر شود؟
survey-publish-note = پس از انتشار، تا وقتی باز نشده می‌توانید آن را پس بگیرید. دعوت‌ها با سرعت مجاز و بیرون از ساعت آرامش فرستاده می‌شود.
survey-published = منتشر شد ✅
survey-withdrawn = انتشار پس گرفته شد؛ دوباره پیش‌نویس است.
survey-new-version = این نظرسنجی باز است. تغییر پرسش‌ها نسخهٔ تازه‌ای می‌سازد: هر که آغاز کرده همان نسخهٔ پیشین را پاسخ می‌دهد، دیگران نسخهٔ تازه را، و نتیجه هر دو را جدا نشان می‌دهد. تا انتشارش نکنید، کسی آن را نمی‌بیند.
survey-ask-go-live = { $count ->
    [one] نسخهٔ { $version } با یک پرسش از این پس پرسیده شود؟
   *[other] نسخهٔ { $version } با { $count } پرسش از این پس پرسیده شود؟
}
survey-gone-live = نسخهٔ { $version } منتشر شد ✅ هر که از این پس آغاز کند، آن را می‌بیند.
survey-changes-dropped = تغییرها کنار گذاشته شد؛ پرسش‌ها همان‌اند که بودند.
survey-ask-close = «{ $title }» همین حالا بسته شود؟ پاسخ‌های نیمه‌کاره ناتمام شمرده می‌شود و دیگر باز نمی‌شود.
survey-closing = دارد بسته می‌شود؛ نتیجه که آماده شد، فرستاده می‌شود.
survey-copied = رونوشتی از نظرسنجی { $number } ساخته شد ✅
survey-ask-remove = پیش‌نویس «{ $title }» حذف شود؟
survey-removed = پیش‌نویس { $number } حذف شد.
survey-link =
    لینک نظرسنجی «{ $title }»؛ هر که آن را داشته باشد، می‌تواند پاسخ دهد:
    { $link }
survey-link-invited =
    لینک نظرسنجی «{ $title }»؛ تنها برای کسانی باز می‌شود که دعوت شده‌اند:
    { $link }
survey-no-words = (نوشته نشده)
survey-words-title = نام: { $words }
survey-words-introduction = معرفی: { $words }
survey-words-thanks = سپاس پایانی: { $words }
survey-ask-words-title = نام تازه را در یک خط بنویسید (تا { $most } نویسه).
survey-ask-words-introduction = چند جمله برای معرفی بنویسید (تا { $most } نویسه): چه می‌پرسید و با پاسخ‌ها چه می‌کنید.
survey-ask-words-thanks = جملهٔ پایانی را بنویسید (تا { $most } نویسه)؛ پس از سپاس می‌آید.
for-everybody = همهٔ مردم
for-link-alone = هر که لینک را دارد
for-link-too = و هر که لینک را دارد
for-districts = ساکنان { $districts }
for-earlier = پاسخ‌دهندگان نظرسنجی { $number }{ $rule }
for-sample = نمونهٔ تصادفی { $count } نفره
for-between = {" "}·{" "}
rule-answered = «{ $question }» پاسخ گرفته باشد
rule-equals = پاسخ «{ $question }» «{ $answer }» باشد
rule-contains = در پاسخ «{ $question }» «{ $answer }» باشد
rule-greater = پاسخ «{ $question }» بیشتر از { $answer } باشد
rule-not = چنین نباشد که { $rule }
rule-and = {" "}و{" "}
rule-or = {" "}یا{" "}
flaw-at = پرسش { $place } («{ $title }»): { $words }
flaw-nothing-asked = هیچ پرسشی در کار نیست؛ دست‌کم یک پرسش بیفزایید.
flaw-too-many-questions = بیش از شصت پرسش دارد؛ کوتاه‌ترش کنید.
flaw-code-twice = دو پرسش نام یکسان دارند: «{ $about }»
flaw-no-title = متن پرسش خالی است.
flaw-too-few-options = دست‌کم دو گزینه لازم است.
flaw-too-many-options = بیش از سی گزینه دارد.
flaw-option-twice = گزینهٔ تکراری: «{ $about }»
flaw-bad-range = کمترین عدد باید از بیشترین کمتر باشد.
flaw-unknown-question = شرطش به پرسشی برمی‌گردد که نیست: «{ $about }»
flaw-not-earlier = شرطش باید به پرسشی پیش از خودش برگردد، نه «{ $about }».
flaw-unknown-option = شرطش گزینه‌ای می‌خواهد که نیست: «{ $about }»
flaw-wrong-comparison = شرطش با نوع پرسش «{ $about }» جور نیست.
flaw-never-asked = هیچ پاسخی به این پرسش نمی‌رسد؛ شرطش را بازبینی کنید.
flaw-too-long = پرسش و گزینه‌هایش در یک پیام جا نمی‌شود؛ کوتاه‌ترش کنید.
flaw-no-name = نظرسنجی نام ندارد؛ در «نام و متن‌ها» بنویسید.
flaw-words-too-long = نام، معرفی یا سپاس بیش از اندازه بلند است.
flaw-closes-too-early = زمان پایان گذشته یا پیش از آغاز است.
flaw-no-earlier-survey = نظرسنجی { $about } پیدا نشد یا بی‌نام است؛ از روی پاسخ‌های آن نمی‌شود دعوت کرد.
form-problem-not-readable = این فایل خوانده نمی‌شود؛ شاید ناقص است یا قالبش به هم ریخته.
form-problem-too-large = این فایل از اندازهٔ مجاز بزرگ‌تر است.
form-problem-unknown-format = این نوع فایل را نمی‌شناسیم؛ متن ساده یا صفحه‌گسترده بفرستید.
form-problem-missing = «{ $about }» در فایل نیست و باید باشد.
form-problem-unknown-field = «{ $about }» را نمی‌شناسیم.
form-problem-wrong-value = مقدار «{ $about }» درست نیست.
form-problem-unsupported = «{ $about }» پشتیبانی نمی‌شود.
form-problem-bad-rule = این شرط را نفهمیدیم: «{ $about }»
form-problem-bad-date = «{ $about }» تاریخ خورشیدی درستی نیست؛ مانند «۱۴۰۵/۹/۱».
form-place-line = جای خطا: سطر { $what }
form-place-row = جای خطا: ردیف { $what }
form-place-question = جای خطا: پرسش { $what }
form-place-name = جای خطا: پرسشی به نام «{ $what }»
form-place-field = جای خطا: بخش «{ $what }»
error-bad-form = این فایل را نتوانستیم نظرسنجی کنیم.
button-surveys = بازگشت به نظرسنجی‌ها
button-survey-new = ➕ نظرسنجی تازه
button-by-dialogue = با گفت‌وگو
button-by-file = با فایل
button-make-survey-named = بانام
button-make-survey-anonymous = بی‌نام
button-survey-cancel = لغو
button-survey-pv = 👁 پیش‌نمایش
button-survey-qs = ❓ پرسش‌ها
button-survey-wd = ✏️ نام و متن‌ها
button-survey-au = 👥 مخاطبان
button-survey-tm = 🕰 زمان
button-survey-pb = 📢 انتشار
button-survey-cp = 📄 رونوشت
button-survey-rm = 🗑 حذف
button-survey-wt = ↩️ پس گرفتن انتشار
button-survey-ln = 🔗 لینک
button-survey-cl = ⏹ بستن
button-survey-ch = ❓ تغییر پرسش‌ها
button-survey-gl = 📢 انتشار نسخهٔ تازه
button-survey-dc = کنار گذاشتن تغییرها
button-survey-results = 📊 نتیجه
button-survey-publish-sure = ✅ بله، منتشر شود
button-go-live = ✅ بله، پرسیده شود
button-close-sure = ✅ بله، بسته شود
button-remove-sure = ✅ بله، حذف شود
button-words-title = نام
button-words-introduction = معرفی
button-words-thanks = سپاس
button-make-named = بانام شود
button-make-anonymous = بی‌نام شود
questions-title = ❓ پرسش‌های «{ $title }»:
questions-none = ❓ «{ $title }» هنوز پرسشی ندارد.
questions-line = { $place }. { $title } · { $kind }{ $mark }
questions-changed = در این میان پرسش‌ها تغییر کرده است؛ از نو نگاه کنید.
question-has-rule = {" "}· شرط‌دار
question-head = پرسش { $place } · { $kind }
question-hint = راهنما: { $hint }
question-range = از { $lowest } تا { $highest }
question-asked-if = پرسیده می‌شود اگر { $rule }.
question-added = پرسش افزوده شد ✅
question-removed = پرسش حذف شد.
question-ask-kind = چه پرسشی؟
question-ask-title = متن پرسش را بنویسید؛ مردم همین را می‌خوانند.
question-ask-note = متن یادداشت را بنویسید؛ مردم آن را می‌خوانند و پاسخی نمی‌دهند.
question-ask-hint = راهنمای کوتاهی بنویسید که زیر پرسش بیاید.
question-ask-options = گزینه‌ها را بنویسید، هر کدام در یک خط (از دو تا سی گزینه).
question-ask-range = کمترین و بیشترین عدد را بنویسید؛ مانند «۱ تا ۱۰».
question-ask-ends = برای دو سر مقیاس، یعنی ۱ و ۵، دو عبارت در دو خط بنویسید؛ مانند «هیچ» و «بسیار».
question-not-understood = این را نفهمیدیم.
question-write-again = دوباره بنویسید.
question-ask-remove = پرسش «{ $title }» حذف شود؟
question-rules-look = شرط این پرسش‌ها به آن برمی‌گردد و باید درست شود: { $places }
rule-ask-question = این پرسش به پاسخ کدام پرسش بستگی دارد؟
rule-ask-answer = «{ $question }»: با کدام پاسخ؟
rule-no-earlier = پیش از این، پرسشی نیست که شرط به آن برگردد.
rule-at-most = پاسخ «{ $question }» بیشتر از { $answer } نباشد
rule-short-answered = هر پاسخی
rule-short-equals = { $answer }
rule-short-contains = { $answer }
rule-short-greater = بیشتر از { $answer }
rule-short-at-most = { $answer } یا کمتر
kind-one = یک گزینه
kind-many = چند گزینه
kind-scale = نمرهٔ ۱ تا ۵
kind-ranking = ترتیب‌دادن
kind-number = عدد
kind-date = تاریخ
kind-text = متن آزاد
kind-district = منطقهٔ شهر
kind-location = نقطهٔ نقشه
kind-photo = عکس
kind-yes-no = بله یا نه
kind-note = یادداشت بی‌پاسخ
button-question-add = ➕ پرسش تازه
button-question-next = ➕ پرسش بعدی
button-question-skip-part = لازم نیست
button-question-up = ⬆️ بالاتر
button-question-down = ⬇️ پایین‌تر
button-question-remove = 🗑 حذف
button-part-title = ✏️ متن
button-part-hint = ✏️ راهنما
button-part-options = ✏️ گزینه‌ها
button-part-range = ✏️ محدوده
button-part-ends = ✏️ دو سر مقیاس
button-flag-required = پاسخ لازم است
button-flag-other = «چیز دیگر» هم باشد
button-flag-shuffled = گزینه‌ها درهم
button-rule-set = ⚙️ فقط اگر…
button-rule-change = ⚙️ شرط دیگر
button-rule-invert = وارونهٔ شرط
button-rule-drop = بی‌شرط
preview-lead = 👁 مردم این را می‌بینند (پاسخ‌ها نگه داشته نمی‌شود):
preview-end = 👁 پایان پیش‌نمایش. مردم در پایان این را می‌بینند:
button-preview-again = از نو
audience-head = 👥 مخاطبان «{ $title }»
audience-ask-groups = کدام گروه‌ها؟ اگر هیچ‌کدام را نزنید، همه.
audience-ask-districts = ساکنان کدام منطقه‌ها؟ اگر هیچ‌کدام را نزنید، همهٔ شهر.
audience-ask-earlier = پاسخ‌دهندگان کدام نظرسنجی؟
audience-no-earlier = نظرسنجی بانامی که پاسخ گرفته باشد نیست. از روی پاسخ نظرسنجی بی‌نام نمی‌شود کسی را برگزید.
audience-ask-question = از پاسخ‌دهندگان «{ $title }» چه کسانی؟
audience-ask-sample = از این جمع چند نفر به‌قرعه دعوت شوند؟ یک عدد بنویسید.
audience-ask-quotas =
    سهم هر منطقه یا گروه را در یک خط بنویسید: نام، دونقطه، بیشترین شمار پاسخ. مانند:
    منطقه ۹: ۱۰۰
    شهروندان: ۲۰۰
audience-quotas-wrong = این سهم‌ها را نفهمیدیم. هر خط یک نام و یک عدد دارد؛ مانند «منطقه ۹: ۱۰۰».
quota-line = سهم { $who }: تا { $limit } پاسخ
times-head = 🕰 زمان «{ $title }»
times-ask-opens = روز آغاز را بنویسید؛ مانند «۱ آذر ساعت ۸»، «۱۴۰۵/۹/۱» یا «فردا».
times-ask-closes = روز پایان را بنویسید؛ مانند «۱۵ آذر» یا «۱۴۰۵/۹/۱۵ ساعت ۲۰». بی ساعت، تا پایان همان روز باز است.
survey-moment-past = این زمان گذشته است؛ زمانی در آینده بنویسید.
button-audience-everybody = همهٔ مردم
button-audience-groups = گروه‌ها
button-audience-districts = منطقه‌ها
button-audience-earlier = پاسخ پیشین
button-audience-sample = نمونهٔ تصادفی
button-audience-quotas = سهمیه
button-audience-link = هر که لینک را دارد
button-audience-done = تمام
button-answered-at-all = همهٔ پاسخ‌دهندگان
button-no-sample = بی‌نمونه، همه
button-no-quotas = بی‌سهمیه
button-opens-now = آغاز: هنگام انتشار
button-opens-on = آغاز: روزی دیگر…
button-closes-after = { $days ->
    [3] پایان: ۳ روز
    [7] یک هفته
    [14] دو هفته
   *[other] { $days } روز
}
button-closes-on = پایان: روزی دیگر…
button-closes-by-hand = پایان: دستی
button-reminder = یادآوری
