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
