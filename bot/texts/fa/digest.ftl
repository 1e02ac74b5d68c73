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
digest-item-figures = { $messages } پیام از { $people } نفر – { $trend }
digest-item-figures-messages = { $messages } پیام – { $trend }
digest-item-figures-few = { $messages } پیام از کمتر از { $few } نفر – { $trend }
digest-item-districts = { $districts } – از { $since }
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
