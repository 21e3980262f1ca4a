-- name: AddWord :exec
INSERT INTO search_word (word, case_id, field) VALUES (@word, @case_id, @field) ON CONFLICT (word, case_id, field) DO NOTHING;

-- DropWords forgets the words of the fields that stand under a key.
-- name: DropWords :exec
DELETE FROM search_word WHERE case_id = @case_id
  AND field IN (SELECT d.field FROM disclosure AS d WHERE d.case_id = @case_id AND d.compartment = @compartment);

-- ListWord gives the cases that have a word, those that moved last first.
-- name: ListWord :many
SELECT w.case_id, c.agreement, c.procedure FROM search_word AS w JOIN case_file AS c ON c.id = w.case_id
WHERE w.word = @word GROUP BY w.case_id, c.agreement, c.procedure, c.updated ORDER BY c.updated DESC, w.case_id LIMIT @max_rows;

-- ListCasesNamed gives the cases whose names begin so: from the first such name to before the first that does not.
-- name: ListCasesNamed :many
SELECT * FROM case_file WHERE id >= @first AND id < @before ORDER BY id LIMIT @max_rows;
