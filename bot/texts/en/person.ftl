## Greeting
welcome =
    Hello! This is hamandish: we draw up the plan of { $city } together.

    1. Whatever concern or idea you have, write it here in your own words; it is kept at once and you get a tracking code.
    2. Messages about the same matter are put together and reach the working group of that subject.
    3. We do not ask for your name or number and show them to nobody; you can delete each message whenever you like.
ask-stakeholder-group = If you like, tell us for which group you speak. (Optional.)
ask-district = And in which district do you live? (Optional, too.)
profile-done = Thank you. Now write what you have in mind about the city.
profile-noted = Noted ✅
button-skip = Skip
stakeholder-citizens = Citizen
stakeholder-associations = Association or popular body
stakeholder-agencies = Executive agency
stakeholder-elites = Urban expert
stakeholder-staff = Municipal staff
help =
    Every message you write here is kept and gets a tracking code; no form and no account is needed.

    📋 "My messages" shows where each one stands.
    🔎 With a tracking code you can ask about any message.
    📷 Send pictures, voice, files and a point on the map too; messages in a row become one.
    🕶 The command "Message without name" keeps a message that nothing links to you.
    ✏️ For an hour you can edit a message; the new version counts.
    🗑 "Delete" under a message erases its text for good.

    In immediate danger call 125 (fire), 115 (ambulance) or 110 (police).
invite-to-write = Please write your concern or idea in a sentence or two. If it has a place, name the street or neighbourhood. Pictures and voice are welcome too.
