## Working groups, for admins
button-new-group = New working group
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
group-founded = "{ $name }" was founded with number { $number } ✅
group-opened = 🗂 Working group { $number }: "{ $name }"
group-dropped = Given up; nothing changed.
group-described =
    Level: { $level }
    Topics: { $topics }
    Districts: { $districts }
    Issue list: { $schedule }
    First list: { $next }
group-how-to-bind = To have the list in a group chat, add me to it and choose the group; if I do not ask, write there: /bind { $number }
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
