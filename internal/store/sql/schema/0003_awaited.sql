-- What each open duty waits for whom: derived from the cases, and kept so that a person's list need not read them all.
-- agreement is the name under which roles are held, whatever the version; due is beyond all instants where nothing says until when; barred are
-- pseudonyms, with spaces between.
CREATE TABLE awaited (
  case_id TEXT NOT NULL,
  role    TEXT NOT NULL,
  name    TEXT NOT NULL,
  due     BIGINT NOT NULL,
  barred  TEXT NOT NULL,
  PRIMARY KEY (case_id, role)
);
CREATE INDEX awaited_role ON awaited (name, role, due, case_id);
CREATE INDEX deadline_fired ON deadline (fired) WHERE fired > 0;
