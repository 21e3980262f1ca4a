-- name: PutContact :exec
INSERT INTO contact (party, address, card, added) VALUES (@party, @address, @card, @added)
ON CONFLICT (party) DO UPDATE SET address = excluded.address, card = excluded.card;

-- name: ListContacts :many
SELECT * FROM contact ORDER BY party;

-- AddNegotiation gives 0 where it was there before.
-- name: AddNegotiation :execrows
INSERT INTO negotiation (id, amends, opened, concluded) VALUES (@id, @amends, @opened, '') ON CONFLICT (id) DO NOTHING;

-- name: ListNegotiations :many
SELECT * FROM negotiation ORDER BY opened, id;

-- name: ConcludeNegotiation :execrows
UPDATE negotiation SET concluded = @concluded WHERE id = @id AND concluded = '';

-- AddDispatch gives 0 where the place is taken: another was first.
-- name: AddDispatch :execrows
INSERT INTO dispatch (negotiation, party, number, digest, body, received)
VALUES (@negotiation, @party, @number, @digest, @body, @received) ON CONFLICT DO NOTHING;

-- name: GetDispatch :one
SELECT * FROM dispatch WHERE digest = @digest;

-- name: ListDispatches :many
SELECT * FROM dispatch WHERE negotiation = @negotiation AND id > @after ORDER BY id LIMIT @max_rows;

-- name: CountDispatches :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM dispatch WHERE negotiation = @negotiation;

-- name: AddDispatchFork :execrows
INSERT INTO dispatch_fork (digest, negotiation, party, number, body, received)
VALUES (@digest, @negotiation, @party, @number, @body, @received) ON CONFLICT (digest) DO NOTHING;

-- CountDispatchForks: of one party, to bound what a liar can fill the disk with.
-- name: CountDispatchForks :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM dispatch_fork WHERE negotiation = @negotiation AND party = @party;

-- name: ListDispatchForks :many
SELECT * FROM dispatch_fork WHERE negotiation = @negotiation ORDER BY party, number, digest;

-- PutRedLine gives 0 where the name is taken.
-- name: PutRedLine :execrows
INSERT INTO red_line (name, condition, words, added) VALUES (@name, @condition, @words, @added) ON CONFLICT (name) DO NOTHING;

-- name: ListRedLines :many
SELECT * FROM red_line ORDER BY name;

-- name: DeleteRedLine :execrows
DELETE FROM red_line WHERE name = @name;

-- name: DeleteRedLineChecks :execrows
DELETE FROM red_line_check WHERE name = @name;

-- name: PutRedLineCheck :exec
INSERT INTO red_line_check (negotiation, version, name, outcome, why, at)
VALUES (@negotiation, @version, @name, @outcome, @why, @at)
ON CONFLICT (negotiation, version, name) DO UPDATE SET outcome = excluded.outcome, why = excluded.why, at = excluded.at;

-- name: ListRedLineChecks :many
SELECT * FROM red_line_check WHERE negotiation = @negotiation ORDER BY version, name;

-- CopyRegisterEntries carries a register over to the text that takes another's place. It gives how many entries came.
-- name: CopyRegisterEntries :execrows
INSERT INTO register_entry (agreement, register, entry, key_hash, body, version, added, expires, struck)
SELECT @new, register, entry, key_hash, body, version, added, expires, struck FROM register_entry
WHERE register_entry.agreement = @old AND register_entry.register = @register ON CONFLICT DO NOTHING;

-- name: CopyRegisterVersion :execrows
INSERT INTO register_version (agreement, register, version, entries, loaded, source)
SELECT @new, register, version, entries, loaded, source FROM register_version
WHERE register_version.agreement = @old AND register_version.register = @register ON CONFLICT DO NOTHING;
