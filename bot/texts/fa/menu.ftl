## Menu at the keyboard's place
menu-new = ✍️ پیام تازه
menu-mine = 📋 پیام‌های من
menu-track = 🔎 پیگیری با کد
menu-top = ⭐ مهم‌ترین‌های منطقه
menu-settings = 🔧 تنظیمات
menu-help = ❓ راهنما
menu-digest = 📊 فهرست مسائل
menu-measures = 💡 راهکارها
menu-rules = ⚖️ شیوهٔ تصمیم
menu-manage = ⚙️ مدیریت
