package web

import (
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/entente-net/entente/fault"
)

// What is brought to be verified is read in memory and kept nowhere.

const (
	maxVerify   = 20 // files at once
	maxVerified = 4 << 20
)

// foundFile is one file and what was found of it.
type foundFile struct {
	Name  string
	Size  int
	View  *VerifyView
	Fault *problem // why it could not be read
}

func (f *foundFile) holds() bool { return f.View != nil && f.View.Holds }

func (s *server) verifyShow(w http.ResponseWriter, r *http.Request, p *page) error {
	return s.send(w, r, http.StatusOK, verifyPage(p, nil, "", s.checkpoints(r)))
}

func (s *server) verifyPost(w http.ResponseWriter, r *http.Request, p *page) error {
	var found []foundFile
	if r.MultipartForm != nil {
		for i, h := range files(r.MultipartForm.File)["file"] {
			if i == maxVerify {
				break
			}
			f, err := h.Open()
			if err != nil {
				return err
			}
			b, err := io.ReadAll(io.LimitReader(f, maxVerified+1))
			err = errors.Join(err, f.Close())
			if err != nil {
				return err
			}
			found = append(found, s.verifyOne(r, p, h.Filename, b))
		}
	}
	pasted := strings.TrimSpace(r.PostForm.Get("text"))
	if pasted != "" {
		found = append(found, s.verifyOne(r, p, p.T("verify.pasted"), []byte(pasted+"\n")))
	}
	if len(found) == 0 {
		found = append(found, foundFile{Fault: &problem{message: p.T("verify.nothing"), remedy: p.T("verify.nothing.mend")}})
		return s.send(w, r, http.StatusUnprocessableEntity, verifyPage(p, found, pasted, s.checkpoints(r)))
	}
	return s.send(w, r, http.StatusOK, verifyPage(p, found, pasted, s.checkpoints(r)))
}

func (s *server) verifyOne(r *http.Request, p *page, name string, b []byte) foundFile {
	f := foundFile{Name: name, Size: len(b)}
	var err error
	if len(b) > maxVerified {
		err = fault.New(fault.TooLarge, "%s", p.T("verify.large", "limit", maxVerified>>20)).Mend("%s", p.T("verify.large.mend")).In(p.Code)
	} else {
		f.View, err = s.Verifier.Verify(r.Context(), b)
	}
	if err != nil {
		q := p.problemOf("", err)
		f.View, f.Fault = nil, &q
	}
	return f
}

// verifyHeading says what was found of all that was brought.
func (p *page) verifyHeading(found []foundFile) string {
	holds := 0
	for i := range found {
		if found[i].holds() {
			holds++
		}
	}
	switch {
	case len(found) == 0:
		return p.T("verify.title")
	case holds == len(found):
		return p.N("verify.all", len(found))
	case holds == 0:
		return p.N("verify.none", len(found))
	default:
		return p.N("verify.some", holds, "of", len(found))
	}
}

func (p *page) verifyKind(v *VerifyView) string {
	if key := "verify.kind." + v.Kind; p.Has(key) {
		return p.T(key)
	}
	return v.Kind
}

func kilobytes(n int) int { return (n + 1023) / 1024 }

func verifyClass(f *foundFile) string {
	if f.holds() {
		return "found"
	}
	return "found failed"
}

// checkpoints are shown beside the form; a page that verifies does not fail because they cannot be read just now.
func (s *server) checkpoints(r *http.Request) []CheckpointView {
	if s.Checkpoints == nil {
		return nil
	}
	list, err := s.Checkpoints.Checkpoints(r.Context())
	if err != nil {
		return nil
	}
	return list
}

// cosignedOf says how many of the witnesses have vouched.
func (p *page) cosignedOf(c CheckpointView) (glyph, word string) {
	n := 0
	for _, x := range c.Cosigned {
		if !x.At.IsZero() && x.Size >= c.Size {
			n++
		}
	}
	if n < len(c.Cosigned) {
		return "part", p.T("verify.cosigned", "n", n, "of", len(c.Cosigned))
	}
	return "ok", p.T("verify.cosigned", "n", n, "of", len(c.Cosigned))
}
