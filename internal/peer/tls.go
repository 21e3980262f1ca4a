package peer

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"math/big"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// Pin is the SHA-256 of a TLS certificate's SubjectPublicKeyInfo, in the form in which a node
// certificate states it.
type Pin = seal.Digest

// PinOf gives the pin of a certificate.
func PinOf(cert *x509.Certificate) Pin {
	return seal.DigestOf(cert.RawSubjectPublicKeyInfo)
}

// Certificate wraps a node's TLS key in a certificate that carries nothing but the key: its name
// and its dates mean nothing, since the other side checks the pin alone.
func Certificate(key crypto.Signer) (tls.Certificate, error) {
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1),
		Subject:      pkix.Name{CommonName: "entente node"},
		NotBefore:    time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC),
		NotAfter:     time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return tls.Certificate{}, err
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key, Leaf: leaf}, nil
}

// Pins answers which party a pin belongs to, now. (The node fills it from the agreements' node
// certificates, so that a revoked key loses its connection at the next handshake.)
type Pins interface {
	PartyOf(pin Pin) (agreement.PartyID, bool)
}

func serverTLS(own tls.Certificate, pins Pins) *tls.Config {
	return &tls.Config{
		MinVersion:             tls.VersionTLS13,
		Certificates:           []tls.Certificate{own},
		ClientAuth:             tls.RequireAnyClientCert,
		NextProtos:             []string{"h2"},
		SessionTicketsDisabled: true, // a resumed session would skip the pin
		VerifyConnection: func(state tls.ConnectionState) error {
			if state.NegotiatedProtocol != "h2" {
				return errors.New("nodes speak HTTP/2")
			}
			_, err := partyOf(state, pins)
			return err
		},
	}
}

func clientTLS(own tls.Certificate, want Pin) *tls.Config {
	return &tls.Config{
		MinVersion:         tls.VersionTLS13,
		Certificates:       []tls.Certificate{own},
		InsecureSkipVerify: true, // no names, no authorities: the pin below is the whole check
		NextProtos:         []string{"h2"},
		VerifyConnection: func(state tls.ConnectionState) error {
			if len(state.PeerCertificates) == 0 {
				return errors.New("the other side showed no certificate")
			}
			if got := PinOf(state.PeerCertificates[0]); !bytes.Equal([]byte(got), []byte(want)) {
				return fault.New(fault.UnknownKey, "the other side's TLS key is not the one that its node certificate names").
					Mend("ask the party for its current card; do not go on until the key is explained")
			}
			return nil
		},
	}
}

func partyOf(state tls.ConnectionState, pins Pins) (agreement.PartyID, error) {
	if len(state.PeerCertificates) == 0 {
		return "", errors.New("no client certificate")
	}
	party, ok := pins.PartyOf(PinOf(state.PeerCertificates[0]))
	if !ok {
		return "", fault.New(fault.UnknownKey, "no party of an agreement here has this TLS key").
			Mend("exchange cards first")
	}
	return party, nil
}
