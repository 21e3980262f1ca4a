// Package api is a node's REST interface: /api for people's programs, described by OpenAPI 3.1 at
// /api/openapi.json, and /admin for whoever looks after the node, on the same machine alone.
//
// It translates between HTTP and package node, and decides nothing: who may do what is the agreement's
// business, and a refusal goes out as the node gave it, as an RFC 9457 problem document that cites the
// article. It never touches the database, and the admin surface never gives what is in a case.
package api
