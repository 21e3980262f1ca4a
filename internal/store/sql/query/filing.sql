-- name: AddCaseWord :exec
INSERT INTO case_word (case_id, kind, person, tag, body, at) VALUES (@case_id, @kind, @person, @tag, @body, @at);

-- AddFiling gives 0 where the code, or one of the case, is there already.
-- name: AddFiling :execrows
INSERT INTO filing (code, agreement, case_id, secret, given, confirmed, created) VALUES (@code, @agreement, @case_id, @secret, @given, @confirmed, @created)
ON CONFLICT DO NOTHING;

-- name: ConfirmFiling :execrows
UPDATE filing SET confirmed = TRUE WHERE code = @code;

-- name: CountCaseWords :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM case_word WHERE case_id = @case_id AND kind = @kind;

-- name: DeleteCaseWords :execrows
DELETE FROM case_word WHERE case_id = @case_id;

-- name: DeleteFiling :execrows
DELETE FROM filing WHERE case_id = @case_id;

-- name: GetCaseFiling :one
SELECT * FROM filing WHERE case_id = @case_id;

-- name: GetFiling :one
SELECT * FROM filing WHERE code = @code;

-- name: ListCaseWords :many
SELECT * FROM case_word WHERE case_id = @case_id ORDER BY id;

-- RecodeFiling ends the code that an office gave: it gives 0 where the person has one of their own.
-- name: RecodeFiling :execrows
UPDATE filing SET code = @code, confirmed = FALSE WHERE case_id = @case_id AND given;
