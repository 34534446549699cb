ALTER TABLE "roll_in" ADD COLUMN "discarded_at" timestamptz;--> statement-breakpoint
ALTER TABLE "roll_in" ADD COLUMN "discarded_by" uuid;--> statement-breakpoint
-- What was read of a list may go as long as nothing came of it. The rows of an import stay with what they did.
GRANT DELETE ON "roll_in_row" TO linchpin_app;--> statement-breakpoint
CREATE POLICY "while_it_waits" ON "roll_in_row" AS RESTRICTIVE FOR DELETE TO linchpin_app
  USING (EXISTS (SELECT 1 FROM roll_in r WHERE r.area_id = roll_in_row.area_id AND r.roll_in_id = roll_in_row.roll_in_id AND r.state = 'previewed'));
