package island

import (
	_ "embed"
	"encoding/json"
	"sync"
)

// Stop is one page of a guided tour of somebody's desk, and what to look at there.
type Stop struct {
	At    string // a path, or "waits": the case that waits for the person first
	Title Text
	Look  Text
}

//go:embed stops.json
var stopsJSON []byte

var tours = sync.OnceValue(func() map[string][]Stop {
	var all struct {
		Stops map[string]struct{ Title, Look Text }
		Tours map[string][]struct{ Stop, At string }
	}
	if err := json.Unmarshal(stopsJSON, &all); err != nil {
		panic("island: stops.json: " + err.Error())
	}
	out := map[string][]Stop{}
	for who, list := range all.Tours {
		for _, x := range list {
			s, ok := all.Stops[x.Stop]
			if !ok {
				panic("island: stops.json: there is no stop " + x.Stop)
			}
			out[who] = append(out[who], Stop{At: x.At, Title: s.Title, Look: s.Look})
		}
	}
	return out
})

// Stops are the tour of one of the ten, by Guide.Who.
func Stops(who string) []Stop { return tours()[who] }
