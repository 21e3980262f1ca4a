package agreement

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func northgate(t testing.TB) []byte {
	t.Helper()
	text, err := os.ReadFile("../bench/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestWithKeysLeavesAllElse(t *testing.T) {
	text := northgate(t)
	key, registry := "ed25519:"+strings.Repeat("A", 43), "ed25519:"+strings.Repeat("B", 43)
	out, err := WithKeys(text, map[PartyID]PartyKeys{
		"arland":      {Key: key, Authorities: map[AuthorityID]string{"court-registry": registry}},
		"secretariat": {Key: key},
	})
	if err != nil {
		t.Fatal(err)
	}
	m, fs := Compile("northgate.md", out)
	if len(fs) > 0 {
		t.Fatalf("%s", fs)
	}
	if got := m.Party("arland").Key; got != key {
		t.Errorf("arland's key is %q", got)
	}
	if got := m.Party("arland").Authority("court-registry").Key; got != registry {
		t.Errorf("the registry's key is %q", got)
	}
	if got := m.Party("belmark").Key; got != "" {
		t.Errorf("belmark's key is %q, though none was given", got)
	}
	// Whoever takes the new lines away must find the text as it was, byte for byte.
	var kept [][]byte
	for _, line := range bytes.SplitAfter(out, []byte("\n")) {
		if !bytes.Contains(line, []byte("key = \"ed25519:")) {
			kept = append(kept, line)
		}
	}
	if !bytes.Equal(bytes.Join(kept, nil), text) {
		t.Error("something else than the keys changed")
	}
	// Writing again replaces, and adds nothing.
	again, err := WithKeys(out, map[PartyID]PartyKeys{"arland": {Key: registry}})
	if err != nil {
		t.Fatal(err)
	}
	if len(again) != len(out) || bytes.Equal(again, out) {
		t.Error("the key was not replaced in its place")
	}
}

func TestWithKeysRefuses(t *testing.T) {
	for name, keys := range map[string]map[PartyID]PartyKeys{
		"an unknown party":     {"nowhere": {Key: "ed25519:" + strings.Repeat("A", 43)}},
		"an unknown authority": {"arland": {Authorities: map[AuthorityID]string{"x": "ed25519:AAAAAAAAAAAAAAAA"}}},
		"what is no key":       {"arland": {Key: "\"\n}"}},
	} {
		if _, err := WithKeys(northgate(t), keys); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

func TestWithWorld(t *testing.T) {
	out, err := WithWorld(northgate(t), WorldExercise)
	if err != nil {
		t.Fatal(err)
	}
	m, fs := Compile("northgate.md", out)
	if m == nil || m.World != WorldExercise {
		t.Fatalf("the text is not of an exercise: %s", fs)
	}
	back, err := WithWorld(out, WorldReal)
	if err != nil {
		t.Fatal(err)
	}
	if m, _ := Compile("northgate.md", back); m.World != WorldReal {
		t.Error("the mark stayed")
	}
	if _, err := WithWorld(northgate(t), "dream"); err == nil {
		t.Error("an unknown world was taken")
	}
	if _, err := WithWorld([]byte("# nothing"), WorldExercise); err == nil {
		t.Error("a text without an agreement was taken")
	}
}
