package node

import "github.com/entente-net/entente/agreement"

// SealKeys are the age recipients to which what is sealed to a role is sealed now, the newest first; none where nobody holds one.
func (n *Node) SealKeys(id agreement.ID, role agreement.RoleID) []string {
	d, err := n.deal(id)
	if err != nil || role == "" {
		return nil
	}
	return n.sealKeys(d, role)
}

func (n *Node) sealKeys(d *deal, role agreement.RoleID) []string { return nil }
