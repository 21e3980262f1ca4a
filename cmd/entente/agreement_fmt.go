package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/seal"
)

type agreementFmtCmd struct {
	Files []string `arg:"" name:"FILE" help:"Texts of agreements."`
	Check bool     `help:"Name the texts that are laid out otherwise, and end with 1 if there are any." xor:"what"`
	Write bool     `help:"Replace the files." xor:"what"`
}

// laidOut is what became of one file.
type laidOut struct {
	File     string             `json:"file"`
	Changed  bool               `json:"changed"` // its layout was, or is, another
	TextHash seal.Digest        `json:"text_hash,omitempty"`
	Text     string             `json:"text,omitempty"`
	Findings agreement.Findings `json:"findings"` // why it cannot be read

	text []byte
}

// Run lays out every file that can be read, and leaves every other as it is.
func (c agreementFmtCmd) Run(a *app) error {
	if len(c.Files) != 1 && !c.Check && !c.Write && !a.json {
		return usage("one text is printed at a time: name one FILE, or say --check or --write")
	}
	var all []laidOut
	end := error(nil)
	for _, path := range c.Files {
		f, err := c.layOut(path)
		if err != nil {
			return err
		}
		if len(f.Findings) > 0 || c.Check && f.Changed {
			end = errFindings
		}
		all = append(all, f)
	}
	if !a.json {
		for _, f := range all {
			if len(f.Findings) > 0 {
				fmt.Fprintf(a.errs, "%s\n", f.Findings)
			}
		}
	}
	err := a.print(map[string]any{"texts": all}, func(w io.Writer) {
		for _, f := range all {
			switch {
			case len(f.Findings) > 0:
			case c.Check && f.Changed:
				fmt.Fprintln(w, f.File)
			case c.Write && f.Changed:
				fmt.Fprintf(w, "wrote %s\n  text  %s\n", f.File, f.TextHash)
			case !c.Check && !c.Write:
				_, _ = w.Write(f.text)
			}
		}
	})
	if err != nil {
		return err
	}
	return end
}

// layOut reads one file and, where that is asked for, replaces it.
func (c agreementFmtCmd) layOut(path string) (laidOut, error) {
	f := laidOut{File: path, Findings: agreement.Findings{}}
	text, err := readFile(path, maxText)
	if err != nil {
		return f, err
	}
	f.text, err = agreement.Format(text)
	var findings agreement.Findings
	if errors.As(err, &findings) {
		for _, x := range findings {
			x.File = path
			f.Findings = append(f.Findings, x)
		}
		return f, nil
	}
	if err != nil {
		return f, err
	}
	f.Changed = !bytes.Equal(f.text, text)
	f.TextHash = seal.DigestFrom(agreement.TextHash(f.text))
	if !c.Check && !c.Write {
		f.Text = string(f.text)
	}
	if c.Write && f.Changed {
		return f, replaceFile(path, f.text)
	}
	return f, nil
}

// replaceFile leaves the old file or the new one, whole. It keeps who may read it; a link still leads to it.
func replaceFile(path string, b []byte) error {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return usage("%s cannot be written: %s", path, reason(err))
	}
	info, err := os.Stat(target)
	if err != nil {
		return usage("%s cannot be written: %s", path, reason(err))
	}
	f, err := os.CreateTemp(filepath.Dir(target), "."+filepath.Base(target)+".*")
	if err != nil {
		return usage("%s cannot be written: %s", path, reason(err))
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Chmod(info.Mode().Perm())
	}
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(f.Name(), target)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return usage("%s cannot be written: %s", path, reason(err))
	}
	return nil
}
