package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/api"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/serve"
)

type registerCmd struct {
	Import registerImportCmd `cmd:"" help:"Exchange a register's whole data set for a list."`
	Export registerExportCmd `cmd:"" help:"Write a register as CSV."`
	Query  registerQueryCmd  `cmd:"" help:"Ask the other parties' registers."`
}

type registerImportCmd struct {
	Dir       string               `arg:"" name:"DIR" help:"The node's folder."`
	Register  agreement.RegisterID `arg:"" name:"REGISTER" help:"Which register."`
	File      string               `arg:"" name:"FILE" help:"The list; for sdn the folder with OFAC's files, or its sdn.csv."`
	Format    node.ImportFormat    `help:"How the list is written: csv or sdn." default:"csv" placeholder:"FORMAT"`
	Agreement agreement.ID         `help:"Under which agreement, where the node has several." placeholder:"ID"`
}

func (c registerImportCmd) Run(a *app) error {
	if c.Format != node.ImportCSV && c.Format != node.ImportSDN {
		return usage("lists of the format %q cannot be read; csv or sdn", c.Format)
	}
	path, err := absolute(c.File)
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); err != nil {
		return usage("%s cannot be read: %s", c.File, reason(err))
	}
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	id, err := n.theAgreement(a.ctx, c.Agreement)
	if err != nil {
		return err
	}
	done, err := adminPost[client.Imported](a.ctx, n, "/admin/import", api.ImportRequest{Agreement: id, Register: c.Register, Format: c.Format, Path: path})
	if err != nil {
		return err
	}
	return a.print(done, func(w io.Writer) {
		fmt.Fprintf(w, "%s holds %s now, loaded in %s\n", done.Register, entries(done.Entries), time.Duration(done.Millis)*time.Millisecond)
		for _, x := range done.Warnings {
			fmt.Fprintf(w, "  %s\n", x)
		}
	})
}

func entries(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}

type registerExportCmd struct {
	Args      []string `arg:"" optional:"" name:"DIR REGISTER" help:"The node's folder, and which register."`
	Agreement string   `help:"Under which agreement, where there are several." placeholder:"ID"`
	Out       string   `short:"o" help:"Where to write the list." placeholder:"FILE"`
	target
}

func (c registerExportCmd) Run(a *app) error {
	var b bytes.Buffer
	if err := c.export(a, &b); err != nil {
		return err
	}
	if c.Out != "" {
		if err := os.WriteFile(c.Out, b.Bytes(), 0o600); err != nil { // a register is about people
			return usage("%s cannot be written: %s", c.Out, reason(err))
		}
		return a.print(map[string]any{"file": c.Out, "bytes": b.Len()}, func(w io.Writer) { fmt.Fprintf(w, "wrote %s\n", c.Out) })
	}
	if a.json {
		return a.print(map[string]string{"csv": b.String()}, nil)
	}
	_, err := a.out.Write(b.Bytes())
	return err
}

// export asks as an editor of the register, or opens the folder of a node that does not run.
func (c registerExportCmd) export(a *app, w io.Writer) error {
	if c.As == "" && c.Node == "" && len(c.Args) == 2 {
		home, err := node.OpenHome(c.Args[0])
		if err != nil {
			return err
		}
		if n, err := a.live(home); err != nil {
			return err
		} else if n != nil {
			return fault.New(fault.StoreBusy, "the node runs").Mend("say --as with an editor of the register, or stop the node")
		}
		s, err := serve.Open(a.ctx, c.Args[0], serve.Options{})
		if err != nil {
			return err
		}
		defer func() { _ = s.Close() }()
		views, err := s.Node.Agreements(a.ctx)
		if err != nil {
			return err
		}
		names := make([]string, len(views))
		for i, v := range views {
			names[i] = string(v.ID)
		}
		id := c.Agreement
		if id == "" {
			if id, err = onlyOne(names); err != nil {
				return err
			}
		}
		return s.Node.ExportRegister(a.ctx, agreement.ID(id), agreement.RegisterID(c.Args[1]), w)
	}
	api, args, err := c.client(a, c.Args, "REGISTER")
	if err != nil {
		return err
	}
	id, err := agreementOf(a, api, c.Agreement)
	if err != nil {
		return err
	}
	return api.Export(a.ctx, id, args[0], w)
}

type registerQueryCmd struct {
	Args      []string `arg:"" optional:"" name:"DIR REGISTER QUERY" help:"The node's folder, which register, and which of its queries."`
	Match     []string `short:"m" help:"What to compare; once for each field." placeholder:"FIELD=VALUE" sep:"none"`
	List      string   `help:"Instead: a CSV list with a column for each field; every line is a question." placeholder:"FILE"`
	Purpose   string   `short:"p" help:"The lawful purpose; without one a question is refused." placeholder:"PURPOSE"`
	Role      string   `help:"In which role." placeholder:"ROLE"`
	Holder    string   `help:"Which holder to ask; every other one unless stated." placeholder:"PARTY"`
	Agreement string   `help:"Under which agreement, where there are several." placeholder:"ID"`
	target
}

func (c registerQueryCmd) Run(a *app) error {
	if (c.List == "") == (len(c.Match) == 0) {
		return usage("ask one question with --match, or many with --list")
	}
	api, args, err := c.client(a, c.Args, "REGISTER", "QUERY")
	if err != nil {
		return err
	}
	id, err := agreementOf(a, api, c.Agreement)
	if err != nil {
		return err
	}
	check := client.Check{Agreement: id, Register: args[0], Query: args[1], Purpose: c.Purpose, Role: c.Role, Holder: c.Holder}
	if c.List != "" {
		return c.many(a, api, check)
	}
	if check.Match, err = textPairs(c.Match); err != nil {
		return err
	}
	out, err := api.Check(a.ctx, check)
	if err != nil {
		return err
	}
	return a.print(out, func(w io.Writer) {
		for _, x := range out.Answers {
			answerLines(w, x)
		}
	})
}

func answerLines(w io.Writer, x client.Answer) {
	if len(x.Hits) == 0 {
		fmt.Fprintf(w, "%s: no hit (Article %s)\n", x.Holder, x.Article)
		return
	}
	for _, h := range x.Hits {
		fmt.Fprintf(w, "%s: hit (Article %s), entry %s\n", x.Holder, x.Article, h.Entry)
		for _, f := range slices.Sorted(maps.Keys(h.Fields)) {
			fmt.Fprintf(w, "  %s: %s\n", f, shown(h.Fields[f]))
		}
	}
	if x.Opens != "" {
		fmt.Fprintf(w, "  a hit is a question to a person: it opens the procedure %s\n", x.Opens)
	}
}

// manifestSize is how many questions of a list ride together.
const manifestSize = 200

type listed struct {
	Asked   int            `json:"asked"`
	Hits    int            `json:"hits"`
	Refused int            `json:"refused"`
	Millis  int64          `json:"millis"`
	Results []listedResult `json:"results"` // those with a hit or a refusal
}

type listedResult struct {
	Line    int               `json:"line"`
	Match   map[string]string `json:"match"`
	Answers []client.Answer   `json:"answers,omitempty"`
	Problem *client.Problem   `json:"problem,omitempty"`
}

func (c registerQueryCmd) many(a *app, api *client.Client, check client.Check) error {
	matches, err := readList(c.List)
	if err != nil {
		return err
	}
	out := listed{Results: []listedResult{}}
	start := time.Now()
	for from := 0; from < len(matches); from += manifestSize {
		batch := matches[from:min(from+manifestSize, len(matches))]
		m := client.Manifest{Holder: c.Holder}
		for _, match := range batch {
			check.Match = match
			m.Checks = append(m.Checks, check)
		}
		done, err := api.Manifest(a.ctx, m)
		if err != nil {
			return err
		}
		for i, r := range done.Results {
			out.Asked++
			hit := slices.ContainsFunc(r.Answers, func(x client.Answer) bool { return len(x.Hits) > 0 })
			if hit {
				out.Hits++
			}
			if r.Problem != nil {
				out.Refused++
			}
			if hit || r.Problem != nil {
				out.Results = append(out.Results, listedResult{Line: from + i + 2, Match: batch[i], Answers: r.Answers, Problem: r.Problem})
			}
		}
	}
	out.Millis = time.Since(start).Milliseconds()
	err = a.print(out, func(w io.Writer) {
		for _, r := range out.Results {
			var asked []string
			for _, f := range slices.Sorted(maps.Keys(r.Match)) {
				asked = append(asked, f+"="+r.Match[f])
			}
			fmt.Fprintf(w, "line %d, %s\n", r.Line, strings.Join(asked, " "))
			if r.Problem != nil {
				fmt.Fprintf(w, "  refused: %s\n", r.Problem.Error())
			}
			for _, x := range r.Answers {
				if len(x.Hits) > 0 {
					answerLines(w, x)
				}
			}
		}
		fmt.Fprintf(w, "%d asked, %d with a hit, %d refused\n", out.Asked, out.Hits, out.Refused)
	})
	if err == nil && out.Refused > 0 {
		return errFindings
	}
	return err
}

func readList(path string) ([]map[string]string, error) {
	b, err := readFile(path, 256<<20)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))))
	head, err := r.Read()
	if err != nil {
		return nil, fault.New(fault.Invalid, "%s has no head line with the names of the fields", path).Wrap(err)
	}
	var out []map[string]string
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fault.New(fault.Invalid, "%s cannot be read: %s", path, err).Mend("write one question a line, with as many columns as the head line")
		}
		m := make(map[string]string, len(head))
		for i, name := range head {
			m[name] = row[i]
		}
		out = append(out, m)
	}
	if len(out) == 0 {
		return nil, fault.New(fault.Invalid, "%s holds no question", path)
	}
	return out, nil
}
