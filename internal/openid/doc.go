// Package openid lets people log in by their party's own OpenID Connect provider: authorisation code with PKCE, state and
// nonce, and the provider named in every address, so that no answer of one provider passes for another's.
//
// It never decides who somebody is here or which roles they get (package auth does, by the settings and the
// agreements), and keeps nothing: what it must remember travels sealed in the person's own browser.
package openid
