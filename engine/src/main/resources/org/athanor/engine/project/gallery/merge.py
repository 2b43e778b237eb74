# Brings lines together; usually nothing else.
