/** Decides which database is used and that its shape is ours before anything reads it; the server is asked for nothing but a pool. */
package gatehouse.database;
