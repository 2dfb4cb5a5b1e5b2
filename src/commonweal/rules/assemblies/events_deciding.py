"""What people do to be counted by phone: choose it, and answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

type Channel = Literal["hand", "phone"]
type Answer = Literal["yes", "no", "abstain"]
CHANNELS: tuple[Channel, ...] = get_args(Channel.__value__)
ANSWERS: tuple[Answer, ...] = get_args(Answer.__value__)


@dataclass(frozen=True, slots=True)
class ChannelChosen:
    """Somebody is counted by hand or by phone from the next decision on."""

    by: str
    of: str
    channel: Channel
    at: datetime


@dataclass(frozen=True, slots=True)
class PhoneAnswered:
    """Somebody answers the decision that goes on by phone, instead of before.

    Between texts it is a ranking, as in "2>1=3".
    """

    by: str
    answer: str
    at: datetime
