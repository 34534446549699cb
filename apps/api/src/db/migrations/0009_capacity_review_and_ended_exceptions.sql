ALTER TABLE "engagement_exception" ADD COLUMN "ended_because" text;--> statement-breakpoint
ALTER TABLE "engagement_exception" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "capacity_review_on" date;