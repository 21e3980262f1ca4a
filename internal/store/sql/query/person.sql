-- name: PutPerson :exec
INSERT INTO person (id, name, roles, secret, created, disabled) VALUES (@id, @name, @roles, @secret, @created, @disabled)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles, secret = excluded.secret, disabled = excluded.disabled;

-- AddPerson gives 0 where the id is taken.
-- name: AddPerson :execrows
INSERT INTO person (id, name, roles, secret, created, disabled) VALUES (@id, @name, @roles, @secret, @created, @disabled)
ON CONFLICT (id) DO NOTHING;

-- name: GetPerson :one
SELECT * FROM person WHERE id = @id;

-- name: ListPersons :many
SELECT * FROM person ORDER BY id;

-- name: AddSession :exec
INSERT INTO session (token_hash, person, kind, created, expires) VALUES (@token_hash, @person, @kind, @created, @expires);

-- name: GetSession :one
SELECT * FROM session WHERE token_hash = @token_hash AND expires > @now;

-- TakeSession uses up a login link: it gives 0 the second time.
-- name: TakeSession :execrows
DELETE FROM session WHERE token_hash = @token_hash AND kind = @kind AND expires > @now;

-- name: DeleteSession :execrows
DELETE FROM session WHERE token_hash = @token_hash;

-- name: DeletePersonSessions :execrows
DELETE FROM session WHERE person = @person;

-- name: DeleteExpiredSessions :execrows
DELETE FROM session WHERE expires <= @now;
