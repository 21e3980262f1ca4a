package web

import (
	"context"
	"io"
	"net/http"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// The interfaces by which the pages ask and act. Whoever fills them decides by the agreement what a
// viewer may see and do; every error that reaches a person is a *fault.Error. Views are values of the
// moment and belong to the page that asked.

// Sessions tells who is looking. The session cookie bears the node's name, so that the desks of
// several nodes live side by side in one browser.
type Sessions interface {
	// Who gives the person behind a request, or false where nobody is logged in.
	Who(r *http.Request) (Viewer, bool)
	// Login opens a session for a login link's token or, in the demonstration, a persona's token.
	Login(w http.ResponseWriter, r *http.Request, token string) error
	// Logout ends the session and clears its cookie.
	Logout(w http.ResponseWriter, r *http.Request)
	// Personas lists whom one can be; empty outside the demonstration.
	Personas(ctx context.Context) ([]Persona, error)
}

// Frame gives what stands on every page. The viewer is the zero value where nobody is logged in.
type Frame interface {
	Frame(ctx context.Context, v Viewer) (FrameView, error)
}

// Casebook is the cases as one viewer may see them, and the acts that the viewer may sign.
type Casebook interface {
	Today(ctx context.Context, v Viewer) (*TodayView, error)
	// Cases lists cases, a page at a time.
	Cases(ctx context.Context, v Viewer, q CaseQuery) (*CaseList, error)
	Case(ctx context.Context, v Viewer, id casework.CaseID) (*CaseView, error)
}

// Steps are the forms made from the agreement and what they do.
type Steps interface {
	// Form gives the form of a step: of a running case, or (Draft.Case "") of one that the step opens.
	// Only where-members of the draft are set: Agreement, Case, Procedure, Step, Role.
	Form(ctx context.Context, v Viewer, d Draft) (*StepForm, error)
	// Preview does all that Act does short of signing: it says what would leave and to whom, and
	// lists every problem of the inputs at once. A refusal that no input could mend is the error.
	Preview(ctx context.Context, v Viewer, d Draft) (*Review, error)
	// Act signs and sends. One Draft.Nonce is one act, however often it is called.
	Act(ctx context.Context, v Viewer, d Draft) (*Done, error)
	// Prepared is the act that a review prepared, to be signed elsewhere.
	Prepared(ctx context.Context, v Viewer, name string) (*File, error)
}

// Registers are the questions that a viewer may ask.
type Registers interface {
	Queries(ctx context.Context, v Viewer) ([]QueryView, error)
	Check(ctx context.Context, v Viewer, q Question) (*CheckResult, error)
}

// Library is the agreements. Both work without login: the zero viewer sees what is public.
type Library interface {
	Agreements(ctx context.Context, v Viewer) ([]AgreementRow, error)
	Agreement(ctx context.Context, v Viewer, id agreement.ID) (*AgreementView, error)
}

// Ledgers are the logs and what they prove.
type Ledgers interface {
	Ledger(ctx context.Context, v Viewer, id agreement.ID) (*LedgerView, error)
	// Proof is a file that anyone can verify offline: of one entry of this node's log.
	Proof(ctx context.Context, v Viewer, id agreement.ID, index uint64) (*File, error)
	// ActProof is the same for an act of a case: the act, its receipt and where both are logged.
	ActProof(ctx context.Context, v Viewer, id casework.CaseID, number uint64) (*File, error)
}

// Auditor collects this node's evidence and replays it. Only a viewer with Viewer.Audits comes here.
type Auditor interface {
	// Audit gives the state of the last run, or a zero view where there was none.
	Audit(ctx context.Context, v Viewer, id agreement.ID) (*AuditView, error)
	// Run starts a run over this node's evidence and the bundles of others that were brought along; it may
	// wait a moment for a short one to end, and goes on when the page is left.
	Run(ctx context.Context, v Viewer, id agreement.ID, others []Upload) error
	// Evidence writes the bundle that the run replays.
	Evidence(ctx context.Context, v Viewer, id agreement.ID, w io.Writer) error
}

// Tour is the start page of the demonstration.
type Tour interface {
	Tour(ctx context.Context) (*TourView, error)
}
