-- What child and family answered about sharing, what crossed from one agency to another, and what a child told in confidence.
CREATE TABLE "consent" (
	"area_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"answered_by" text NOT NULL,
	"answered_by_name" text,
	"answer" text NOT NULL,
	"form" text,
	"understanding" text,
	"understanding_words" text,
	"says_what" text NOT NULL,
	"says_with_whom" text NOT NULL,
	"says_why" text NOT NULL,
	"items" uuid[] NOT NULL,
	"agencies" text[] NOT NULL,
	"recipients" uuid[] NOT NULL,
	"during" daterange NOT NULL,
	"withdrawn_on" date,
	"withdrawn_because" text,
	"withdrawal_recorded_by" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "consent_area_id_consent_id_pk" PRIMARY KEY("area_id","consent_id"),
	CONSTRAINT "consent_during_is_not_empty" CHECK (not isempty("consent"."during"))
);
--> statement-breakpoint
CREATE TABLE "private_note" (
	"area_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"about" text NOT NULL,
	"words" text NOT NULL,
	"child_said" text,
	"heard_on" date NOT NULL,
	"kept_at" timestamptz NOT NULL,
	"looked_again_on" date,
	"passed_on_at" timestamptz,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "private_note_area_id_note_id_pk" PRIMARY KEY("area_id","note_id")
);
--> statement-breakpoint
CREATE TABLE "release" (
	"area_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"item_kind" text NOT NULL,
	"item_id" uuid NOT NULL,
	"of_agency" text NOT NULL,
	"to_id" uuid NOT NULL,
	"to_agency" text NOT NULL,
	"purpose" text NOT NULL,
	"basis" text NOT NULL,
	"consent_id" uuid,
	"decided_by" uuid,
	"reason" text,
	"reason_words" text,
	"title" text NOT NULL,
	"copy" text NOT NULL,
	"released_by" uuid NOT NULL,
	"released_at" timestamptz NOT NULL,
	"during" "tstzrange" NOT NULL,
	"ended_because" text,
	"child_told_on" date,
	"child_not_told_because" text,
	"family_told_on" date,
	"family_not_told_because" text,
	"decision_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "release_area_id_release_id_pk" PRIMARY KEY("area_id","release_id"),
	CONSTRAINT "release_during_is_not_empty" CHECK (not isempty("release"."during"))
);
--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "private_note" ADD CONSTRAINT "private_note_area_id_author_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","author_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_area_id_to_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","to_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_area_id_child_id_index" ON "consent" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "private_note_area_id_author_id_index" ON "private_note" USING btree ("area_id","author_id");--> statement-breakpoint
CREATE INDEX "release_area_id_child_id_index" ON "release" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "release_area_id_to_id_index" ON "release" USING btree ("area_id","to_id");
--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "one_answer_to_a_question" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "answered_by" WITH =, (coalesce(answered_by_name, '')) WITH =,
  (md5(says_what || says_with_whom || says_why)) WITH =, "during" WITH &&) WHERE (not isempty(during) and superseded_at is null and withdrawn_on is null);
--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "released_once" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "item_id" WITH =, "to_id" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "consent", "release", "private_note" TO linchpin_app;
--> statement-breakpoint
-- A note kept for oneself may be thrown away: it is nobody's record.
GRANT DELETE ON "private_note" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
BEGIN
  FOREACH named IN ARRAY ARRAY['consent', 'release', 'private_note'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
  END LOOP;
  FOREACH named IN ARRAY ARRAY['consent', 'release'] LOOP
    EXECUTE format('CREATE POLICY of_child ON %1$I TO linchpin_app USING (area_id = app_area() AND (' || sees || ')) WITH CHECK (area_id = app_area() AND (' || sees || '))', named);
  END LOOP;
END $$;
--> statement-breakpoint
-- Whom something was released to reads that, while it lasts, and nothing else of the child by it; not where the child is their own kin.
CREATE POLICY "released_to" ON "release" FOR SELECT TO linchpin_app
  USING (area_id = app_area() AND to_id = app_person() AND during @> app_now() AND NOT is_held_back(area_id, to_id, child_id));
--> statement-breakpoint
-- Its author's alone: no job of ours and no officer reads it.
CREATE POLICY "own" ON "private_note" TO linchpin_app
  USING (area_id = app_area() AND author_id = app_person()) WITH CHECK (area_id = app_area() AND author_id = app_person());
