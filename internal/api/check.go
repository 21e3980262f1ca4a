package api

import (
	"context"
	"sync"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/internal/node"
)

type checkIn struct{ Body client.Check }

func askOf(c *client.Check) node.AskRequest {
	req := node.AskRequest{
		Agreement: agreement.ID(c.Agreement), Register: agreement.RegisterID(c.Register), Query: agreement.QueryID(c.Query),
		Purpose: agreement.PurposeID(c.Purpose), Role: agreement.RoleID(c.Role), Holder: agreement.PartyID(c.Holder),
		Match: make(map[agreement.FieldID]string, len(c.Match)),
	}
	for f, v := range c.Match {
		req.Match[agreement.FieldID(f)] = v
	}
	return req
}

func (s *server) check(ctx context.Context, in *checkIn) (*client.Checked, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	results, err := s.n.Ask(ctx, who, askOf(&in.Body))
	if err != nil {
		return nil, err
	}
	return &client.Checked{Answers: answersOf(results)}, nil
}

type manifestIn struct{ Body client.Manifest }

// manifest asks one holder in one letter, or, where questions go to several, all at once, so that those
// to one peer ride together.
func (s *server) manifest(ctx context.Context, in *manifestIn) (*client.ManifestChecked, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	if err := who.Content(); err != nil {
		return nil, err
	}
	checks := in.Body.Checks
	out := &client.ManifestChecked{Results: make([]client.ManifestResult, len(checks))}
	put := func(i int, results []node.AskResult, err error) {
		out.Results[i].Answers = answersOf(results)
		if err != nil {
			out.Results[i].Problem = problem(s.log, err)
		}
	}
	reqs := make([]node.AskRequest, len(checks))
	for i := range checks {
		reqs[i] = askOf(&checks[i])
	}
	if in.Body.Holder != "" {
		results, errs, err := s.n.AskMany(ctx, who, agreement.PartyID(in.Body.Holder), reqs)
		if err != nil {
			return nil, err
		}
		for i := range results {
			if errs[i] != nil {
				put(i, nil, errs[i])
			} else {
				put(i, results[i:i+1], nil)
			}
		}
		return out, nil
	}
	var wg sync.WaitGroup
	for i := range reqs {
		wg.Go(func() {
			results, err := s.n.Ask(ctx, who, reqs[i])
			put(i, results, err)
		})
	}
	wg.Wait()
	return out, nil
}
