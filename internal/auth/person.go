package auth

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// PersonID names a person within a node: "leila.hadad".
type PersonID string

// MaxID and MaxName bound what a person is called, in bytes.
const (
	MaxID   = 64
	MaxName = 200
)

// Person is somebody who works for the node's party.
type Person struct {
	ID       PersonID
	Name     string
	Party    agreement.PartyID
	Roles    map[agreement.ID][]agreement.RoleID // by agreement
	Admin    bool                                // looks after the node; holds no role and sees no content
	Delegate bool                                // negotiates: sees drafts, and the party's red lines
	Disabled bool                                // may not log in any more; the acts remain
	Secret   []byte                              // 32 random bytes of which the pseudonyms are made
	Created  time.Time
	Lent     []Lent // roles that others lent them and that have effect now; never kept with the person

	// Filer is set for whoever holds the access code of a case: nobody of the staff. They may take in that case alone the
	// steps that the agreement opens to anyone, and see of it what its mailbox shows; of everything else they see nothing.
	Filer *Filer
}

// Filer confines a person without an account to the case that they brought.
type Filer struct {
	Case casework.CaseID // "": the one that their act opens
}

// RolesIn gives the person's roles under one agreement: none for an administrator.
func (p *Person) RolesIn(id agreement.ID) []agreement.RoleID {
	if p == nil || p.Admin || p.Disabled {
		return nil
	}
	name, _, _ := strings.Cut(string(id), "@") // a role is held under every version of an agreement
	held := p.Roles[agreement.ID(name)]
	for _, l := range p.Lent {
		if l.Agreement == agreement.ID(name) && !slices.Contains(held, l.Role) {
			held = append(slices.Clone(held), l.Role)
		}
	}
	return held
}

// Holds says whether the person has a role under an agreement.
func (p *Person) Holds(id agreement.ID, role agreement.RoleID) bool {
	return slices.Contains(p.RolesIn(id), role)
}

// For says for whom a person acts in a role: "" in one of their own.
func (p *Person) For(id agreement.ID, role agreement.RoleID) PersonID {
	name, _, _ := strings.Cut(string(id), "@")
	if slices.Contains(p.Roles[agreement.ID(name)], role) {
		return ""
	}
	for _, l := range p.Lent {
		if l.Agreement == agreement.ID(name) && l.Role == role {
			return l.From
		}
	}
	return ""
}

// Content refuses those who may not see any content: the administrator of a node, and nobody.
func (p *Person) Content() error {
	switch {
	case p == nil || p.Disabled:
		return fault.New(fault.Unauthorised, "nobody is logged in").Mend("log in first")
	case p.Filer != nil:
		return fault.New(fault.Forbidden, "an access code opens its own mailbox and nothing else").Mend("open the mailbox with the code")
	case p.Admin:
		return fault.New(fault.Forbidden, "who looks after the node has no access to what is in the cases").
			Mend("log in as a person who holds a role under the agreement")
	}
	return nil
}

// Check says whether the person may be what the record of them says: models gives the agreement for
// each id in Roles. A role that the party may not fill, or an independent role together with
// any other of the same agreement, is refused citing the article that says so.
func (p *Person) Check(models func(agreement.ID) *agreement.Model) error {
	if err := checkID(p.ID); err != nil {
		return err
	}
	if p.Name == "" || len(p.Name) > MaxName || !utf8.ValidString(p.Name) || strings.ContainsFunc(p.Name, unicode.IsControl) {
		return fault.New(fault.Invalid, "the person %s needs a name of one line, at most %d bytes", p.ID, MaxName)
	}
	if p.Party == "" {
		return fault.New(fault.Invalid, "the person %s belongs to no party", p.ID)
	}
	if p.Admin && p.Delegate {
		return fault.New(fault.Forbidden, "%s looks after the node and cannot negotiate", p.ID).Mend("let another person negotiate")
	}
	for _, id := range slices.Sorted(maps.Keys(p.Roles)) {
		roles := p.Roles[id]
		if len(roles) == 0 {
			continue
		}
		if p.Admin {
			return fault.New(fault.Forbidden, "%s looks after the node and can hold no role under the agreement %s", p.ID, id).
				Mend("give the role to another person, or the care of the node")
		}
		m := models(id)
		if m == nil {
			return fault.New(fault.NotFound, "there is no agreement %s here", id)
		}
		if err := CheckRoles(m, p.Party, roles); err != nil {
			return err
		}
	}
	return nil
}

// CheckRoles says whether one person of a party may hold these roles together under an agreement.
func CheckRoles(m *agreement.Model, party agreement.PartyID, roles []agreement.RoleID) error {
	if m.Party(party) == nil {
		return fault.New(fault.Forbidden, "%s is no party to the agreement %s", party, m.ID)
	}
	for i, id := range roles {
		r := m.Role(id)
		if r == nil {
			return fault.New(fault.NotFound, "the agreement %s has no role %s", m.ID, id)
		}
		if slices.Contains(roles[:i], id) {
			return fault.New(fault.Invalid, "the role %s is given twice", id)
		}
		if !slices.Contains(r.Held, party) {
			return fault.Refuse(fault.WrongRole, string(r.Article), "people of %s cannot hold the role %s", party, id).
				Mend("the agreement says which parties fill it")
		}
	}
	for _, id := range roles {
		if r := m.Role(id); r.Independent && len(roles) > 1 {
			other := roles[0]
			if other == id {
				other = roles[1]
			}
			return fault.Refuse(fault.NotIndependent, string(r.Article), "nobody may be %s and %s at once: the role %s is independent", id, other, id).
				Mend("give one of the two roles to another person")
		}
	}
	return nil
}

func checkID(id PersonID) error {
	ok := id != "" && len(id) <= MaxID
	for i, r := range string(id) {
		letter := r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
		ok = ok && (letter || i > 0 && (r == '.' || r == '-' || r == '_'))
	}
	if !ok {
		return fault.New(fault.Invalid, "%q cannot name a person", clip(string(id))).
			Mend("take at most %d of a–z, 0–9, '.', '-' and '_', beginning with a letter or digit", MaxID)
	}
	return nil
}

func clip(s string) string {
	if len(s) > 40 {
		s = s[:40] + "…"
	}
	return strings.ToValidUTF8(s, "?")
}

// String never shows the secret.
func (p Person) String() string { return fmt.Sprintf("%s of %s", p.ID, p.Party) }

// GoString never shows the secret either.
func (p Person) GoString() string { return "auth.Person{" + p.String() + "}" }
