-- The places that reports give an act, with the state in which the act's place lies.
CREATE TABLE act_places (
  act TEXT NOT NULL REFERENCES acts (id) ON DELETE CASCADE,
  -- Usual English name, as the act has it; of several that one report names, each.
  place TEXT NOT NULL,
  -- English name; '' where it is not known.
  country TEXT NOT NULL,
  PRIMARY KEY (act, place)
) WITHOUT ROWID;
CREATE INDEX act_places_by_place ON act_places (place, act);
CREATE INDEX act_places_by_country ON act_places (country, act);

CREATE INDEX articles_by_outlet ON articles (outlet);
CREATE INDEX acts_by_status ON acts (status);

-- What the table above holds, made from the acts; the writer copies from here whenever an act is made.
CREATE VIEW places_of_acts AS
SELECT acts.id AS act, json_extract (given.value, '$.value') AS place, json_extract (acts.body, '$.country') AS country
FROM acts JOIN json_each (acts.body, '$.values') AS given
WHERE json_extract (given.value, '$.field') = 'place' AND json_extract (given.value, '$.value') <> '';

INSERT OR IGNORE INTO act_places (act, place, country) SELECT act, place, coalesce (country, '') FROM places_of_acts;
