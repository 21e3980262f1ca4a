-- How people prove who they are. What stands here opens nothing: of sessions there are hashes, of passkeys
-- the public halves.

-- session_use says where and when a browser's session was used; fresh is the last time that its person
-- proved anew who they are.
CREATE TABLE session_use (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  used       BIGINT NOT NULL,
  fresh      BIGINT NOT NULL,
  method     TEXT NOT NULL,
  agent      TEXT NOT NULL
);

CREATE TABLE passkey (
  id      BYTEA NOT NULL PRIMARY KEY,
  person  TEXT NOT NULL,
  name    TEXT NOT NULL,
  key     TEXT NOT NULL,
  rp      TEXT NOT NULL,
  origin  TEXT NOT NULL,
  counter BIGINT NOT NULL,
  created BIGINT NOT NULL,
  used    BIGINT NOT NULL
);
CREATE INDEX passkey_person ON passkey (person);

-- used_challenge keeps what has been answered until it would have expired, so that no answer counts twice.
CREATE TABLE used_challenge (
  hash    BYTEA NOT NULL PRIMARY KEY,
  expires BIGINT NOT NULL
);

-- staff_record is what a node keeps about its people besides who they are: preferences, absences, delegations,
-- requests that wait for a second person, and what was changed by whom.
CREATE TABLE staff_record (
  kind    TEXT NOT NULL,
  ref     TEXT NOT NULL,
  person  TEXT NOT NULL,
  body    BYTEA NOT NULL,
  created BIGINT NOT NULL,
  PRIMARY KEY (kind, ref)
);
CREATE INDEX staff_record_created ON staff_record (kind, created);
