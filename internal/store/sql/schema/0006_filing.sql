-- What was brought without an account, and what stands beside a case: words with the person, notes of the office. Nothing here
-- says who the person is. The code is there as a keyed hash; secret and body are encrypted under the case's key, with which they go.

CREATE TABLE filing (
  code      BYTEA NOT NULL PRIMARY KEY,
  agreement TEXT NOT NULL,
  case_id   TEXT NOT NULL,
  secret    BYTEA NOT NULL,
  given     BOOLEAN NOT NULL,
  confirmed BOOLEAN NOT NULL,
  created   BIGINT NOT NULL
);
CREATE UNIQUE INDEX filing_case ON filing (case_id);

-- kind is 'person', 'office' or 'note'; person is who of the staff wrote it, '' for whoever holds the code.
CREATE TABLE case_word (
  id      BIGSERIAL PRIMARY KEY,
  case_id TEXT NOT NULL,
  kind    TEXT NOT NULL,
  person  TEXT NOT NULL,
  tag     BYTEA NOT NULL,
  body    BYTEA NOT NULL,
  at      BIGINT NOT NULL
);
CREATE INDEX case_word_case ON case_word (case_id, id);
