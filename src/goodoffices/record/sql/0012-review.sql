-- What rules took for one act, the least certain first.
CREATE INDEX judgements_of_rules ON judgements (score, subject, object) WHERE judged_by = 'rule' AND verdict = 'same';
