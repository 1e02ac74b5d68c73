"""The control interface under ``/sim/``: what tests, the demo and the chat page let people do."""
