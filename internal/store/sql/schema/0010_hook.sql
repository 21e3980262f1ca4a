-- Addresses of other programs that are told by this node what happens, and what they are told: each event once for each of them.

CREATE TABLE hook (
  id      TEXT NOT NULL PRIMARY KEY,
  address TEXT NOT NULL,
  events  TEXT NOT NULL,
  added   BIGINT NOT NULL
);

-- outcome is 'waits', 'taken' or 'given-up'; why is what was in the way last; done is when it was taken or given up.
CREATE TABLE hook_post (
  id      BIGSERIAL PRIMARY KEY,
  hook    TEXT NOT NULL,
  event   TEXT NOT NULL,
  body    BYTEA NOT NULL,
  created BIGINT NOT NULL,
  due     BIGINT NOT NULL,
  tries   BIGINT NOT NULL,
  outcome TEXT NOT NULL,
  why     TEXT NOT NULL,
  done    BIGINT NOT NULL
);
CREATE UNIQUE INDEX hook_post_event ON hook_post (hook, event);
CREATE INDEX hook_post_due ON hook_post (due, id) WHERE outcome = 'waits';
CREATE INDEX hook_post_done ON hook_post (done) WHERE done > 0;
