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
