package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-net/entente/fault"
)

// app is what every command has: where it reads and writes, and how.
type app struct {
	ctx   context.Context //nolint:containedctx // a command's own
	in    io.Reader
	out   io.Writer
	errs  io.Writer
	json  bool
	debug bool
}

// errFindings ends a command that has said all there is to say, with the exit code for findings.
var errFindings = errors.New("findings")

// usageError is wrong use: nothing was tried.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

func usage(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// print gives the result: as one JSON document, or as text.
func (a *app) print(v any, text func(w io.Writer)) error {
	if !a.json {
		var b strings.Builder
		text(&b)
		_, err := io.WriteString(a.out, b.String())
		return err
	}
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// shownError is an error as --json shows it.
type shownError struct {
	Code    fault.Code `json:"code"`
	Article string     `json:"article,omitempty"`
	Message string     `json:"message"`
	Remedy  string     `json:"remedy,omitempty"`
}

// finish tells the error, if any, and gives the exit code.
func (a *app) finish(err error) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, errFindings) {
		return exitRefused
	}
	var wrong usageError
	if errors.As(err, &wrong) {
		a.tell(shownError{Code: "usage", Message: wrong.text, Remedy: "entente --help, or --help after a command, shows what there is"}, nil)
		return exitUsage
	}
	var e *fault.Error
	if !errors.As(err, &e) {
		e = fault.New(fault.Internal, "something went wrong").Wrap(err)
		if a.ctx.Err() != nil {
			e = fault.New(fault.Unavailable, "stopped before it was done").Wrap(err)
		}
	}
	a.tell(shownError{Code: e.Code, Article: e.Article, Message: e.Message, Remedy: e.Remedy}, e.Err)
	return exitRefused
}

func (a *app) tell(e shownError, cause error) {
	if a.json {
		_ = a.print(map[string]shownError{"error": e}, nil)
	} else {
		fmt.Fprintf(a.errs, "entente: %s [%s]\n", e.Message, e.Code)
		if e.Article != "" {
			fmt.Fprintf(a.errs, "  article: %s\n", e.Article)
		}
		if e.Remedy != "" {
			fmt.Fprintf(a.errs, "  remedy: %s\n", e.Remedy)
		}
	}
	if a.debug && cause != nil {
		fmt.Fprintf(a.errs, "  cause: %v\n", cause)
	}
}

// readFile reads a file that the command line names.
func readFile(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, usage("%s cannot be read: %s", path, reason(err))
	}
	defer func() { _ = f.Close() }()
	b, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, usage("%s cannot be read: %s", path, reason(err))
	}
	if int64(len(b)) > most {
		return nil, fault.New(fault.TooLarge, "%s has more than %d bytes", path, most)
	}
	return b, nil
}

// writeOut writes a command's product: to a file, or, where none is named, to the output.
func (a *app) writeOut(path string, b []byte) error {
	if path == "" || path == "-" {
		_, err := a.out.Write(b)
		return err
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		return usage("%s cannot be written: %s", path, reason(err))
	}
	return nil
}

// reason is the system's word without the path, which the message names already.
func reason(err error) string {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

func absolute(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", usage("%s is no path: %s", path, err)
	}
	return abs, nil
}
