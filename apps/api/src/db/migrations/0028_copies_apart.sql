-- What went before is moved as it was. Forced row security holds the owner too, who has no policy here: it is let go for that.
ALTER TABLE "release" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "release_copy" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "release_copy" ("area_id", "release_id", "child_id", "copy") SELECT "area_id", "release_id", "child_id", "copy" FROM "release";--> statement-breakpoint
ALTER TABLE "release" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "release_copy" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "release" DROP COLUMN "copy";
