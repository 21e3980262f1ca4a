package sdn

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-net/entente/fault"
)

// Source is the four files. SDN is needed; the others add to it where they are there.
type Source struct {
	SDN      io.Reader
	Alt      io.Reader
	Add      io.Reader
	Comments io.Reader
}

// ReadFiles reads a list from the directory that holds the four files, or from the path of sdn.csv with
// the others beside it. Names are found whatever their case, since they are published in both.
func ReadFiles(path string) iter.Seq2[Entity, error] {
	return func(yield func(Entity, error) bool) {
		src, closeAll, err := open(path)
		if err != nil {
			yield(Entity{}, err)
			return
		}
		defer closeAll()
		for e, err := range Read(src) {
			if !yield(e, err) {
				return
			}
		}
	}
}

func open(path string) (Source, func(), error) {
	info, err := os.Stat(path)
	if err != nil {
		return Source{}, nil, fault.New(fault.NotFound, "there is no list at %s", path).
			Mend("give the directory with sdn.csv, alt.csv, add.csv and sdn_comments.csv").Wrap(err)
	}
	dir, main := path, "sdn.csv"
	if !info.IsDir() {
		dir, main = filepath.Split(path)
		if dir == "" {
			dir = "."
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return Source{}, nil, fault.New(fault.NotFound, "%s cannot be read", dir).Wrap(err)
	}
	var files []*os.File
	closeAll := func() {
		for _, f := range files {
			_ = f.Close() // only read
		}
	}
	find := func(name string) (io.Reader, error) {
		for _, e := range entries {
			if !strings.EqualFold(e.Name(), name) {
				continue
			}
			f, err := os.Open(filepath.Join(dir, e.Name()))
			if err != nil {
				return nil, fault.New(fault.NotFound, "%s cannot be opened", e.Name()).Wrap(err)
			}
			files = append(files, f)
			return f, nil
		}
		return nil, fs.ErrNotExist
	}
	var src Source
	for _, want := range []struct {
		name string
		into *io.Reader
	}{{main, &src.SDN}, {"alt.csv", &src.Alt}, {"add.csv", &src.Add}, {"sdn_comments.csv", &src.Comments}} {
		r, err := find(want.name)
		if err == nil {
			*want.into = r
			continue
		}
		if errors.Is(err, fs.ErrNotExist) && want.into != &src.SDN {
			continue
		}
		closeAll()
		if errors.Is(err, fs.ErrNotExist) {
			err = fault.New(fault.NotFound, "%s holds no %s", dir, main).Mend("give the directory that holds sdn.csv")
		}
		return Source{}, nil, err
	}
	return src, closeAll, nil
}

// Read gives the entities in the order of sdn.csv, one at a time. The three smaller files are held in
// memory while it runs. An error comes beside a zero Entity and is a *fault.Error or a *Error with its
// place; reading goes on after it unless the file is not CSV at all. A list that gave any error is not
// whole: the caller must not use it.
func Read(src Source) iter.Seq2[Entity, error] {
	return func(yield func(Entity, error) bool) {
		if src.SDN == nil {
			yield(Entity{}, fault.New(fault.Invalid, "there is no sdn.csv"))
			return
		}
		b := beside{aliases: map[ID][]Alias{}, addresses: map[ID][]Address{}, comments: map[ID]string{}, first: map[ID]error{}}
		ok := b.read("alt.csv", 5, src.Alt, yield, func(id ID, r row) {
			b.aliases[id] = append(b.aliases[id], Alias{ID: r.cells[1], Type: r.cells[2], Name: r.cells[3], Remarks: r.cells[4]})
		}) && b.read("add.csv", 6, src.Add, yield, func(id ID, r row) {
			b.addresses[id] = append(b.addresses[id], Address{
				ID: r.cells[1], Street: r.cells[2], City: r.cells[3],
				Country: CountryOf(r.cells[4]), Remarks: r.cells[5],
			})
		}) && b.read("sdn_comments.csv", 2, src.Comments, yield, func(id ID, r row) {
			b.comments[id] += r.cells[1]
		})
		if ok {
			b.entities(src.SDN, yield)
		}
	}
}

// beside is what the other files say, by entity.
type beside struct {
	aliases   map[ID][]Alias
	addresses map[ID][]Address
	comments  map[ID]string
	first     map[ID]error // for each entity the place where it first occurs, as the error it is if sdn.csv lacks it
	order     []ID
}

// read takes one of the smaller files in; false: stop.
func (b *beside) read(name string, columns int, r io.Reader, yield func(Entity, error) bool, take func(ID, row)) bool {
	if r == nil {
		return true
	}
	t := newTable(name, columns, r)
	for {
		row, err := t.next()
		if err == io.EOF {
			return true
		}
		id := ID("")
		if err == nil {
			id, err = row.id()
		}
		if err != nil {
			if !yield(Entity{}, err) {
				return false
			}
			continue
		}
		if _, seen := b.first[id]; !seen {
			b.first[id] = row.fail(0, "speaks of the entity %s, which sdn.csv does not hold", "take all four files of one day", id)
			b.order = append(b.order, id)
		}
		take(id, row)
	}
}

func (b *beside) entities(r io.Reader, yield func(Entity, error) bool) {
	t := newTable("sdn.csv", 12, r)
	seen := map[ID]bool{}
	for {
		row, err := t.next()
		if err == io.EOF {
			break
		}
		var e Entity
		if err == nil {
			e, err = b.entity(row)
		}
		if err == nil && seen[e.ID] {
			err = row.fail(0, "gives the entity %s a second time", "", e.ID)
		}
		if err != nil {
			e = Entity{}
		}
		seen[e.ID] = true
		if !yield(e, err) {
			return
		}
	}
	for _, id := range b.order {
		if !seen[id] && !yield(Entity{}, b.first[id]) {
			return
		}
	}
}

func (b *beside) entity(r row) (Entity, error) {
	id, err := r.id()
	if err != nil {
		return Entity{}, err
	}
	c := r.cells
	e := Entity{
		ID: id, Name: strings.TrimSpace(c[1]), Title: c[4], Remarks: c[11] + b.comments[id],
		Aliases: b.aliases[id], Addresses: b.addresses[id],
	}
	if e.Name == "" {
		return Entity{}, r.fail(1, "is an entity without a name", "")
	}
	switch k := Kind(strings.ToLower(strings.TrimSpace(c[2]))); k {
	case "":
		e.Kind = KindEntity
	case KindIndividual, KindVessel, KindAircraft, KindEntity:
		e.Kind = k
	default:
		return Entity{}, r.fail(2, "is no kind of entity: %q", "individual, vessel, aircraft or empty", clip(c[2]))
	}
	// Several programmes are written "SDGT] [IFSR".
	for p := range strings.SplitSeq(c[3], "] [") {
		if p = strings.Trim(p, " []"); p != "" {
			e.Programmes = append(e.Programmes, p)
		}
	}
	v := Vessel{CallSign: c[5], Type: c[6], Tonnage: c[7], GrossTonnage: c[8], Flag: CountryOf(c[9]), Owner: c[10]}
	if v != (Vessel{}) {
		e.Vessel = &v
	}
	readRemarks(&e)
	return e, nil
}
