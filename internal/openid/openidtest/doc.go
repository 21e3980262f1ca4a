// Package openidtest is a small OpenID Connect provider, for tests: it keeps to the standard, and breaks it where told.
package openidtest
