## Messes: issues that feed one another
aside = Let us go on in our private chat.
mess-title = 🕸 The mess around "{ $title }"
mess-none = It is not linked with any other issue yet. If one causes it or follows from it, link them.
mess-size = This mess has { FORM($count) ->
    [one] 1 issue
   *[other] { $count } issues
} in all.
mess-line-co = It causes "{ $other }".
mess-line-ci = "{ $other }" causes it.
mess-line-wo = It worsens "{ $other }".
mess-line-wi = "{ $other }" worsens it.
mess-line-s = It shares a cause with "{ $other }".
mess-alone = This issue is not linked with any other yet.
mess-caption = The mess around "{ $title }": { FORM($count) ->
    [one] 1 linked issue
   *[other] { $count } linked issues
}
mess-choose = With which issue is "{ $title }" linked?
mess-code = Choose from the list or write the code of the issue, even if it lies with another group.
mess-proposed = Proposed by the service:
mess-others = The group's issues:
mess-choice = { $number }. { $title }
mess-why-people = ↳ the same people report both
mess-why-place = ↳ at the same place in the same days
mess-why-both = ↳ the same people, at the same place in the same days
mess-no-others = There is no other issue here to link with.
mess-ask-kind =
    This: "{ $this }"
    That: "{ $other }"

    How are they linked?
link-co = This causes that
link-ci = That causes this
link-wo = This worsens that
link-wi = That worsens this
link-s = They share a cause
mess-linked = Linked ✅
mess-unlinked = The link was removed.
mess-ask-unlink = Which link is to be removed?
button-new-link = ➕ New link
button-mess-picture = 🖼 Picture of the mess
button-unlink = Remove a link
button-previous-page = ◂ Previous
button-next-page = Next ▸
button-back-to-card = Back to the card
