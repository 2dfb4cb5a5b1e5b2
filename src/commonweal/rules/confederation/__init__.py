"""How institutions that stay sovereign decide together, and are held to what they say.

Delegates carry mandates and can be called home; what is decided above binds only when
the base says yes.
"""
