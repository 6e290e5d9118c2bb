-- One row for each article that was compared with all before it.
CREATE TABLE copies (
  article INTEGER PRIMARY KEY REFERENCES articles (key),
  -- The first article with the very same words; its own key where it is the first.
  original INTEGER NOT NULL,
  -- The smallest key among the articles that are copies of each other.
  copy_group INTEGER NOT NULL
);
CREATE INDEX copies_by_group ON copies (copy_group);

-- The first article with each text.
CREATE TABLE copy_texts (
  -- Of its words alone: case, punctuation and layout do not count.
  digest BLOB PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (key)
) WITHOUT ROWID;

-- By which near copies are found: texts that share a band are compared.
CREATE TABLE copy_bands (
  band INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (key),
  PRIMARY KEY (band, article)
) WITHOUT ROWID;
