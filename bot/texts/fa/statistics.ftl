## Statistics
stats-title = 📈 آمار از { $since } تا { $until }
stats-total = { $messages } پیام از { $people }
stats-week = هفتهٔ جاری: { $now } پیام؛ هفتهٔ پیش: { $before }
stats-axes = محورها: { $axes }
stats-districts = منطقه‌ها: { $districts }
stats-stakeholders = گروه‌های ذی‌نفع: { $groups }
stats-states = مسئله‌ها: { $states }
stats-responses = نخستین پاسخ: میانه { $days } روز؛ { $answered } مسئله پاسخ گرفته و { $unanswered } مسئله هنوز نه.
stats-responses-soon = نخستین پاسخ: میانه کمتر از یک روز؛ { $answered } مسئله پاسخ گرفته و { $unanswered } مسئله هنوز نه.
stats-no-responses = هنوز به هیچ مسئله‌ای پاسخی داده نشده است؛ { $unanswered } مسئله منتظر است.
stats-cell = { $name }: { $count }
stats-cell-hidden = { $name } (پوشیده)
stats-hidden = شمار افراد در بخش‌های کوچک (کمتر از پنج نفر) و هرچه آن را لو بدهد پوشیده است.
stats-unknown = نامشخص
stats-outside = بیرون از محورها
stats-caption = آمار به تصویر
