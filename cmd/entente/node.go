package main

import (
	"fmt"
	"io"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/api"
)

type nodeCmd struct {
	Init      nodeInitCmd      `cmd:"" help:"Make a party's node: its folder, keys and card. Asks at the terminal, or on a page, for what it is not told."`
	Serve     nodeServeCmd     `cmd:"" help:"Run a node until it is told to stop."`
	Ping      nodePingCmd      `cmd:"" help:"Ask every other party's node whether the line to it holds."`
	Doctor    nodeDoctorCmd    `cmd:"" help:"Look for what is wrong with a node, and say how to mend it."`
	Backup    nodeBackupCmd    `cmd:"" help:"Write a copy of the database. Keys are in no back-up."`
	Restore   nodeRestoreCmd   `cmd:"" help:"Put a back-up in the database's place."`
	Adopt     nodeAdoptCmd     `cmd:"" help:"Take an agreement onto a node, with the translations that stand beside it."`
	Translate nodeTranslateCmd `cmd:"" help:"Add a translation to an agreement that is on a node."`
	Statement nodeStatementCmd `cmd:"" help:"Put a ratification, a certificate or a revocation into the agreement's own case."`
	Person    nodePersonCmd    `cmd:"" help:"Enter a person of the staff with their roles, or change them."`
	People    nodePeopleCmd    `cmd:"" help:"List the staff."`
	Token     nodeTokenCmd     `cmd:"" help:"Give a person's program a bearer token for the API."`
	Login     nodeLoginCmd     `cmd:"" help:"Give a person a login link to the desk; in exercises."`
	Rolekey   nodeRolekeyCmd   `cmd:"" help:"Enrol a person's role key."`
	Webhook   nodeWebhookCmd   `cmd:"" help:"Tell another program what happens, signed by the node."`
	Clock     nodeClockCmd     `cmd:"" help:"Set an exercise's clock."`
	Tend      nodeTendCmd      `cmd:"" help:"Let everything happen now that is due."`
}

func worldNote(world string) string {
	if world == agreement.WorldReal {
		return ""
	}
	return " in an " + world + ": nothing of it is real"
}

func partyIDs(m *agreement.Model) []agreement.PartyID {
	var out []agreement.PartyID
	for i := range m.Parties {
		out = append(out, m.Parties[i].ID)
	}
	return out
}

type nodePingCmd struct {
	Dir  string        `arg:"" name:"DIR" help:"The node's folder."`
	Wait time.Duration `help:"Wait this long for the node to run and for every line to answer." placeholder:"DURATION"`
}

func (c nodePingCmd) Run(a *app) error {
	end := time.Now().Add(c.Wait)
	for {
		lines, err := c.ping(a)
		silent := 0
		if err == nil {
			for _, l := range lines.Lines {
				if l.Answers == nil || !*l.Answers {
					silent++
				}
			}
		}
		if (err != nil || silent > 0) && time.Now().Before(end) {
			select {
			case <-a.ctx.Done():
				return a.ctx.Err()
			case <-time.After(50 * time.Millisecond):
				continue
			}
		}
		if err != nil {
			return err
		}
		if err := a.print(lines, func(w io.Writer) { pinged(w, lines) }); err != nil || silent == 0 {
			return err
		}
		return errFindings
	}
}

// ping asks through the running node. Without --wait a folder will do that no process has open.
func (c nodePingCmd) ping(a *app) (*api.Lines, error) {
	reach := a.reach
	if c.Wait > 0 {
		reach = a.reachLive
	}
	n, err := reach(c.Dir)
	if err != nil {
		return nil, err
	}
	defer n.close()
	return adminPost[api.Lines](a.ctx, n, "/admin/ping", nil)
}

func pinged(w io.Writer, lines *api.Lines) {
	if len(lines.Lines) == 0 {
		fmt.Fprintln(w, "no other node is known yet; they come with an agreement and its cards")
	}
	for _, l := range lines.Lines {
		if l.Answers != nil && *l.Answers {
			fmt.Fprintf(w, "%s at %s answers after %s, its clock %s\n", l.Party, l.Address, time.Duration(l.Micros)*time.Microsecond, aheadBy(l.SkewMS))
			continue
		}
		if l.Problem != nil && l.Problem.Code != string(fault.PeerAway) {
			fmt.Fprintf(w, "%s at %s answers, and takes no letters [%s]\n  %s\n", l.Party, l.Address, l.Problem.Code, l.Problem.Error())
			continue
		}
		fmt.Fprintf(w, "%s at %s does not answer\n", l.Party, l.Address)
		if l.Problem != nil {
			fmt.Fprintf(w, "  %s\n", l.Problem.Error())
		}
	}
}

func aheadBy(ms int64) string {
	switch {
	case ms > 1000:
		return fmt.Sprintf("%s ahead", time.Duration(ms)*time.Millisecond)
	case ms < -1000:
		return fmt.Sprintf("%s behind", time.Duration(-ms)*time.Millisecond)
	}
	return "agrees"
}
