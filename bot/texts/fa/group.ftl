## Working groups, for admins
button-new-group = کارگروه تازه
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
group-founded = «{ $name }» با شمارهٔ { $number } ساخته شد ✅
group-opened = 🗂 کارگروه { $number }: «{ $name }»
group-dropped = کنار گذاشته شد؛ چیزی تغییر نکرد.
group-described =
    سطح: { $level }
    موضوع‌ها: { $topics }
    منطقه‌ها: { $districts }
    زمان فهرست: { $schedule }
    نخستین فهرست: { $next }
group-how-to-bind = برای اینکه فهرست در یک گفت‌وگوی گروهی هم بیاید، مرا به آن گروه بیفزایید و کارگروه را برگزینید؛ اگر نپرسیدم، همان‌جا این را بفرستید: ‎/bind { $number }
group-line = { $number }. { $name } – { $level } – { $schedule }
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
