-- What happened in a week is asked of the whole audit: entries of one time lie together, so a summary of each stretch is enough.
CREATE INDEX "audit_entry_by_time" ON "audit_entry" USING brin ("at");
