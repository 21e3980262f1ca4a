package seal

func questionMembers(c *codec, q *Question) {
	c.open()
	list(c, "match", &q.Match, 32, matchMembers)
	c.nonce(&q.Nonce)
	c.name("person", &q.Person)
	c.name("purpose", &q.Purpose)
	c.name("query", &q.Query)
	c.name("register", &q.Register)
	c.name("role", &q.Role)
	c.close()
	sorted(c, "match", q.Match, func(m *Match) string { return m.Field })
}

func matchMembers(c *codec, m *Match) {
	c.open()
	c.name("field", &m.Field)
	c.text("value", &m.Value, limitLine)
	c.close()
}

func answerMembers(c *codec, a *Answer) {
	c.open()
	list(c, "hits", &a.Hits, 256, hitMembers)
	c.nonce(&a.Nonce)
	c.digest("question", &a.Question, false)
	optional(c, "refused", &a.Refused, refusedMembers)
	c.close()
	if c.err == nil && a.Refused != nil && len(a.Hits) > 0 {
		c.fail("a refused question has no hits")
	}
}

func hitMembers(c *codec, h *Hit) {
	c.open()
	c.name("entry", &h.Entry)
	list(c, "reveals", &h.Reveals, 256, func(c *codec, s *string) { c.str("reveals", s, MaxAnswer) })
	c.name("version", &h.Version)
	c.close()
}

func refusedMembers(c *codec, r *Refused) {
	c.open()
	c.name("article", &r.Article)
	c.name("code", &r.Code)
	c.text("message", &r.Message, limitLine)
	c.text("remedy", &r.Remedy, limitLine)
	c.close()
	if c.err == nil && r.Code == "" {
		c.fail("a refusal says its code")
	}
}

// Encode gives the canonical bytes.
func (q *Question) Encode() []byte { b, _ := encode("question", q, questionMembers); return b }

// Digest is what the answer and the log name.
func (q *Question) Digest() Digest { return DigestOf(q.Encode()) }

// DecodeQuestion reads one item of a letter of questions.
func DecodeQuestion(b []byte) (*Question, error) {
	return decode("question", b, MaxQuestion, questionMembers)
}

// Encode gives the canonical bytes.
func (a *Answer) Encode() []byte { b, _ := encode("answer", a, answerMembers); return b }

// Digest is what the log names.
func (a *Answer) Digest() Digest { return DigestOf(a.Encode()) }

// DecodeAnswer reads one item of a letter of answers.
func DecodeAnswer(b []byte) (*Answer, error) { return decode("answer", b, MaxAnswer, answerMembers) }
