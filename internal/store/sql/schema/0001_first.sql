-- The schema, written once. Types are PostgreSQL's; the SQLite dialect replaces them by name
-- (BYTEA, BIGINT, BOOLEAN, BIGSERIAL PRIMARY KEY) and makes every table STRICT. Instants are
-- microseconds since 1970 in UTC; 0 means none. A bytes column without NOT NULL may be NULL: none.

CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value BYTEA NOT NULL
);

CREATE TABLE agreement (
  text_hash  TEXT NOT NULL PRIMARY KEY,
  id         TEXT NOT NULL,
  model_hash TEXT NOT NULL,
  text       BYTEA NOT NULL,
  added      BIGINT NOT NULL,
  in_force   BOOLEAN NOT NULL,
  ended      BIGINT NOT NULL
);

CREATE TABLE peer (
  agreement TEXT NOT NULL,
  party     TEXT NOT NULL,
  address   TEXT NOT NULL,
  card      BYTEA,
  seen      BIGINT NOT NULL,
  PRIMARY KEY (agreement, party)
);

CREATE TABLE person (
  id       TEXT NOT NULL PRIMARY KEY,
  name     TEXT NOT NULL,
  roles    TEXT NOT NULL,
  secret   BYTEA,
  created  BIGINT NOT NULL,
  disabled BOOLEAN NOT NULL
);

CREATE TABLE session (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  person     TEXT NOT NULL,
  kind       TEXT NOT NULL,
  created    BIGINT NOT NULL,
  expires    BIGINT NOT NULL
);
CREATE INDEX session_expires ON session (expires);

CREATE TABLE case_file (
  id           TEXT NOT NULL PRIMARY KEY,
  agreement    TEXT NOT NULL,
  procedure    TEXT NOT NULL,
  home         TEXT NOT NULL,
  number       BIGINT NOT NULL,
  last_receipt TEXT NOT NULL,
  state        TEXT NOT NULL,
  opened       BIGINT NOT NULL,
  updated      BIGINT NOT NULL,
  next_at      BIGINT NOT NULL,
  closed       BOOLEAN NOT NULL,
  version      BIGINT NOT NULL
);
CREATE INDEX case_file_updated ON case_file (updated, id);
CREATE INDEX case_file_state ON case_file (agreement, procedure, state, updated, id);
CREATE INDEX case_file_next ON case_file (next_at) WHERE next_at > 0;

CREATE TABLE act (
  digest         TEXT NOT NULL PRIMARY KEY,
  case_id        TEXT NOT NULL,
  agreement      TEXT NOT NULL,
  kind           TEXT NOT NULL,
  status         TEXT NOT NULL,
  number         BIGINT NOT NULL,
  author         TEXT NOT NULL,
  mine           BOOLEAN NOT NULL,
  body           BYTEA NOT NULL,
  receipt        BYTEA,
  receipt_digest TEXT NOT NULL,
  refusal        BYTEA,
  relay          BYTEA,
  received       BIGINT NOT NULL
);
-- One taken act per place: two would be a fork, and the loser is kept as disputed.
CREATE UNIQUE INDEX act_place ON act (case_id, number) WHERE status = 'taken';
CREATE INDEX act_case ON act (case_id, received);
CREATE INDEX act_waiting ON act (agreement, received) WHERE status = 'queued';
CREATE INDEX act_receipt ON act (receipt_digest) WHERE receipt_digest <> '';

CREATE TABLE disclosure (
  act         TEXT NOT NULL,
  field       TEXT NOT NULL,
  case_id     TEXT NOT NULL,
  compartment TEXT NOT NULL,
  digest      TEXT NOT NULL,
  ciphertext  BYTEA NOT NULL,
  giver       BOOLEAN NOT NULL,
  PRIMARY KEY (act, field)
);
CREATE INDEX disclosure_case ON disclosure (case_id);
CREATE INDEX disclosure_compartment ON disclosure (compartment);

CREATE TABLE sent (
  act     TEXT NOT NULL,
  field   TEXT NOT NULL,
  party   TEXT NOT NULL,
  case_id TEXT NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (act, field, party)
);
CREATE INDEX sent_case ON sent (case_id);

CREATE TABLE deadline (
  case_id  TEXT NOT NULL,
  clock    TEXT NOT NULL,
  started  BIGINT NOT NULL,
  article  TEXT NOT NULL,
  due      BIGINT NOT NULL,
  grace    BIGINT NOT NULL,
  paused   BIGINT NOT NULL,
  extended BOOLEAN NOT NULL,
  silence  TEXT NOT NULL,
  status   TEXT NOT NULL,
  fired    BIGINT NOT NULL,
  PRIMARY KEY (case_id, clock, started)
);
CREATE INDEX deadline_due ON deadline (due) WHERE status = 'runs';
CREATE INDEX deadline_grace ON deadline (grace) WHERE status = 'sealed';

CREATE TABLE erasure (
  compartment TEXT NOT NULL PRIMARY KEY,
  case_id     TEXT NOT NULL,
  fields      TEXT NOT NULL,
  article     TEXT NOT NULL,
  due         BIGINT NOT NULL,
  done        BIGINT NOT NULL,
  attested    TEXT NOT NULL
);
CREATE INDEX erasure_case ON erasure (case_id);
CREATE INDEX erasure_due ON erasure (due) WHERE done = 0;

CREATE TABLE outbox (
  id         BIGSERIAL PRIMARY KEY,
  agreement  TEXT NOT NULL,
  peer       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  ref        TEXT NOT NULL,
  body       BYTEA,
  not_before BIGINT NOT NULL,
  attempts   BIGINT NOT NULL,
  created    BIGINT NOT NULL
);
CREATE INDEX outbox_peer ON outbox (agreement, peer, id);
CREATE INDEX outbox_ref ON outbox (ref);

CREATE TABLE register_entry (
  agreement TEXT NOT NULL,
  register  TEXT NOT NULL,
  entry     TEXT NOT NULL,
  key_hash  BYTEA NOT NULL,
  body      BYTEA NOT NULL,
  version   TEXT NOT NULL,
  added     BIGINT NOT NULL,
  expires   BIGINT NOT NULL,
  struck    BIGINT NOT NULL,
  PRIMARY KEY (agreement, register, entry)
);
CREATE INDEX register_entry_expires ON register_entry (expires) WHERE expires > 0;

CREATE TABLE register_version (
  agreement TEXT NOT NULL,
  register  TEXT NOT NULL,
  version   TEXT NOT NULL,
  entries   BIGINT NOT NULL,
  loaded    BIGINT NOT NULL,
  source    TEXT NOT NULL,
  PRIMARY KEY (agreement, register)
);

CREATE TABLE envelope (
  digest      TEXT NOT NULL PRIMARY KEY,
  agreement   TEXT NOT NULL,
  peer        TEXT NOT NULL,
  direction   TEXT NOT NULL,
  kind        TEXT NOT NULL,
  re          TEXT NOT NULL,
  head        BYTEA NOT NULL,
  items       BYTEA,
  compartment TEXT NOT NULL,
  sent        BIGINT NOT NULL,
  expires     BIGINT NOT NULL
);
CREATE INDEX envelope_sent ON envelope (agreement, sent);
CREATE INDEX envelope_compartment ON envelope (compartment);

CREATE TABLE query_count (
  agreement TEXT NOT NULL,
  day       TEXT NOT NULL,
  party     TEXT NOT NULL,
  register  TEXT NOT NULL,
  query     TEXT NOT NULL,
  n         BIGINT NOT NULL,
  PRIMARY KEY (agreement, day, party, register, query)
);

CREATE TABLE read_log (
  id      BIGSERIAL PRIMARY KEY,
  case_id TEXT NOT NULL,
  act     TEXT NOT NULL,
  field   TEXT NOT NULL,
  person  TEXT NOT NULL,
  role    TEXT NOT NULL,
  at      BIGINT NOT NULL
);
CREATE INDEX read_log_case ON read_log (case_id, id);

CREATE TABLE log (
  id          TEXT NOT NULL PRIMARY KEY,
  agreement   TEXT NOT NULL,
  size        BIGINT NOT NULL,
  root        BYTEA NOT NULL,
  frontier    BYTEA NOT NULL,
  epoch       BIGINT NOT NULL,
  holder      TEXT NOT NULL,
  lease_until BIGINT NOT NULL
);

CREATE TABLE pending_leaf (
  id          BIGSERIAL PRIMARY KEY,
  log         TEXT NOT NULL,
  kind        TEXT NOT NULL,
  seed        BYTEA NOT NULL,
  n           BIGINT NOT NULL,
  commitments BYTEA NOT NULL,
  hashes      BYTEA NOT NULL,
  ref         TEXT NOT NULL,
  compartment TEXT NOT NULL,
  at          BIGINT NOT NULL
);
CREATE INDEX pending_leaf_log ON pending_leaf (log, id);

CREATE TABLE leaf_run (
  log         TEXT NOT NULL,
  first       BIGINT NOT NULL,
  n           BIGINT NOT NULL,
  kind        TEXT NOT NULL,
  seed        BYTEA,
  commitments BYTEA,
  ref         TEXT NOT NULL,
  compartment TEXT NOT NULL,
  at          BIGINT NOT NULL,
  PRIMARY KEY (log, first)
);
CREATE INDEX leaf_run_ref ON leaf_run (ref) WHERE ref <> '';
CREATE INDEX leaf_run_compartment ON leaf_run (compartment) WHERE compartment <> '';

CREATE TABLE tile (
  log    TEXT NOT NULL,
  level  BIGINT NOT NULL,
  idx    BIGINT NOT NULL,
  hashes BYTEA NOT NULL,
  PRIMARY KEY (log, level, idx)
);

CREATE TABLE checkpoint (
  log  TEXT NOT NULL,
  size BIGINT NOT NULL,
  note BYTEA NOT NULL,
  at   BIGINT NOT NULL,
  PRIMARY KEY (log, size)
);

CREATE TABLE cosignature (
  log   TEXT NOT NULL,
  size  BIGINT NOT NULL,
  party TEXT NOT NULL,
  line  TEXT NOT NULL,
  at    BIGINT NOT NULL,
  PRIMARY KEY (log, size, party)
);

CREATE TABLE witness (
  origin    TEXT NOT NULL PRIMARY KEY,
  agreement TEXT NOT NULL,
  party     TEXT NOT NULL,
  size      BIGINT NOT NULL,
  root      BYTEA NOT NULL,
  note      BYTEA NOT NULL,
  at        BIGINT NOT NULL
);
