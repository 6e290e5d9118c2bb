"""What the five seed reports must give."""
