-- AddNotice gives 0 where the person was told before.
-- name: AddNotice :execrows
INSERT INTO notice (person, mark, kind, law, article, ref, due, at, seen)
VALUES (@person, @mark, @kind, @law, @article, @ref, @due, @at, 0) ON CONFLICT (person, mark) DO NOTHING;

-- HasNotice says whether the person was told.
-- name: HasNotice :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM notice WHERE person = @person AND mark = @mark;

-- name: ListNotices :many
SELECT * FROM notice WHERE person = @person AND id < @before ORDER BY id DESC LIMIT @max_rows;

-- name: CountUnseenNotices :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM notice WHERE person = @person AND seen = 0;

-- name: CountNoticesSince :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM notice WHERE person = @person AND seen = 0 AND at > @since;

-- name: SeeNotices :execrows
UPDATE notice SET seen = @at WHERE person = @person AND seen = 0 AND id <= @upto;

-- name: PutNoticeSetting :exec
INSERT INTO notice_setting (person, address, mode, lang, digested) VALUES (@person, @address, @mode, @lang, 0)
ON CONFLICT (person) DO UPDATE SET address = excluded.address, mode = excluded.mode, lang = excluded.lang;

-- name: GetNoticeSetting :one
SELECT * FROM notice_setting WHERE person = @person;

-- MarkDigested gives 0 where another process was first.
-- name: MarkDigested :execrows
UPDATE notice_setting SET digested = @now WHERE person = @person AND digested = @was;

-- name: AddLetter :exec
INSERT INTO notice_letter (person, address, body, due, tries) VALUES (@person, @address, @body, @due, 0);

-- name: ListDueLetters :many
SELECT * FROM notice_letter WHERE due <= @now ORDER BY due, id LIMIT @max_rows;

-- ClaimLetter moves a letter's time; 0 where another process was first.
-- name: ClaimLetter :execrows
UPDATE notice_letter SET due = @later, tries = tries + 1 WHERE id = @id AND due = @was;

-- name: DropLetter :exec
DELETE FROM notice_letter WHERE id = @id;
