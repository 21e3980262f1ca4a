package postgres

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"

	"github.com/jackc/pgx/v5"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
)

// backup has the server's own tool write a consistent dump (custom format, for pg_restore).
func backup(ctx context.Context, conn string, cfg *pgx.ConnConfig, to string) (err error) {
	to, err = filepath.Abs(to)
	if err != nil {
		return fault.New(fault.Invalid, "the back-up's path cannot be read").Wrap(err)
	}
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return fault.New(fault.Conflict, "there is a file at the back-up's place already").Mend("choose another name").Wrap(err)
	}
	tool, err := dumper()
	if err != nil {
		return err
	}
	part := to + ".part"
	f, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_RDWR, 0o600)
	if err != nil {
		return fault.New(fault.Invalid, "the back-up cannot be written at that place").Mend("choose a folder that this user may write").Wrap(err)
	}
	defer f.Close()
	defer func() {
		if err != nil {
			os.Remove(part)
		}
	}()
	var problem bytes.Buffer
	// Every user of the machine can read a command's arguments, so the password goes by the environment.
	cmd := exec.CommandContext(ctx, tool, "--format=custom", "--no-password", "--dbname="+withoutPassword(conn))
	cmd.Env = os.Environ()
	if cfg.Password != "" {
		cmd.Env = append(cmd.Env, "PGPASSWORD="+cfg.Password)
	}
	cmd.Stdout, cmd.Stderr = f, &problem
	if err := cmd.Run(); err != nil {
		return fault.New(fault.Internal, "pg_dump did not write the back-up").Wrap(errors.Join(err, errors.New(problem.String())))
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := os.Rename(part, to); err != nil {
		return err
	}
	d, err := os.Open(filepath.Dir(to))
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// dumper finds pg_dump on the path or where Debian keeps it; the newest, since it must not be older than the server.
func dumper() (string, error) {
	if p, err := exec.LookPath("pg_dump"); err == nil {
		return p, nil
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/pg_dump")
	if len(found) == 0 {
		return "", fault.New(fault.NotFound, "pg_dump is not installed here").Mend("apt-get install postgresql-client")
	}
	sort.Strings(found)
	return found[len(found)-1], nil
}

var passwordWord = regexp.MustCompile(`\bpassword\s*=\s*('(?:[^'\\]|\\.)*'|[^\s']\S*)`)

// withoutPassword takes the password out of a connection string of either form, URL or words.
func withoutPassword(conn string) string {
	u, err := url.Parse(conn)
	if err != nil || u.Scheme == "" {
		return passwordWord.ReplaceAllString(conn, "")
	}
	if u.User != nil {
		u.User = url.User(u.User.Username())
	}
	q := u.Query()
	q.Del("password")
	u.RawQuery = q.Encode()
	return u.String()
}

// scrub frees what dead rows hold, without locking anybody out. PostgreSQL cannot overwrite: the bytes stay in the
// files, in the server's write-ahead log and in archives until they are used again. They are ciphertext whose key is
// destroyed, and that is what erasure rests on; rewriting whole tables at each erasure would stop the node.
func scrub(ctx context.Context, q store.DBTX) (bool, error) {
	for _, table := range []string{"disclosure", "envelope", "leaf_run", "register_entry"} {
		if _, err := q.ExecContext(ctx, "VACUUM "+table); err != nil {
			return false, err
		}
	}
	return true, nil
}
