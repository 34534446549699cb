CREATE INDEX "duty_on_account" ON "duty" USING btree ("area_id","on_account_of","due_by") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "duty_clock" ON "duty" USING btree ("area_id","due_by") WHERE done_at is null and missed_at is null;--> statement-breakpoint
CREATE INDEX "notice_of_person" ON "notice" USING btree ("area_id","practitioner_id","at","notice_id");