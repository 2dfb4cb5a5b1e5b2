"""Institutions and what belongs to them. Every row names its institution."""

from commonweal.foundation.institutions.models.belonging import (
    Application,
    CharterVersion,
    Confirmation,
    Institution,
    Invitation,
    Member,
    OfficeHolding,
    Roll,
    RollEntry,
    Source,
    Statement,
)
from commonweal.foundation.institutions.models.recovering import Recovery, Vouch
from commonweal.foundation.rows import OfInstitution

__all__ = [
    "Application",
    "CharterVersion",
    "Confirmation",
    "Institution",
    "Invitation",
    "Member",
    "OfInstitution",
    "OfficeHolding",
    "Recovery",
    "Roll",
    "RollEntry",
    "Source",
    "Statement",
    "Vouch",
]
