"""Which columns go along to a laptop, and come back: these, and no others."""

# What a node signs with what goes to laptops, and opens what comes from them.
OUR_KEY = "assemblies-on-laptops"
TO_LAPTOP = "commonweal-assembly-to-laptop-1"
FROM_LAPTOP = "commonweal-assembly-from-laptop-1"

INSTITUTION = ("address", "founded_at")
CHARTER = ("number", "text", "in_force_at")
MEMBER = ("name", "member_class", "joined_at", "left_at")
OFFICE = ("office", "holder", "from_at", "until_at")
ROLL = ("franchise", "frozen_at", "size", "active", "hash")
ASSEMBLY = (
    *("number", "title", "place", "agenda", "called_by", "called_at", "opens_at"),
    *("code", "form"),
)
DEED = (
    *("number", "deed", "done_by", "about", "item", "what", "reason", "words"),
    "done_at",
)
MINUTES = ("number", "deed", "line", "words", "answers", "done_by", "done_at")
TASK = ("number", "words", "asked_of", "asked_by", "asked_at", "due_on")
TASK_DEED = ("number", "deed", "reason", "due_on", "done_by", "done_at")
CHECK_OUT = ("laptop", "taken_by", "taken_at", "until_at", "deeds")
