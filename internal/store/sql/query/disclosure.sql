-- name: AddDisclosure :execrows
INSERT INTO disclosure (act, field, case_id, compartment, digest, ciphertext, giver)
VALUES (@act, @field, @case_id, @compartment, @digest, @ciphertext, @giver)
ON CONFLICT (act, field) DO NOTHING;

-- name: GetDisclosure :one
SELECT * FROM disclosure WHERE act = @act AND field = @field;

-- name: ListDisclosures :many
SELECT * FROM disclosure WHERE act = @act ORDER BY field;

-- name: ListCaseDisclosures :many
SELECT * FROM disclosure WHERE case_id = @case_id ORDER BY act, field;

-- name: DeleteDisclosure :execrows
DELETE FROM disclosure WHERE act = @act AND field = @field;

-- name: DeleteCompartmentDisclosures :execrows
DELETE FROM disclosure WHERE compartment = @compartment;

-- AddSent gives 0 where the field went to that party before.
-- name: AddSent :execrows
INSERT INTO sent (act, field, party, case_id, at) VALUES (@act, @field, @party, @case_id, @at)
ON CONFLICT (act, field, party) DO NOTHING;

-- name: ListSent :many
SELECT * FROM sent WHERE act = @act ORDER BY field, party;

-- name: ListCaseSent :many
SELECT * FROM sent WHERE case_id = @case_id ORDER BY at, act, field, party;

-- name: AddRead :exec
INSERT INTO read_log (case_id, act, field, person, role, at) VALUES (@case_id, @act, @field, @person, @role, @at);

-- name: ListReads :many
SELECT * FROM read_log WHERE case_id = @case_id ORDER BY id;

-- ListNewestReads looks at the last looks of all agreements, newest first: most of them at most. CROSS makes SQLite begin with the looks.
-- name: ListNewestReads :many
SELECT r.case_id, c.procedure, r.field, r.person, r.at
FROM read_log AS r CROSS JOIN case_file AS c
WHERE r.id > (SELECT COALESCE(MAX(id), 0) FROM read_log) - @most AND c.id = r.case_id AND c.agreement = @agreement
ORDER BY r.id DESC LIMIT @max_rows;
