// Package postgres opens the node's database on a PostgreSQL server, where one machine is not enough.
//
// It owns what is particular to PostgreSQL: serialisable transactions, what its error codes mean, and
// finding out what became of a commit whose answer got lost. It never holds SQL of the domain.
package postgres
