-- Where each report that makes acts stands in merging: only reports of one block are ever compared.
CREATE TABLE merging (
  -- The report's id; copies of one text share it.
  report TEXT PRIMARY KEY,
  -- Digest of the kind and the parties.
  block INTEGER NOT NULL,
  -- Days between which its act can lie, as ordinals, both inclusive; NULL where that is too long to tell acts apart.
  first_day INTEGER,
  last_day INTEGER,
  -- Digest of the reports that it was last compared with; 0 where it is still to be compared. Odd where the whole
  -- block was compared at once.
  cell INTEGER NOT NULL,
  -- The smallest id of the reports that rules took for one act with it; '' before it is compared.
  cluster TEXT NOT NULL,
  -- The act that it belongs to, people's judgements included; '' before it is compared.
  act TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX merging_by_block ON merging (block, first_day, last_day, report, cell);
CREATE INDEX merging_by_cluster ON merging (cluster);
CREATE INDEX merging_by_act ON merging (act);

-- Reports that were added, renewed, set aside or judged since acts were last made.
CREATE TABLE changed_reports (
  report TEXT PRIMARY KEY
) WITHOUT ROWID;
INSERT INTO changed_reports SELECT DISTINCT id FROM reports;

-- Stretches of blocks in which a report came, went or changed, that are still to be compared anew.
CREATE TABLE changed_blocks (
  block INTEGER NOT NULL,
  -- Ordinals, as in `merging`; -1 where the report's act can lie on any day.
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  PRIMARY KEY (block, first_day, last_day)
) WITHOUT ROWID;

-- Acts whose reports went away or are compared anew.
CREATE TABLE changed_acts (
  act TEXT PRIMARY KEY
) WITHOUT ROWID;

DROP TABLE stale_kinds;
