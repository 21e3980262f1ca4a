-- name: PutSessionUse :exec
INSERT INTO session_use (token_hash, used, fresh, method, agent) VALUES (@token_hash, @used, @fresh, @method, @agent)
ON CONFLICT (token_hash) DO UPDATE SET used = excluded.used, fresh = excluded.fresh, method = excluded.method, agent = excluded.agent;

-- name: GetSessionUse :one
SELECT * FROM session_use WHERE token_hash = @token_hash;

-- DeleteIdleSessionUses forgets the uses of sessions that are gone.
-- name: DeleteIdleSessionUses :execrows
DELETE FROM session_use WHERE NOT EXISTS (SELECT 1 FROM session WHERE session.token_hash = session_use.token_hash);

-- name: ListPersonSessions :many
SELECT * FROM session WHERE person = @person AND kind = @kind AND expires > @now ORDER BY created, token_hash;

-- AddPasskey gives 0 where the credential's id is taken.
-- name: AddPasskey :execrows
INSERT INTO passkey (id, person, name, key, rp, origin, counter, created, used) VALUES (@id, @person, @name, @key, @rp, @origin, @counter, @created, @used)
ON CONFLICT (id) DO NOTHING;

-- name: GetPasskey :one
SELECT * FROM passkey WHERE id = @id;

-- name: ListPersonPasskeys :many
SELECT * FROM passkey WHERE person = @person ORDER BY created, id;

-- CountPasskey notes a use. It gives 0 where the counter was seen already: the key was copied, or the answer is an old one.
-- name: CountPasskey :execrows
UPDATE passkey SET counter = @counter, used = @used WHERE id = @id AND (counter < @counter OR (counter = 0 AND @counter = 0));

-- name: DeletePasskey :execrows
DELETE FROM passkey WHERE id = @id AND person = @person;

-- UseChallenge gives 0 the second time.
-- name: UseChallenge :execrows
INSERT INTO used_challenge (hash, expires) VALUES (@hash, @expires) ON CONFLICT (hash) DO NOTHING;

-- name: DeleteExpiredChallenges :execrows
DELETE FROM used_challenge WHERE expires <= @now;

-- name: PutStaffRecord :exec
INSERT INTO staff_record (kind, ref, person, body, created) VALUES (@kind, @ref, @person, @body, @created)
ON CONFLICT (kind, ref) DO UPDATE SET person = excluded.person, body = excluded.body, created = excluded.created;

-- name: GetStaffRecord :one
SELECT * FROM staff_record WHERE kind = @kind AND ref = @ref;

-- ListStaffRecords gives the newest first.
-- name: ListStaffRecords :many
SELECT * FROM staff_record WHERE kind = @kind ORDER BY created DESC, ref LIMIT @max_rows;

-- name: DeleteStaffRecord :execrows
DELETE FROM staff_record WHERE kind = @kind AND ref = @ref;
