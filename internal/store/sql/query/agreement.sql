-- name: GetMeta :one
SELECT value FROM meta WHERE key = @key;

-- name: PutMeta :exec
INSERT INTO meta (key, value) VALUES (@key, @value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- AddMeta gives 0 where the key was there before.
-- name: AddMeta :execrows
INSERT INTO meta (key, value) VALUES (@key, @value) ON CONFLICT (key) DO NOTHING;

-- SwapMeta gives 0 where the value is no longer the one that was read.
-- name: SwapMeta :execrows
UPDATE meta SET value = @new WHERE key = @key AND value = @old;

-- name: DeleteMeta :execrows
DELETE FROM meta WHERE key = @key;

-- name: AddAgreement :execrows
INSERT INTO agreement (text_hash, id, model_hash, text, added, in_force, ended)
VALUES (@text_hash, @id, @model_hash, @text, @added, @in_force, @ended)
ON CONFLICT (text_hash) DO NOTHING;

-- name: GetAgreement :one
SELECT * FROM agreement WHERE text_hash = @text_hash;

-- name: ListAgreements :many
SELECT * FROM agreement ORDER BY added, text_hash;

-- name: SetAgreementForce :execrows
UPDATE agreement SET in_force = @in_force, ended = @ended WHERE text_hash = @text_hash;

-- name: PutPeer :exec
INSERT INTO peer (agreement, party, address, card, seen) VALUES (@agreement, @party, @address, @card, @seen)
ON CONFLICT (agreement, party) DO UPDATE SET address = excluded.address, card = excluded.card, seen = excluded.seen;

-- name: SetPeerSeen :execrows
UPDATE peer SET seen = @seen WHERE agreement = @agreement AND party = @party AND seen < @seen;

-- name: GetPeer :one
SELECT * FROM peer WHERE agreement = @agreement AND party = @party;

-- name: ListPeers :many
SELECT * FROM peer WHERE agreement = @agreement ORDER BY party;
