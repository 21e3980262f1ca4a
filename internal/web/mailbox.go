package web

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/entente-net/entente/fault"
)

// A mailbox is opened by its code in a posted form. An open one is held in a cookie that this process alone can read, for
// twenty minutes after the last look: the code never stands in an address, in a log or in a stored page.

const (
	openFor    = 20 * time.Minute
	maxMessage = 20_000 // bytes
)

func (s *server) mailboxCookie() string { return "entente-" + s.opt.Name + "-mailbox" }

// boxCipher encrypts the cookie under a key of its own, drawn from the key of the form tokens.
func (s *server) boxCipher() cipher.AEAD {
	m := hmac.New(sha256.New, s.opt.Key)
	m.Write([]byte("mailbox cookie"))
	block, err := aes.NewCipher(m.Sum(nil))
	if err != nil {
		panic(err) // 32 bytes are a key
	}
	g, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		panic(err)
	}
	return g
}

// keepOpen sets the cookie. The browser's clock ends it, and the time inside ends it too.
func (s *server) keepOpen(w http.ResponseWriter, code string, now time.Time) {
	until := binary.BigEndian.AppendUint64(nil, uint64(now.Add(openFor).Unix()))
	sealed := s.boxCipher().Seal(nil, nil, append(until, code...), []byte(s.opt.Name))
	s.setMailbox(w, base64.RawURLEncoding.EncodeToString(sealed), int(openFor.Seconds()))
}

func (s *server) setMailbox(w http.ResponseWriter, value string, age int) {
	http.SetCookie(w, &http.Cookie{
		Name: s.mailboxCookie(), Value: value, Path: mailboxPath, MaxAge: age,
		HttpOnly: true, Secure: s.opt.Secure, SameSite: http.SameSiteStrictMode,
	})
}

// openCode gives the code of the open mailbox; "" where none is open.
func (s *server) openCode(r *http.Request, now time.Time) string {
	k, err := r.Cookie(s.mailboxCookie())
	if err != nil {
		return ""
	}
	sealed, err := base64.RawURLEncoding.DecodeString(k.Value)
	if err != nil {
		return ""
	}
	plain, err := s.boxCipher().Open(nil, nil, sealed, []byte(s.opt.Name))
	if err != nil || len(plain) < 8 || now.Unix() >= int64(binary.BigEndian.Uint64(plain)) {
		return ""
	}
	return string(plain[8:])
}

// opened gives the code of the open mailbox and keeps it open.
func (s *server) opened(w http.ResponseWriter, r *http.Request, p *page) (string, error) {
	code := s.openCode(r, p.now)
	if code == "" {
		return "", fault.New(fault.Unauthorised, "%s", p.T("mailbox.shut")).Mend("%s", p.T("mailbox.shut.mend")).In(p.Code)
	}
	s.keepOpen(w, code, p.now)
	return code, nil
}

func (s *server) mailboxShow(w http.ResponseWriter, r *http.Request, p *page) error {
	code := s.openCode(r, p.now)
	if code == "" {
		return s.send(w, r, http.StatusOK, mailboxClosedPage(p, "", nil))
	}
	return s.mailbox(w, r, p, code, &mailboxState{})
}

// mailboxState is what was typed into the mailbox's own forms, and what is wrong with it.
type mailboxState struct {
	typed   string // the code typed back
	slip    *slip
	message string
	problem *problem // of the message
}

func (s *server) mailbox(w http.ResponseWriter, r *http.Request, p *page, code string, st *mailboxState) error {
	v, err := s.Filings.Mailbox(r.Context(), code)
	if fault.CodeOf(err) == fault.NotFound {
		s.setMailbox(w, "", -1)
		return s.codeUnknown(w, r, p, code, err)
	}
	if err != nil {
		return err
	}
	s.keepOpen(w, code, p.now)
	if err := s.title(r, p, v.Agreement); err != nil {
		return err
	}
	status := http.StatusOK
	if st.slip != nil || st.problem != nil {
		status = http.StatusUnprocessableEntity
	}
	return s.send(w, r, status, mailboxPage(p.at(v.Zone), v, st))
}

// codeUnknown says the same of every code that opens nothing.
func (s *server) codeUnknown(w http.ResponseWriter, r *http.Request, p *page, typed string, err error) error {
	q := p.problemOf("", err)
	return s.send(w, r, http.StatusNotFound, mailboxClosedPage(p, typed, &q))
}

func (s *server) mailboxPost(w http.ResponseWriter, r *http.Request, p *page) error {
	switch r.PostForm.Get("do") {
	case "open":
		return s.mailboxOpen(w, r, p)
	case "close":
		s.setMailbox(w, "", -1)
		http.Redirect(w, r, mailboxPath+"?said=closed", http.StatusSeeOther)
		return nil
	}
	code, err := s.opened(w, r, p)
	if err != nil {
		return err
	}
	switch r.PostForm.Get("do") {
	case "confirm":
		return s.mailboxConfirm(w, r, p, code)
	case "write":
		return s.mailboxWrite(w, r, p, code)
	default:
		http.Redirect(w, r, mailboxPath, http.StatusSeeOther)
		return nil
	}
}

func (s *server) mailboxOpen(w http.ResponseWriter, r *http.Request, p *page) error {
	typed := strings.TrimSpace(r.PostForm.Get("code"))
	if len(typed) > 64 {
		typed = ""
	}
	code := tidyCode(typed)
	if code == "" {
		q := problem{message: p.T("mailbox.code.missing"), remedy: p.T("mailbox.code.missing.mend")}
		return s.send(w, r, http.StatusUnprocessableEntity, mailboxClosedPage(p, typed, &q))
	}
	if _, err := s.Filings.Mailbox(r.Context(), code); fault.CodeOf(err) == fault.NotFound {
		return s.codeUnknown(w, r, p, typed, err)
	} else if err != nil {
		return err
	}
	s.keepOpen(w, code, p.now)
	http.Redirect(w, r, mailboxPath, http.StatusSeeOther)
	return nil
}

// mailboxConfirm compares what was typed back, and says where it differs.
func (s *server) mailboxConfirm(w http.ResponseWriter, r *http.Request, p *page, code string) error {
	typed := strings.TrimSpace(r.PostForm.Get("code"))
	if len(typed) > 64 {
		typed = typed[:0]
	}
	v, err := s.Filings.Mailbox(r.Context(), code)
	if err != nil {
		return err
	}
	if wrong := compareCodes(typed, v.Code); wrong != nil {
		return s.mailbox(w, r, p, code, &mailboxState{typed: typed, slip: wrong})
	}
	if err := s.Filings.TypedBack(r.Context(), code); err != nil {
		return err
	}
	http.Redirect(w, r, mailboxPath+"?said=confirmed", http.StatusSeeOther)
	return nil
}

func (s *server) mailboxWrite(w http.ResponseWriter, r *http.Request, p *page, code string) error {
	text := strings.TrimSpace(strings.ReplaceAll(r.PostForm.Get("text"), "\r\n", "\n"))
	q := problem{}
	switch {
	case text == "":
		q = problem{message: p.T("mailbox.write.empty"), remedy: p.T("mailbox.write.empty.mend")}
	case len(text) > maxMessage || !utf8.ValidString(text):
		q = problem{message: p.T("mailbox.write.long", "limit", maxMessage), remedy: p.T("mailbox.write.long.mend")}
	default:
		err := s.Filings.Write(r.Context(), code, text)
		if err == nil {
			http.Redirect(w, r, mailboxPath+"?said=written#words", http.StatusSeeOther)
			return nil
		}
		if _, ok := isFieldFault(err); !ok {
			return err
		}
		q = p.problemOf("", err)
	}
	return s.mailbox(w, r, p, code, &mailboxState{message: text, problem: &q})
}

func (s *server) mailboxProof(w http.ResponseWriter, r *http.Request, p *page) error {
	code, err := s.opened(w, r, p)
	if err != nil {
		return err
	}
	of := s.Filings.FilingProof
	if r.PostForm.Get("do") == "content" {
		of = s.Filings.FilingContent
	}
	f, err := of(r.Context(), code)
	if err != nil {
		return err
	}
	if r.PostForm.Get("do") != "verify" || s.Verifier == nil {
		return download(w, f)
	}
	found := s.verifyOne(r, p, f.Name, f.Data)
	return s.send(w, r, http.StatusOK, verifyPage(p, []foundFile{found}, "", s.checkpoints(r)))
}
