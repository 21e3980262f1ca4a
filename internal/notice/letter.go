package notice

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"mime"
	"net/mail"
	"net/url"
	"strings"
	"time"

	"github.com/entente-net/entente/fault"
)

// Waits is one thing that a letter says: that something waits at a party's desk, under an article, until a time.
type Waits struct {
	Party   string // as its agreements name it
	Law     string // title of the agreement; "" of a negotiation
	Article string // number; "" where none is meant
	Until   string // in words, with the zone; "" where nothing says until when
	Link    string // to the desk
	Count   int    // of a daily letter: how many things; 0: one
}

// words are the sentences, by language; English stands in.
var words = map[string]struct{ subject, one, many, article, until, link, why string }{
	"en": {"Something waits for you at the desk of %s", "Something waits for you at the desk of %s", "%d things wait for you at the desk of %s", "under Article %s of “%s”", "until %s", "Open it there:", "This letter says no more than that. How you are told is set at the desk."},
	"fr": {"Quelque chose vous attend au bureau de %s", "Quelque chose vous attend au bureau de %s", "%d choses vous attendent au bureau de %s", "au titre de l’article %s de «\u202f%s\u202f»", "jusqu’au %s", "L’ouvrir là\u202f:", "Cette lettre ne dit rien de plus. La manière de vous prévenir se règle au bureau."},
	"es": {"Algo le espera en la mesa de %s", "Algo le espera en la mesa de %s", "%d cosas le esperan en la mesa de %s", "según el artículo %s de «%s»", "hasta el %s", "Ábralo allí:", "Esta carta no dice más que eso. Cómo se le avisa se fija en la mesa."},
	"ru": {"Вас ждёт дело за столом: %s", "Вас ждёт дело за столом: %s", "Дел, которые Вас ждут: %d, за столом: %s", "по статье %s, «%s»", "до %s", "Открыть там:", "Больше в этом письме ничего не сказано. Как Вас извещать, задаётся за столом."},
	"zh": {"%s的工作台上有事等待您", "%s的工作台上有事等待您", "有%d件事在%s的工作台上等待您", "依据“%[2]s”第%[1]s条", "期限为%s", "请在那里打开：", "本信只说这些。如何通知您，请在工作台上设定。"},
	"ar": {"ثمة ما ينتظركم في مكتب %s", "ثمة ما ينتظركم في مكتب %s", "%d أمور تنتظركم في مكتب %s", "بموجب المادة %s من «%s»", "حتى %s", "افتحوه هناك:", "لا تقول هذه الرسالة أكثر من ذلك. وتُضبط طريقة إعلامكم في المكتب."},
}

// Sentence says it in a language.
func (w Waits) Sentence(lang string) string {
	t, ok := words[lang]
	if !ok {
		t = words["en"]
	}
	s := fmt.Sprintf(t.one, w.Party)
	if w.Count > 1 {
		s = fmt.Sprintf(t.many, w.Count, w.Party)
	}
	parts := []string{s}
	if w.Article != "" && w.Count <= 1 {
		parts = append(parts, fmt.Sprintf(t.article, w.Article, w.Law))
	}
	if w.Until != "" && w.Count <= 1 {
		parts = append(parts, fmt.Sprintf(t.until, w.Until))
	}
	comma := map[string]string{"ar": "، ", "zh": "，"}[lang]
	if comma == "" {
		comma = ", "
	}
	stop := "."
	if lang == "zh" {
		stop = "。"
	}
	return strings.Join(parts, comma) + stop
}

// CheckAddress refuses what is no plain address of one person (RFC 5322 addr-spec), so that nobody writes headers through it.
func CheckAddress(s string) error {
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s || len(s) > 254 || strings.ContainsAny(s, "\r\n") {
		return fault.New(fault.Invalid, "%q is no e-mail address", s).Mend("write it as name@example.org")
	}
	return nil
}

// Letter writes the message (RFC 5322). id makes its Message-ID, so that a letter that was sent twice over a broken line is
// known to be one.
func Letter(from, to, lang string, w Waits, id string, at time.Time) string {
	t, ok := words[lang]
	if !ok {
		lang, t = "en", words["en"]
	}
	sum := sha256.Sum256([]byte(id))
	domain := "entente.invalid"
	if _, d, ok := strings.Cut(from, "@"); ok {
		domain = strings.TrimSuffix(d, ">")
	}
	body := w.Sentence(lang) + "\n\n" + t.link + "\n" + w.Link + "\n\n" + t.why + "\n"
	var b strings.Builder
	for _, h := range [][2]string{
		{"From", from},
		{"To", to},
		{"Subject", mime.QEncoding.Encode("utf-8", fmt.Sprintf(t.subject, w.Party))},
		{"Date", at.UTC().Format(time.RFC1123Z)},
		{"Message-ID", "<" + hex.EncodeToString(sum[:12]) + "@" + domain + ">"},
		{"Auto-Submitted", "auto-generated"},
		{"Content-Language", lang},
		{"MIME-Version", "1.0"},
		{"Content-Type", "text/plain; charset=utf-8"},
		{"Content-Transfer-Encoding", "base64"},
	} {
		b.WriteString(h[0] + ": " + h[1] + "\r\n")
	}
	b.WriteString("\r\n")
	for code := base64.StdEncoding.EncodeToString([]byte(strings.ReplaceAll(body, "\n", "\r\n"))); code != ""; {
		n := min(76, len(code))
		b.WriteString(code[:n] + "\r\n")
		code = code[n:]
	}
	return b.String()
}

// CheckDesk refuses what is no address of a desk that a letter may lead to.
func CheckDesk(s string) error {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return fault.New(fault.Invalid, "%q is no address of a desk", s).Mend("write it as https://desk.example.org")
	}
	return nil
}

// Wait is how long a letter waits after so many tries that failed; 0: it is given up.
func Wait(tries int64) time.Duration {
	if tries >= 12 {
		return 0
	}
	return min(time.Minute<<min(tries, 10), 6*time.Hour)
}
