package push

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/url"
	"time"

	"github.com/entente-net/entente/fault"
)

// Key is by which push services know a node.
type Key struct {
	private *ecdsa.PrivateKey
	public  []byte
}

// NewKey draws one and gives its 32 bytes too.
func NewKey() (*Key, []byte, error) {
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, nil, err
	}
	raw, err := k.Bytes()
	if err != nil {
		return nil, nil, err
	}
	key, err := ParseKey(raw)
	return key, raw, err
}

// ParseKey reads the 32 bytes.
func ParseKey(raw []byte) (*Key, error) {
	k, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), raw)
	if err != nil {
		return nil, fault.New(fault.Invalid, "this is no private key on P-256").Wrap(err)
	}
	public, err := k.PublicKey.Bytes()
	if err != nil {
		return nil, err
	}
	return &Key{private: k, public: public}, nil
}

// Public is the public half as pages give it to browsers.
func (k *Key) Public() string { return base64.RawURLEncoding.EncodeToString(k.public) }

// tokenLife is how long the node's word is good for; a push service takes at most a day (RFC 8292, section 2).
const tokenLife = 12 * time.Hour

// Authorization gives the header's value by which the push service of an endpoint knows the node. subject is whom its operators
// may ask: a mailto: or https: address.
func (k *Key) Authorization(endpoint, subject string, now time.Time) (string, error) {
	u, err := url.Parse(endpoint)
	if err != nil || u.Host == "" {
		return "", fault.New(fault.Invalid, "a subscription's address cannot be read").Wrap(err)
	}
	claims, err := json.Marshal(map[string]any{"aud": u.Scheme + "://" + u.Host, "exp": now.Add(tokenLife).Unix(), "sub": subject})
	if err != nil {
		return "", err
	}
	b64 := base64.RawURLEncoding
	text := b64.EncodeToString([]byte(`{"typ":"JWT","alg":"ES256"}`)) + "." + b64.EncodeToString(claims)
	sum := sha256.Sum256([]byte(text))
	r, s, err := ecdsa.Sign(rand.Reader, k.private, sum[:])
	if err != nil {
		return "", err
	}
	sig := make([]byte, 64) // RFC 7518, section 3.4
	r.FillBytes(sig[:32])
	s.FillBytes(sig[32:])
	return "vapid t=" + text + "." + b64.EncodeToString(sig) + ", k=" + k.Public(), nil
}
