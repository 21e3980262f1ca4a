-- By which words a field of a case is found. A word is a code under a key that stands outside the database, so that nothing can be read
-- from it; it goes with the field.
CREATE TABLE search_word (
  word    TEXT NOT NULL,
  case_id TEXT NOT NULL,
  field   TEXT NOT NULL,
  PRIMARY KEY (word, case_id, field)
);
CREATE INDEX search_word_case ON search_word (case_id);
