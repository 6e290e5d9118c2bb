-- Publications of acts that a list by days does not have at that place: of an act without a date each but the first, and
-- that too where it lasts long; and those before the act was to happen.
CREATE TABLE act_announcements (
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  act TEXT NOT NULL REFERENCES acts (id) ON DELETE CASCADE,
  PRIMARY KEY (starts_on, ends_on, act)
) WITHOUT ROWID;
CREATE INDEX act_announcements_by_act ON act_announcements (act);

CREATE VIEW announcements_of_acts AS
SELECT act_publications.act AS act, act_publications.starts_on AS starts_on, act_publications.ends_on AS ends_on
FROM act_publications JOIN act_days ON act_days.act = act_publications.act JOIN acts ON acts.id = act_publications.act
WHERE act_publications.starts_on < acts.starts_on OR (
  acts.starts_on IS NULL AND (
    act_publications.starts_on <> act_days.day
    OR julianday (act_publications.ends_on) - julianday (act_publications.starts_on) > 31
  )
);

INSERT OR IGNORE INTO act_announcements (starts_on, ends_on, act)
SELECT starts_on, ends_on, act FROM announcements_of_acts;

-- What lies longer than a month is looked for apart.
CREATE INDEX acts_long ON acts (ends_on) WHERE julianday (ends_on) - julianday (starts_on) > 31;
CREATE INDEX act_publications_long ON act_publications (ends_on)
WHERE julianday (ends_on) - julianday (starts_on) > 31;
CREATE INDEX act_announcements_long ON act_announcements (ends_on)
WHERE julianday (ends_on) - julianday (starts_on) > 31;

-- The fields on which accounts of an act differ.
CREATE TABLE act_differences (
  field TEXT NOT NULL,
  -- As in act_days.
  day TEXT NOT NULL,
  act TEXT NOT NULL REFERENCES acts (id) ON DELETE CASCADE,
  is_background INTEGER NOT NULL,
  PRIMARY KEY (field, day, act)
) WITHOUT ROWID;
CREATE INDEX act_differences_by_act ON act_differences (act);

CREATE VIEW differences_of_acts AS
SELECT acts.id AS act, field.value AS field, act_days.day AS day, acts.is_background AS is_background
FROM acts JOIN act_days ON act_days.act = acts.id JOIN json_each (acts.body, '$.differs') AS field;

INSERT OR IGNORE INTO act_differences (field, day, act, is_background)
SELECT field, day, act, is_background FROM differences_of_acts;

-- Acts by kind and status, as in act_keys.
DROP TRIGGER tally_act_in;
DROP TRIGGER tally_act_out;
CREATE TRIGGER tally_act_in AFTER INSERT ON acts
BEGIN
  UPDATE tallies SET count = count + 1 WHERE what = 'acts' AND name = '';
  INSERT INTO tallies VALUES (
    'what', new.kind || '/' || new.status || CASE new.is_background WHEN 0 THEN '' ELSE '~' END, 1
  ) ON CONFLICT (what, name) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER tally_act_out AFTER DELETE ON acts
BEGIN
  UPDATE tallies SET count = count - 1 WHERE what = 'acts' AND name = '';
  UPDATE tallies SET count = count - 1 WHERE what = 'what'
    AND name = old.kind || '/' || old.status || CASE old.is_background WHEN 0 THEN '' ELSE '~' END;
END;
INSERT INTO tallies (what, name, count)
SELECT 'what', what, count(*) FROM act_keys WHERE key = '' GROUP BY what;
