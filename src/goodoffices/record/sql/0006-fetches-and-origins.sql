-- What became of each address the last time that it was asked for.
CREATE TABLE fetches (
  url TEXT PRIMARY KEY,
  -- Seconds since 1970, UTC.
  asked_at REAL NOT NULL,
  -- Of HTTP; 0 where no answer came.
  status INTEGER NOT NULL,
  -- SHA-256 of the last good answer, under which it is kept; '' for none.
  capture TEXT NOT NULL,
  etag TEXT NOT NULL,
  modified TEXT NOT NULL,
  came_from TEXT NOT NULL,
  -- In a row, and until when the address is left alone.
  failures INTEGER NOT NULL,
  wait_until REAL NOT NULL,
  trouble TEXT NOT NULL,
  -- What the list that named the address says of the page.
  title TEXT NOT NULL,
  published TEXT NOT NULL,
  outlet TEXT NOT NULL,
  -- 0 until the round in which it came has ended: what a round that was cut off fetched is taken from what is kept.
  is_settled INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX fetches_unsettled ON fetches (url) WHERE NOT is_settled;

-- How an article came here, as far as it is more than a text.
CREATE TABLE origins (
  article INTEGER PRIMARY KEY REFERENCES articles (key),
  author TEXT NOT NULL,
  -- Where its date of publication was found, and how sure that place is, 0 to 1; '' and 0 where there is none.
  dated_by TEXT NOT NULL,
  dated_surely REAL NOT NULL,
  -- SHA-256 of the document that it was extracted from; '' where the text is all that came.
  capture TEXT NOT NULL
);
