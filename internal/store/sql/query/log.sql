-- name: AddLog :execrows
INSERT INTO log (id, agreement, size, root, frontier, epoch, holder, lease_until)
VALUES (@id, @agreement, 0, @root, @frontier, 0, '', 0)
ON CONFLICT (id) DO NOTHING;

-- name: GetLog :one
SELECT * FROM log WHERE id = @id;

-- name: ListLogs :many
SELECT * FROM log ORDER BY id;

-- TakeLease gives 0 while another process holds it. A new holder is a new epoch, which fences the old one off.
-- name: TakeLease :execrows
UPDATE log SET epoch = epoch + 1, holder = @holder, lease_until = @lease_until
WHERE id = @id AND (holder = '' OR lease_until <= @now);

-- RenewLease gives 0 where the lease was lost.
-- name: RenewLease :execrows
UPDATE log SET lease_until = @lease_until WHERE id = @id AND holder = @holder AND epoch = @epoch;

-- name: DropLease :execrows
UPDATE log SET holder = '', lease_until = 0 WHERE id = @id AND holder = @holder AND epoch = @epoch;

-- GrowLog gives 0 where size or root moved, or the lease is no longer this epoch's.
-- name: GrowLog :execrows
UPDATE log SET size = @size, root = @root, frontier = @frontier
WHERE id = @id AND size = @was_size AND root = @was_root AND epoch = @epoch AND holder = @holder;
