# Two empty functions to fill in.
