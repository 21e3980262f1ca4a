package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// problem is an error as it is shown. Internal detail never comes this far.
type problem struct {
	code, message, remedy string
	article               ArticleRef
	// detail is what the node said, where that is in another language than the page (lang, BCP 47) and
	// says more than the sentence of its code.
	detail, lang string
}

// plainCodes are the codes whose sentence says all that there is to say.
var plainCodes = []fault.Code{
	fault.Internal, fault.Unauthorised, fault.Unavailable, fault.StoreFull, fault.StoreBusy, fault.StoreNewer, fault.StoreBehind,
}

// refused makes an error that the pages themselves have to say, in the reader's language.
func (p *page) refused(code fault.Code, key string, pairs ...any) *fault.Error {
	key = "refused." + key
	return fault.New(code, "%s", p.T(key, pairs...)).Mend("%s", p.T(key+".mend", pairs...)).In(p.Code)
}

// problemOf shows a *fault.Error, and says of anything else only that nothing was done. An error is made
// without knowing its reader, in English: a reader of another language is told what its code means and
// what can be done about it, and reads the error's own words as a quotation.
func (p *page) problemOf(id agreement.ID, err error) problem {
	var e *fault.Error
	if !errors.As(err, &e) || e.Code == fault.Internal {
		return problem{code: string(fault.Internal), message: p.T("problem.internal"), remedy: sentence(p.T("problem.internal.mend"))}
	}
	q := problem{code: string(e.Code), message: sentence(e.Message), remedy: sentence(e.Remedy)}
	lang := e.Lang
	if lang == "" {
		lang = "en"
	}
	if key := "fault." + string(e.Code); lang != p.Code && p.Has(key) {
		if !slices.Contains(plainCodes, e.Code) {
			q.detail, q.lang = strings.TrimSpace(q.message+" "+q.remedy), lang
		}
		q.message, q.remedy = p.T(key), p.T(key+".mend")
	}
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
	case fault.FieldMissing, fault.FieldUnknown, fault.FieldInvalid, fault.GroundUnknown, fault.ReasonsMissing, fault.AgreementOpen:
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
