package agreement

// FindingCode names one kind of finding.
type FindingCode string
