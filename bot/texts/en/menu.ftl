## Menu at the keyboard's place
menu-new = ✍️ New message
menu-mine = 📋 My messages
menu-track = 🔎 Track by code
menu-top = ⭐ Foremost in my district
menu-settings = 🔧 Settings
menu-help = ❓ Help
menu-digest = 📊 Issue list
menu-measures = 💡 Measures
menu-rules = ⚖️ How we decide
menu-manage = ⚙️ Manage
