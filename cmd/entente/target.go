package main

import (
	"encoding/json"
	"strings"

	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// target says at which node, and as whom: in a folder on this machine, as a person of its staff, or at an
// address, as whoever a token belongs to.
type target struct {
	As        string `help:"With DIR: as which person of the staff." placeholder:"PERSON"`
	Node      string `help:"Instead of DIR: the address of the node's desk." placeholder:"URL"`
	TokenFile string `help:"With --node: the file with the bearer token." placeholder:"FILE"`
}

// client gives the API's client, and the arguments that are left.
func (t target) client(a *app, args []string, want ...string) (*client.Client, []string, error) {
	if t.Node != "" {
		if t.As != "" || t.TokenFile == "" {
			return nil, nil, usage("at an address one is whoever the token belongs to: say --token-file, and not --as")
		}
		if len(args) != len(want) {
			return nil, nil, wrongCount(want, args)
		}
		b, err := readFile(t.TokenFile, 4096)
		if err != nil {
			return nil, nil, err
		}
		c, err := client.New(t.Node, strings.TrimSpace(string(b)), nil)
		return c, args, err
	}
	want = append([]string{"DIR"}, want...)
	if len(args) != len(want) {
		return nil, nil, wrongCount(want, args)
	}
	if t.As == "" {
		return nil, nil, usage("say as whom, with --as PERSON, or at which address, with --node and --token-file")
	}
	n, err := a.reachLive(args[0])
	if err != nil {
		return nil, nil, err
	}
	defer n.close()
	c, err := n.person(a.ctx, t.As)
	return c, args[1:], err
}

func wrongCount(want, got []string) error {
	return usage("%d arguments given, %d wanted: %s", len(got), len(want), strings.Join(want, " "))
}

// agreementOf is the one that is named, or the only one under which the person holds a role.
func agreementOf(a *app, c *client.Client, id string) (string, error) {
	if id != "" {
		return id, nil
	}
	me, err := c.Me(a.ctx)
	if err != nil {
		return "", err
	}
	var names []string
	for name := range me.Roles {
		names = append(names, name)
	}
	if len(names) == 0 {
		list, err := c.Agreements(a.ctx)
		if err != nil {
			return "", err
		}
		for _, x := range list.Agreements {
			names = append(names, x.ID)
		}
	}
	return onlyOne(names)
}

// valuesOf reads field=text and field:=JSON, on top of a file with a JSON object.
func valuesOf(file string, pairs []string) (map[string]any, error) {
	out := map[string]any{}
	if file != "" {
		b, err := readFile(file, 16<<20)
		if err != nil {
			return nil, err
		}
		v, err := seal.ParseJSON(b)
		if err != nil {
			return nil, err
		}
		m, ok := v.(map[string]any)
		if !ok {
			return nil, fault.New(fault.Invalid, "%s holds no JSON object", file).Mend("write {\"field\": value, …}")
		}
		out = m
	}
	for _, p := range pairs {
		name, value, ok := strings.Cut(p, "=")
		if !ok || name == "" || name == ":" {
			return nil, usage("%q is no value; write field=text, or field:=JSON", p)
		}
		if field, typed := strings.CutSuffix(name, ":"); typed {
			v, err := seal.ParseJSON([]byte(value))
			if err != nil {
				return nil, usage("the value of %s is no JSON: %s", field, err)
			}
			out[field] = v
			continue
		}
		out[name] = value
	}
	return out, nil
}

// textPairs reads field=text.
func textPairs(pairs []string) (map[string]string, error) {
	out := map[string]string{}
	for _, p := range pairs {
		name, value, ok := strings.Cut(p, "=")
		if !ok || name == "" {
			return nil, usage("%q is no pair; write name=value", p)
		}
		out[name] = value
	}
	return out, nil
}

// shown writes a value on one line.
func shown(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	b, err := json.Marshal(v)
	if err != nil {
		return "?"
	}
	return string(b)
}
