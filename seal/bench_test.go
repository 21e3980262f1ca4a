package seal

import (
	"fmt"
	"testing"
)

func BenchmarkSignAct(b *testing.B) {
	c := newCast(b, "")
	a := c.act(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := SignAct(a, c.node["belmark"], PrivateKey{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerifyAct(b *testing.B) {
	c := newCast(b, "")
	s, err := SignAct(c.act(b), c.node["belmark"], PrivateKey{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := VerifyAct(s, c.ring, noon); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncodeAct(b *testing.B) {
	s := newCast(b, "").signedAct(b)
	b.ReportAllocs()
	for b.Loop() {
		s.Encode()
	}
}

func BenchmarkDecodeAct(b *testing.B) {
	text := newCast(b, "").signedAct(b).Encode()
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := DecodeSignedAct(text); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLetter is what one question costs one side: written, sent in a letter, opened, read.
func BenchmarkLetter(b *testing.B) {
	for _, n := range []int{1, 200} {
		b.Run(fmt.Sprintf("questions=%d", n), func(b *testing.B) {
			c := newCast(b, "")
			q := question(b)
			b.ReportAllocs()
			for b.Loop() {
				items := make([][]byte, n)
				for i := range items {
					items[i] = q.Encode()
				}
				l, err := OpenLetter(c.letter(b, items...).Encode(), c.ring, noon, Expect{To: "belmark"})
				if err != nil {
					b.Fatal(err)
				}
				for _, i := range l.Items {
					if _, err := DecodeQuestion(i); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/question")
		})
	}
}

func BenchmarkSealBundle(b *testing.B) {
	c := newCast(b, "")
	bundle, to := c.bundle(b), c.seal["arland"].PublicKey()
	for b.Loop() {
		if _, err := SealBundle(bundle, to); err != nil {
			b.Fatal(err)
		}
	}
}
