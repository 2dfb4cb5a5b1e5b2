"""QR pictures, drawn here as part of the page, so that no other host is asked."""

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext


def qr(link: str) -> SafeString:
    """Draw a link as a QR picture in SVG, black on white in any colour scheme."""
    drawn = segno.make(link, error="m", micro=False).svg_inline(
        scale=4,
        border=3,
        dark="#000",
        light="#fff",
        omitsize=True,
        svgclass="qr",
        title=gettext("QR picture of the link"),
    )
    # Drawn by segno from numbers, its title escaped by it.
    return mark_safe(drawn.replace("<svg ", '<svg role="img" ', 1))
