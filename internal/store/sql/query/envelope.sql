-- AddEnvelope gives 0 where the envelope was seen before: a replay.
-- name: AddEnvelope :execrows
INSERT INTO envelope (digest, agreement, peer, direction, kind, re, head, items, compartment, sent, expires)
VALUES (@digest, @agreement, @peer, @direction, @kind, @re, @head, @items, @compartment, @sent, @expires)
ON CONFLICT (digest) DO NOTHING;

-- name: GetEnvelope :one
SELECT * FROM envelope WHERE digest = @digest;

-- GetEnvelopeAnswering finds what answered an envelope.
-- name: GetEnvelopeAnswering :many
SELECT * FROM envelope WHERE agreement = @agreement AND re = @re AND sent >= @since ORDER BY sent, digest;

-- ListEnvelopes pages forwards in time: after and after_digest are the last row's sent and digest.
-- name: ListEnvelopes :many
SELECT * FROM envelope
WHERE agreement = @agreement AND sent >= @after AND (sent > @after OR digest > @after_digest)
ORDER BY sent, digest LIMIT @max_rows;

-- ClearEnvelopeItems keeps the signed heads, which say nothing about whom.
-- name: ClearEnvelopeItems :execrows
UPDATE envelope SET items = NULL WHERE compartment = @compartment AND items IS NOT NULL;

-- AddQueryCount: one row per asker, query and day.
-- name: AddQueryCount :exec
INSERT INTO query_count (agreement, day, party, register, query, n) VALUES (@agreement, @day, @party, @register, @query, @n)
ON CONFLICT (agreement, day, party, register, query) DO UPDATE SET n = query_count.n + excluded.n;

-- name: GetQueryCount :one
SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n FROM query_count
WHERE agreement = @agreement AND day = @day AND party = @party AND register = @register AND query = @query;

-- name: ListQueryCounts :many
SELECT * FROM query_count WHERE agreement = @agreement AND day >= @since ORDER BY day, party, register, query;
