-- By what acts are found, in the order of days: lists, and what can have followed from what.
CREATE TABLE act_keys (
  -- '' for every act; 'a' and a name: who acts; 't': to whom it is addressed; 'm': mediators; 'h': host; 's': speaker,
  -- each by the own name and by that of whom they speak for; 'p': place, or the state in which it lies; 'i': issue;
  -- 'c': an article that tells of it.
  -- While links are kept also 'd': document; 'q': quantity; 'b': who has a part in what a prediction tells of.
  key TEXT NOT NULL,
  -- Kind and status, as in 'meeting/held'; what all reports tell as background has a '~' behind.
  what TEXT NOT NULL,
  -- As in act_days.
  day TEXT NOT NULL,
  act TEXT NOT NULL,
  PRIMARY KEY (key, what, day, act)
) WITHOUT ROWID;

-- The keys 'd', 'q' and 'b' once more, by act.
CREATE TABLE act_words (
  act TEXT NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (act, key)
) WITHOUT ROWID;

-- Which act followed from which, by the rules. What people say of it is applied when it is looked at.
CREATE TABLE act_links (
  first TEXT NOT NULL,
  later TEXT NOT NULL,
  -- consent, refusal, meeting, stage ...
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  confidence REAL NOT NULL,
  -- 0 where another act is nearer, of a rule that takes only the nearest.
  is_nearest INTEGER NOT NULL,
  PRIMARY KEY (first, later, kind)
) WITHOUT ROWID;
CREATE INDEX act_links_by_later ON act_links (later, kind, first);

-- What came of offers, commitments, demands and predictions, so that lists can be counted and filtered by it.
CREATE TABLE act_outcomes (
  act TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  is_background INTEGER NOT NULL,
  -- Until the deadline has passed, and after it; the same where it does not matter.
  state TEXT NOT NULL,
  late_state TEXT NOT NULL,
  -- ISO; '' where there is none.
  deadline TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX act_outcomes_by_kind ON act_outcomes (kind, is_background, day, act, state, late_state, deadline);

-- Acts that are still to be tied to others, near each other by `near`.
CREATE TABLE changed_links (
  near TEXT NOT NULL,
  act TEXT NOT NULL,
  PRIMARY KEY (near, act)
) WITHOUT ROWID;
CREATE INDEX changed_links_by_act ON changed_links (act);

-- Where an act went away among those of one key: others can now be looked at in its place.
CREATE TABLE changed_shelves (
  key TEXT NOT NULL,
  what TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (key, what, day)
) WITHOUT ROWID;

-- Acts from which something else follows than before.
CREATE TABLE changed_outcomes (
  act TEXT PRIMARY KEY
) WITHOUT ROWID;

-- How much there is, kept up by the triggers below.
CREATE TABLE tallies (
  -- 'articles' and 'reports', which count what is current; 'acts' and 'notices'.
  what TEXT NOT NULL,
  -- Of reports the language, of acts the kind and status; '' for all else.
  name TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (what, name)
) WITHOUT ROWID;

-- What `act_keys` holds, made from the acts; the writer copies from here whenever an act is made.
CREATE VIEW what_of_acts AS
SELECT id AS act, kind || '/' || status || CASE is_background WHEN 0 THEN '' ELSE '~' END AS what, act_days.day AS day
FROM acts CROSS JOIN act_days ON act_days.act = acts.id;

CREATE VIEW keys_of_acts AS
SELECT id AS act, '' AS key FROM acts
UNION ALL SELECT act, substr (role, 1, 1) || party FROM act_parties
UNION ALL SELECT act, 'c' || article FROM act_reports JOIN reports ON reports.key = act_reports.report
UNION ALL SELECT id, 'i' || issue FROM acts WHERE issue <> ''
UNION ALL SELECT id, 'p' || coalesce (nullif (json_extract (body, '$.country'), ''), json_extract (body, '$.place'))
FROM acts WHERE json_extract (body, '$.country') <> '' OR json_extract (body, '$.place') <> '';

INSERT OR IGNORE INTO act_keys (key, what, day, act)
SELECT key, what, day, what_of_acts.act
FROM what_of_acts CROSS JOIN keys_of_acts ON keys_of_acts.act = what_of_acts.act
ORDER BY 1, 2, 3, 4;

INSERT INTO changed_links (near, act)
SELECT coalesce ((SELECT min (party) FROM act_parties WHERE act_parties.act = acts.id), '') || ' ' || day, id
FROM acts JOIN act_days ON act_days.act = acts.id;

INSERT INTO tallies (what, name, count)
SELECT 'articles', '', count(*) FROM articles WHERE is_current
UNION ALL SELECT 'notices', '', count(*) FROM notices
UNION ALL SELECT 'acts', '', count(*) FROM acts
UNION ALL SELECT 'reports', articles.lang, count(*) FROM reports JOIN articles ON articles.key = reports.article
WHERE reports.is_current AND articles.is_current GROUP BY articles.lang;
INSERT OR IGNORE INTO tallies VALUES ('articles', '', 0), ('notices', '', 0), ('acts', '', 0);

CREATE TRIGGER tally_article_in AFTER INSERT ON articles WHEN new.is_current
BEGIN UPDATE tallies SET count = count + 1 WHERE what = 'articles'; END;
CREATE TRIGGER tally_article_changed AFTER UPDATE OF is_current, lang ON articles
WHEN old.is_current <> new.is_current OR old.lang <> new.lang
BEGIN
  UPDATE tallies SET count = count + new.is_current - old.is_current WHERE what = 'articles';
  INSERT OR IGNORE INTO tallies VALUES ('reports', new.lang, 0);
  UPDATE tallies SET count = count - old.is_current * (
    SELECT count(*) FROM reports WHERE article = new.key AND is_current
  ) WHERE what = 'reports' AND name = old.lang;
  UPDATE tallies SET count = count + new.is_current * (
    SELECT count(*) FROM reports WHERE article = new.key AND is_current
  ) WHERE what = 'reports' AND name = new.lang;
END;
CREATE TRIGGER tally_report_in AFTER INSERT ON reports WHEN new.is_current
BEGIN
  INSERT OR IGNORE INTO tallies SELECT 'reports', lang, 0 FROM articles WHERE key = new.article;
  UPDATE tallies SET count = count + (SELECT is_current FROM articles WHERE key = new.article)
  WHERE what = 'reports' AND name = (SELECT lang FROM articles WHERE key = new.article);
END;
CREATE TRIGGER tally_report_changed AFTER UPDATE OF is_current ON reports WHEN old.is_current <> new.is_current
BEGIN
  UPDATE tallies SET count = count
    + (new.is_current - old.is_current) * (SELECT is_current FROM articles WHERE key = new.article)
  WHERE what = 'reports' AND name = (SELECT lang FROM articles WHERE key = new.article);
END;
CREATE TRIGGER tally_act_in AFTER INSERT ON acts
BEGIN UPDATE tallies SET count = count + 1 WHERE what = 'acts'; END;
CREATE TRIGGER tally_act_out AFTER DELETE ON acts
BEGIN UPDATE tallies SET count = count - 1 WHERE what = 'acts'; END;
CREATE TRIGGER tally_notice_in AFTER INSERT ON notices
BEGIN UPDATE tallies SET count = count + 1 WHERE what = 'notices'; END;
