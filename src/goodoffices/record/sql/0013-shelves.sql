-- Places among those of one key that an act left or took since links were last looked at; `flips` is even where it came
-- back to the same place, as one does that is made anew.
DROP TABLE changed_shelves;
CREATE TABLE changed_shelves (
  key TEXT NOT NULL,
  what TEXT NOT NULL,
  day TEXT NOT NULL,
  act TEXT NOT NULL,
  flips INTEGER NOT NULL,
  PRIMARY KEY (key, what, day, act)
) WITHOUT ROWID;
