-- name: PutPush :exec
INSERT INTO push (endpoint, person, session, key, secret, lang, added) VALUES (@endpoint, @person, @session, @key, @secret, @lang, @added)
ON CONFLICT (endpoint) DO UPDATE SET person = excluded.person, session = excluded.session, key = excluded.key, secret = excluded.secret,
  lang = excluded.lang, added = excluded.added;

-- ListPushes gives a person's browsers whose sessions last.
-- name: ListPushes :many
SELECT p.endpoint, p.person, p.session, p.key, p.secret, p.lang, p.added FROM push AS p JOIN session AS s ON s.token_hash = p.session
WHERE p.person = @person AND s.person = p.person AND s.expires > @now ORDER BY p.added, p.endpoint;

-- GetPush gives a browser while its session lasts.
-- name: GetPush :one
SELECT p.endpoint, p.person, p.session, p.key, p.secret, p.lang, p.added FROM push AS p JOIN session AS s ON s.token_hash = p.session
WHERE p.endpoint = @endpoint AND s.person = p.person AND s.expires > @now;

-- name: DropPush :exec
DELETE FROM push WHERE endpoint = @endpoint;

-- DropEndedPushes forgets browsers whose sessions are over.
-- name: DropEndedPushes :execrows
DELETE FROM push WHERE session NOT IN (SELECT token_hash FROM session WHERE expires > @now);

-- DropPushesOf ends those of one session; 0 where there is none.
-- name: DropPushesOf :execrows
DELETE FROM push WHERE person = @person AND session = @session;

-- name: AddPushPost :exec
INSERT INTO push_post (endpoint, body, due, tries) VALUES (@endpoint, @body, @due, 0);

-- name: ListDuePushPosts :many
SELECT * FROM push_post WHERE due <= @now ORDER BY due, id LIMIT @max_rows;

-- ClaimPushPost moves the time of what is about to be sent; 0 where another process was first.
-- name: ClaimPushPost :execrows
UPDATE push_post SET due = @later, tries = tries + 1 WHERE id = @id AND due = @was;

-- name: DropPushPost :exec
DELETE FROM push_post WHERE id = @id;
