package web

import "strings"

// armorHead and armorFoot enclose a text that the age program sealed (age-encryption.org/v1, ASCII armor).
var (
	armorName = strings.Join([]string{"AGE", "ENCRYPTED", "FILE"}, " ")
	armorHead = "-----BEGIN " + armorName + "-----"
	armorFoot = "-----END " + armorName + "-----"
)

// What whoever trusts no page types instead.
const (
	unsealCommand = "age -d -i identity.txt sealed.age"
	verifyCommand = "entente verify"
	digestName    = "SHA-256"
)

func sealCommand(to string) string { return "age -a -r " + to }

// armored gives the text of a value that was sealed before it came here.
func armored(v any) (string, bool) {
	s, ok := v.(string)
	s = strings.TrimSpace(s)
	return s, ok && strings.HasPrefix(s, armorHead) && strings.HasSuffix(s, armorFoot)
}

// sealed takes a sealed text. Anything else is refused and forgotten: it was not meant to be read here.
func (in *inputs) sealed(at string) (any, bool) {
	text := in.text(at)
	if text == "" {
		return nil, false
	}
	if s, ok := armored(text); ok {
		return s + "\n", true
	}
	in.fail(at, "portal.seal.unsealed")
	in.raw.Del(at)
	return nil, false
}

func seals(list []Input) bool {
	for _, i := range list {
		if i.SealTo != "" || seals(i.Parts) {
			return true
		}
	}
	return false
}

// hasSealed says whether any of these values is sealed.
func hasSealed(list []Value) bool {
	for _, v := range list {
		if _, ok := armored(v.Value); ok || hasSealed(v.Parts) {
			return true
		}
	}
	return false
}

func formsSeal(forms []*stepState) bool {
	for _, f := range forms {
		if seals(f.form.Inputs) {
			return true
		}
	}
	return false
}
