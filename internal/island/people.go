package island

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"github.com/entente-net/entente/agreement"
)

// Person is somebody of the demonstration, invented.
type Person struct {
	Party    agreement.PartyID
	ID       string
	Name     string
	Roles    map[agreement.ID][]agreement.RoleID // by agreement; none where the person has no part in it
	Delegate bool                                // negotiates
	Admin    bool                                // looks after the node, and holds no role
	Does     Text                                // what one can try as this person; of the ten alone
}

// Guide is one of the ten who stand on the first page.
type Guide struct {
	Who    string `json:"who"`    // "officer", "judge", …
	Person string `json:"person"` // the id; "" for the citizen, who has no login
	Office Text   `json:"office"` // what the person is
	Waits  Text   `json:"waits"`  // what waits for the person today
	Does   Text   `json:"does"`   // what one can try
}

// Agreements are the four model agreements, under the names that their texts give themselves.
var Agreements = []agreement.ID{"border", "access", "neighbours", "justice"}

//go:embed people.csv
var peopleCSV []byte

//go:embed guides.json
var guidesJSON []byte

var ten = sync.OnceValue(func() (guides []Guide) {
	if err := json.Unmarshal(guidesJSON, &guides); err != nil {
		panic("island: guides.json: " + err.Error())
	}
	return guides
})

// Ten are the people of the first page, in the order in which they stand there.
func Ten() []Guide { return slices.Clone(ten()) }

// People are all who hold a role at a party or look after its node, in the order of the parties. Every procedure of the four agreements can
// be played by them.
func People() []Person {
	rows, err := csv.NewReader(bytes.NewReader(peopleCSV)).ReadAll()
	if err != nil {
		panic("island: people.csv: " + err.Error())
	}
	does := map[string]Text{}
	for _, g := range ten() {
		does[g.Person] = g.Does
	}
	out := make([]Person, 0, len(rows)-1)
	for _, row := range rows[1:] {
		p := Person{Roles: map[agreement.ID][]agreement.RoleID{}}
		for i, column := range rows[0] {
			switch cell := row[i]; column {
			case "party":
				p.Party = agreement.PartyID(cell)
			case "id":
				p.ID = cell
			case "name":
				p.Name = cell
			case "negotiates":
				p.Delegate = cell == "yes"
			case "looks_after":
				p.Admin = cell == "yes"
			default:
				for _, r := range strings.Fields(cell) {
					p.Roles[agreement.ID(column)] = append(p.Roles[agreement.ID(column)], agreement.RoleID(r))
				}
			}
		}
		p.Does = does[p.ID]
		out = append(out, p)
	}
	return out
}
