package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/entente-net/entente/fault"
)

//go:embed sql/schema/*.sql
var schema embed.FS

// migrate applies the schema files that this database has not had yet, in order, in one transaction.
func migrate(ctx context.Context, d *Dialect, c *conn) (err error) {
	files, err := fs.Glob(schema, "sql/schema/*.sql") // sorted by name, and so by number
	if err != nil {
		return err
	}
	if err := c.do(ctx, d.BeginWrite); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = c.do(ctx, "ROLLBACK")
		}
	}()
	if d.LockSchema != "" {
		if err := c.do(ctx, d.LockSchema); err != nil {
			return err
		}
	}
	if _, err := c.raw.ExecContext(ctx, d.Schema("CREATE TABLE IF NOT EXISTS schema_version (\n  version BIGINT NOT NULL PRIMARY KEY\n);")); err != nil {
		return err
	}
	var have int64
	if err := c.raw.QueryRowContext(ctx, "SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT) FROM schema_version").Scan(&have); err != nil {
		return err
	}
	if have > int64(len(files)) {
		return fault.New(fault.StoreNewer, "the database was written by a newer version of this program (schema %d, this one knows %d)", have, len(files)).
			Mend("use that version, or restore a back-up of before it")
	}
	for i, name := range files {
		version := int64(i + 1)
		if number, _, _ := strings.Cut(name[len("sql/schema/"):], "_"); number != fmt.Sprintf("%04d", version) {
			return fmt.Errorf("schema file %s: want number %04d", name, version)
		}
		if version <= have {
			continue
		}
		text, err := schema.ReadFile(name)
		if err != nil {
			return err
		}
		if _, err := c.raw.ExecContext(ctx, d.Schema(string(text))); err != nil {
			return fmt.Errorf("schema file %s: %w", name, err)
		}
		if _, err := c.raw.ExecContext(ctx, "INSERT INTO schema_version (version) VALUES ("+strconv.FormatInt(version, 10)+")"); err != nil {
			return err
		}
	}
	return c.do(ctx, "COMMIT")
}
