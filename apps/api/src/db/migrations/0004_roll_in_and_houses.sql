ALTER TABLE "place" ADD COLUMN "house" text;--> statement-breakpoint
ALTER TABLE "named_person" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "roll_in" ADD COLUMN "done" jsonb;--> statement-breakpoint
ALTER TABLE "roll_in" ADD COLUMN "undone_because" text;--> statement-breakpoint
ALTER TABLE "roll_in_row" ADD COLUMN "because" text;--> statement-breakpoint
ALTER TABLE "roll_in_row" ADD COLUMN "candidates" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "roll_in_row" ADD COLUMN "changes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "roll_in_row" ADD COLUMN "choice" jsonb;--> statement-breakpoint
ALTER TABLE "roll_in_row" ADD COLUMN "before" jsonb;--> statement-breakpoint
CREATE INDEX "child_by_birth" ON "child" USING btree ("area_id","born_on");