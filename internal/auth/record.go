package auth

import "context"

// Record gives something that is kept about people, or not-found.
func (s *Service) Record(ctx context.Context, kind, ref string) (*Record, error) {
	return s.store.RecordByRef(ctx, kind, ref)
}

// Records gives those of a kind, the newest first.
func (s *Service) Records(ctx context.Context, kind string, most int) ([]*Record, error) {
	return s.store.RecordsOf(ctx, kind, most)
}

// Keep adds a record, or exchanges the one of its name.
func (s *Service) Keep(ctx context.Context, r Record) error { return s.store.PutRecord(ctx, &r) }

// Drop forgets one; one that is not there is no error.
func (s *Service) Drop(ctx context.Context, kind, ref string) error {
	_, err := s.store.DeleteRecord(ctx, kind, ref)
	return err
}

// DropOnce forgets one, and says whether it was there: of two who drop it at once only one hears true.
func (s *Service) DropOnce(ctx context.Context, kind, ref string) (bool, error) {
	return s.store.DeleteRecord(ctx, kind, ref)
}
