## Surveys, as those see them who make them
surveys-title = 🗳 Surveys
surveys-none = 🗳 No survey has been made yet.
survey-line = { $number }. { $title } · { $state }
survey-button = { $number }. { $title }
survey-head = 🗳 Survey { $number }: “{ $title }”
survey-state-draft = Draft ✏️
survey-state-scheduled = Published, not open yet ⏳
survey-state-open = Open 🟢
survey-state-closed = Closed ⚪️
survey-of-questions = { $count ->
    [0] No question yet
    [one] One question, about { $minutes } min
   *[other] { $count } questions, about { $minutes } min
}
survey-anonymous = Anonymous: nothing joins an answer to who gave it
survey-named = Named: answers are counted with district and group
survey-for = For: { $audience }
survey-opens-at-once = Opens: as soon as it is published
survey-opens = Opens: { $date } at { $time }
survey-closes = Closes: { $date } at { $time }
survey-closes-by-hand = Closes: when you close it
survey-closed-at = Closed: { $date } at { $time }
survey-reminds = One reminder is sent
survey-reminds-not = No reminder
survey-version = Version { $version } of the questions
survey-counts = Invited: { $invited } · begun: { $begun } · finished: { $finished }
survey-in-the-making = ✏️ Changed questions are in the making; nobody sees them yet.
survey-asks = As of now { $people } would be asked.
survey-asks-nobody = As of now nobody would be invited; it can be answered by its link alone.
survey-ask-how = How do you want to make it? By dialogue we go question by question. If you have a file (a form workbook or our plain text), send it.
survey-ask-title = Write the survey's title in one line; people read it in the invitation. For example “City buses”.
survey-ask-anonymous =
    Named or anonymous?
    Named: each answer is counted with the district and group that the person told; no name or number is kept.
    Anonymous: answers are parted from who gave them, and nobody, not even an admin, can join them again; only that a person answered is known. Answers are kept several at a time, and a later survey cannot choose people by them.
survey-ask-file = Send the survey's file here: plain text in our own format, or a form workbook (up to two megabytes).
survey-reading = Your file is here; we are reading it…
survey-cancelled = Put aside; nothing was changed.
survey-made-empty = The draft is made ✅ Now add its questions.
survey-read = { $count ->
    [one] We read the file ✅ It has one question and is now a draft.
   *[other] We read the file ✅ It has { $count } questions and is now a draft.
}
survey-read-flawed = { $count ->
    [one] We read the file; it has one question and is now a draft, but put this right before publishing:
   *[other] We read the file; it has { $count } questions and is now a draft, but put this right before publishing:
}
survey-send-again = Put the file right and send it here again.
survey-file-lost = We could not get this file.
survey-flawed = “{ $title }” cannot be published yet:
survey-ask-publish = Publish “{ $title }”?
survey-publish-note = After publishing you can withdraw it as long as it is not open. Invitations go out at the permitted pace and outside the quiet hours.
survey-published = Published ✅
survey-withdrawn = Withdrawn; it is a draft again.
survey-new-version = This survey is open. Changing its questions makes a new version: whoever has begun goes on with the old one, others get the new one, and the results show both apart. Nobody sees it before you publish it.
survey-ask-go-live = { $count ->
    [one] Ask version { $version } with one question from now on?
   *[other] Ask version { $version } with { $count } questions from now on?
}
survey-gone-live = Version { $version } is published ✅ Whoever begins from now on sees it.
survey-changes-dropped = The changes are dropped; the questions are as they were.
survey-ask-close = Close “{ $title }” now? Unfinished answers count as incomplete, and it is not opened again.
survey-closing = It is being closed; the results will be sent when they are ready.
survey-copied = Survey { $number } was copied ✅
survey-ask-remove = Remove the draft “{ $title }”?
survey-removed = Draft { $number } is removed.
survey-link =
    The link of “{ $title }”; whoever has it can answer:
    { $link }
survey-link-invited =
    The link of “{ $title }”; it opens only for those who were invited:
    { $link }
survey-no-words = (not written)
survey-words-title = Title: { $words }
survey-words-introduction = Introduction: { $words }
survey-words-thanks = Thanks: { $words }
survey-ask-words-title = Write the new title in one line (up to { $most } characters).
survey-ask-words-introduction = Write a short introduction (up to { $most } characters): what you ask and what becomes of the answers.
survey-ask-words-thanks = Write the last words (up to { $most } characters); they follow the thanks.
for-everybody = everybody
for-link-alone = whoever has the link
for-link-too = and whoever has the link
for-districts = residents of { $districts }
for-earlier = those who answered survey { $number }{ $rule }
for-sample = a random sample of { $count }
for-between = {" "}·{" "}
rule-answered = “{ $question }” was answered
rule-equals = the answer to “{ $question }” is “{ $answer }”
rule-contains = “{ $answer }” is among the answers to “{ $question }”
rule-greater = the answer to “{ $question }” is above { $answer }
rule-not = it is not so that { $rule }
rule-and = {" "}and{" "}
rule-or = {" "}or{" "}
flaw-at = Question { $place } (“{ $title }”): { $words }
flaw-nothing-asked = Nothing is asked; add at least one question.
flaw-too-many-questions = It has more than sixty questions; shorten it.
flaw-code-twice = Two questions have the same name: “{ $about }”
flaw-no-title = The question's text is empty.
flaw-too-few-options = At least two options are needed.
flaw-too-many-options = It has more than thirty options.
flaw-option-twice = An option stands twice: “{ $about }”
flaw-bad-range = The lowest number must be below the highest.
flaw-unknown-question = Its rule looks at a question that is not there: “{ $about }”
flaw-not-earlier = Its rule must look at a question before it, not at “{ $about }”.
flaw-unknown-option = Its rule wants an option that is not there: “{ $about }”
flaw-wrong-comparison = Its rule does not suit the kind of question “{ $about }”.
flaw-never-asked = No answers lead to this question; look at its rule again.
flaw-too-long = The question and its options do not fit into one message; shorten it.
flaw-no-name = The survey has no title; write one under “Title and texts”.
flaw-words-too-long = Title, introduction or thanks are too long.
flaw-closes-too-early = Its end is past, or before its beginning.
flaw-no-earlier-survey = Survey { $about } was not found or is anonymous; nobody can be invited by its answers.
form-problem-not-readable = This file cannot be read; perhaps it is incomplete or its format is broken.
form-problem-too-large = This file is too large.
form-problem-unknown-format = We do not know this kind of file; send plain text or a form workbook.
form-problem-missing = “{ $about }” is not in the file, and must be.
form-problem-unknown-field = We do not know “{ $about }”.
form-problem-wrong-value = The value of “{ $about }” is not right.
form-problem-unsupported = “{ $about }” is not supported.
form-problem-bad-rule = We did not understand this rule: “{ $about }”
form-problem-bad-date = “{ $about }” is no right Jalali date; write it like 1405/9/1.
form-place-line = Where: line { $what }
form-place-row = Where: row { $what }
form-place-question = Where: question { $what }
form-place-name = Where: the question named “{ $what }”
form-place-field = Where: the part “{ $what }”
error-bad-form = We could not make a survey of this file.
button-surveys = Back to the surveys
button-survey-new = ➕ New survey
button-by-dialogue = By dialogue
button-by-file = By file
button-make-survey-named = Named
button-make-survey-anonymous = Anonymous
button-survey-cancel = Cancel
button-survey-pv = 👁 Preview
button-survey-qs = ❓ Questions
button-survey-wd = ✏️ Title and texts
button-survey-au = 👥 Audience
button-survey-tm = 🕰 Time
button-survey-pb = 📢 Publish
button-survey-cp = 📄 Copy
button-survey-rm = 🗑 Remove
button-survey-wt = ↩️ Withdraw
button-survey-ln = 🔗 Link
button-survey-cl = ⏹ Close
button-survey-ch = ❓ Change questions
button-survey-gl = 📢 Publish the new version
button-survey-dc = Drop the changes
button-survey-results = 📊 Results
button-survey-publish-sure = ✅ Yes, publish
button-go-live = ✅ Yes, ask it
button-close-sure = ✅ Yes, close
button-remove-sure = ✅ Yes, remove
button-words-title = Title
button-words-introduction = Introduction
button-words-thanks = Thanks
button-make-named = Make it named
button-make-anonymous = Make it anonymous
questions-title = ❓ Questions of “{ $title }”:
questions-none = ❓ “{ $title }” has no question yet.
questions-line = { $place }. { $title } · { $kind }{ $mark }
questions-changed = The questions were changed meanwhile; have another look.
question-has-rule = {" "}· with a rule
question-head = Question { $place } · { $kind }
question-hint = Hint: { $hint }
question-range = From { $lowest } to { $highest }
question-asked-if = Asked if { $rule }.
question-added = The question was added ✅
question-removed = The question was removed.
question-ask-kind = What kind of question?
question-ask-title = Write the question; people read it as it is.
question-ask-note = Write the note; people read it and answer nothing.
question-ask-hint = Write a short hint to stand below the question.
question-ask-options = Write the options, one a line (two to thirty).
question-ask-range = Write the lowest and the highest number, like “1 - 10”.
question-ask-ends = Write words for both ends of the scale, 1 and 5, on two lines, like “not at all” and “very”.
question-not-understood = We did not understand this.
question-write-again = Write it again.
question-ask-remove = Remove the question “{ $title }”?
question-rules-look = The rules of these questions look at it and must be put right: { $places }
rule-ask-question = On the answer to which question does this one depend?
rule-ask-answer = “{ $question }”: after which answer?
rule-no-earlier = There is no question before this one.
rule-at-most = the answer to “{ $question }” is not above { $answer }
rule-short-answered = any answer
rule-short-equals = { $answer }
rule-short-contains = { $answer }
rule-short-greater = above { $answer }
rule-short-at-most = { $answer } or less
kind-one = One option
kind-many = Several options
kind-scale = Mark of 1 to 5
kind-ranking = Ranking
kind-number = Number
kind-date = Date
kind-text = Free text
kind-district = District
kind-location = Point on the map
kind-photo = Photo
kind-yes-no = Yes or no
kind-note = Note without answer
button-question-add = ➕ New question
button-question-next = ➕ Next question
button-question-skip-part = Not needed
button-question-up = ⬆️ Up
button-question-down = ⬇️ Down
button-question-remove = 🗑 Remove
button-part-title = ✏️ Text
button-part-hint = ✏️ Hint
button-part-options = ✏️ Options
button-part-range = ✏️ Range
button-part-ends = ✏️ Ends of the scale
button-flag-required = Must be answered
button-flag-other = With “something else”
button-flag-shuffled = Options shuffled
button-rule-set = ⚙️ Only if…
button-rule-change = ⚙️ Another rule
button-rule-invert = Opposite
button-rule-drop = Without rule
preview-lead = 👁 This is what people see (no answer is kept):
preview-end = 👁 End of the preview. At the end people see this:
button-preview-again = Once more
audience-head = 👥 Audience of “{ $title }”
audience-ask-groups = Which groups? None ticked is all.
audience-ask-districts = Residents of which districts? None ticked is the whole city.
audience-ask-earlier = Those who answered which survey?
audience-no-earlier = There is no named survey with answers. Nobody can be chosen by the answers of an anonymous one.
audience-ask-question = Who of those that answered “{ $title }”?
audience-ask-sample = How many of them are drawn by chance? Write a number.
audience-ask-quotas =
    Write the share of each district or group on a line: name, colon, most answers. Like:
    District 9: 100
    Citizens: 200
audience-quotas-wrong = We did not understand these shares. Each line has a name and a number, like “District 9: 100”.
quota-line = Share of { $who }: up to { $limit } answers
times-head = 🕰 Time of “{ $title }”
times-ask-opens = Write the day on which it opens, in the Jalali calendar: “۱ آذر ساعت ۸”, “1405/9/1” or “فردا”.
times-ask-closes = Write the day on which it closes, in the Jalali calendar: “۱۵ آذر” or “1405/9/15”. Without an hour it is open to the end of that day.
survey-moment-past = That is past; write a moment to come.
button-audience-everybody = Everybody
button-audience-groups = Groups
button-audience-districts = Districts
button-audience-earlier = Earlier answer
button-audience-sample = Random sample
button-audience-quotas = Quotas
button-audience-link = Whoever has the link
button-audience-done = Done
button-answered-at-all = All who answered
button-no-sample = No sample, all
button-no-quotas = No quotas
button-opens-now = Opens: when published
button-opens-on = Opens: another day…
button-closes-after = { $days ->
    [3] Closes: 3 days
    [7] one week
    [14] two weeks
   *[other] { $days } days
}
button-closes-on = Closes: another day…
button-closes-by-hand = Closes: by hand
button-reminder = Reminder
