## Messes: issues that feed one another
aside = در گفت‌وگوی خصوصی با شما ادامه می‌دهم.
mess-title = 🕸 آشفتگیِ «{ $title }»
mess-none = هنوز با مسئلهٔ دیگری پیوند ندارد. اگر مسئله‌ای آن را می‌سازد یا از آن برمی‌آید، پیوندشان بزنید.
mess-size = این آشفتگی روی‌هم { $count } مسئله دارد.
mess-line-co = باعث «{ $other }» می‌شود.
mess-line-ci = «{ $other }» باعث آن می‌شود.
mess-line-wo = «{ $other }» را تشدید می‌کند.
mess-line-wi = «{ $other }» آن را تشدید می‌کند.
mess-line-s = با «{ $other }» ریشهٔ مشترک دارد.
mess-alone = این مسئله هنوز با مسئلهٔ دیگری پیوند ندارد.
mess-caption = آشفتگیِ «{ $title }»: { $count } مسئلهٔ به‌هم‌پیوسته
mess-choose = «{ $title }» با کدام مسئله پیوند دارد؟
mess-code = از فهرست برگزینید یا کد مسئله را بنویسید، حتی اگر نزد کارگروه دیگری است.
mess-proposed = پیشنهاد سامانه:
mess-others = مسائل کارگروه:
mess-choice = { $number }. { $title }
mess-why-people = ↳ همان کسان هر دو را گفته‌اند
mess-why-place = ↳ در همان جا و همان روزها
mess-why-both = ↳ همان کسان گفته‌اند، در همان جا و همان روزها
mess-no-others = اینجا مسئلهٔ دیگری برای پیوند نیست.
mess-ask-kind =
    این: «{ $this }»
    آن: «{ $other }»

    چه پیوندی دارند؟
link-co = این، باعث آن می‌شود
link-ci = آن، باعث این می‌شود
link-wo = این، آن را تشدید می‌کند
link-wi = آن، این را تشدید می‌کند
link-s = ریشهٔ مشترک دارند
mess-linked = پیوند خورد ✅
mess-unlinked = پیوند برداشته شد.
mess-ask-unlink = کدام پیوند برداشته شود؟
button-new-link = ➕ پیوند تازه
button-mess-picture = 🖼 تصویر آشفتگی
button-unlink = برداشتن پیوند
button-previous-page = ▸ پیشین
button-next-page = بعدی ◂
button-back-to-card = بازگشت به کارت مسئله
