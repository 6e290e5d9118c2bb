"""What followed from what: the rules by which acts are tied, and what so came of offers, demands and promises."""
