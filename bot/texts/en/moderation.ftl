## Moderation
queue-empty = The queue is empty ✅ Nothing waits for you.
queue-title = 🧹 Queue: { FORM($count) ->
    [one] 1 message
   *[other] { $count } messages
}
queue-item = { $reason } · { $date }
queue-topic = Topic: { $topic }
queue-urgent = ⚠️ This message tells of danger; please decide soon.
queue-unread = The text has not been read yet; open it again in a few minutes.
queue-file = 📎 An attachment without words; if you publish it, it waits among the voice messages.
queue-quote = “{ $text }”
queue-writer-new = The writer is anonymous and has no hidden messages.
queue-writer-before = The writer is anonymous and has { FORM($count) ->
    [one] 1 hidden message
   *[other] { $count } hidden messages
}.
queue-writer-none = This message was sent without a name.
queue-writer-banned = The writer is banned.
queue-waits = 🧹 { FORM($count) ->
    [one] 1 message waits
   *[other] { $count } messages wait
} in the queue. Open it with the button or /queue.
queue-ask-ground-published = Why is it published?
queue-ask-ground-edited = What do you change in the text?
queue-ask-ground-hidden = Why does it stay hidden? The writer reads this reason.
queue-ask-text = Write the new text; it is published, and the original is kept apart. The text as it is:
queue-done-published = Message { $code } is published ✅
queue-done-edited = Message { $code } is published in its new words ✅
queue-done-hidden = Message { $code } is hidden.
queue-known = Message { $code } had been decided before.
queue-ban-sure = From now on whatever the writer of message { $code } sends gets a code, but is not seen, and they are not told. Ban the writer?
queue-banned = The writer of message { $code } is banned. This message left the queue too.
withhold-offensive = 🤬 Offensive words
withhold-flood = 🌊 Many messages
withhold-repeated = 🔁 The same text again
withhold-advert = 📣 Advert or invitation to a channel
withhold-personal = 🪪 Perhaps personal data
withhold-banned = 🚫 From a writer who was banned
ground-harmless = There is nothing wrong with it
ground-real = Harsh, but the issue is real
ground-cleaned = I take an offensive word out
ground-private = It holds somebody's personal data
ground-insult = Somebody is insulted
ground-advert = It is an advert
ground-repeated = The same text came before
ground-empty = It raises no issue
button-publish = ✅ Publish
button-edit-text = ✏️ Edit and publish
button-hide = 🙈 Keep hidden
button-ban = 🚫 Ban the writer
button-ban-sure = Yes, ban
button-next = Next ▸
button-queue = 🧹 Queue
button-bans = 🚫 Banned
button-unban = Free { $number }
bans-title = Banned people, newest first. We know nobody's identity; the numbers only tell them apart.
bans-none = Nobody is banned.
ban-line = { $number } · since { $since } · { FORM($count) ->
    [one] 1 message
   *[other] { $count } messages
} withheld
unbanned = Freed; the messages came into the queue.
decided-published = Message { $code } was looked at and goes to the working group of its topic ✅
decided-edited = Message { $code } was published after a short edit and goes to the working group of its topic ✅ Why: { $reason }
decided-hidden = Thank you; we read message { $code }, but could not publish it. Why: { $reason } If something in the city is wrong, write it in other words; we are glad to hear it.
told-cleaned = an offensive word was taken out.
told-private = it held somebody's personal data.
told-insult = somebody was insulted in it.
told-advert = it was an advert.
told-repeated = the same text came before.
told-empty = we saw no issue of the city in it.
told-harmless = there was nothing wrong with it.
told-real = it raises a real issue.
