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
error-survey-started = This survey was published or closed and can no longer be changed this way.
