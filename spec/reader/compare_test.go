package reader

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// compare holds both cases against each other: where they stand, the clocks, what each role sees now and
// later, what is destroyed and who still owes destruction.
func (d *duel) compare() {
	d.Helper()
	if string(d.engine.State) != d.reader.State || d.engine.Closed.IsZero() == d.reader.Closed || len(d.engine.Taken) != len(d.reader.history) {
		d.differ("state %q (closed %s), and %q (closed %v)", d.engine.State, d.engine.Closed, d.reader.State, d.reader.Closed)
	}
	d.compareClocks()
	last, mine := d.engine.Taken[len(d.engine.Taken)-1], d.reader.history[len(d.reader.history)-1]
	if !last.At.Equal(mine.at) || string(last.From) != mine.from || string(last.To) != mine.to || string(last.Clock) != mine.silence ||
		string(last.Takes) != mine.takes || last.Rests != mine.rests || last.Lacks != mine.lacks {
		d.differ("the last entry is %+v, and %+v", last, mine)
	}
	gone := names(slices.Collect(maps.Keys(d.engine.Erased)))
	if !slices.Equal(gone, slices.Sorted(maps.Keys(d.reader.Destroyed))) && len(gone)+len(d.reader.Destroyed) > 0 {
		d.differ("destroyed are %v, and %v", gone, d.reader.Destroyed)
	}
	times := []time.Time{d.now, d.now.Add(time.Duration(d.rnd.Int64N(int64(90 * 24 * time.Hour)))).Truncate(time.Microsecond)}
	if s, ok := d.reader.Next(); ok {
		times = append(times, s.At.Add(time.Duration(d.rnd.IntN(2))*time.Microsecond))
	}
	d.compareDuties()
	for i, at := range times {
		if i == 0 || d.most == 1 || d.chance(40) {
			d.compareSight(at)
		}
		d.compareOwed(at)
	}
}

func (d *duel) compareClocks() {
	d.Helper()
	show := func(clock any, status any, start, end, grace, warning, paused time.Time, extended bool) string {
		return fmt.Sprint(clock, " ", status, " ", start.Format(stamp), " ", end.Format(stamp), " ", grace.Format(stamp), " ", warning.Format(stamp), " ", paused.Format(stamp), " ", extended)
	}
	var engine, reader []string
	for _, r := range d.engine.Clocks {
		engine = append(engine, show(r.Clock, r.Status, r.Started.UTC(), r.Due.UTC(), r.Grace.UTC(), r.Warns.UTC(), r.Paused.UTC(), r.Extended))
	}
	for _, r := range d.reader.Clocks {
		reader = append(reader, show(r.Clock.ID, r.Status, r.Start.UTC(), r.End.UTC(), r.Grace.UTC(), r.Warning.UTC(), r.Paused.UTC(), r.Extended))
	}
	if !slices.Equal(engine, reader) {
		d.differ("clocks are\n%q, and\n%q", engine, reader)
	}
}

func (d *duel) compareSight(at time.Time) {
	d.Helper()
	fields := append(slices.Sorted(maps.Keys(d.engine.Given)), "nonsense", pick(d, d.m.Record(d.p.Record).Fields).ID)
	for i := range d.m.Parties {
		for j := range d.m.Roles {
			who := casework.Actor{Party: d.m.Parties[i].ID, Role: d.m.Roles[j].ID}
			for _, f := range fields {
				share, err := d.engine.Grant(who, f, at)
				precision, code := d.reader.Sees(string(who.Party), string(who.Role), string(f), at)
				if string(fault.CodeOf(err)) != code || share != nil && share.Precision != precision || share == nil && precision != "" {
					d.differ("at %s the %s of %s: field %s: %v by %+v, and %q as fine as %q", at.Format(stamp), who.Role, who.Party, f, err, share, code, precision)
				}
				if precision != "" {
					d.coarse++
					d.compareCoarse(f, precision)
				}
				if code == "" {
					d.seen++
				} else {
					d.hidden++
					d.codes[code]++
				}
			}
		}
	}
}

// compareCoarse: what is shown of a field that is open no finer than a precision, and what acts commit to for that.
func (d *duel) compareCoarse(id agreement.FieldID, precision string) {
	d.Helper()
	names := d.a.CoarseNames(d.reader.Procedure, string(id))
	if engine := casework.CoarseNames(d.m, d.p, id); !slices.EqualFunc(engine, names, func(x agreement.FieldID, y string) bool { return string(x) == y }) {
		d.differ("an act that gives %s commits to %q, and %q", id, engine, names)
	}
	v, readable := d.engine.Values[id]
	if !readable {
		return
	}
	f := d.m.ProcedureField(d.p, id)
	engine := casework.Coarsen(f, v, precision)
	mine := Coarse(d.a.field(d.reader.Procedure, string(id)), v, precision)
	if !reflect.DeepEqual(engine, mine) {
		d.differ("%v no finer than %s is %v, and %v", v, precision, engine, mine)
	}
}

func (d *duel) compareOwed(at time.Time) {
	d.Helper()
	for i := range d.m.Parties {
		p := d.m.Parties[i].ID
		member := slices.Contains(d.reader.Members(), string(p))
		if member != slices.Contains(d.engine.Parties(), p) {
			d.differ("%s has part in the case: %v, by the second reader", p, member)
		}
		if !member {
			continue
		}
		var engine, reader []string
		for _, e := range d.engine.ErasuresOf(p, at) {
			engine = append(engine, fmt.Sprint(e.Due.UTC().Format(stamp), e.All, names(e.Fields)))
		}
		for _, o := range d.reader.Owes(string(p), at) {
			reader = append(reader, fmt.Sprint(o.Due.UTC().Format(stamp), o.All, o.Fields))
		}
		if !slices.Equal(engine, reader) {
			d.differ("at %s %s owes\n%q, and\n%q", at.Format(stamp), p, engine, reader)
		}
	}
}

// compareDuties: warnings, rungs, and who must be told, in a case in which no silence waits.
func (d *duel) compareDuties() {
	d.Helper()
	if len(d.engine.Due(d.now)) > 0 {
		return
	}
	var engine, reader []string
	for _, n := range d.engine.Notices() {
		engine = append(engine, fmt.Sprint(n.Notice.ID, n.Since.UTC(), n.Due.UTC(), n.Latest.UTC(), n.Done.UTC(), n.Deferred.UTC()))
	}
	for _, n := range d.reader.Tellings() {
		reader = append(reader, fmt.Sprint(n.Notice, n.Since.UTC(), n.Due.UTC(), n.Latest.UTC(), n.Done.UTC(), n.Deferred.UTC()))
	}
	for _, x := range d.engine.Explanations(d.now) {
		engine = append(engine, fmt.Sprint("explains ", x.Clock.ID, x.Since.UTC(), x.Step, x.Given.UTC()))
	}
	for _, x := range d.reader.Explanations() {
		reader = append(reader, fmt.Sprint("explains ", x.Clock, x.Since.UTC(), x.Step, x.Given.UTC()))
	}
	for _, w := range d.engine.Warnings(d.now) {
		engine = append(engine, "warns "+string(w.Clock))
	}
	for _, w := range d.reader.Warned(d.now) {
		reader = append(reader, "warns "+w)
	}
	for _, r := range d.engine.Ladders(d.now) {
		var tells []string
		for _, who := range r.Tells {
			tells = append(tells, string(who.Party)+" "+string(who.Role))
		}
		engine = append(engine, fmt.Sprint(r.Clock, r.Rung.ID, r.At.UTC(), tells))
	}
	for _, r := range d.reader.Rungs(d.now) {
		reader = append(reader, fmt.Sprint(r.Clock, r.Rung, r.At.UTC(), r.Tells))
	}
	d.duties += len(engine)
	slices.Sort(engine)
	slices.Sort(reader)
	if !slices.Equal(engine, reader) {
		d.differ("owed are\n%q, and\n%q", engine, reader)
	}
}

// names are fields as text, sorted.
func names(fields []agreement.FieldID) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = string(f)
	}
	slices.Sort(out)
	return out
}
