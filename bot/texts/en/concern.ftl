## Concern
concern-taken = Your message was kept ✅
concern-code = Tracking code: { $code }
concern-topic = Topic: { $topic }
concern-topic-axis = Topic: { $topic } (axis "{ $axis }")
concern-topic-unsure = We are not sure of the topic; if you choose it, the message reaches its working group sooner.
concern-other-agency = This seems to be another agency's matter. We keep your message and the secretariat will see it.
concern-nothing = We saw no matter in this message; if there is one, write a few more words.
concern-place = Place: { $place }
concern-first =
    We do not ask for your name or number. This message is put together with similar ones and reaches the working group of its subject.
concern-confirmed = Thank you! The topic is confirmed.
concern-topic-chosen = The topic is now "{ $topic }". Thank you for helping.
concern-choose-topic = What is message { $code } about?
concern-choose-axis = In which part is the topic?
concern-edited = Your edit was kept ✏️
concern-delete-sure = Erase message { $code } for good?
concern-deleted = The text of message { $code } was erased.
concern-file-only = This cannot be kept. Please write the matter in a few words, or send a picture, voice or file.
button-correct = That is right
button-other-topic = Another topic
button-choose-topic = Choose the topic
button-all-topics = All topics
button-delete = Delete
button-delete-sure = Yes, erase it
button-keep = No, keep it
button-back = Back
button-introduce = About me (optional)
