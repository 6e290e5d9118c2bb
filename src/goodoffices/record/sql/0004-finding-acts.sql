-- Who has a part in an act: once under the own name, and once under that of each state or body that is spoken for.
CREATE TABLE act_parties (
  act TEXT NOT NULL REFERENCES acts (id) ON DELETE CASCADE,
  -- actors, targets, mediators, host or speaker.
  role TEXT NOT NULL,
  -- The name under which it is found.
  party TEXT NOT NULL,
  -- The name that the act has: the same, or that of who speaks for the party.
  name TEXT NOT NULL,
  PRIMARY KEY (act, role, party, name)
) WITHOUT ROWID;
CREATE INDEX act_parties_by_party ON act_parties (party, act);

-- The days on which an act was published: first day, and the day after the last, ISO.
CREATE TABLE act_publications (
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  act TEXT NOT NULL REFERENCES acts (id) ON DELETE CASCADE,
  PRIMARY KEY (starts_on, ends_on, act)
) WITHOUT ROWID;
CREATE INDEX act_publications_by_act ON act_publications (act, starts_on);

-- The day under which lists have an act: the first on which it can have happened, or else on which it was published;
-- '9999-12-31' where there is neither, so that these stand last.
CREATE TABLE act_days (
  act TEXT PRIMARY KEY REFERENCES acts (id) ON DELETE CASCADE,
  day TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX act_days_by_day ON act_days (day, act);

CREATE INDEX acts_by_days ON acts (starts_on, ends_on);
CREATE INDEX acts_by_issue ON acts (issue, starts_on);
CREATE INDEX articles_by_published ON articles (published);

-- On whose side publishers stand, as the last run's dossiers have it.
CREATE TABLE outlet_sides (
  -- The publisher's name in small letters, or a host name of its pages.
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- English name of a state or body; '' for an independent one.
  side TEXT NOT NULL
) WITHOUT ROWID;

-- What the three tables above hold, made from the acts; the writer copies from here whenever an act is made.
CREATE VIEW parties_of_acts AS
SELECT acts.id AS act, json_extract (given.value, '$.field') AS role, json_extract (given.value, '$.value') AS name
FROM acts JOIN json_each (acts.body, '$.values') AS given
WHERE json_extract (given.value, '$.field') IN ('actors', 'targets', 'mediators', 'host', 'speaker');

-- For whom the parties of an act speak; of those alone whom the act still has after all corrections.
CREATE VIEW represented_of_acts AS
SELECT act_reports.act AS act, field.key AS role, json_extract (filler.value, '$.stands_for') AS party,
  json_extract (filler.value, '$.value') AS name
FROM act_reports JOIN reports ON reports.key = act_reports.report JOIN json_each (reports.body) AS field
  JOIN json_each (CASE field.type WHEN 'array' THEN field.value ELSE json_array (json (field.value)) END) AS filler
WHERE field.key IN ('actors', 'targets', 'mediators', 'host', 'speaker') AND field.type IN ('array', 'object')
  AND json_extract (filler.value, '$.stands_for') <> ''
  AND EXISTS (
    SELECT 1 FROM act_parties AS held WHERE held.act = act_reports.act AND held.role = field.key
      AND held.party = json_extract (filler.value, '$.value')
  );

CREATE VIEW publications_of_acts AS
SELECT act,
  substr (first || '-01-01', 1, 10) AS starts_on,
  CASE length (last)
    WHEN 10 THEN date (last, '+1 day') WHEN 7 THEN date (last || '-01', '+1 month') ELSE date (last || '-01-01', '+1 year')
  END AS ends_on
FROM (
  SELECT act_reports.act AS act,
    CASE instr (published, '/') WHEN 0 THEN published ELSE substr (published, 1, instr (published, '/') - 1) END AS first,
    substr (published, instr (published, '/') + 1) AS last
  FROM act_reports JOIN reports ON reports.key = act_reports.report JOIN articles ON articles.key = reports.article
  WHERE articles.published <> ''
);

INSERT OR IGNORE INTO act_parties (act, role, party, name)
SELECT parties_of_acts.act, role, name, name FROM parties_of_acts;
INSERT OR IGNORE INTO act_parties (act, role, party, name)
SELECT represented_of_acts.act, role, party, name FROM represented_of_acts;
INSERT OR IGNORE INTO act_publications (act, starts_on, ends_on) SELECT act, starts_on, ends_on FROM publications_of_acts;
INSERT INTO act_days (act, day)
SELECT id, coalesce (
  starts_on, (SELECT min (starts_on) FROM act_publications WHERE act_publications.act = acts.id), '9999-12-31'
) FROM acts;
