"""Reading on several processes: the same functions, the same order, the same bytes on any number of them."""
