## Settings, privacy, own data, forgetting
settings = 🔧 Your settings:
settings-language = 🌐 Language: { $language }
settings-anonymous = 🕶 Anonymous message
settings-news-on = 🔔 News are on
settings-news-off = 🔕 News are off
settings-privacy = 🔒 Privacy
settings-data = 📦 My data
settings-forget = 🗑 Forget me
language-set = From now on we speak English.
language-ask = Which language shall we speak?
news-muted =
    🔕 News are off. Answers to your messages still come; apart from them we send nothing.
    Whenever you like, switch them on again with "/start" or the button below.
news-unmuted = 🔔 News are on again.
button-unmute = 🔔 Keep me posted
privacy =
    🔒 Privacy in plain words

    What we keep: the text of your messages, the place that you named yourself, and your group and district if you told us. We do not want your name, number or picture and do not keep them.
    The address of this chat is kept apart from the messages, only so that we can answer.

    Who sees it: members of the working groups see the text after names, numbers and addresses were taken out, and do not know whose it is. Numbers of fewer than 5 people are shown to nobody. No text is sent to a service outside.

    For how long: messages stay as long as the city's plan needs them. What we sent to you is erased after sending.

    Review: some messages are seen by a moderator before others. The moderator's notes are not part of "My data", so that nobody learns how to get past the review; they are erased when we forget you.

    It is up to you: erase each message with "Delete" under it; get your data; ask us to forget you; or send a message without a name.
data-wait = Your data are being collected; they will come here in a moment.
data-sent =
    📦 This is what we keep on you: a page to read, and the same data for a computer.
    Notes of review are not in it; the page says why.
data-caption-page = My data (to read)
data-caption-json = My data (for a computer)
data-page-title = My data at hamandish
data-page-made = Made on { $date }
data-page-intro = What is kept on you is on this page; technical numbers stand in the other file. Two things are in neither. The address of the chat is kept so that answers reach you; it is not written here, since it must stand in one place only. Notes of those who review messages are left out for everybody, whether there are any or not: else whoever sends abuse would learn how to get past the review.
data-yes = yes
data-no = no
data-table-person = About me
data-table-contact = How I am reached
data-table-person_role = My roles
data-table-membership = My seats in working groups
data-table-concern = My messages
data-table-concern_topic = Topics of my messages
data-table-concern_file = Files of my messages
data-table-concern_part = Parts of my messages
data-table-support = Issues that I support
data-table-silence = Issues whose news I did not want
data-table-outcome_answer = My answers to "Is it really done?"
data-table-issue_answer = My answers to working groups
data-table-survey_response = My answers to surveys
data-table-survey_participation = Surveys in which I took part
data-table-dialogue = An unfinished dialogue
data-table-outbox = Messages that were sent to me
data-table-audit = What I did in the service
data-table-issue_vote = Priorities that I gave
data-table-measure_vote = My votes on measures
data-table-survey_draft = An unfinished answer to a survey
data-table-other = Other
data-field-created_at = Time
data-field-platform = Messenger
data-field-active = Messages reach it
data-field-role = Role
data-field-since = Since
data-field-language = Language
data-field-muted = News off
data-field-stakeholder_group = Group
data-field-district = District
data-field-code = Tracking code
data-field-text = Text
data-field-redacted = Text without names
data-field-topic = Topic
data-field-locality = Place
data-field-latitude = Latitude
data-field-longitude = Longitude
data-field-source = By way of
data-field-edited_at = Edited
data-field-at = Time
data-field-answer = Answer
data-field-answers = Answers
data-field-asserted = Accepted
data-field-probability = Probability
data-field-by = According to
data-field-mime = Kind of file
data-field-size = Size (bytes)
data-field-step = Step
data-field-data = Content
data-field-method = Kind
data-field-payload = Content not sent yet
data-field-sent_at = Sent
data-field-due_at = Due
data-field-act = Act
data-field-subject = Subject of the act
data-field-allowed = Allowed
data-field-priority = Priority
data-field-reason = Reason
data-field-stand = Vote
data-field-title = Title
data-source-bot = this chat
data-source-neighbourhood-council = neighbourhood council
data-source-city-app = city app
data-source-137 = line 137
data-source-upstream-documents = upstream documents
data-source-elite-interview = interviews with experts
data-source-agency-interview = interviews with agencies
data-source-suggestion-system = suggestion system
data-source-organisational-trend = trends of organisations
data-source-association-session = sessions of associations
data-platform-telegram = Telegram
data-platform-bale = Bale
data-by-citizen = myself
data-by-member = a working group
data-by-admin = an admin
data-by-model = the service's program
data-method-say = message
data-method-edit = edited message
data-method-file = file or picture
data-percent = { $percent } percent
forget-ask =
    🗑 Do you want us to forget you?

    The address of the chat, your group, district, roles, supports and files are erased and no way to find you stays; you will hear nothing more either.
    The text of the messages stays, without a name, in the city's issues; if you do not want that, we erase it too. Only a tracking code leads to a message then.
forget-keep-words = Forget me; the texts may stay
forget-with-words = Erase the texts of my messages too
forget-sure = For the last time: this cannot be undone. Shall we?
forget-yes = Yes, forget me
forget-no = No, I changed my mind
forget-kept = We are glad that you stay. Nothing was changed.
forget-done = You are forgotten. Nothing of this conversation reaches you any more. If you ever write again, you come as somebody new.
