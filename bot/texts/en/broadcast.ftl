## Broadcasts
broadcast-ask-audience = 📣 Message to many. For whom?
broadcast-ask-stakeholders = Which stakeholder group?
broadcast-ask-district = The people of which district?
broadcast-ask-role = The holders of which role?
broadcast-ask-group = The members of which working group?
broadcast-no-groups = There is no working group yet.
broadcast-ask-text = Write the text (up to { $most } letters). Before it is sent you see it as people will.
broadcast-preview = 👇 People will see this:
broadcast-confirm = To: { $audience } · { $people }. Answers and lists go before it, and nobody gets it between 22 and 8 o'clock. Send it?
broadcast-nobody = To: { $audience }. Nobody in it can be reached; choose another audience.
broadcast-discarded = The message was not sent.
broadcast-progress = 📣 { $audience } · { $state }
broadcast-counts = { $sent } of { $total } people
broadcast-failed = It did not reach { FORM($count) ->
    [one] 1 person
   *[other] { $count } people
}.
broadcast-few = fewer than five people
broadcast-people = { FORM($count) ->
    [one] 1 person
   *[other] { $count } people
}
broadcast-quote = “{ $text }”
broadcast-state-feeding = being sent…
broadcast-state-sending = being sent…
broadcast-state-done = sent ✅
broadcast-state-stopped = stopped ⏹
broadcast-quiet = These are quiet hours; it is sent from 8 in the morning.
audience-everybody = Everybody
audience-stakeholders = Stakeholder groups
audience-district = The people of a district
audience-role = The holders of a role
audience-group = The members of a working group
audience-people = Chosen people
button-send = ✅ Send
button-discard = No, do not send
button-stop = ⏹ Stop
button-refresh = 🔄 Refresh
