-- name: AddLog :execrows
INSERT INTO log (id, agreement, size, root, frontier, epoch, holder, lease_until)
VALUES (@id, @agreement, 0, @root, @frontier, 0, '', 0)
ON CONFLICT (id) DO NOTHING;

-- name: GetLog :one
SELECT * FROM log WHERE id = @id;

-- name: ListLogs :many
SELECT * FROM log ORDER BY id;

-- TakeLease gives 0 while another process holds it. A new holder is a new epoch, which fences the old one off.
-- name: TakeLease :execrows
UPDATE log SET epoch = epoch + 1, holder = @holder, lease_until = @lease_until
WHERE id = @id AND (holder = '' OR lease_until <= @now);

-- RenewLease gives 0 where the lease was lost.
-- name: RenewLease :execrows
UPDATE log SET lease_until = @lease_until WHERE id = @id AND holder = @holder AND epoch = @epoch;

-- name: DropLease :execrows
UPDATE log SET holder = '', lease_until = 0 WHERE id = @id AND holder = @holder AND epoch = @epoch;

-- GrowLog gives 0 where size or root moved, or the lease is no longer this epoch's.
-- name: GrowLog :execrows
UPDATE log SET size = @size, root = @root, frontier = @frontier
WHERE id = @id AND size = @was_size AND root = @was_root AND epoch = @epoch AND holder = @holder;

-- name: addLeafRun :exec
INSERT INTO leaf_run (log, first, n, kind, seed, commitments, ref, compartment, at)
VALUES (@log, @first, @n, @kind, @seed, @commitments, @ref, @compartment, @at);

-- name: addPendingLeaf :exec
INSERT INTO pending_leaf (log, kind, seed, n, commitments, hashes, ref, compartment, at)
VALUES (@log, @kind, @seed, @n, @commitments, @hashes, @ref, @compartment, @at);

-- name: ListPendingLeaves :many
SELECT * FROM pending_leaf WHERE log = @log ORDER BY id LIMIT @max_rows;

-- name: CountPendingLeaves :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM pending_leaf WHERE log = @log;

-- name: deletePendingLeaf :execrows
DELETE FROM pending_leaf WHERE id = @id;

-- ListLeafRunsByRef finds the leaves of an act, an envelope or a case.
-- name: ListLeafRunsByRef :many
SELECT * FROM leaf_run WHERE ref = @ref AND ref <> '' ORDER BY log, first;

-- GetLeafRun gives the run that holds a leaf.
-- name: GetLeafRun :one
SELECT * FROM leaf_run WHERE log = @log AND first <= @idx ORDER BY first DESC LIMIT 1;

-- name: ListLeafRuns :many
SELECT * FROM leaf_run WHERE log = @log AND first >= @since ORDER BY first LIMIT @max_rows;

-- BlindLeafRuns forgets what would open the leaves; their hashes stay in tiles and frontier, and the tree with them.
-- name: BlindLeafRuns :execrows
UPDATE leaf_run SET seed = NULL, commitments = NULL WHERE compartment = @compartment AND compartment <> '';

-- name: PutTile :exec
INSERT INTO tile (log, level, idx, hashes) VALUES (@log, @level, @idx, @hashes)
ON CONFLICT (log, level, idx) DO UPDATE SET hashes = excluded.hashes;

-- name: GetTile :one
SELECT hashes FROM tile WHERE log = @log AND level = @level AND idx = @idx;

-- name: AddCheckpoint :execrows
INSERT INTO checkpoint (log, size, note, at) VALUES (@log, @size, @note, @at) ON CONFLICT (log, size) DO NOTHING;

-- name: GetCheckpoint :one
SELECT * FROM checkpoint WHERE log = @log AND size = @size;

-- name: LastCheckpoint :one
SELECT * FROM checkpoint WHERE log = @log ORDER BY size DESC LIMIT 1;

-- name: ListCheckpoints :many
SELECT * FROM checkpoint WHERE log = @log AND size > @after ORDER BY size LIMIT @max_rows;

-- CheckpointCovering gives the smallest checkpoint that holds a leaf.
-- name: CheckpointCovering :one
SELECT * FROM checkpoint WHERE log = @log AND size > @idx ORDER BY size LIMIT 1;

-- name: AddCosignature :execrows
INSERT INTO cosignature (log, size, party, line, at) VALUES (@log, @size, @party, @line, @at)
ON CONFLICT (log, size, party) DO NOTHING;

-- name: ListCosignatures :many
SELECT * FROM cosignature WHERE log = @log AND size = @size ORDER BY party;

-- name: LastCosignatures :many
SELECT c.* FROM cosignature c
WHERE c.log = @log AND c.size = (SELECT CAST(MAX(d.size) AS BIGINT) FROM cosignature d WHERE d.log = c.log AND d.party = c.party)
ORDER BY c.party;

-- name: GetWitness :one
SELECT * FROM witness WHERE origin = @origin;

-- name: ListWitnesses :many
SELECT * FROM witness ORDER BY origin;

-- AddWitness gives 0 where this log was seen before.
-- name: AddWitness :execrows
INSERT INTO witness (origin, agreement, party, size, root, note, at) VALUES (@origin, @agreement, @party, @size, @root, @note, @at)
ON CONFLICT (origin) DO NOTHING;

-- MoveWitness gives 0 where the log was seen at another size meanwhile.
-- name: MoveWitness :execrows
UPDATE witness SET size = @size, root = @root, note = @note, at = @at WHERE origin = @origin AND size = @was;
