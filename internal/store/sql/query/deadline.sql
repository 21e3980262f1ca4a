-- name: PutDeadline :exec
INSERT INTO deadline (case_id, clock, started, article, due, grace, paused, extended, silence, status, fired)
VALUES (@case_id, @clock, @started, @article, @due, @grace, @paused, @extended, @silence, @status, @fired)
ON CONFLICT (case_id, clock, started) DO UPDATE SET article = excluded.article, due = excluded.due, grace = excluded.grace,
  paused = excluded.paused, extended = excluded.extended, silence = excluded.silence, status = excluded.status, fired = excluded.fired;

-- name: ListDeadlines :many
SELECT * FROM deadline WHERE case_id = @case_id ORDER BY started, clock;

-- name: DeleteDeadlines :execrows
DELETE FROM deadline WHERE case_id = @case_id;

-- ListDeadlinesDue: what ran out, and what ran out before and has had its grace.
-- name: ListDeadlinesDue :many
SELECT * FROM deadline
WHERE (status = 'runs' AND paused = 0 AND due <= @now) OR (status = 'sealed' AND grace <= @now)
ORDER BY due, case_id, clock LIMIT @max_rows;

-- ListDeadlinesAhead feeds the desk: what runs out next.
-- name: ListDeadlinesAhead :many
SELECT * FROM deadline WHERE status = 'runs' AND paused = 0 AND due > @now ORDER BY due, case_id, clock LIMIT @max_rows;

-- FireDeadline gives 0 where another process fired it first: a clock fires once.
-- name: FireDeadline :execrows
UPDATE deadline SET status = @status, fired = @fired
WHERE case_id = @case_id AND clock = @clock AND started = @started AND status = @was;

-- AddErasure gives 0 where this erasure is owed already.
-- name: AddErasure :execrows
INSERT INTO erasure (compartment, case_id, fields, article, due, done, attested)
VALUES (@compartment, @case_id, @fields, @article, @due, @done, @attested)
ON CONFLICT (compartment) DO NOTHING;

-- name: GetErasure :one
SELECT * FROM erasure WHERE compartment = @compartment;

-- name: ListErasures :many
SELECT * FROM erasure WHERE case_id = @case_id ORDER BY due, compartment;

-- name: ListErasuresDue :many
SELECT * FROM erasure WHERE done = 0 AND due <= @now ORDER BY due, compartment LIMIT @max_rows;

-- FinishErasure gives 0 the second time.
-- name: FinishErasure :execrows
UPDATE erasure SET done = @done WHERE compartment = @compartment AND done = 0;

-- name: SetErasureAttested :execrows
UPDATE erasure SET attested = @attested WHERE compartment = @compartment AND attested = '';

-- ListErasuresUnattested: the key is destroyed, the act that says so is not made yet.
-- name: ListErasuresUnattested :many
SELECT * FROM erasure WHERE done > 0 AND attested = '' ORDER BY done, compartment LIMIT @max_rows;
