## Surveys, as those see them who are asked
question-progress = پرسش { $step } از { $of }
question-option = { $place }. { $title }
question-rank = { $rank }◂ { $title }
question-scale-ends = ۱: { $low } … ۵: { $high }
question-answered = پاسخ شما: { $answer }
question-yes = بله
question-no = نه
question-other = چیز دیگر…
question-done = تمام
question-undo = برداشتن آخری
question-read-on = ادامه
question-back = قبلی
question-forward = بعدی
question-skip = رد کردن
question-stop = بعداً ادامه می‌دهم
how-one = یکی را بزنید یا شماره‌اش را بنویسید.
how-many = هر چند تا که درست است بزنید و در پایان «تمام» را.
how-scale = از ۱ تا ۵ چه نمره‌ای می‌دهید؟
how-ranking = به ترتیب بزنید: نخست آنکه برایتان مهم‌تر است.
how-number = یک عدد بنویسید.
how-number-between = عددی از { $lowest } تا { $highest } بنویسید.
how-number-from = عددی بنویسید، از { $lowest } به بالا.
how-number-to = عددی بنویسید، تا { $highest }.
how-date = تاریخ را بنویسید؛ مانند «۱۴۰۵/۹/۱»، «۱ آذر» یا «دیروز».
how-text = پاسخ را در یک پیام بنویسید.
how-district = منطقه را بزنید یا بنویسید.
how-location = با 📎 نقطه را روی نقشه بفرستید.
how-photo = یک عکس بفرستید.
how-yes-no = بله یا نه؟
how-note = «ادامه» را بزنید.
answer-skipped = (رد شد)
answer-between = ،{" "}
answer-other = چیز دیگر: { $words }
answer-photo = (عکس)
answer-location = (نقطه‌ای روی نقشه)
answer-location-in = (نقطه‌ای در { $district })
wrong-option = این پاسخ میان گزینه‌ها نیست. یکی از گزینه‌ها را بزنید یا شماره‌اش را، از ۱ تا { $count }، بنویسید.
wrong-options = این پاسخ را میان گزینه‌ها نیافتیم. گزینه‌ها را بزنید یا شماره‌هایشان را با ویرگول بنویسید؛ مانند «۱، ۳».
wrong-scale = این پرسش نمره می‌خواهد: یکی از عددهای ۱، ۲، ۳، ۴ یا ۵.
wrong-ranking = همهٔ { $count } گزینه را به ترتیب بزنید، یا شماره‌هایشان را به ترتیب بنویسید؛ مانند «۲، ۱، ۳».
wrong-number = این پرسش عدد می‌خواهد؛ مانند «۳» یا «۲٫۵».
wrong-too-small = این عدد کم است؛ پاسخ باید { $lowest } یا بیشتر باشد.
wrong-too-large = این عدد زیاد است؛ پاسخ باید { $highest } یا کمتر باشد.
wrong-date = این پرسش تاریخ می‌خواهد؛ مانند «۱۴۰۵/۹/۱»، «۱ آذر» یا «دیروز».
wrong-no-such-day = چنین روزی در تقویم نیست. تاریخ را یک بار دیگر بنویسید؛ مانند «۱۴۰۵/۹/۱».
wrong-not-jalali = تاریخ را به سال خورشیدی بنویسید؛ مانند «۱۴۰۵/۹/۱».
wrong-too-long = این پاسخ بلند است؛ در { $most } نویسه یا کمتر بنویسید.
wrong-district = این منطقه را نشناختیم. یکی از دکمه‌ها را بزنید یا شماره‌اش را بنویسید؛ مانند «منطقهٔ ۹».
wrong-location = این پرسش نقطه‌ای روی نقشه می‌خواهد: 📎 و سپس «موقعیت» را بزنید.
wrong-photo = این پرسش عکس می‌خواهد؛ یک عکس بفرستید.
wrong-yes-no = این پرسش «بله» یا «نه» می‌خواهد.
wrong-note = برای رفتن به پرسش بعدی «ادامه» را بزنید.
wrong-required = پاسخ این پرسش لازم است و از آن نمی‌شود گذشت.
wrong-file = این پرسش { $wanted ->
    [words] نوشته می‌خواهد، نه پرونده.
   *[button] با دکمه‌ها یا نوشته پاسخ داده می‌شود، نه با پرونده.
}
asking-other = پاسخ خودتان را بنویسید و بفرستید.
asking-none-ticked = هنوز گزینه‌ای را نزده‌اید.
asking-past = این پرسش گذشته است.
asking-stopped = پاسخ‌هایتان تا اینجا نگه داشته شد. هر زمان خواستید از همین پرسش ادامه دهید: ‎/mysurveys
asking-go-on = ادامهٔ نظرسنجی
asking-again-here = پرسش بعدی پایین‌تر آمد.
asking-closed = زمان نظرسنجی «{ $title }» به پایان رسیده است و پاسخی پذیرفته نمی‌شود.
asking-which = پیام تازه است یا پاسخ پرسش؟ آن را با کد { $code } ثبت کردیم تا گم نشود.
asking-was-new = پیام تازه است
asking-was-answer = پاسخ پرسش است
asking-kept-as-new = پیام شما با کد { $code } ثبت است. نظرسنجی هم ادامه دارد:
asking-used = به‌جای پیام تازه، پاسخ پرسش شمرده شد.
survey-invitation =
    📋 نظرسنجی «{ $title }»
    { $introduction }
survey-length = { $count ->
    [one] یک پرسش
   *[other] { $count } پرسش
}، حدود { $minutes } دقیقه
survey-length-most = حداکثر { $count } پرسش، حدود { $minutes } دقیقه
survey-is-anonymous = بی‌نام است: پاسخ‌ها جدا از شما نگه داشته می‌شود و کسی نمی‌داند کدام پاسخ از شماست؛ فقط ثبت می‌شود که پاسخ داده‌اید.
survey-is-named = پاسخ‌ها همراه منطقه و گروهی که از خود گفته‌اید شمرده می‌شود؛ نام و شماره‌تان پرسیده نمی‌شود.
survey-open-until = تا { $date } باز است.
survey-start = شروع
survey-reminder = یادآوری: نظرسنجی «{ $title }» تا { $date } باز است. { $begun ->
    [yes] پاسخ‌هایتان تا اینجا نگه داشته شده؛ چند پرسش مانده است.
   *[no] نظر شما هنوز نرسیده است.
}
survey-thanks = سپاس! پاسخ‌های شما ثبت شد ✅
survey-over-quota = سپاس! پاسخ‌های شما ثبت شد. سهم گروه یا منطقهٔ شما هم‌زمان پر شد؛ برای همین پاسخ شما جداگانه شمرده می‌شود.
survey-offer-concern = اگر می‌خواهید نوشته‌تان پیگیری هم بشود، آن را پیام کنید:
survey-make-concern = متن پاسخم را پیام کن
survey-make-concern-of = پیام کن: «{ $words }»
survey-became-concern = نوشتهٔ شما پیام هم شد. کد پیگیری: { $code }
survey-became-concern-unnamed = نوشتهٔ شما بی‌نام پیام شد و به پاسخ‌هایتان بند نیست. این کد را نگه دارید؛ تنها راه پیگیری است: { $code }
survey-text-gone = این نوشته دیگر در دست ما نیست؛ اگر پیگیری می‌خواهید، آن را در پیامی تازه بنویسید.
surveys-mine = نظرسنجی‌هایی که می‌توانید پاسخ دهید:
surveys-mine-none = اکنون نظرسنجی بازی برای شما نیست.
surveys-mine-begun = ادامه: { $title }
surveys-mine-new = شروع: { $title }
error-survey-closed = زمان این نظرسنجی به پایان رسیده است. سپاس از همراهی شما.
error-survey-not-open = این نظرسنجی هنوز آغاز نشده است.
error-survey-not-for-you = این نظرسنجی برای گروه دیگری است و پاسخ شما را نمی‌گیرد.
error-survey-answered = به این نظرسنجی پیش‌تر پاسخ داده‌اید. سپاس!
error-survey-full = سهم گروه یا منطقهٔ شما در این نظرسنجی پر شده است. سپاس که آمدید!
