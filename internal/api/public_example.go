package api

// Example is a request as somebody types it: it stands in the description of its operation and in docs/cookbook.md, and a
// test runs it. NODE, CODE and NONCE are the reader's.
type Example struct {
	Operation string
	Curl      string
}

// Examples are of the common articles, in the order in which they work one after the other.
var Examples = []Example{
	{"list-public-agreements", `curl -s "$NODE/api/public/agreements?limit=10"`},
	{"get-public-text", `curl -s "$NODE/api/public/agreements/common/text" -o agreement.md`},
	{"list-doors", `curl -s "$NODE/api/public/agreements/common/doors"`},
	{"get-door", `curl -s "$NODE/api/public/agreements/common/doors/complaint/file"`},
	{"file", `curl -s -X POST "$NODE/api/public/filings" \
  -H "Content-Type: application/json" -H "Idempotency-Key: $NONCE" \
  -d '{"agreement": "common", "procedure": "complaint", "step": "file",
       "sides": {"concerned": "belmark"},
       "values": {"complainant": "Mirela Ansov", "told_in": "writing", "language": "Belmarkian",
                  "named": false, "grievance": "My son was held for nine hours.",
                  "matter": "A person was held at the crossing.", "asks": "reasons"}}'`},
	{"open-mailbox", `curl -s "$NODE/api/public/mailbox" -H "Access-Code: $CODE"`},
	{"confirm-code", `curl -s -X POST "$NODE/api/public/mailbox/confirmation" -H "Access-Code: $CODE" \
  -H "Content-Type: application/json" -d '{}'`},
	{"take-filing-step", `curl -s -X POST "$NODE/api/public/mailbox/acts" -H "Access-Code: $CODE" \
  -H "Content-Type: application/json" -H "Idempotency-Key: $NONCE-addition" \
  -d '{"step": "add", "values": {"addition": "He is sixteen."}}'`},
	{"write-message", `curl -s -X POST "$NODE/api/public/mailbox/messages" -H "Access-Code: $CODE" \
  -H "Content-Type: application/json" -d '{"text": "When may I come?"}'`},
	{"list-messages", `curl -s "$NODE/api/public/mailbox/messages?limit=20" -H "Access-Code: $CODE"`},
	{"get-filing-proof", `curl -s "$NODE/api/public/mailbox/proof" -H "Access-Code: $CODE" -o proof.json`},
	{"get-filing-content", `curl -s "$NODE/api/public/mailbox/content" -H "Access-Code: $CODE" -o content.json`},
	{"verify-file", `curl -s -X POST "$NODE/api/public/verifications" \
  -H "Content-Type: application/octet-stream" --data-binary @proof.json`},
}

func exampleOf(operation string) *Example {
	for i := range Examples {
		if Examples[i].Operation == operation {
			return &Examples[i]
		}
	}
	return nil
}
