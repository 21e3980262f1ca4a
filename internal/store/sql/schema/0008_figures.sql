-- Figures: how clocks were kept and what became of cases, counted as the cases change.

-- figured is the version of the case that stands in the counts; the index holds the cases that are behind.
ALTER TABLE case_file ADD COLUMN figured BIGINT NOT NULL DEFAULT 0;
CREATE INDEX case_file_uncounted ON case_file (id) WHERE figured <> version;

-- What of a case stands in the counts, so that it can be taken out again when the case has moved on.
CREATE TABLE figure_case (
  case_id      TEXT NOT NULL PRIMARY KEY,
  agreement_id TEXT NOT NULL,
  body         BYTEA NOT NULL
);

-- The counts of a procedure in one month, of all versions of an agreement.
CREATE TABLE figure_month (
  agreement_id TEXT NOT NULL,
  procedure    TEXT NOT NULL,
  month        TEXT NOT NULL,
  body         BYTEA NOT NULL,
  PRIMARY KEY (agreement_id, procedure, month)
);

-- What was published. A release is written once.
CREATE TABLE figure_release (
  agreement_id TEXT NOT NULL,
  number       BIGINT NOT NULL,
  digest       TEXT NOT NULL,
  body         BYTEA NOT NULL,
  at           BIGINT NOT NULL,
  PRIMARY KEY (agreement_id, number)
);
