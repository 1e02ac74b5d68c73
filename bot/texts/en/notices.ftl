## What comes back without having been asked for
notice-state = About "{ $title }", which you follow: { $state }.
notice-state-reason = The working group says: { $reason }
notice-question = The working group asks you about "{ $title }":
notice-question-answer = ✍️ I will answer
notice-urgent = 🚨 Urgent message of a citizen · "{ $group }"
notice-urgent-place = Place: { $place }
notice-reported = { $people } said something like this before you:
notice-reported-place = { $people } said something like this before you, in { $place }:
notice-reported-title = "{ $title }" · { $state }
notice-reported-ask = Is it the same?
notice-me-too = ✋ Me too
notice-differs = No, it is different
notice-check = Four weeks ago we told you that "{ $title }" was done. Is it really?
notice-check-yes = Yes, it is
notice-check-no = No, it is still there
notice-check-unsure = I do not know
notice-reopened = ↩️ The issue "{ $title }" was opened again: of { $answers } people who answered, { $no } said that it is not done yet.
notice-reopened-reason = Of { $answers } people who answered, { $no } said that it is not done yet; so it is looked into again.
notice-silence = 🔕 No more news of this issue
people-few = Several people
people-count = { FORM($count) ->
    [one] 1 person
   *[other] { $count } people
}
