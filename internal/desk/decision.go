package desk

import (
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

// decisionRows is how many published cases stand on one page.
const decisionRows = 25

// Decisions lists what the agreement makes public of its cases, and the versions by which it was changed. Of a case nothing
// appears but the fields that are published: no side, no person, no step that gave none of them.
func (d *desk) Decisions(ctx context.Context, id agreement.ID, cursor string) (*web.DecisionList, error) {
	m, err := d.model(id)
	if err != nil {
		return nil, err
	}
	skip := 0
	if cursor != "" {
		if skip, err = strconv.Atoi(cursor); err != nil || skip < 0 {
			return nil, fault.New(fault.Invalid, "this is no place in the list of decisions").Mend("begin at its first page")
		}
	}
	list, total, err := d.n.Published(ctx, id, skip, decisionRows)
	if err != nil {
		return nil, err
	}
	t := speak(ctx)
	out := &web.DecisionList{Agreement: id, Title: m.Title, World: m.World, Zone: m.Location(), Total: total, Promises: promises(t, m)}
	out.Versions = d.versions(id)
	if skip+decisionRows < total {
		out.Next = strconv.Itoa(skip + decisionRows)
	}
	for i := range list {
		out.Rows = append(out.Rows, decision(t, &list[i], out.Versions))
	}
	return out, nil
}

// promises says what each procedure makes public, and by when.
func promises(t tongue, m *agreement.Model) []web.Promise {
	var out []web.Promise
	for i := range m.Procedures {
		p := &m.Procedures[i]
		if p.Publish == nil {
			continue
		}
		out = append(out, web.Promise{
			Procedure: titled(p.Title, p.ID), What: t.list(labels(m, p, p.Publish.Fields, t.code)), Within: p.Publish.Within.InWords(t.code),
			Article: article(m, p.Publish.Article),
		})
	}
	return out
}

func decision(t tongue, x *node.Published, versions []web.VersionView) web.DecisionView {
	m, p := x.Model, x.Procedure
	out := web.DecisionView{
		ID: web.DecisionID(x.ID), Title: titled(p.Title, p.ID), Article: article(m, p.Article), State: stateView(m, p, x.State, t.code), At: x.At,
		Published: article(m, p.Publish.Article),
	}
	for _, id := range p.Publish.Fields {
		f := m.ProcedureField(p, id)
		if f == nil {
			continue
		}
		if _, gone := x.Erased[id]; gone {
			out.Values = append(out.Values, web.Value{Field: f, Sight: web.Sight{Sees: web.SeesErased}})
		} else if v, here := x.Values[id]; here {
			out.Values = append(out.Values, value(m, f, v, web.Sight{Sees: web.SeesIt, Article: p.Publish.Article}))
		}
	}
	for _, a := range x.Gave {
		out.Followed = append(out.Followed, web.Follow{At: a.At, What: stepTitle(p, a.Step)})
	}
	if p.Remedy {
		out.Changed = changedSince(versions, since(x))
	}
	return out
}

// since is the first act that gave what is published: a recommendation stands before its answer.
func since(x *node.Published) time.Time {
	at := x.At
	for _, a := range x.Gave {
		if a.At.Before(at) {
			at = a.At
		}
	}
	return at
}

// changedSince is the first version that came into force after an instant; nil where none has.
func changedSince(versions []web.VersionView, at time.Time) *web.VersionView {
	for i := range versions {
		if versions[i].Starts.After(at) {
			return &versions[i]
		}
	}
	return nil
}

// versions are the amendments that all parties signed, oldest first, each with the articles that it changed.
func (d *desk) versions(id agreement.ID) []web.VersionView {
	models := d.n.SignedVersions(id)
	var out []web.VersionView
	for i := 1; i < len(models); i++ {
		m := models[i]
		v := web.VersionView{Version: m.Version, Starts: m.Starts.Midnight(m.Location())}
		var seen []agreement.Article
		for _, c := range agreement.Diff(models[i-1], m) {
			if c.Article != "" && c.Rule != "agreement" && !slices.Contains(seen, c.Article) {
				seen = append(seen, c.Article)
				v.Articles = append(v.Articles, article(m, c.Article))
			}
		}
		out = append(out, v)
	}
	return out
}

// Checkpoints gives the newest signed note of each log of this node.
func (d *desk) Checkpoints(ctx context.Context) ([]web.CheckpointView, error) {
	var out []web.CheckpointView
	for _, m := range d.n.Models() {
		l, err := d.n.Ledger(ctx, m.ID, 0)
		if err != nil {
			return nil, err
		}
		out = append(out, web.CheckpointView{
			Agreement: web.ArticleRef{Agreement: m.ID, Title: m.Title}, Log: l.Origin, Size: l.CheckpointSize, At: l.At, Cosigned: cosigned(m, d.n.Party(), l), Note: l.Checkpoint,
		})
	}
	return out, nil
}

// follows leads whoever holds the code of a case to what became public of it, and to the version that came after.
func (d *desk) follows(ctx context.Context, t tongue, id casework.CaseID, a agreement.ID) ([]web.Link, error) {
	x, err := d.n.PublishedCase(ctx, id)
	if err != nil || x == nil {
		return nil, err
	}
	out := []web.Link{{Text: t.say("mailbox.published"), URL: web.DecisionPath(a, id)}}
	if v := changedSince(d.versions(a), since(x)); v != nil && x.Procedure.Remedy {
		out = append(out, web.Link{Text: t.say("mailbox.changed", "version", v.Version), URL: web.VersionPath(a, v.Version)})
	}
	return out, nil
}
