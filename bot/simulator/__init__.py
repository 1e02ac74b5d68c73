"""A Bot API server that stands in for Telegram or Bale: for the demo, the journey tests and load runs.

It speaks HTTP like the real platform, shows a chat page to people, and lets tests act as citizens
through ``/sim/…``. It knows nothing of the product: neither backend nor nlp nor telegram is imported.
"""
