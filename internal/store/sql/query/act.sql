-- AddAct gives 0 where the act is there already: nothing is applied twice.
-- name: AddAct :execrows
INSERT INTO act (digest, case_id, agreement, kind, status, number, author, mine, body, receipt, receipt_digest, refusal, relay, received)
VALUES (@digest, @case_id, @agreement, @kind, @status, @number, @author, @mine, @body, @receipt, @receipt_digest, @refusal, @relay, @received)
ON CONFLICT (digest) DO NOTHING;

-- name: GetAct :one
SELECT * FROM act WHERE digest = @digest;

-- name: GetActAt :one
SELECT * FROM act WHERE case_id = @case_id AND number = @number AND status = 'taken';

-- name: GetActByReceipt :one
SELECT * FROM act WHERE receipt_digest = @receipt_digest AND receipt_digest <> '';

-- TakeAct gives 0 where the act is unknown or taken already.
-- name: TakeAct :execrows
UPDATE act SET status = 'taken', number = @number, receipt = @receipt, receipt_digest = @receipt_digest
WHERE digest = @digest AND status <> 'taken';

-- RefuseAct gives 0 where the act no longer waits.
-- name: RefuseAct :execrows
UPDATE act SET status = 'refused', refusal = @refusal WHERE digest = @digest AND status = 'queued';

-- name: DisputeAct :execrows
UPDATE act SET status = 'disputed' WHERE digest = @digest AND status <> 'disputed';

-- name: SetActRelay :execrows
UPDATE act SET relay = @relay WHERE digest = @digest;

-- ListTakenActs pages by number: after is the last row's number.
-- name: ListTakenActs :many
SELECT * FROM act WHERE case_id = @case_id AND status = 'taken' AND number > @after ORDER BY number LIMIT @max_rows;

-- ListActs gives all acts of a case, whatever became of them.
-- name: ListActs :many
SELECT * FROM act WHERE case_id = @case_id ORDER BY received, digest;

-- ListQueuedActs gives this node's own acts that have no receipt yet.
-- name: ListQueuedActs :many
SELECT * FROM act WHERE agreement = @agreement AND status = 'queued' AND mine = TRUE ORDER BY received, digest LIMIT @max_rows;

-- ListCasesOfActs pages through the cases of an agreement by their acts: an opening that was refused, or that home
-- has not answered, has no row in case_file.
-- name: ListCasesOfActs :many
SELECT case_id FROM act WHERE agreement = @agreement AND case_id > @after GROUP BY case_id ORDER BY case_id LIMIT @max_rows;

-- ListHeldActs gives what others left here to be relayed.
-- name: ListHeldActs :many
SELECT * FROM act WHERE agreement = @agreement AND status = 'queued' AND mine = FALSE ORDER BY received, digest LIMIT @max_rows;

-- name: CountActs :many
SELECT status, CAST(COUNT(*) AS BIGINT) AS n FROM act GROUP BY status ORDER BY status;
