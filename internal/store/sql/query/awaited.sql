-- name: PutAwaited :exec
INSERT INTO awaited (case_id, role, name, due, barred) VALUES (@case_id, @role, @name, @due, @barred)
ON CONFLICT (case_id, role) DO UPDATE SET name = excluded.name, due = excluded.due, barred = excluded.barred;

-- name: DropAwaited :exec
DELETE FROM awaited WHERE case_id = @case_id;

-- ListAwaited gives what waits for the holders of a role, by until when.
-- name: ListAwaited :many
SELECT case_id, name, due, barred FROM awaited
WHERE name = @name AND role = @role AND (due, case_id) > (@after, @after_id)
ORDER BY due, case_id LIMIT @max_rows;

-- name: ListAwaitedOf :many
SELECT role, barred FROM awaited WHERE case_id = @case_id ORDER BY role;

-- CountAwaited counts no further than max_rows.
-- name: CountAwaited :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM (SELECT 1 AS one FROM awaited WHERE name = @name AND role = @role LIMIT @max_rows) AS found;

-- ListLapsed gives the cases in which a clock ran out last, newest first; one of several clocks stands several times.
-- name: ListLapsed :many
SELECT d.case_id, c.agreement, c.procedure FROM deadline AS d JOIN case_file AS c ON c.id = d.case_id
WHERE d.fired > 0 ORDER BY d.fired DESC LIMIT @max_rows;
