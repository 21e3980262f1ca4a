-- name: PutOutbox :exec
INSERT INTO outbox (agreement, peer, kind, ref, body, not_before, attempts, created)
VALUES (@agreement, @peer, @kind, @ref, @body, @not_before, 0, @created);

-- NextOutbox gives a peer's post in the order in which it was put.
-- name: NextOutbox :many
SELECT * FROM outbox WHERE agreement = @agreement AND peer = @peer AND not_before <= @now ORDER BY id LIMIT @max_rows;

-- DoneOutbox gives 0 where it was done before.
-- name: DoneOutbox :execrows
DELETE FROM outbox WHERE id = @id;

-- name: DoneOutboxRef :execrows
DELETE FROM outbox WHERE peer = @peer AND ref = @ref AND kind = @kind;

-- name: DeferOutbox :execrows
UPDATE outbox SET not_before = @not_before, attempts = attempts + 1 WHERE id = @id;

-- WakeOutbox: the peer is back, so nothing for it need wait.
-- name: WakeOutbox :execrows
UPDATE outbox SET not_before = 0 WHERE agreement = @agreement AND peer = @peer AND not_before > 0;

-- name: CountOutbox :many
SELECT agreement, peer, CAST(COUNT(*) AS BIGINT) AS n, CAST(MIN(created) AS BIGINT) AS oldest, CAST(MIN(not_before) AS BIGINT) AS next_at
FROM outbox GROUP BY agreement, peer ORDER BY agreement, peer;

-- CountOutboxKinds: what waits, by what it is.
-- name: CountOutboxKinds :many
SELECT kind, CAST(COUNT(*) AS BIGINT) AS n FROM outbox GROUP BY kind ORDER BY kind;
