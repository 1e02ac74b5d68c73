## Surveys, as those see them who are asked
question-progress = Question { $step } of { $of }
question-option = { $place }. { $title }
question-rank = { $rank }▸ { $title }
question-scale-ends = 1: { $low } … 5: { $high }
question-answered = Your answer: { $answer }
question-yes = Yes
question-no = No
question-other = Something else…
question-done = Done
question-undo = Take the last one back
question-read-on = Go on
question-back = Back
question-forward = Next
question-skip = Skip
question-stop = Go on later
how-one = Press one, or write its number.
how-many = Press all that are right, then "Done".
how-scale = How many points of 1 to 5 do you give?
how-ranking = Press them in order: first what matters most to you.
how-number = Write a number.
how-number-between = Write a number from { $lowest } to { $highest }.
how-number-from = Write a number, { $lowest } or more.
how-number-to = Write a number, at most { $highest }.
how-date = Write the date, such as «۱۴۰۵/۹/۱», «۱ آذر» or «دیروز».
how-text = Write your answer in one message.
how-district = Press the district, or write it.
how-location = Send the point on the map with 📎.
how-photo = Send a picture.
how-yes-no = Yes or no?
how-note = Press "Go on".
answer-skipped = (skipped)
answer-between = ,{" "}
answer-other = Something else: { $words }
answer-photo = (picture)
answer-location = (a point on the map)
answer-location-in = (a point in { $district })
wrong-option = This is not among the options. Press one of them or write its number, from 1 to { $count }.
wrong-options = We did not find this among the options. Press them, or write their numbers with commas, such as "1, 3".
wrong-scale = This question wants points: one of 1, 2, 3, 4 or 5.
wrong-ranking = Press all { $count } options in order, or write their numbers in order, such as "2, 1, 3".
wrong-number = This question wants a number, such as "3" or "2.5".
wrong-too-small = This number is too small; the answer must be { $lowest } or more.
wrong-too-large = This number is too large; the answer must be { $highest } or less.
wrong-date = This question wants a date, such as «۱۴۰۵/۹/۱», «۱ آذر» or «دیروز».
wrong-no-such-day = The calendar has no such day. Write the date once more, such as «۱۴۰۵/۹/۱».
wrong-not-jalali = Write the date in the Jalali calendar, such as «۱۴۰۵/۹/۱».
wrong-too-long = This answer is long; write it in { $most } characters or less.
wrong-district = We do not know this district. Press a button, or write its number, such as «منطقهٔ ۹».
wrong-location = This question wants a point on the map: press 📎, then "Location".
wrong-photo = This question wants a picture; send one.
wrong-yes-no = This question wants "yes" or "no".
wrong-note = Press "Go on" for the next question.
wrong-required = This question must be answered and cannot be skipped.
wrong-file = This question { $wanted ->
    [words] wants words, not a file.
   *[button] is answered by buttons or words, not by a file.
}
asking-other = Write your own answer and send it.
asking-none-ticked = You have not pressed an option yet.
asking-past = This question is past.
asking-stopped = Your answers so far are kept. Go on from this question whenever you like: /mysurveys
asking-go-on = Go on with the survey
asking-again-here = The next question stands further down.
asking-closed = The time of the survey "{ $title }" is over, and no more answers are taken.
asking-which = Is this a new message, or the answer to the question? We kept it with the code { $code }, so that it is not lost.
asking-was-new = It is a new message
asking-was-answer = It is the answer
asking-kept-as-new = Your message is kept with the code { $code }. The survey goes on:
asking-used = It was taken as the answer, not as a new message.
survey-invitation =
    📋 Survey "{ $title }"
    { $introduction }
survey-length = { $count ->
    [one] One question
   *[other] { $count } questions
}, about { $minutes } min
survey-length-most = At most { $count } questions, about { $minutes } min
survey-is-anonymous = It is anonymous: answers are kept apart from you and nobody knows which are yours; only that you answered is noted.
survey-is-named = Answers are counted with the district and group that you told of yourself; your name and number are not asked.
survey-open-until = It is open until { $date }.
survey-start = Start
survey-reminder = A reminder: the survey "{ $title }" is open until { $date }. { $begun ->
    [yes] Your answers so far are kept; a few questions are left.
   *[no] Your view has not come yet.
}
survey-thanks = Thank you! Your answers were kept ✅
survey-over-quota = Thank you! Your answers were kept. The share of your group or district filled up at the same time, so yours are counted apart.
survey-offer-concern = If what you wrote should be followed up too, make it a message:
survey-make-concern = Make my text a message
survey-make-concern-of = Make a message of "{ $words }"
survey-became-concern = What you wrote became a message too. Tracking code: { $code }
survey-became-concern-unnamed = What you wrote became a message without your name, not tied to your answers. Keep this code; it is the only way to track it: { $code }
survey-text-gone = We no longer have this text; if it should be followed up, please write it in a new message.
surveys-mine = Surveys that you can answer:
surveys-mine-none = There is no open survey for you now.
surveys-mine-begun = Go on: { $title }
surveys-mine-new = Start: { $title }
error-survey-closed = The time of this survey is over. Thank you for being with us.
error-survey-not-open = This survey has not begun yet.
error-survey-not-for-you = This survey is for another group and cannot take your answer.
error-survey-answered = You have answered this survey already. Thank you!
error-survey-full = The share of your group or district in this survey is full. Thank you for coming!
