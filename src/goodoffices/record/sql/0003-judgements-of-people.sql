-- What the judgements of people are about, so that each finds its report again after another reading. Only added to.
CREATE TABLE judgement_anchors (
  judgement INTEGER NOT NULL REFERENCES judgements (key),
  -- The report's id when it was judged: the judgement's subject or object.
  report TEXT NOT NULL,
  -- The article's id.
  article TEXT NOT NULL,
  -- SHA-256 of the version of the article that it was read from.
  digest TEXT NOT NULL,
  -- The kind of act as it was read.
  kind TEXT NOT NULL,
  -- Where its evidence stood in that version: half-open, in code points.
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  -- The words of the evidence.
  evidence TEXT NOT NULL,
  -- JSON list of the values of actors, targets and mediators.
  parties TEXT NOT NULL,
  -- JSON list of the ids of other reports of the same words that were there then.
  beside TEXT NOT NULL,
  PRIMARY KEY (judgement, report)
) WITHOUT ROWID;
CREATE INDEX judgement_anchors_by_report ON judgement_anchors (report);

-- Where each judgement of a person stands. Made anew from reports and judgements whenever these change.
CREATE TABLE judgement_standings (
  judgement INTEGER PRIMARY KEY REFERENCES judgements (key),
  -- stands, overruled, withdrawn, dormant.
  standing TEXT NOT NULL,
  -- The current report that took the place of the judgement's subject, mostly the same; '' where there is none.
  subject TEXT NOT NULL,
  -- The same for the other report of a pair; '' where it is about a field or a report as a whole.
  object TEXT NOT NULL
);
CREATE INDEX judgement_standings_by_subject ON judgement_standings (subject);
CREATE INDEX judgement_standings_by_object ON judgement_standings (object) WHERE object <> '';

-- The judgements of people among those of rules, which are many more.
CREATE INDEX judgements_of_people ON judgements (key) WHERE judged_by <> 'rule';
-- The same text can have another id in another record.
CREATE INDEX articles_by_digest ON articles (digest);
