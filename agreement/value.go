package agreement

import (
	"github.com/entente-net/entente/fault"
)

// invalid makes the refusal of a value.
func invalid(format string, args ...any) *fault.Error {
	return fault.New(fault.FieldInvalid, format, args...)
}
