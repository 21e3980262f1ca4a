-- What an agreement says in another language, as the file beside its text says it.
CREATE TABLE translation (
  agreement TEXT NOT NULL,
  language  TEXT NOT NULL,
  text      BYTEA NOT NULL,
  added     BIGINT NOT NULL,
  PRIMARY KEY (agreement, language)
);
