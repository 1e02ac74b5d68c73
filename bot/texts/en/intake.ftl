## What comes in, and with what
emergency-fire = 🚨 If the danger is still there, call the fire brigade now: 125
emergency-medical = 🚨 If somebody is hurt, call an ambulance now: 115
emergency-crime = 🚨 If a life is in danger, call the police now: 110
emergency-hazard = 🚨 If the danger is immediate, call the city's day and night line now: 137
intake-taken-photo = Your picture was kept 📷
intake-taken-voice = Your voice message was kept 🎙
intake-taken-video = Your video was kept 🎬
intake-taken-audio = Your recording was kept 🎧
intake-taken-document = Your file was kept 📎
intake-wants-words = Now write in a few words what happened and where; it will be added to this message.
intake-will-be-heard = Our colleagues will listen and write down its words; you will hear from us then. You may also write a few words yourself.
intake-of-few = Your picture came in the format of iPhones (HEIC). We keep it, without place and time, but not everybody can open it; if you can, send it once more as a photo, not as a file.
intake-too-large = This file is larger than 20 megabytes and was not kept; please send a smaller one if you can.
intake-added = Added to message { $code } ➕
intake-anything-else = Is there anything else?
intake-done = Thank you! Message { $code } is complete.
intake-joined = Both messages are one now, with the same code { $code }.
intake-parted = This message was kept by itself ✅
intake-where = Where is the matter? (Its own place, not yours.)
intake-how-to-place =
    🗺 On the map: press 📎 below, then "Location".
    ✍️ In words: send the name of the street or neighbourhood.
    👇 Or choose the district from these buttons:
intake-which-neighbourhood = Which neighbourhood of { $district }?
intake-place-noted = The place was noted 📍
intake-point-noted = The point on the map was noted 📍
intake-point-kept = We keep this point 📍 Now write what happened there.
button-place = 📍 Its place
button-whole-district = Only the district
button-finished = That is all
button-goes-on = Belongs to the message before
button-apart = Keep it apart
button-next-anonymous = 🕶 Next message without name
button-cancel = Cancel
anonymous-begin =
    🕶 Your next message will be kept without a name.

    We keep no link between it and you: it is not among "My messages", we cannot send you news of it, and it cannot be edited or erased. You can follow it by its code alone. Do not write your name or address in it.
anonymous-taken =
    Kept without a name 🕶
    Tracking code: { $code }
anonymous-keep-code = Keep this code; there is no other way to follow it. Your further messages are kept as usual.
anonymous-album = Only the first picture of this album was kept.
anonymous-cancelled = All right; your next message is kept as usual.
voices-none = No message waits to be heard ✅
voices-not-here = The file of this message has not arrived yet; please look again in a while.
voices-in-private = Messages can be heard only in a private chat with me.
voices-ask =
    🎧 Message { $code } · { $date }
    Waiting: { $count }

    Write what you hear or see, as it was said and nothing else.
voices-words = Words beside it: { $words }
voices-version = Its text now: { $words }
voices-noted = The text of message { $code } was kept and its writer was told ✅
voices-given-up = Put aside; its writer was told.
button-unclear = Cannot be made out
button-next-voice = Next ▶️
heard = The text of message { $code } was written down:
heard-unclear = We could make nothing of message { $code }. Please write it in a few words; whatever you write here is kept.
