package desk

import "github.com/entente-net/entente/internal/node"

// At gives a desk to be asked without its pages.
func At(n *node.Node) *desk { return &desk{n: n} }
