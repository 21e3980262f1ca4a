package peer

import (
	"io"
	"sync"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// maxUnderWay bounds what the letters of one party take up that are being read or answered, in bytes: a party that
// opens a thousand streams and fills each as far as it may takes memory from nobody but itself.
const maxUnderWay = 8 * MaxLetter

// room is who takes up how much.
type room struct {
	mu   sync.Mutex
	used map[agreement.PartyID]int64
}

// metered counts what is read of a letter until it is answered.
type metered struct {
	from  io.Reader
	room  *room
	party agreement.PartyID
	n     int64
}

func (m *metered) Read(b []byte) (int, error) {
	n, err := m.from.Read(b)
	m.room.mu.Lock()
	defer m.room.mu.Unlock()
	if m.room.used[m.party]+int64(n) > maxUnderWay {
		return 0, fault.New(fault.Unavailable, "the letters of %s that are under way take up %d bytes", m.party, m.room.used[m.party]).
			Mend("wait for the answers to some of them")
	}
	m.room.used[m.party] += int64(n)
	m.n += int64(n)
	return n, err
}

func (m *metered) giveBack() {
	m.room.mu.Lock()
	defer m.room.mu.Unlock()
	if m.room.used[m.party] -= m.n; m.room.used[m.party] == 0 {
		delete(m.room.used, m.party)
	}
}
