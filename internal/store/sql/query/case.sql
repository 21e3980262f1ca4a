-- AddCase gives 0 where the case is there already.
-- name: AddCase :execrows
INSERT INTO case_file (id, agreement, procedure, home, number, last_receipt, state, opened, updated, next_at, closed, version)
VALUES (@id, @agreement, @procedure, @home, @number, @last_receipt, @state, @opened, @updated, @next_at, @closed, @version)
ON CONFLICT (id) DO NOTHING;

-- name: GetCase :one
SELECT * FROM case_file WHERE id = @id;

-- AdvanceCase gives 0 where another act took this place first.
-- name: AdvanceCase :execrows
UPDATE case_file SET number = @number, last_receipt = @last_receipt, state = @state, updated = @updated, next_at = @next_at,
  closed = @closed, version = version + 1
WHERE id = @id AND number = @was;

-- MoveCase lets a case go on under another text, once: it gives 0 where it is there already.
-- name: MoveCase :execrows
UPDATE case_file SET agreement = @agreement, state = @state, next_at = @next_at, version = version + 1
WHERE id = @id AND agreement = @was;

-- SetCaseNext gives 0 where the case has moved on since it was read.
-- name: SetCaseNext :execrows
UPDATE case_file SET next_at = @next_at, version = version + 1 WHERE id = @id AND version = @was;

-- ListCases pages backwards in time: before and before_id are the last row's updated and id.
-- name: ListCases :many
SELECT * FROM case_file
WHERE (updated, id) < (@before, @before_id)
ORDER BY updated DESC, id DESC LIMIT @max_rows;

-- name: ListOpenCases :many
SELECT * FROM case_file
WHERE closed = FALSE AND (updated, id) < (@before, @before_id)
ORDER BY updated DESC, id DESC LIMIT @max_rows;

-- name: ListCasesInState :many
SELECT * FROM case_file
WHERE agreement = @agreement AND procedure = @procedure AND state = @state
  AND (updated, id) < (@before, @before_id)
ORDER BY updated DESC, id DESC LIMIT @max_rows;

-- ListCasesOfAgreement pages forwards by id, for the audit's collection and for start-up.
-- name: ListCasesOfAgreement :many
SELECT * FROM case_file WHERE agreement = @agreement AND id > @after ORDER BY id LIMIT @max_rows;

-- ListCasesDue: the cases that a clock, a grace or a keeping time wants looked at by now.
-- name: ListCasesDue :many
SELECT * FROM case_file WHERE next_at > 0 AND next_at <= @now ORDER BY next_at LIMIT @max_rows;

-- NextCaseDue gives 0 where nothing is due.
-- name: NextCaseDue :one
SELECT CAST(COALESCE(MIN(next_at), 0) AS BIGINT) AS next_at FROM case_file WHERE next_at > 0;

-- name: CountCases :many
SELECT agreement, procedure, state, closed, CAST(COUNT(*) AS BIGINT) AS n FROM case_file
GROUP BY agreement, procedure, state, closed ORDER BY agreement, procedure, state, closed;
