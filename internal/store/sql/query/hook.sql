-- name: AddHook :exec
INSERT INTO hook (id, address, events, added) VALUES (@id, @address, @events, @added);

-- name: ListHooks :many
SELECT * FROM hook ORDER BY added, id;

-- DropHook gives 0 where there is none of that name.
-- name: DropHook :execrows
DELETE FROM hook WHERE id = @id;

-- name: DropHookPosts :exec
DELETE FROM hook_post WHERE hook = @hook;

-- AddHookPost gives 0 where the event is known already.
-- name: AddHookPost :execrows
INSERT INTO hook_post (hook, event, body, created, due, tries, outcome, why, done)
VALUES (@hook, @event, @body, @created, @due, 0, 'waits', '', 0) ON CONFLICT (hook, event) DO NOTHING;

-- ListDueHookPosts gives the oldest due ones of one receiver: one that is away keeps no other waiting.
-- name: ListDueHookPosts :many
SELECT * FROM hook_post WHERE outcome = 'waits' AND hook = @hook AND due <= @now ORDER BY due, id LIMIT @max_rows;

-- ClaimHookPost moves the time of what is about to be sent; 0 where another process was first.
-- name: ClaimHookPost :execrows
UPDATE hook_post SET due = @later, tries = tries + 1 WHERE id = @id AND due = @was AND outcome = 'waits';

-- name: EndHookPost :exec
UPDATE hook_post SET outcome = @outcome, why = @why, done = @done WHERE id = @id;

-- name: SetHookPostWhy :exec
UPDATE hook_post SET why = @why WHERE id = @id;

-- CountHookPosts: what became of what each receiver was to be told.
-- name: CountHookPosts :many
SELECT hook, outcome, CAST(COUNT(*) AS BIGINT) AS n FROM hook_post GROUP BY hook, outcome ORDER BY hook, outcome;

-- ListHookTrouble gives the newest that a receiver has not taken.
-- name: ListHookTrouble :many
SELECT * FROM hook_post WHERE hook = @hook AND outcome <> 'taken' AND why <> '' ORDER BY id DESC LIMIT @max_rows;

-- ForgetHookPosts drops what ended before an instant, and what is for nobody.
-- name: ForgetHookPosts :execrows
DELETE FROM hook_post WHERE done > 0 AND done < @before OR hook NOT IN (SELECT id FROM hook);
