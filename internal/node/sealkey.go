package node

import "github.com/entente-net/entente/agreement"

// sealKeys are the recipients to which what is sealed to a role is sealed, as the agreement case has them.
func (n *Node) sealKeys(d *deal, role agreement.RoleID) []string { return nil }
