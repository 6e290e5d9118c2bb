-- Names of people and bodies that neither dossier nor world knowledge has, with whom they speak for.
CREATE TABLE names (
  name TEXT NOT NULL,
  -- The state or body they speak for; '' where no report says.
  side TEXT NOT NULL,
  -- What acts call them: of several spellings of one name, always the same one.
  called TEXT NOT NULL,
  PRIMARY KEY (name, side)
) WITHOUT ROWID;

-- Which reports that make acts have them.
CREATE TABLE name_uses (
  report TEXT NOT NULL,
  name TEXT NOT NULL,
  side TEXT NOT NULL,
  PRIMARY KEY (report, name, side)
) WITHOUT ROWID;
CREATE INDEX name_uses_by_name ON name_uses (name, side);

-- Skeletons of their words: only names that share some are compared.
CREATE TABLE name_keys (
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  side TEXT NOT NULL,
  PRIMARY KEY (key, name, side)
) WITHOUT ROWID;
CREATE INDEX name_keys_by_name ON name_keys (name, side);

-- Two that can be one, both ways.
CREATE TABLE name_pairs (
  name TEXT NOT NULL,
  side TEXT NOT NULL,
  other TEXT NOT NULL,
  other_side TEXT NOT NULL,
  PRIMARY KEY (name, side, other, other_side)
) WITHOUT ROWID;

INSERT OR IGNORE INTO changed_reports SELECT DISTINCT id FROM reports;
