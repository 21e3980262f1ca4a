-- ListUncounted: cases that moved since they were counted.
-- name: ListUncounted :many
SELECT * FROM case_file WHERE figured <> version ORDER BY id LIMIT @max_rows;

-- name: CountUncounted :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM case_file WHERE figured <> version;

-- MarkCounted gives 0 where the case has moved on since it was read.
-- name: MarkCounted :execrows
UPDATE case_file SET figured = @version WHERE id = @id AND version = @version;

-- name: GetFigureCase :one
SELECT * FROM figure_case WHERE case_id = @case_id;

-- name: PutFigureCase :exec
INSERT INTO figure_case (case_id, agreement_id, body) VALUES (@case_id, @agreement_id, @body)
ON CONFLICT (case_id) DO UPDATE SET agreement_id = excluded.agreement_id, body = excluded.body;

-- name: GetFigureMonth :one
SELECT * FROM figure_month WHERE agreement_id = @agreement_id AND procedure = @procedure AND month = @month;

-- name: PutFigureMonth :exec
INSERT INTO figure_month (agreement_id, procedure, month, body) VALUES (@agreement_id, @procedure, @month, @body)
ON CONFLICT (agreement_id, procedure, month) DO UPDATE SET body = excluded.body;

-- name: ListFigureMonths :many
SELECT * FROM figure_month WHERE agreement_id = @agreement_id ORDER BY procedure, month;

-- AddFigureRelease gives 0 where the number is taken: a release is never changed.
-- name: AddFigureRelease :execrows
INSERT INTO figure_release (agreement_id, number, digest, body, at) VALUES (@agreement_id, @number, @digest, @body, @at)
ON CONFLICT (agreement_id, number) DO NOTHING;

-- name: ListFigureReleases :many
SELECT * FROM figure_release WHERE agreement_id = @agreement_id ORDER BY number;
