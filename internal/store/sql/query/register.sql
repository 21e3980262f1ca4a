-- name: PutRegisterEntry :exec
INSERT INTO register_entry (agreement, register, entry, key_hash, body, version, added, expires, struck)
VALUES (@agreement, @register, @entry, @key_hash, @body, @version, @added, @expires, @struck)
ON CONFLICT (agreement, register, entry) DO UPDATE SET key_hash = excluded.key_hash, body = excluded.body, version = excluded.version,
  added = excluded.added, expires = excluded.expires, struck = excluded.struck;

-- name: GetRegisterEntry :one
SELECT * FROM register_entry WHERE agreement = @agreement AND register = @register AND entry = @entry;

-- ListRegisterEntries pages by entry, for building an index in memory.
-- name: ListRegisterEntries :many
SELECT * FROM register_entry WHERE agreement = @agreement AND register = @register AND entry > @after ORDER BY entry LIMIT @max_rows;

-- name: CountRegisterEntries :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM register_entry WHERE agreement = @agreement AND register = @register AND struck = 0;

-- name: StrikeRegisterEntry :execrows
UPDATE register_entry SET struck = @struck WHERE agreement = @agreement AND register = @register AND entry = @entry AND struck = 0;

-- name: DeleteRegisterEntry :execrows
DELETE FROM register_entry WHERE agreement = @agreement AND register = @register AND entry = @entry;

-- DeleteOtherVersions ends a full import: what the new version does not hold goes.
-- name: DeleteOtherVersions :execrows
DELETE FROM register_entry WHERE agreement = @agreement AND register = @register AND version <> @version;

-- name: ListExpiredEntries :many
SELECT agreement, register, entry FROM register_entry WHERE expires > 0 AND expires <= @now ORDER BY expires LIMIT @max_rows;

-- name: DeleteExpiredEntries :execrows
DELETE FROM register_entry WHERE expires > 0 AND expires <= @now;

-- name: PutRegisterVersion :exec
INSERT INTO register_version (agreement, register, version, entries, loaded, source)
VALUES (@agreement, @register, @version, @entries, @loaded, @source)
ON CONFLICT (agreement, register) DO UPDATE SET version = excluded.version, entries = excluded.entries, loaded = excluded.loaded, source = excluded.source;

-- name: GetRegisterVersion :one
SELECT * FROM register_version WHERE agreement = @agreement AND register = @register;

-- name: ListRegisterVersions :many
SELECT * FROM register_version ORDER BY agreement, register;
