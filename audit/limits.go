package audit

import "slices"

// Limits is what no audit can know, whatever it finds: it stands in every report, and may be said before.
func Limits() []string { return slices.Clone(limits) }
