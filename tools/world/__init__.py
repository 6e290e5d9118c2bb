"""How the index of world knowledge is collected from libraries and the hand-written supplement."""
