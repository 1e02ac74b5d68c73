## What came of surveys
results-which = Which survey's results would you like to see?
results-none = No survey has been opened yet that could have results.
results-head = 📊 Results of survey { $number }: “{ $title }”
results-answers = Complete answers: { $complete } · partial: { $incomplete }
results-reach = Invited: { $invited } · began: { $started } · finished: { $finished }
results-reach-by-link = Began: { $started } · finished: { $finished }
results-held-back = It is anonymous: answers are counted several at a time, so that nobody can be told by theirs; the newest are not counted yet.
results-rate = Response rate: { $percent }% (95% interval: { $low } to { $high })
results-marks = Doubtful answers, which are counted: { $marks }
results-mark-too-fast = { $count } very fast
results-mark-duplicate = { $count } duplicate
results-mark-over-quota = { $count } over quota
results-hidden = Numbers under five people, and what would give them away, are hidden.
results-questions = Questions of “{ $title }”
results-question-button = { $place }. { $title }
results-question = Question { $place } of { $count }
results-course = { $answered } · skipped: { $skipped } · stopped here: { $stopped }
results-answered = { FORM($count) ->
    [one] 1 answer
   *[other] { $count } answers
}
results-few = fewer than five answers
results-too-few = There are too few answers to show yet.
results-versions = Version: { $versions }
results-share = ▪️ { $title }: { FORM($count) ->
    [one] 1 person
   *[other] { $count } people
}, { $percent }% ({ $low } to { $high })
results-share-bare = ▪️ { $title }: { FORM($count) ->
    [one] 1 person
   *[other] { $count } people
}
results-share-hidden = ▪️ { $title }: hidden
results-weighted = {" "}· weighted { $percent }%
results-weights = “Weighted”: if each district's share of the answers were its share of the city's population.
results-example = {"    "}“{ $words }”
results-mean = Mean: { $mean } ({ $low } to { $high })
results-weighted-mean = Weighted mean: { $mean }
results-rank = Mean rank of “{ $title }”: { $rank }
results-by-stakeholder_group = 👥 By group
results-by-district = 📍 By district
results-row = ◾️ { $title }
results-nobody = nobody answered
results-cell = { $title }: { $count }
results-cell-share = { $title }: { $count } ({ $percent }%)
results-cell-hidden = { $title }: hidden
results-who = 👥 Who answered
results-who-stakeholder_group = Groups:
results-who-district = Districts:
results-member = { $title }: { FORM($count) ->
    [one] 1 person
   *[other] { $count } people
}, { $percent }% of answers
results-living = {" "}· { $percent }% of the population
results-no-population = We have no population of this city's districts from a source that could be cited, so answers are not weighted.
results-off = 📉 How many went on at each question
results-to-question = Back to the question
results-to-summary = Summary
results-files = Answers to “{ $title }”: a spreadsheet with a codebook, comma-separated text, and raw lines. There are no names in them; please do not pass them on all the same.
results-news = Results of the survey “{ $title }” 📊 Thank you for answering; this is what everybody said.
results-news-few = The survey “{ $title }” is over. Thank you for answering! So few answered that, to keep each one's view private, we show no results.
button-results-open = See the results
button-results-picture = 🖼 Picture
button-results-who = 👥 Who answered
button-results-questions = ❓ Questions
button-results-off = 📉 Drop-off
button-results-files = 📎 Files
button-results-chart = 🖼 Chart of this question
button-results-by-g = By group
button-results-by-d = By district
