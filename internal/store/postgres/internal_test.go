package postgres

import "testing"

func TestWithoutPassword(t *testing.T) {
	for in, want := range map[string]string{
		"postgres://u:secret@h:5/d?sslmode=require":           "postgres://u@h:5/d?sslmode=require",
		"postgres://u@h/d?password=secret&sslmode=require":    "postgres://u@h/d?sslmode=require",
		"host=h password=secret user=u":                       "host=h  user=u",
		`user=u password = 'se cr\'et' dbname=d`:              "user=u  dbname=d",
		"host=/run/pg user=u dbname=password_store":           "host=/run/pg user=u dbname=password_store",
		"host=h user=u dbname=d passfile=/etc/p sslpassword=": "host=h user=u dbname=d passfile=/etc/p sslpassword=",
	} {
		if got := withoutPassword(in); got != want {
			t.Errorf("%s:\n got %s\nwant %s", in, got, want)
		}
	}
}
