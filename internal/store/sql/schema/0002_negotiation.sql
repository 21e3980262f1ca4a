-- Negotiations: with whom, what was said, and what this party keeps to itself.

CREATE TABLE contact (
  party   TEXT NOT NULL PRIMARY KEY,
  address TEXT NOT NULL,
  card    BYTEA NOT NULL,
  added   BIGINT NOT NULL
);

-- concluded is the text that all have signed and that this node has taken onto itself; '' before.
CREATE TABLE negotiation (
  id        TEXT NOT NULL PRIMARY KEY,
  amends    TEXT NOT NULL,
  opened    BIGINT NOT NULL,
  concluded TEXT NOT NULL
);

CREATE TABLE dispatch (
  id          BIGSERIAL PRIMARY KEY,
  negotiation TEXT NOT NULL,
  party       TEXT NOT NULL,
  number      BIGINT NOT NULL,
  digest      TEXT NOT NULL,
  body        BYTEA NOT NULL,
  received    BIGINT NOT NULL
);
CREATE UNIQUE INDEX dispatch_place ON dispatch (negotiation, party, number);
CREATE UNIQUE INDEX dispatch_digest ON dispatch (digest);
CREATE INDEX dispatch_negotiation ON dispatch (negotiation, id);

-- A dispatch that contradicts the one in its place: both are signed, and together they are proof.
CREATE TABLE dispatch_fork (
  digest      TEXT NOT NULL PRIMARY KEY,
  negotiation TEXT NOT NULL,
  party       TEXT NOT NULL,
  number      BIGINT NOT NULL,
  body        BYTEA NOT NULL,
  received    BIGINT NOT NULL
);
CREATE INDEX dispatch_fork_negotiation ON dispatch_fork (negotiation, party, number);

-- Nothing that leaves this node is made from the next two.
CREATE TABLE red_line (
  name      TEXT NOT NULL PRIMARY KEY,
  condition TEXT NOT NULL,
  words     TEXT NOT NULL,
  added     BIGINT NOT NULL
);

CREATE TABLE red_line_check (
  negotiation TEXT NOT NULL,
  version     TEXT NOT NULL,
  name        TEXT NOT NULL,
  outcome     TEXT NOT NULL,
  why         TEXT NOT NULL,
  at          BIGINT NOT NULL,
  PRIMARY KEY (negotiation, version, name)
);
