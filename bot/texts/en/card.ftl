## The issue card
card-title = 🗂 { $title }
card-code = Code: { $code }
card-place = Place: { $place }
card-counts = { FORM($messages) ->
    [one] 1 message
   *[other] { $messages } messages
} from { FORM($people) ->
    [one] 1 person
   *[other] { $people } people
}
card-counts-messages = { FORM($messages) ->
    [one] 1 message
   *[other] { $messages } messages
}
card-counts-few = { FORM($messages) ->
    [one] 1 message
   *[other] { $messages } messages
} from fewer than { $few } people
card-trend = { $recent } messages in the last thirty days; { $before } in the thirty before
card-supporters = { FORM($people) ->
    [one] 1 person
   *[other] { $people } people
} said "me too"
card-pin = Pinned on the map (within a hundred metres): { $latitude }, { $longitude }
card-state = State: { $state }
card-state-reason = The group says: { $reason }
card-priority = Priority: { $median } of 5 (median of { FORM($votes) ->
    [one] 1 vote
   *[other] { $votes } votes
})
card-priority-none = Priority: nobody has voted yet
card-owner-own = In the hands of: you
card-owner-other = In the hands of: one of the members
card-owner-none = In nobody's hands yet
card-seen = { FORM($count) ->
    [one] 1 member has
   *[other] { $count } members have
} seen this card
card-lies = This issue lies with "{ $groups }" now and is worked on there.
card-mess = Linked to { FORM($count) ->
    [one] 1 other issue
   *[other] { $count } other issues
} (a mess)
card-measures = Measures proposed: { $count }
card-merged = { FORM($count) ->
    [one] 1 similar issue was
   *[other] { $count } similar issues were
} merged into it
card-examples = Examples of messages:
card-example = • "{ $example }"
card-history = History:
card-history-all = History of "{ $title }"
card-history-none = Nothing has been done about this issue yet.
card-event = { $date } · { $what }
card-event-reason = { $date } · { $what }: "{ $reason }"
card-event-state = state became "{ $state }"
card-event-state-citizens = citizens answered, and the state became "{ $state }" again
card-event-taken = a member took it
card-event-released = it was released
card-event-topic = topic corrected to "{ $topic }"
card-event-merged = "{ $title }" was merged into it
card-event-unmerged = "{ $title }" was taken out again
card-event-split = { FORM($count) ->
    [one] 1 message
   *[other] { $count } messages
} were split off into a new issue
card-event-split-from = split off from "{ $title }"
card-event-asked = citizens were asked
card-event-handed = referred to "{ $group }"
card-event-returned = returned to "{ $group }"
card-group-unknown = another group
card-already = This had been done before.
card-seen-noted = Noted that you saw it.
card-vote-ask = How important is "{ $title }" to your group? Each member has one vote and can change it.
card-vote-noted = Your vote: { $priority } of 5
card-vote-lowest = 1 (low)
card-vote-highest = 5 (high)
card-taken = This issue is in your hands.
card-released = Released.
card-reply-here = (Please write it as a reply to this message.)
card-state-ask = What is the new state of "{ $title }"? Now: { $state }
card-agency-ask = Whose task is it? Press one, or write the name.
card-reason-ask = What shall we tell citizens? New state: { $state }. Choose one or write your own.
card-reason-line = { $number }. { $text }
card-reason-write = Write the reason in one or two plain sentences; this is what citizens will read.
card-reason-agency = This is the task of "{ $agency }". { $reason }
card-preview = Citizens will read this:
card-preview-people = It goes to { FORM($people) ->
    [one] 1 person
   *[other] { $people } people
}.
card-preview-few = It goes to fewer than 5 people.
card-preview-nobody = There is nobody to tell; it only stays in the history.
card-state-set = Noted, and citizens will be told.
card-files-none = No attachment is left.
card-files-caption = Attachments of "{ $title }"
card-list = Issues of "{ $group }", open ones first:
card-list-line = { $number }. { $title } · { $state } · { FORM($messages) ->
    [one] 1 message
   *[other] { $messages } messages
}
card-list-none = No issue lies with "{ $group }" now.
card-list-which = The issues of which group?
card-number-unknown = No issue of the list has this number. See the list with /issues.
card-code-which = Several issues share this code. Which one do you mean?
button-card-seen = 👁 Seen
button-card-priority = ⭐ Priority
button-card-state = 🔄 State
button-card-take = 🙋 I take it
button-card-release = 🙌 Release
button-card-topic = 🏷 Correct topic
button-card-ask = ❓ Ask citizens
button-card-merge = 🔗 Merge
button-card-split = ✂️ Split
button-card-up = ⬆️ Refer up
button-card-down = ⬇️ Return
button-card-notes = 📝 Notes
button-card-notes-count = 📝 Notes ({ $count })
button-card-history = 🕘 History
button-card-mess = 🕸 Mess
button-card-measure = 💡 Propose a measure
button-card-files = 📎 Attachments ({ $count })
button-card-answers = 💬 Answers ({ $count })
button-card-write = ✍️ I write it myself
button-card-no-reason = Without words
button-card-send = ✅ Set and tell
button-card-other-reason = Another reason
button-card-cancel = Cancel
button-page-next = Next ▸
button-page-back = ◂ Back
agency-water = the water company
agency-power = the power company
agency-gas = the gas company
agency-telecom = the telephone company
agency-police = the traffic police
agency-health = the university of medical sciences
agency-roads = the road administration
agency-governor = the governor's office
reason-under-study-first = Your messages reached the group, and experts are looking into them.
reason-under-study-second = The place will be visited, and we will tell you here what came of it.
reason-planned-first = It is on the work plan; we will tell you when it begins.
reason-planned-second = Its budget is set aside and it waits its turn.
reason-in-progress-first = Work has begun; thank you for your patience.
reason-done-first = The work is finished. If you still see a problem, write to us.
reason-done-second = The district's people have mended it.
reason-wont-do-first = Experts found that it cannot be done at present.
reason-wont-do-second = This year's budget does not cover it; it will be looked at again next year.
reason-not-ours-first = We sent your messages on to them.
reason-not-ours-second = Please follow it up with them.
reasons-which = The ready reasons of which state?
reasons-of = Ready reasons for "{ $state }":
reasons-write = Write the words: short, plain, as citizens will read them.
button-reason-change = ✏️ Change { $number }
button-reason-remove = 🗑 Remove { $number }
button-reason-add = ➕ New reason
notes-title = The group's notes on "{ $title }" (only members see them):
notes-line = • { $date }: { $text }
notes-none = No note yet.
notes-ask = Write the note; only the members of this group see it.
button-note-new = ➕ New note
questions-ask = What do you ask those who told of "{ $title }"? Write it short and plain.
questions-sent = The question was sent.
button-question-send = ✅ Ask
answers-title = Citizens' answers about "{ $title }":
answers-question = ❓ { $date }: { $text }
answers-none = No answer yet.
answers-write = Please write your answer. The group reads it without names and numbers.
answers-thanks = Thank you! Your answer reached the group.
hand-up-which = To which group is "{ $title }" to be referred?
hand-down-which = To which group is "{ $title }" to be returned?
hand-nowhere-up = There is no higher group for this issue.
hand-nowhere-down = There is no group to which this issue could be returned.
hand-note-ask = What do you write to "{ $group }"? A few words about why are enough.
button-hand-no-note = Refer without a note
hand-done = Done; that group will be told.
hand-arrived = 📥 "{ $group }" referred the issue "{ $title }" to you.
hand-came-back = 📥 "{ $group }" returned the issue "{ $title }" to you.
hand-note = Note: { $note }
button-open-card = 🗂 The issue's card
merge-ask = Which of these is the same as "{ $title }"? It will be merged into it; messages and supporters of both stay.
merge-none = There is no similar issue at this group's desk for "{ $title }".
merge-code = Choose from the list or write the code of the issue.
merge-code-only = If you know a similar issue, write its code.
merge-line = { $number }. { $title } ({ $code })
merge-sure = Make "{ $title }" part of "{ $into }"? It can be undone at any time.
merge-done = Merged.
merge-undone = The merge was undone.
button-merge-sure = ✅ Yes, merge
button-merge-undo = ↩️ Undo "{ $title }"
split-ask = Which messages are about something else than "{ $title }"? Press their numbers. Chosen: { $count }
split-line = { $number }. { $date }: "{ $text }"
split-done = A new issue was made; this is its card.
button-split-sure = ✂️ Split { FORM($count) ->
    [one] 1 message
   *[other] { $count } messages
}
topic-ask = What is the right topic of "{ $title }"?
topic-corrected = Topic corrected; thank you.
button-all-issues = 🗂 All issues
