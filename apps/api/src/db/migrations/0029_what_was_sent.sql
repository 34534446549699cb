-- Copies that left, byte for byte, and who was told of them.
CREATE TABLE "sent_copy" (
	"area_id" uuid NOT NULL,
	"sent_copy_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"plan_id" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"recipient_kind" text NOT NULL,
	"recipient_id" uuid,
	"recipient_name" text NOT NULL,
	"recipient_agency" text,
	"way" text NOT NULL,
	"addressed_to" text,
	"address" text,
	"address_since" timestamptz,
	"address_confirmed" text NOT NULL,
	"purpose" text NOT NULL,
	"basis" text NOT NULL,
	"consent_id" uuid,
	"decided_by" uuid,
	"reason" text,
	"reason_words" text,
	"findings" jsonb NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"decision_id" uuid,
	"sent_by" uuid NOT NULL,
	"sent_at" timestamptz NOT NULL,
	CONSTRAINT "sent_copy_area_id_sent_copy_id_pk" PRIMARY KEY("area_id","sent_copy_id")
);
--> statement-breakpoint
CREATE TABLE "sent_copy_told" (
	"area_id" uuid NOT NULL,
	"told_id" uuid NOT NULL,
	"sent_copy_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"whom" text NOT NULL,
	"told_on" date,
	"how" text,
	"not_told_because" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "sent_copy_told_area_id_told_id_pk" PRIMARY KEY("area_id","told_id")
);
--> statement-breakpoint
ALTER TABLE "sent_copy" ADD CONSTRAINT "sent_copy_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_copy_told" ADD CONSTRAINT "sent_copy_told_area_id_sent_copy_id_sent_copy_area_id_sent_copy_id_fk" FOREIGN KEY ("area_id","sent_copy_id") REFERENCES "public"."sent_copy"("area_id","sent_copy_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_copy_told" ADD CONSTRAINT "sent_copy_told_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sent_copy_area_id_child_id_sent_at_index" ON "sent_copy" USING btree ("area_id","child_id","sent_at");--> statement-breakpoint
CREATE INDEX "sent_copy_area_id_plan_id_index" ON "sent_copy" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "sent_copy_told_area_id_sent_copy_id_index" ON "sent_copy_told" USING btree ("area_id","sent_copy_id");--> statement-breakpoint
CREATE INDEX "sent_copy_told_area_id_child_id_index" ON "sent_copy_told" USING btree ("area_id","child_id");
--> statement-breakpoint
-- What went is what is kept: the app adds, and changes nothing. Whoever may not know where a child is reads no copy while that is kept: it may tell.
GRANT SELECT, INSERT ON "sent_copy", "sent_copy_told" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
BEGIN
  FOREACH named IN ARRAY ARRAY['sent_copy', 'sent_copy_told'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE TRIGGER is_insert_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION is_insert_only()', named);
    EXECUTE format('CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION is_insert_only()', named);
    EXECUTE format('CREATE POLICY reads ON %1$I FOR SELECT TO linchpin_app USING (area_id = app_area() AND (' || sees || ') AND child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[]))', named);
    EXECUTE format('CREATE POLICY adds ON %1$I FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND (' || sees || '))', named);
  END LOOP;
END $$;
