-- name: PutTranslation :exec
INSERT INTO translation (agreement, language, text, added) VALUES (@agreement, @language, @text, @added)
ON CONFLICT (agreement, language) DO UPDATE SET text = excluded.text, added = excluded.added;

-- name: ListTranslations :many
SELECT * FROM translation WHERE agreement = @agreement ORDER BY language;
