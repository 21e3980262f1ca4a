-- Browsers that show what a person is told while no page is open: each for as long as its session lasts.
CREATE TABLE push (
  endpoint TEXT NOT NULL PRIMARY KEY,
  person   TEXT NOT NULL,
  session  BYTEA NOT NULL,
  key      BYTEA NOT NULL,
  secret   BYTEA NOT NULL,
  lang     TEXT NOT NULL,
  added    BIGINT NOT NULL
);
CREATE INDEX push_person ON push (person);

CREATE TABLE push_post (
  id       BIGSERIAL PRIMARY KEY,
  endpoint TEXT NOT NULL,
  body     BYTEA NOT NULL,
  due      BIGINT NOT NULL,
  tries    BIGINT NOT NULL
);
CREATE INDEX push_post_due ON push_post (due, id);
