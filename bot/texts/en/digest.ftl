## Digest
digest-title = 📊 Issue list of "{ $group }"
digest-period = { $start } to { $end }
digest-counts = { FORM($messages) ->
    [one] 1 message
   *[other] { $messages } messages
} from { FORM($people) ->
    [one] 1 person
   *[other] { $people } people
}
digest-counts-messages = { FORM($messages) ->
    [one] 1 message
   *[other] { $messages } messages
}
digest-counts-few = { FORM($messages) ->
    [one] 1 message
   *[other] { $messages } messages
} from fewer than { $few } people
digest-stakeholders = Stakeholder groups: { $groups }
digest-districts = Districts: { $districts }
digest-cell = { $name } ({ FORM($people) ->
    [one] 1 person
   *[other] { $people } people
})
digest-cell-hidden = { $name }
digest-unplaced = { FORM($count) ->
    [one] 1 message
   *[other] { $count } messages
} had no clear matter.
digest-item = { $rank }. { $title }
digest-item-figures = { FORM($messages) ->
    [one] 1 message
   *[other] { $messages } messages
} from { FORM($people) ->
    [one] 1 person
   *[other] { $people } people
} · { $trend }
digest-item-figures-messages = { FORM($messages) ->
    [one] 1 message
   *[other] { $messages } messages
} · { $trend }
digest-item-figures-few = { FORM($messages) ->
    [one] 1 message
   *[other] { $messages } messages
} from fewer than { $few } people · { $trend }
digest-item-districts = { $districts } · since { $since }
digest-item-since = since { $since }
digest-item-urgent = ⚠️ danger told in { FORM($count) ->
    [one] 1 message
   *[other] { $count } messages
}
digest-item-example = "{ $example }"
digest-more = and { FORM($count) ->
    [one] 1 more issue
   *[other] { $count } more issues
} in the attached file.
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
