-- What a person is told: each thing once, by its mark; and the letters that say that there is something, without what it is.

CREATE TABLE notice (
  id      BIGSERIAL PRIMARY KEY,
  person  TEXT NOT NULL,
  mark    TEXT NOT NULL,
  kind    TEXT NOT NULL,
  law     TEXT NOT NULL,
  article TEXT NOT NULL,
  ref     TEXT NOT NULL,
  due     BIGINT NOT NULL,
  at      BIGINT NOT NULL,
  seen    BIGINT NOT NULL
);
CREATE UNIQUE INDEX notice_mark ON notice (person, mark);
CREATE INDEX notice_person ON notice (person, id);

-- digested is when the last daily letter was put down.
CREATE TABLE notice_setting (
  person   TEXT NOT NULL PRIMARY KEY,
  address  TEXT NOT NULL,
  mode     TEXT NOT NULL,
  lang     TEXT NOT NULL,
  digested BIGINT NOT NULL
);

-- A letter goes once due is past; whoever sends it moves due first, so that two processes do not send one letter.
CREATE TABLE notice_letter (
  id      BIGSERIAL PRIMARY KEY,
  person  TEXT NOT NULL,
  address TEXT NOT NULL,
  body    TEXT NOT NULL,
  due     BIGINT NOT NULL,
  tries   BIGINT NOT NULL
);
CREATE INDEX notice_letter_due ON notice_letter (due, id);
