package api

import (
	"context"
	"io"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
)

type registerIn struct {
	Agreement string `path:"agreement" maxLength:"128"`
	Register  string `path:"register" maxLength:"128"`
}

// editing lets the editors of a register in.
func (s *server) editing(ctx context.Context, in *registerIn) error {
	if _, err := person(ctx); err != nil {
		return err
	}
	v, err := s.n.Agreement(ctx, agreement.ID(in.Agreement))
	if err != nil {
		return err
	}
	reg := v.Model.Register(agreement.RegisterID(in.Register))
	if reg == nil {
		return fault.New(fault.NoSuchStep, "the agreement has no register %q", firstLine(in.Register)).Mend("see its articles for what it has")
	}
	if len(reg.Editors) == 0 {
		return fault.Refuse(fault.WrongRole, string(reg.Article), "no role edits the register %s", reg.ID).
			Mend("its entries come by procedure")
	}
	return s.holding(ctx, v.ID, reg.Article, reg.Editors...)
}

func (s *server) exportRegister(ctx context.Context, in *registerIn) (streamer, error) {
	if err := s.editing(ctx, in); err != nil {
		return nil, err
	}
	return func(w io.Writer) error {
		return s.n.ExportRegister(ctx, agreement.ID(in.Agreement), agreement.RegisterID(in.Register), w)
	}, nil
}

// importRoute reads its body as it comes: the framework would keep the whole list in memory.
func (s *server) importRoute(a huma.API) {
	op := s.operation("put-register", http.MethodPut, "/registers/{agreement}/{register}", "Exchange the whole data set of a register; for its editors", http.StatusOK)
	op.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"text/csv": {Schema: &huma.Schema{Type: "string"}}}}
	huma.Register(a, op, func(ctx context.Context, in *registerIn) (*answer[client.Imported], error) {
		out, err := s.importRegister(ctx, in)
		if err != nil {
			return nil, problem(s.log, err)
		}
		return &answer[client.Imported]{out}, nil
	})
}

func (s *server) importRegister(ctx context.Context, in *registerIn) (*client.Imported, error) {
	if err := s.editing(ctx, in); err != nil {
		return nil, err
	}
	r := request(ctx)
	if kind, _, err := cutMedia(r.Header.Get("Content-Type")); err != nil || kind != "text/csv" {
		return nil, fault.New(fault.Invalid, "a register is imported from text/csv").Mend("send the list with Content-Type: text/csv")
	}
	if r.ContentLength > maxRegister {
		return nil, tooLargeList()
	}
	id := agreement.RegisterID(in.Register)
	body := &bounded{r: r.Body, left: maxRegister}
	done, err := s.n.Import(ctx, agreement.ID(in.Agreement), id, node.ImportCSV, "list.csv", body)
	if body.over {
		return nil, tooLargeList()
	}
	if err != nil {
		return nil, importProblem(s.log, done, err)
	}
	return importedOf(id, done), nil
}

func tooLargeList() error {
	return fault.New(fault.TooLarge, "the list has more than %d bytes; nothing of it was loaded", int64(maxRegister)).
		Mend("import it on the node's machine with entente register import")
}

// bounded refuses to read on beyond a bound.
type bounded struct {
	r    io.Reader
	left int64
	over bool
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		b.over = true
		return 0, tooLargeList()
	}
	if int64(len(p)) > b.left {
		p = p[:b.left]
	}
	n, err := b.r.Read(p)
	b.left -= int64(n)
	return n, err
}
