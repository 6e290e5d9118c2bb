-- The outlets that published what was read.
CREATE TABLE outlets (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

-- One row for each version of each article. Never deleted.
CREATE TABLE articles (
  key INTEGER PRIMARY KEY,
  -- The id that the source gave, or one made from the content; versions share it.
  id TEXT NOT NULL,
  -- SHA-256 of title, date and text: another digest is another version.
  digest TEXT NOT NULL,
  -- The first version's key; its own for a first version.
  thread INTEGER NOT NULL,
  -- 1 for the first.
  version INTEGER NOT NULL,
  -- 1 for the latest version, the only one whose reports make acts.
  is_current INTEGER NOT NULL,
  url TEXT NOT NULL,
  -- NULL where the source does not say.
  outlet INTEGER REFERENCES outlets (id),
  -- ISO, partial ISO or first/last; '' where the source does not say.
  published TEXT NOT NULL,
  -- ISO 639-1, as it was read; '' where it is not known.
  lang TEXT NOT NULL,
  -- Fingerprint of the reader that read it: with another one it is read again.
  read_with TEXT NOT NULL,
  UNIQUE (id, digest)
);
CREATE INDEX articles_by_url ON articles (url) WHERE url <> '';
CREATE INDEX articles_by_thread ON articles (thread);

-- What the articles say; apart from their heads, because lists never need it.
CREATE TABLE texts (
  article INTEGER PRIMARY KEY REFERENCES articles (key),
  title TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE VIRTUAL TABLE article_search USING fts5 (
  title, text, content = 'texts', content_rowid = 'article', tokenize = 'unicode61 remove_diacritics 2'
);

-- One row for each report. Never deleted; one that a later reader no longer finds is set aside.
CREATE TABLE reports (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (key),
  -- From the content: the same in every record.
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  modality TEXT NOT NULL,
  issue TEXT NOT NULL,
  place TEXT NOT NULL,
  speaker TEXT NOT NULL,
  -- First day and the day after the last, ISO; NULL where the report gives no date.
  starts_on TEXT,
  ends_on TEXT,
  -- Where its evidence begins in the article's text.
  start_char INTEGER NOT NULL,
  -- The words that carry it.
  evidence TEXT NOT NULL,
  is_background INTEGER NOT NULL,
  -- 0 for a report that the latest reading of its article no longer gives.
  is_current INTEGER NOT NULL,
  -- The whole report as JSON.
  body TEXT NOT NULL,
  UNIQUE (article, id)
);
CREATE INDEX reports_by_id ON reports (id);
CREATE INDEX reports_by_kind ON reports (kind, starts_on);
CREATE INDEX reports_by_issue ON reports (issue);
CREATE VIRTUAL TABLE report_search USING fts5 (
  evidence, content = 'reports', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

-- The stretches of text that each value of each field was read from.
CREATE TABLE report_spans (
  report INTEGER NOT NULL REFERENCES reports (key),
  -- actors, targets, mediators, host, place, date, speaker, issue ... or kind, status, modality.
  field TEXT NOT NULL,
  -- The value as it is shown.
  value TEXT NOT NULL,
  -- Half-open, in code points of the article's text.
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL
);
CREATE INDEX report_spans_by_report ON report_spans (report);
CREATE INDEX report_spans_by_value ON report_spans (field, value);

-- What reports agree and disagree on. Made anew from the reports and judgements whenever these change.
CREATE TABLE acts (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  issue TEXT NOT NULL,
  -- First day and the day after the last, ISO; NULL where no report gives a date.
  starts_on TEXT,
  ends_on TEXT,
  -- 1 where every report tells it as background.
  is_background INTEGER NOT NULL,
  -- The whole act as JSON.
  body TEXT NOT NULL
);
CREATE INDEX acts_by_kind ON acts (kind, starts_on);

CREATE TABLE act_reports (
  act TEXT NOT NULL REFERENCES acts (id) ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES reports (key),
  PRIMARY KEY (act, report)
) WITHOUT ROWID;
CREATE INDEX act_reports_by_report ON act_reports (report);

-- Kinds of act whose reports changed since the acts were last made.
CREATE TABLE stale_kinds (
  kind TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Decisions, by rule or by a person. Only ever added to.
CREATE TABLE judgements (
  key INTEGER PRIMARY KEY,
  -- same, different, unsure, confirm, correct, reject.
  verdict TEXT NOT NULL,
  -- The report's id; for a pair, the smaller id.
  subject TEXT NOT NULL,
  -- The other report's id, the field, or ''.
  object TEXT NOT NULL,
  -- The corrected value, or ''.
  value TEXT NOT NULL,
  -- 'rule', or the reviewer's name.
  judged_by TEXT NOT NULL,
  -- ISO instant in UTC; '' for a rule.
  judged_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- 0 to 1.
  score REAL NOT NULL,
  UNIQUE (verdict, subject, object, value, judged_by, judged_at, reason)
);
CREATE INDEX judgements_by_subject ON judgements (subject);
CREATE INDEX judgements_by_object ON judgements (object);
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements
BEGIN SELECT RAISE (ABORT, 'judgements are only added'); END;
CREATE TRIGGER judgements_remain BEFORE DELETE ON judgements
BEGIN SELECT RAISE (ABORT, 'judgements are only added'); END;

-- What the issues of reports and acts are called.
CREATE TABLE issues (
  id TEXT PRIMARY KEY,
  -- As the last run's dossiers have it.
  title TEXT NOT NULL
) WITHOUT ROWID;

-- What could not be taken in or read, or was read with a reservation.
CREATE TABLE notices (
  key INTEGER PRIMARY KEY,
  -- NULL where it concerns no article that was taken in.
  article INTEGER REFERENCES articles (key),
  stage TEXT NOT NULL,
  subject TEXT NOT NULL,
  message TEXT NOT NULL,
  severity TEXT NOT NULL,
  UNIQUE (stage, subject, message)
);
CREATE INDEX notices_by_article ON notices (article);

-- Each time that articles were read into this record.
CREATE TABLE runs (
  key INTEGER PRIMARY KEY,
  -- ISO instants in UTC; '' while it runs, or where it was cut off.
  started_at TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  read_with TEXT NOT NULL,
  articles INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  notices INTEGER NOT NULL
);
