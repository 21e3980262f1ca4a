package webhook

import (
	"crypto"
	"net/netip"
	"net/url"
	"strings"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

const noHash = crypto.Hash(0)

// CheckAddress refuses an address to which a node of that world sends nothing: in a real one all but https, in an exercise http
// beyond this machine. Where a name leads is seen only when it is dialled (Reachable). Errors: invalid, forbidden.
func CheckAddress(world, address string) error {
	u, err := url.Parse(address)
	if err != nil || len(address) > 2000 || u.Hostname() == "" || u.Opaque != "" || u.User != nil || u.Fragment != "" || u.Scheme != "https" && u.Scheme != "http" {
		return fault.New(fault.Invalid, "%q is no address of a receiver", clip(address)).Mend("write it as https://receiver.example.org/path, without a login in it")
	}
	ip, err := netip.ParseAddr(u.Hostname())
	literal := err == nil
	if literal && !Reachable(world, ip) {
		return fault.New(fault.Forbidden, "nothing is sent to %s: it is no address of the public network", ip).Mend("name a receiver that the whole network reaches")
	}
	here := literal && ip.Unmap().IsLoopback() || u.Hostname() == "localhost"
	if u.Scheme == "http" && (world == seal.WorldReal || !here) {
		return fault.New(fault.Forbidden, "nothing is sent in the clear").Mend("let the receiver speak https")
	}
	return nil
}

func clip(s string) string {
	if len(s) > 80 {
		return strings.ToValidUTF8(s[:80], "") + "…"
	}
	return s
}

// notPublic are the blocks that lead to this machine, its neighbours or nowhere (IANA's special-purpose registries, RFC 6890), beside
// those that netip knows by itself. Those that carry another address within them are here too: they would lead around the rest.
var notPublic = func() (out []netip.Prefix) {
	for _, s := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fec0::/10",
	} {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}()

// Reachable says whether a node of that world may send to the address: to one of the public network alone, and in an exercise to
// this machine too.
func Reachable(world string, ip netip.Addr) bool {
	if ip.Zone() != "" {
		return false
	}
	ip = ip.Unmap()
	if ip.IsLoopback() {
		return world != seal.WorldReal
	}
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	for _, p := range notPublic {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}
