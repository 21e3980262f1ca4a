package web

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/entente-net/entente/agreement"
)

func ledgerPath(id agreement.ID) string { return "/ledger/" + url.PathEscape(string(id)) }

// ledgerTitle says how far others vouch for this log.
func (p *page) ledgerTitle(v *LedgerView) string {
	if v.Size == 0 {
		return p.T("ledger.title.empty")
	}
	whole := 0
	for _, c := range v.Cosigned {
		if c.Size >= v.Size && !c.At.IsZero() {
			whole++
		}
	}
	return p.N("ledger.title", int(v.Size), "whole", whole, "of", len(v.Cosigned))
}

// entryNumber gives an entry's place, or the places of a run of entries.
func (p *page) entryNumber(e EntryView) string {
	if e.Count > 1 {
		return p.T("ledger.run", "first", e.Index, "last", e.Index+e.Count-1)
	}
	return p.Num(e.Index)
}

// verified says how many were verified: of how many, where not all that there are.
func (p *page) verified(v Verified) string {
	if v.Of == 0 {
		return p.T("audit.all", "count", v.Count)
	}
	return p.T("ledger.of", "size", v.Count, "total", v.Of)
}

// auditTitle is the finding of the audit as a person would say it.
func (p *page) auditTitle(v *AuditView) string {
	switch {
	case v.Running:
		return p.T("audit.title.running")
	case v.Failed != nil:
		return p.T("audit.title.failed")
	case v.Ran.IsZero():
		return p.T("audit.title.never")
	default:
		return p.N("audit.title", len(v.Findings))
	}
}

func (p *page) size(n uint64) string {
	switch {
	case n >= 1<<20:
		return p.T("size.mb", "n", p.Decimal(float64(n)/(1<<20), 1))
	case n >= 1<<10:
		return p.T("size.kb", "n", n>>10)
	default:
		return p.T("size.b", "n", n)
	}
}

// finding says what an audit found: an auditor's sentence is English, and names what it found; a reader of
// another language is told what its code means, and reads the sentence as a quotation.
func (p *page) finding(f AuditFinding) problem {
	q := problem{code: f.Code, message: sentence(f.Message)}
	for _, key := range []string{"finding." + f.Code, "fault." + f.Code} {
		if p.Code != "en" && p.Has(key) {
			q.message, q.detail = p.T(key), q.message
			break
		}
	}
	return q
}

// limit says one of the things that no audit can know, which are the same in every report.
func (p *page) limit(i int, words string) string {
	words = strings.ReplaceAll(words, "'", "’")
	if key := fmt.Sprintf("limit.%d", i+1); p.fallback != nil && p.fallback.T(key) == words {
		return p.T(key)
	}
	return words
}
