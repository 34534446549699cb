CREATE TABLE "agency_support" (
	"area_id" uuid NOT NULL,
	"agency_support_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"agency" text NOT NULL,
	"supports" boolean NOT NULL,
	"said_by" text NOT NULL,
	"said_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "agency_support_area_id_agency_support_id_pk" PRIMARY KEY("area_id","agency_support_id")
);
--> statement-breakpoint
CREATE TABLE "weight_adjustment" (
	"area_id" uuid NOT NULL,
	"weight_adjustment_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"quarter_points" integer NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "weight_adjustment_area_id_weight_adjustment_id_pk" PRIMARY KEY("area_id","weight_adjustment_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"area_id" uuid,
	"practitioner_id" uuid,
	"post_id" uuid,
	"return_to" text,
	"sealed_id_token" text,
	"started_at" timestamptz NOT NULL,
	"idle_until" timestamptz NOT NULL,
	"until" timestamptz NOT NULL,
	CONSTRAINT "session_secretHash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"cookie_hash" text NOT NULL,
	"issuer_id" text NOT NULL,
	"nonce" text NOT NULL,
	"code_verifier" text NOT NULL,
	"return_to" text,
	"until" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"until" timestamptz NOT NULL
);
--> statement-breakpoint
ALTER TABLE "concern" ADD COLUMN "lead_decision" text;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "considered" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "weighed" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "starts_on" date;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "ended_because" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "needs_are_complex_health" boolean;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "members" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_practitioner" ADD COLUMN "ended_because" text;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "leading" text;--> statement-breakpoint
ALTER TABLE "agency_support" ADD CONSTRAINT "agency_support_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weight_adjustment" ADD CONSTRAINT "weight_adjustment_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weight_adjustment" ADD CONSTRAINT "weight_adjustment_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agency_support_area_id_plan_id_index" ON "agency_support" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "weight_adjustment_current" ON "weight_adjustment" USING btree ("area_id","practitioner_id","plan_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "session_issuer_subject_index" ON "session" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "session_until_index" ON "session" USING btree ("until");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_until_index" ON "sign_in_attempt" USING btree ("until");--> statement-breakpoint
CREATE INDEX "throttle_until_index" ON "throttle" USING btree ("until");