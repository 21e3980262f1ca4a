package register

import (
	"encoding/csv"
	"io"

	"github.com/entente-net/entente/agreement"
)

// ExportCSV writes the entries, by id, so that FromCSV reads the same set again: the version is the same.
func (s *Set) ExportCSV(w io.Writer) error {
	var columns []*agreement.Field
	line := []string{columnID}
	for i := range s.record.Fields {
		f := &s.record.Fields[i]
		columns = append(columns, f)
		line = append(line, string(f.ID))
	}
	out := csv.NewWriter(w)
	if err := out.Write(line); err != nil {
		return err
	}
	for e := range s.All() {
		line[0] = e.ID
		for i, f := range columns {
			cell, err := formatCell(f, e.Fields[f.ID])
			if err != nil {
				return err
			}
			line[i+1] = cell
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
