package serve

import (
	"context"
	"log/slog"
	"time"
)

// calendarEvery is how often a running node looks whether a month has ended.
const calendarEvery = time.Minute

// KeepCalendar makes the releases of figures when their month has ended, until ctx ends. What fails is tried again.
func (s *Serving) KeepCalendar(ctx context.Context, log *slog.Logger) {
	t := time.NewTicker(calendarEvery)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		for _, m := range s.Node.Models() {
			due, err := s.Node.ReleaseDue(ctx, m.ID)
			if err == nil && due {
				r, perr := s.Node.Publish(ctx, m.ID, 0, "")
				if err = perr; err == nil {
					log.Info("the figures of a month were published", "agreement", m.ID, "release", r.Number, "until", r.Until)
				}
			}
			if err != nil && ctx.Err() == nil {
				log.Error("the figures could not be published", "agreement", m.ID, "err", err)
			}
		}
	}
}
