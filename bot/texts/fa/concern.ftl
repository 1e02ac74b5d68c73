## Concern
concern-taken = پیام شما ثبت شد ✅
concern-code = کد پیگیری: { $code }
concern-topic = موضوع: { $topic }
concern-topic-axis = موضوع: { $topic } (محور «{ $axis }»)
concern-topic-unsure = موضوع پیام را با اطمینان نفهمیدیم؛ اگر خودتان انتخاب کنید، زودتر به کارگروهش می‌رسد.
concern-other-agency = به نظر می‌رسد این موضوع بر عهدهٔ دستگاه دیگری است. پیام شما را نگه می‌داریم و دبیرخانه آن را می‌بیند.
concern-nothing = موضوع مشخصی در پیام ندیدیم؛ اگر مسئله‌ای هست، با چند کلمهٔ بیشتر بنویسید.
concern-place = جا: { $place }
concern-first =
    نام و شماره‌تان پرسیده نمی‌شود. این پیام با پیام‌های همانند کنار هم می‌آید و به کارگروه همان موضوع می‌رسد.
concern-confirmed = سپاس! موضوع تأیید شد.
concern-topic-chosen = موضوع پیام به «{ $topic }» تغییر کرد. سپاس که کمک کردید.
concern-choose-topic = موضوع پیام { $code } کدام است؟
concern-choose-axis = موضوع در کدام بخش است؟
concern-edited = ویرایش شما ثبت شد ✏️
concern-delete-sure = پیام { $code } برای همیشه پاک شود؟
concern-deleted = متن پیام { $code } پاک شد.
concern-file-only = این را نمی‌توانیم نگه داریم. مسئله را در چند کلمه بنویسید، یا عکس، صدا و پرونده بفرستید.
button-correct = درست است
button-other-topic = موضوع دیگری است
button-choose-topic = انتخاب موضوع
button-all-topics = همهٔ موضوع‌ها
button-delete = حذف
button-delete-sure = بله، پاک شود
button-keep = نه، بماند
button-back = بازگشت
button-introduce = معرفی من (اختیاری)
