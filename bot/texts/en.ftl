### Every sentence that a person reads, in English.

## Menu at the keyboard's place
menu-new = ✍️ New message
menu-mine = 📋 My messages
menu-track = 🔎 Track by code
menu-help = ❓ Help
menu-digest = 📊 Issue list
menu-manage = ⚙️ Manage

## Greeting
welcome =
    Hello! This is hamandish: we draw up the plan of { $city } together.

    1. Whatever concern or idea you have, write it here in your own words; it is kept at once and you get a tracking code.
    2. Messages about the same matter are put together and reach the working group of that subject.
    3. We do not ask for your name or number and show them to nobody; you can delete each message whenever you like.
ask-stakeholder-group = If you like, tell us for which group you speak. (Optional.)
ask-district = And in which district do you live? (Optional, too.)
profile-done = Thank you. Now write what you have in mind about the city.
profile-noted = Noted ✅
button-skip = Skip
stakeholder-citizens = Citizen
stakeholder-associations = Association or popular body
stakeholder-agencies = Executive agency
stakeholder-elites = Urban expert
stakeholder-staff = Municipal staff
help =
    Every message you write here is kept and gets a tracking code; no form and no account is needed.

    📋 "My messages" shows where each one stands.
    🔎 With a tracking code you can ask about any message.
    ✏️ For an hour you can edit a message; the new version counts.
    🗑 "Delete" under a message erases its text for good.

    In immediate danger call 125 (fire), 115 (ambulance) or 110 (police).
invite-to-write = Please write your concern or idea in a sentence or two. If it has a place, name the street or neighbourhood.

## Concern
concern-taken = Your message was kept ✅
concern-code = Tracking code: { $code }
concern-topic = Topic: { $topic }
concern-topic-axis = Topic: { $topic } (axis "{ $axis }")
concern-topic-unsure = We are not sure of the topic; if you choose it, the message reaches its working group sooner.
concern-other-agency = This seems to be another agency's matter. We keep your message and the secretariat will see it.
concern-nothing = We saw no matter in this message; if there is one, write a few more words.
concern-place = Place: { $place }
concern-urgent = ⚠️ In immediate danger call 125, 115 or 110 now.
concern-first =
    We do not ask for your name or number. This message is put together with similar ones and reaches the working group of its subject.
concern-confirmed = Thank you! The topic is confirmed.
concern-topic-chosen = The topic is now "{ $topic }". Thank you for helping.
concern-choose-topic = What is message { $code } about?
concern-choose-axis = In which part is the topic?
concern-edited = Your edit was kept ✏️
concern-delete-sure = Erase message { $code } for good?
concern-deleted = The text of message { $code } was erased.
concern-file-only = There were no words with this. Please write the matter in a few words so that it can be kept.
button-correct = That is right
button-other-topic = Another topic
button-choose-topic = Choose the topic
button-all-topics = All topics
button-delete = Delete
button-delete-sure = Yes, erase it
button-keep = No, keep it
button-back = Back
button-introduce = About me (optional)

## Following
mine-none = You have written nothing yet. You can do so right now.
mine-title = Your messages, newest first:
mine-line = { $code } · { $date } · { $topic }
standing-received = Received and waiting its turn.
standing-alone = Kept; no similar message has come yet.
standing-unplaced = Kept; no concrete matter was seen in it.
standing-issue = Part of the issue "{ $title }"; { $messages } messages so far.
standing-reported = Reported to "{ $group }" on { $date }.
standing-state = State of the issue: { $state }
track-ask = Please write the tracking code of eight characters, such as { $example }
track-title = Message { $code } · { $date }
topic-unknown = Topic unknown
issue-state-new = New
issue-state-under-study = Under study
issue-state-planned = Planned
issue-state-in-progress = In progress
issue-state-done = Done
issue-state-wont-do = Will not be done
issue-state-not-ours = Another agency's

## Working groups, for admins
manage-title = Managing hamandish of { $city }
button-new-group = New working group
button-groups = Working groups
group-ask-name = Write the group's name, such as "Transport and traffic working group".
group-ask-level = On which level is this group?
group-ask-topics = Which topics reach this group? Press each axis, then "Continue".
group-ask-topics-of-axis = Which topics of the axis "{ $axis }"?
group-ask-districts = Which districts? Write their numbers with spaces or commas (such as "9, 10, samen") or press "All".
group-ask-schedule = When is the issue list sent? Press one or write, in Persian, such as «هر سه‌شنبه ساعت ۹».
level-headquarters = Headquarters
level-organisation = Organisation
level-district = District
button-open-axis = Topics ▸
button-continue = Continue
button-all = All
button-all-axes = All topics
button-the-rest = Secretariat: what no other group has
schedule-weekly = every { $day } at { $time }
schedule-monthly = on the first of each Jalali month at { $time }
schedule-quarterly = at the end of each Jalali quarter at { $time }
group-founded =
    "{ $name }" was founded with number { $number } ✅
    Level: { $level }
    Topics: { $topics }
    Districts: { $districts }
    Issue list: { $schedule }
    First list: { $next }
group-how-to-bind = To have the list in a group chat, add me to it and write there: /bind { $number }
group-line = { $number }. { $name } · { $level } · { $schedule }
group-bound = bound to a group chat
group-unbound = not bound to a group chat yet
groups-none = There is no working group yet.
groups-title = Working groups:
group-bound-here = This chat is bound to "{ $name }" ✅ The issue list comes here { $schedule }. See it at any time with /digest.
bind-in-group = Write /bind in the group chat that is to be bound.
bind-which = To which working group is this chat to be bound?
button-invite = Invite link
button-reschedule = Change the time
button-show-digest = Today's list
invite-made =
    Invite link of "{ $name }", for one person and until { $until }:
    { $link }
invite-accepted = Welcome! You are a member of "{ $name }". The issue list comes to you { $schedule }; see it at any time with "Issue list".
group-rescheduled = The list of "{ $name }" now comes { $schedule }
all-topics = all
all-districts = the whole city
the-rest = what no other group has
audit-title = Latest acts:
audit-line = { $at } · { $act } · { $subject } · { $verdict }
audit-allowed = done
audit-refused = refused

## Digest
digest-title = 📊 Issue list of "{ $group }"
digest-period = { $start } to { $end }
digest-counts = { $messages } messages from { $people } people
digest-counts-messages = { $messages } messages
digest-counts-few = { $messages } messages from fewer than { $few } people
digest-stakeholders = Stakeholder groups: { $groups }
digest-districts = Districts: { $districts }
digest-cell = { $name } ({ $people } people)
digest-cell-hidden = { $name }
digest-unplaced = { $count } messages had no clear matter.
digest-item = { $rank }. { $title }
digest-item-figures = { $messages } messages from { $people } people · { $trend }
digest-item-figures-messages = { $messages } messages · { $trend }
digest-item-figures-few = { $messages } messages from fewer than { $few } people · { $trend }
digest-item-districts = { $districts } · since { $since }
digest-item-since = since { $since }
digest-item-urgent = ⚠️ danger told in { $count } messages
digest-item-example = "{ $example }"
digest-more = and { $count } more issues in the attached file.
digest-empty = "{ $group }": nothing new came from { $start } to { $end }.
digest-chart-caption = First issues of "{ $group }"
digest-table-caption = All issues of "{ $group }" with counts and examples
digest-which = Which group's list?
digest-none = You are a member of no working group; see your own messages with "My messages".
trend-new = new
trend-up = growing (before: { $before })
trend-down = shrinking (before: { $before })
trend-same = as before
button-why = Why this order?
why-formula =
    An issue's score = people × trend × danger × reach
    • People: how many told of it in this period; ten messages from one person count once.
    • Trend: the square root of this period's messages by the last one's, between 0.5 and 2; what grows comes up.
    • Danger: three times as high when at least one message tells of danger to life.
    • Reach: a quarter more for each further district, at most double.
why-item = { $rank }. { $title } — score { $score }

## Refusals and failures
error-not-allowed = You have no right to do this. If you think this is a mistake, tell the administrator.
error-not-found = There is nothing under this address; perhaps it was deleted.
error-unknown-code = No message has this code. Please look at it once more.
error-bad-tracking-code = This is not a right code; a tracking code has eight letters and digits, such as { $example }
error-too-late-to-edit = More than an hour has passed, so this message can no longer be edited. Please write a new one.
error-invite-invalid = This invite is no longer valid; ask the administrator for a new one.
error-bad-input = We did not understand this answer; please write it again or press one of the buttons.
error-bad-schedule = We did not understand this time. Write, in Persian, «هر شنبه ساعت ۸», «اول هر ماه ساعت ۹» or «پایان هر فصل ساعت ۱۰».
error-refused = This was not done.
error-failed = Your message is safe with us, but working on it failed. Our colleagues know. Error number: { $error }
error-button-old = This button no longer works.
