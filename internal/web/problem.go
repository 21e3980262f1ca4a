package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// problem is an error as it is shown. Internal detail never comes this far.
type problem struct {
	code, message, remedy string
	article               ArticleRef
}

// problemOf shows a *fault.Error as it is, and says of anything else only that nothing was done.
func (p *page) problemOf(id agreement.ID, err error) problem {
	var e *fault.Error
	if !errors.As(err, &e) || e.Code == fault.Internal {
		return problem{code: string(fault.Internal), message: p.T("problem.internal"), remedy: sentence(p.T("problem.internal.mend"))}
	}
	q := problem{code: string(e.Code), message: sentence(e.Message), remedy: sentence(e.Remedy)}
	if e.Article != "" {
		q.article = ArticleRef{Agreement: id, Number: agreement.Article(e.Article)}
		if id == "" {
			q.article.Agreement = p.frame.Agreement.Agreement
		}
	}
	return q
}

func faultBox(p *page, id agreement.ID, err error) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return problemBox(p, p.problemOf(id, err)).Render(ctx, w)
	})
}

// status gives the HTTP status of a code: what the agreement refuses is 403 or 409, what was written
// wrongly 422, what is missing 404.
func status(err error) int {
	switch fault.CodeOf(err) {
	case fault.NotFound, fault.NoSuchStep:
		return http.StatusNotFound
	case fault.Unauthorised:
		return http.StatusUnauthorized
	case fault.WrongRole, fault.WrongSide, fault.SamePerson, fault.NotIndependent, fault.Forbidden, fault.NotShared,
		fault.PurposeMissing, fault.PurposeWrong, fault.PersonalMissing, fault.PersonalInvalid, fault.ArticleEnded, fault.NotInForce, fault.Suspended, fault.Withdrawn:
		return http.StatusForbidden
	case fault.WrongState, fault.Conflict, fault.ClockLapsed, fault.ConditionUnmet, fault.ConditionUnread, fault.SideUnbound, fault.NotHome, fault.QuotaUsed, fault.QuorumTwice:
		return http.StatusConflict
	case fault.FieldMissing, fault.FieldUnknown, fault.FieldInvalid, fault.GroundUnknown, fault.ReasonsMissing:
		return http.StatusUnprocessableEntity
	case fault.Sealed, fault.Erased:
		return http.StatusGone
	case fault.CapReached:
		return http.StatusTooManyRequests
	case fault.Invalid, fault.Malformed:
		return http.StatusBadRequest
	case fault.TooLarge:
		return http.StatusRequestEntityTooLarge
	case fault.PeerAway, fault.Unavailable, fault.StoreBusy:
		return http.StatusServiceUnavailable
	case fault.StoreFull:
		return http.StatusInsufficientStorage
	default:
		return http.StatusInternalServerError
	}
}

func (p *page) problemTitle(status int) string {
	key := "problem." + strconv.Itoa(status)
	if p.Has(key) {
		return p.T(key)
	}
	return p.T("problem.title")
}
