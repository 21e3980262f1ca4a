package fault_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
)

func TestTheSentence(t *testing.T) {
	for _, x := range []struct {
		err  *fault.Error
		want string
	}{
		{fault.New(fault.NotFound, "there is no case %s", "7f3a"), "there is no case 7f3a"},
		{fault.New(fault.NotFound, "there is no case").Mend("look in the %s", "list"), "there is no case (look in the list)"},
		{fault.Refuse(fault.WrongRole, "7", "the step belongs to %s", "a judge"), "Article 7: the step belongs to a judge"},
		{fault.Refuse(fault.WrongRole, "7(2)", "no").Mend("ask a judge"), "Article 7(2): no (ask a judge)"},
		{fault.Refuse(fault.WrongRole, "", "no"), "no"},
		{&fault.Error{Code: fault.Sealed}, ""},
	} {
		if got := x.err.Error(); got != x.want {
			t.Errorf("%q, want %q", got, x.want)
		}
	}
}

func TestInternalDetailStaysInside(t *testing.T) {
	cause := &fs.PathError{Op: "open", Path: "/secret/place", Err: fs.ErrNotExist}
	err := fault.New(fault.Internal, "something went wrong").Mend("try again").Wrap(cause)
	if strings.Contains(err.Error(), "secret") {
		t.Fatalf("%s", err)
	}
	var p *fs.PathError
	if !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &p) || p != cause {
		t.Fatal("the cause is lost")
	}
	if fault.New(fault.Internal, "x").Unwrap() != nil {
		t.Fatal("a cause out of nothing")
	}
}

func TestTheLanguage(t *testing.T) {
	err := fault.New(fault.NotFound, "il n’y a rien ici").Mend("cherchez ailleurs").In("fr")
	if err.Lang != "fr" || fault.New(fault.NotFound, "nothing").Lang != "" {
		t.Errorf("%+v", err)
	}
	if !errors.Is(err, fault.New(fault.NotFound, "")) {
		t.Error("the same error in another language is another one")
	}
}

func TestEqualIsWhoseCodeIsEqual(t *testing.T) {
	err := fmt.Errorf("while asking: %w", fault.Refuse(fault.CapReached, "2", "used up").Mend("tomorrow"))
	if !errors.Is(err, fault.New(fault.CapReached, "")) {
		t.Error("the same code is not the same")
	}
	if errors.Is(err, fault.New(fault.NotShared, "used up")) {
		t.Error("another code is the same")
	}
	if errors.Is(err, errors.New("used up")) || errors.Is(errors.New("used up"), fault.New(fault.CapReached, "used up")) {
		t.Error("an error of another kind is the same")
	}
	inner := fault.New(fault.StoreFull, "the disk is full")
	outer := fault.New(fault.Unavailable, "not now").Wrap(inner)
	if !errors.Is(outer, inner) || !errors.Is(outer, fault.New(fault.Unavailable, "")) {
		t.Error("neither code is found behind the other")
	}
	var f *fault.Error
	if !errors.As(err, &f) || f.Article != "2" || f.Remedy != "tomorrow" || f.Message != "used up" {
		t.Errorf("%+v", f)
	}
}

func TestCodeOf(t *testing.T) {
	for _, x := range []struct {
		err  error
		want fault.Code
	}{
		{nil, ""},
		{errors.New("a defect"), fault.Internal},
		{fault.New(fault.Conflict, "x"), fault.Conflict},
		{fmt.Errorf("a: %w", fmt.Errorf("b: %w", fault.New(fault.Conflict, "x"))), fault.Conflict},
		{errors.Join(errors.New("a"), fault.New(fault.Replayed, "x")), fault.Replayed},
		{fault.New(fault.Unavailable, "outer").Wrap(fault.New(fault.StoreFull, "inner")), fault.Unavailable},
	} {
		if got := fault.CodeOf(x.err); got != x.want {
			t.Errorf("%v: %q, want %q", x.err, got, x.want)
		}
	}
}
