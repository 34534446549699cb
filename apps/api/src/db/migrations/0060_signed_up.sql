-- What an agency signs: how information is shared (CWDC-2.20d), and that it works together with the others (HIG-4). What is on
-- file so far was about sharing; signing up may have no day by which it is looked at again.
ALTER TABLE "sharing_agreement" ADD COLUMN "what" text DEFAULT 'sharing' NOT NULL;--> statement-breakpoint
ALTER TABLE "sharing_agreement" ALTER COLUMN "what" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "sharing_agreement" ALTER COLUMN "review_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sharing_agreement" ADD CONSTRAINT "sharing_agreement_has_a_day" CHECK ("sharing_agreement"."what" = 'working-together' or "sharing_agreement"."review_on" is not null);
