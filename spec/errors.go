package spec

import (
	_ "embed"
	"encoding/json"
	"sync"

	"github.com/entente-net/entente/fault"
)

//go:embed errors.json
var errorsJSON []byte

// ErrorCode is one line of errors.json.
type ErrorCode struct {
	Code    fault.Code `json:"code"`
	Status  int        `json:"status"` // of HTTP
	Meaning string     `json:"meaning"`
	Remedy  string     `json:"remedy"`
}

var table = sync.OnceValue(func() []ErrorCode {
	var list []ErrorCode
	if err := json.Unmarshal(errorsJSON, &list); err != nil {
		panic("spec/errors.json: " + err.Error()) // embedded: a test has read it
	}
	return list
})

// ErrorCodes gives all codes in the order of the file.
func ErrorCodes() []ErrorCode { return table() }

// ErrorOf gives the line of a code. One that the file does not have is that of an internal error, since
// nothing is known of it.
func ErrorOf(code fault.Code) ErrorCode {
	internal := ErrorCode{}
	for _, e := range table() {
		if e.Code == code {
			return e
		}
		if e.Code == fault.Internal {
			internal = e
		}
	}
	return internal
}
