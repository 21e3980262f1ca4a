package web

import (
	"io"
	"net"
	"net/http"
	"sync/atomic"
	"testing"
)

// The portal over real HTTP on this machine's loopback: a closed loop, each client asking for the next page when it has the
// last. It prints pages per second and the weight of one; the peer is net/http itself, sending as many bytes that it holds.
func benchPortal(b *testing.B, h http.Handler, path string) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	srv := &http.Server{Handler: h}
	go func() { _ = srv.Serve(ln) }() // ends with Close
	b.Cleanup(func() { _ = srv.Close() })
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64, DisableCompression: true}}
	var weight atomic.Int64
	b.SetParallelism(8)
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			r, _ := http.NewRequest(http.MethodGet, "http://"+ln.Addr().String()+path, nil)
			r.Header.Set("Accept-Encoding", "gzip")
			res, err := client.Do(r)
			if err != nil {
				b.Error(err)
				return
			}
			n, err := io.Copy(io.Discard, res.Body)
			if err != nil || res.StatusCode != http.StatusOK {
				b.Errorf("%s: %d %v", path, res.StatusCode, err)
			}
			_ = res.Body.Close()
			weight.Store(n)
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
	b.ReportMetric(float64(weight.Load()), "B/page")
}

func BenchmarkPortalAgreement(b *testing.B) {
	_, h := newOffice(b)
	benchPortal(b, h, "/public/northgate")
}

func BenchmarkPortalDecisions(b *testing.B) {
	_, h := newOffice(b)
	benchPortal(b, h, "/public/northgate/decisions")
}

// A form is drawn for each reader: its token is theirs.
func BenchmarkPortalForm(b *testing.B) {
	_, h := newOffice(b)
	benchPortal(b, h, filePath)
}

// BenchmarkPortalPeer is what net/http does with bytes that it holds.
func BenchmarkPortalPeer(b *testing.B) {
	body := make([]byte, 8<<10)
	benchPortal(b, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(body) }), "/")
}
