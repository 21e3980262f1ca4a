package api_test

import (
	"bytes"
	"context"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/auth"
)

// Who looks after the node gets nothing of what is in the cases, by whichever operation of the description.
func TestTheAdministratorGetsNothing(t *testing.T) {
	s := newStage(t)
	err := s.Node("belmark").EnrolPerson(context.Background(), auth.Person{ID: "keeper", Name: "Sam Keeper", Admin: true, Roles: map[agreement.ID][]agreement.RoleID{}})
	if err != nil {
		t.Fatal(err)
	}
	opened := must(s.as("arland", "pia").Open(t.Context(), request(), ""))(t)
	vantor := s.as("belmark", "vantor")
	s.await(func() bool {
		v, err := vantor.Case(t.Context(), opened.Case)
		return err == nil && v.Values["facts"] != nil
	})
	facts := must(vantor.Field(t.Context(), opened.Case, "facts"))(t).Value.(string)
	head := []string{"Authorization", "Bearer " + s.token("belmark", "keeper")}
	place := regexp.MustCompile(`\{[^}]*\}`)
	names := []string{opened.Case, "northgate", "facts", "stolen_documents", "0", "authorise"}
	asked := 0
	for path, operations := range s.describe().Paths {
		for method := range operations {
			method = strings.ToUpper(method)
			// Each place is tried with everything that it could mean.
			for _, first := range names {
				for _, second := range names {
					n := 0
					at := place.ReplaceAllStringFunc(path, func(string) string {
						if n++; n == 1 {
							return first
						}
						return second
					})
					body := ""
					if method == http.MethodPost || method == http.MethodPut {
						body = `{"agreement":"northgate","procedure":"assistance","step":"authorise","values":{"reasons":"x"},"register":"stolen_documents","query":"document","purpose":"border-control","match":{"number":"B1"}}`
					}
					_, b := s.send("belmark", method, at, body, head...)
					asked++
					for _, secret := range []string{facts, "location of one telephone"} {
						if bytes.Contains(b, []byte(secret)) {
							t.Errorf("%s %s gives %q", method, at, secret)
						}
					}
					if n < 2 {
						break
					}
				}
				if !strings.Contains(path, "{") {
					break
				}
			}
		}
	}
	if asked < 60 {
		t.Errorf("only %d requests were made", asked)
	}
}
