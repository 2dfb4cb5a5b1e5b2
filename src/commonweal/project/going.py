"""What is done when somebody leaves or signs out, and which keys must not be gone."""

_CAPABILITIES = "commonweal.capabilities"
_INSTITUTIONS = "commonweal.foundation.institutions"

# By which keys something is sealed today, so that one that is missing is found.
KEYS_IN_USE = [
    "commonweal.foundation.people.queries.keys_in_use",
    "commonweal.foundation.sealing.queries.in_use.keys_in_use",
    "commonweal.foundation.safeguards.queries.keys_in_use",
    f"{_CAPABILITIES}.decisions.queries.in_use.keys_in_use",
    f"{_CAPABILITIES}.assemblies.queries.secretly.keys_in_use",
]
# What ends when somebody leaves this node.
LEAVING = [f"{_INSTITUTIONS}.actions.joining.leave_everywhere"]
# Where a member's name stands besides, and who strikes it when they leave.
FORGETTING = [
    "commonweal.capabilities.decisions.actions.forget_name_in_terms",
    "commonweal.foundation.safeguards.actions.end_wishes_of",
    "commonweal.foundation.notices.actions.forget_member",
    "commonweal.capabilities.reaching.actions.forget_choice",
]
# What somebody held elsewhere by belonging, and who takes it from them when they leave.
GOING = [f"{_CAPABILITIES}.confederation.actions.give_up_seats"]
# Where one ends: what does not begin, what holds anything of anybody, the last vote.
STOPPING = [
    f"{_CAPABILITIES}.decisions.actions.stop_what_is_to_open",
    f"{_CAPABILITIES}.assemblies.actions.stop_assemblies",
]
CLEARING = [
    "commonweal.foundation.sealing.actions.destroy_all",
    "commonweal.foundation.threads.actions.forget_who_said_what_was_wrong",
    "commonweal.capabilities.assemblies.actions.empty_all_boxes",
    "commonweal.capabilities.confederation.actions.end_belonging",
]
# What else must allow that an institution parts.
PARTING_ASKS = [f"{_CAPABILITIES}.confederation.queries.acts.may_part_as_agreed"]
LAST_VOTE_CLOSES = ["commonweal.capabilities.decisions.queries.last_vote_closes"]
# What else ends when somebody signs out everywhere, or shows whose an address is.
OTHERS_SIGNED_OUT = ["commonweal.capabilities.reaching.actions.end_calendar"]
_TOKENS = "commonweal.foundation.tokens.actions.end_all_tokens"
SIGNED_OUT_EVERYWHERE = [_TOKENS, *OTHERS_SIGNED_OUT]
