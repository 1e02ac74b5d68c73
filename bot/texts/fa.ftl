### Every sentence that a person reads, in Persian: educated, friendly, short.

## Menu at the keyboard's place
menu-new = ✍️ پیام تازه
menu-mine = 📋 پیام‌های من
menu-track = 🔎 پیگیری با کد
menu-help = ❓ راهنما
menu-digest = 📊 فهرست مسائل
menu-manage = ⚙️ مدیریت

## Greeting
welcome =
    سلام! اینجا هم‌اندیش است؛ برنامهٔ شهر { $city } را با هم می‌نویسیم.

    ۱. هر مسئله یا پیشنهادی دارید، همین‌جا با زبان خودتان بنویسید؛ همان لحظه ثبت می‌شود و کد پیگیری می‌گیرید.
    ۲. پیام‌های هم‌موضوع کنار هم گذاشته می‌شود و به دست کارگروه همان موضوع می‌رسد.
    ۳. نام و شمارهٔ شما را نمی‌پرسیم و به کسی نشان نمی‌دهیم؛ هر پیام را هر وقت بخواهید پاک می‌کنید.
ask-stakeholder-group = اگر دوست دارید، بگویید از کدام گروه با ما حرف می‌زنید. (اختیاری است.)
ask-district = و ساکن کدام منطقه‌اید؟ (این هم اختیاری است.)
profile-done = سپاسگزاریم. حالا هرچه دربارهٔ شهر در دل دارید بنویسید.
profile-noted = ثبت شد ✅
button-skip = نمی‌گویم
stakeholder-citizens = شهروند
stakeholder-associations = نهاد مردمی یا تشکل
stakeholder-agencies = دستگاه اجرایی
stakeholder-elites = نخبه یا کارشناس شهری
stakeholder-staff = کارمند شهرداری
help =
    هر پیامی اینجا بنویسید ثبت می‌شود و کد پیگیری می‌گیرد؛ نیازی به فرم و عضویت نیست.

    📋 «پیام‌های من» نشان می‌دهد هر پیام به کجا رسیده است.
    🔎 با کد پیگیری می‌توانید وضع هر پیام را بپرسید.
    ✏️ تا یک ساعت پس از فرستادن، پیامتان را ویرایش کنید؛ نسخهٔ تازه ثبت می‌شود.
    🗑 دکمهٔ «حذف» زیر هر پیام، متن آن را برای همیشه پاک می‌کند.

    در خطر فوری با ۱۲۵ (آتش‌نشانی)، ۱۱۵ (اورژانس) یا ۱۱۰ (پلیس) تماس بگیرید.
invite-to-write = بفرمایید؛ مسئله یا پیشنهادتان را در یک یا چند جمله بنویسید. اگر جای مشخصی دارد، نام خیابان یا محله را هم بیاورید.

## Concern
concern-taken = پیام شما ثبت شد ✅
concern-code = کد پیگیری: { $code }
concern-topic = موضوع: { $topic }
concern-topic-axis = موضوع: { $topic } (محور «{ $axis }»)
concern-topic-unsure = موضوع پیام را با اطمینان نفهمیدیم؛ اگر خودتان انتخاب کنید، زودتر به کارگروهش می‌رسد.
concern-other-agency = به نظر می‌رسد این موضوع بر عهدهٔ دستگاه دیگری است. پیام شما را نگه می‌داریم و دبیرخانه آن را می‌بیند.
concern-nothing = موضوع مشخصی در پیام ندیدیم؛ اگر مسئله‌ای هست، با چند کلمهٔ بیشتر بنویسید.
concern-place = جا: { $place }
concern-urgent = ⚠️ اگر خطر فوری است، همین حالا با ۱۲۵، ۱۱۵ یا ۱۱۰ تماس بگیرید.
concern-first =
    نام و شماره‌تان پرسیده نمی‌شود. این پیام با پیام‌های همانند کنار هم می‌آید و به کارگروه همان موضوع می‌رسد.
concern-confirmed = سپاس! موضوع تأیید شد.
concern-topic-chosen = موضوع پیام به «{ $topic }» تغییر کرد. سپاس که کمک کردید.
concern-choose-topic = موضوع پیام { $code } کدام است؟
concern-choose-axis = موضوع در کدام بخش است؟
concern-edited = ویرایش شما ثبت شد ✏️
concern-delete-sure = پیام { $code } برای همیشه پاک شود؟
concern-deleted = متن پیام { $code } پاک شد.
concern-file-only = این پیام نوشته‌ای همراه نداشت. مسئله را در چند کلمه بنویسید تا ثبت شود.
button-correct = درست است
button-other-topic = موضوع دیگری است
button-choose-topic = انتخاب موضوع
button-all-topics = همهٔ موضوع‌ها
button-delete = حذف
button-delete-sure = بله، پاک شود
button-keep = نه، بماند
button-back = بازگشت
button-introduce = معرفی من (اختیاری)

## Following
mine-none = هنوز پیامی ثبت نکرده‌اید. همین حالا بنویسید.
mine-title = پیام‌های شما، از تازه به کهنه:
mine-line = { $code } · { $date } · { $topic }
standing-received = دریافت شد و در نوبت بررسی است.
standing-alone = ثبت شد و هنوز پیام همانندی نرسیده است.
standing-unplaced = ثبت شد؛ مسئلهٔ مشخصی از آن برداشت نشد.
standing-issue = بخشی از مسئلهٔ «{ $title }» است؛ تاکنون { $messages } پیام.
standing-reported = در { $date } به «{ $group }» گزارش شد.
standing-state = وضع مسئله: { $state }
track-ask = کد پیگیری هشت‌حرفی را بنویسید؛ مانند { $example }
track-title = پیام { $code } · { $date }
topic-unknown = موضوع نامشخص
issue-state-new = تازه
issue-state-under-study = در دست بررسی
issue-state-planned = در برنامه
issue-state-in-progress = در حال اجرا
issue-state-done = انجام شد
issue-state-wont-do = انجام نمی‌شود
issue-state-not-ours = بر عهدهٔ دستگاه دیگر

## Working groups, for admins
manage-title = مدیریت هم‌اندیش { $city }
button-new-group = کارگروه تازه
button-groups = کارگروه‌ها
group-ask-name = نام کارگروه را بنویسید؛ مانند «کارگروه حمل‌ونقل و ترافیک».
group-ask-level = این کارگروه در کدام سطح است؟
group-ask-topics = چه موضوع‌هایی به این کارگروه می‌رسد؟ روی هر محور بزنید و در پایان «ادامه» را.
group-ask-topics-of-axis = کدام موضوع‌های محور «{ $axis }»؟
group-ask-districts = کدام منطقه‌ها؟ شماره‌ها را با فاصله یا ویرگول بنویسید (مانند «۹، ۱۰، ثامن») یا «همه» را بزنید.
group-ask-schedule = فهرست مسائل کی فرستاده شود؟ یکی را بزنید یا بنویسید؛ مانند «هر سه‌شنبه ساعت ۹».
level-headquarters = ستادی
level-organisation = سازمانی
level-district = منطقه‌ای
button-open-axis = ریزموضوع‌ها ◂
button-continue = ادامه
button-all = همه
button-all-axes = همهٔ موضوع‌ها
button-the-rest = دبیرخانه: هرچه کارگروه دیگری ندارد
schedule-weekly = هر { $day } ساعت { $time }
schedule-monthly = اول هر ماه ساعت { $time }
schedule-quarterly = پایان هر فصل ساعت { $time }
group-founded =
    «{ $name }» با شمارهٔ { $number } ساخته شد ✅
    سطح: { $level }
    موضوع‌ها: { $topics }
    منطقه‌ها: { $districts }
    زمان فهرست: { $schedule }
    نخستین فهرست: { $next }
group-how-to-bind = برای رسیدن فهرست به گروه تلگرامی، مرا به آن گروه بیفزایید و آنجا بنویسید: ‎/bind { $number }
group-line = { $number }. { $name } · { $level } · { $schedule }
group-bound = گفت‌وگوی گروهی متصل است
group-unbound = هنوز به گروهی متصل نیست
groups-none = هنوز کارگروهی ساخته نشده است.
groups-title = کارگروه‌ها:
group-bound-here = این گفت‌وگو به «{ $name }» متصل شد ✅ فهرست مسائل { $schedule } همین‌جا می‌آید. هر زمان با ‎/digest ببینید.
bind-in-group = «‎/bind» را در همان گروهی بنویسید که باید به کارگروه متصل شود.
bind-which = این گفت‌وگو به کدام کارگروه متصل شود؟
button-invite = لینک دعوت عضو
button-reschedule = تغییر زمان
button-show-digest = فهرست امروز
invite-made =
    لینک دعوت «{ $name }»، برای یک نفر و تا { $until }:
    { $link }
invite-accepted = خوش آمدید! شما عضو «{ $name }» شدید. فهرست مسائل { $schedule } برایتان می‌آید؛ هر زمان هم با دکمهٔ «فهرست مسائل» ببینید.
group-rescheduled = زمان فهرست «{ $name }» شد: { $schedule }
all-topics = همه
all-districts = همهٔ شهر
the-rest = هرچه کارگروه دیگری ندارد
audit-title = واپسین کارها:
audit-line = { $at } · { $act } · { $subject } · { $verdict }
audit-allowed = انجام شد
audit-refused = رد شد

## Digest
digest-title = 📊 فهرست مسائل «{ $group }»
digest-period = از { $start } تا { $end }
digest-counts = { $messages } پیام از { $people } نفر
digest-counts-messages = { $messages } پیام
digest-counts-few = { $messages } پیام از کمتر از { $few } نفر
digest-stakeholders = گروه‌های ذی‌نفع: { $groups }
digest-districts = منطقه‌ها: { $districts }
digest-cell = { $name } ({ $people } نفر)
digest-cell-hidden = { $name }
digest-unplaced = { $count } پیام موضوع روشنی نداشت.
digest-item = { $rank }. { $title }
digest-item-figures = { $messages } پیام از { $people } نفر · { $trend }
digest-item-figures-messages = { $messages } پیام · { $trend }
digest-item-figures-few = { $messages } پیام از کمتر از { $few } نفر · { $trend }
digest-item-districts = { $districts } · از { $since }
digest-item-since = از { $since }
digest-item-urgent = ⚠️ هشدار خطر در { $count } پیام
digest-item-example = «{ $example }»
digest-more = و { $count } مسئلهٔ دیگر در پروندهٔ پیوست.
digest-empty = «{ $group }»: از { $start } تا { $end } پیام تازه‌ای نرسید.
digest-chart-caption = مسائل نخست «{ $group }»
digest-table-caption = همهٔ مسائل «{ $group }» با شمار و نمونه
digest-which = فهرست کدام کارگروه؟
digest-none = شما عضو کارگروهی نیستید؛ پیام‌های خودتان را با «پیام‌های من» ببینید.
trend-new = تازه
trend-up = رو به افزایش (پیش‌تر { $before })
trend-down = رو به کاهش (پیش‌تر { $before })
trend-same = مانند دورهٔ پیش
button-why = چرا این ترتیب؟
why-formula =
    امتیاز هر مسئله = افراد × روند × خطر × گستره
    • افراد: شمار کسانی که در این دوره گفته‌اند؛ ده پیام از یک نفر، یکی شمرده می‌شود.
    • روند: جذر نسبت پیام‌های این دوره به دورهٔ پیش، میان ۰٫۵ و ۲؛ آنچه رو به افزایش است بالاتر می‌آید.
    • خطر: اگر دست‌کم یک پیام از خطر جانی بگوید، سه برابر.
    • گستره: برای هر منطقهٔ دیگر یک‌چهارم بیشتر، تا دو برابر.
why-item = { $rank }. { $title } — امتیاز { $score }

## Refusals and failures
error-not-allowed = این کار در اختیار شما نیست. اگر فکر می‌کنید اشتباهی شده، با مدیر سامانه در میان بگذارید.
error-not-found = چیزی با این نشانی پیدا نشد؛ شاید پیش‌تر پاک شده باشد.
error-unknown-code = پیامی با این کد نیافتیم. کد را یک بار دیگر نگاه کنید.
error-bad-tracking-code = این کد درست نیست؛ کد پیگیری هشت حرف و رقم دارد، مانند { $example }
error-too-late-to-edit = از فرستادن این پیام بیش از یک ساعت گذشته و دیگر ویرایش نمی‌شود. سخن تازه‌تان را در پیامی تازه بنویسید.
error-invite-invalid = این دعوت‌نامه دیگر معتبر نیست؛ از مدیر یک دعوت‌نامهٔ تازه بخواهید.
error-bad-input = این پاسخ را نفهمیدیم؛ لطفاً دوباره بنویسید یا یکی از دکمه‌ها را بزنید.
error-bad-schedule = این زمان را نفهمیدیم. بنویسید «هر شنبه ساعت ۸»، «اول هر ماه ساعت ۹» یا «پایان هر فصل ساعت ۱۰».
error-refused = این کار انجام نشد.
error-failed = پیام شما نزد ما محفوظ است، ولی رسیدگی به آن با خطا روبه‌رو شد. همکاران ما خبر دارند. شمارهٔ خطا: { $error }
error-button-old = این دکمه دیگر کار نمی‌کند.
