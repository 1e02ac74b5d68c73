## Menu at the keyboard's place
menu-new = ✍️ New message
menu-mine = 📋 My messages
menu-track = 🔎 Track by code
menu-help = ❓ Help
menu-digest = 📊 Issue list
menu-manage = ⚙️ Manage
