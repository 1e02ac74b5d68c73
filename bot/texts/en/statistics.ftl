## Statistics
stats-title = 📈 Statistics from { $since } to { $until }
stats-total = { FORM($messages) ->
    [one] 1 message
   *[other] { $messages } messages
} from { $people }
stats-week = This week: { $now } messages; the week before: { $before }
stats-axes = Axes: { $axes }
stats-districts = Districts: { $districts }
stats-stakeholders = Stakeholder groups: { $groups }
stats-states = Issues: { $states }
stats-responses = First response: median { $days } days; { $answered } issues were answered, { $unanswered } not yet.
stats-responses-soon = First answer: median under a day; { $answered } issues were answered, { $unanswered } still wait.
stats-no-responses = No issue was answered yet; { $unanswered } issues wait.
stats-cell = { $name }: { $count }
stats-cell-hidden = { $name } (hidden)
stats-hidden = Numbers of people in small groups (fewer than five), and whatever would give them away, are hidden.
stats-unknown = unknown
stats-outside = outside the axes
stats-caption = Statistics in pictures
