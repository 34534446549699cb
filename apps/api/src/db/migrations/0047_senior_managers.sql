-- Whom an organisation's chief officer named as senior manager, with the days (Wigan CP3.1 9.2.1). The area reads it; the head of the organisation writes it.
CREATE TABLE "senior_manager" (
	"area_id" uuid NOT NULL,
	"naming_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"during" daterange NOT NULL,
	"named_by" uuid NOT NULL,
	"ended_because" text,
	"ended_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "senior_manager_area_id_naming_id_pk" PRIMARY KEY("area_id","naming_id"),
	CONSTRAINT "senior_manager_during_is_not_empty" CHECK (not isempty("senior_manager"."during"))
);
--> statement-breakpoint
ALTER TABLE "senior_manager" ADD CONSTRAINT "senior_manager_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "senior_manager" ADD CONSTRAINT "senior_manager_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "senior_manager" ADD CONSTRAINT "senior_manager_area_id_named_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","named_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "senior_manager_area_id_agency_id_index" ON "senior_manager" USING btree ("area_id","agency_id");--> statement-breakpoint
CREATE INDEX "senior_manager_area_id_post_id_index" ON "senior_manager" USING btree ("area_id","post_id");
--> statement-breakpoint
ALTER TABLE "senior_manager" ADD CONSTRAINT "named_senior_manager_once" EXCLUDE USING gist ("area_id" WITH =, "agency_id" WITH =, "practitioner_id" WITH =, "during" WITH &&) WHERE (not isempty(during) and superseded_at is null);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ("superseded_at", "ended_because", "ended_by") ON "senior_manager" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  heads text := 'app_is_system() OR EXISTS (SELECT 1 FROM post po WHERE po.area_id = app_area() AND po.practitioner_id = app_person() AND po.agency_id = senior_manager.agency_id AND po.role IN (''director'', ''chief-officer'') AND po.during @> (app_now() AT TIME ZONE ''Europe/London'')::date)';
BEGIN
  ALTER TABLE senior_manager ENABLE ROW LEVEL SECURITY;
  ALTER TABLE senior_manager FORCE ROW LEVEL SECURITY;
  CREATE POLICY reads ON senior_manager FOR SELECT TO linchpin_app USING (area_id = app_area());
  EXECUTE 'CREATE POLICY adds ON senior_manager FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND (app_is_system() OR named_by <> practitioner_id) AND (' || heads || '))';
  EXECUTE 'CREATE POLICY ends ON senior_manager FOR UPDATE TO linchpin_app USING (area_id = app_area() AND (' || heads || '))';
END $$;
--> statement-breakpoint
CREATE POLICY "doors" ON "senior_manager" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "takes_back" ON "post" FOR DELETE TO CURRENT_USER USING (true);
--> statement-breakpoint
-- A senior manager's post stands beside another post in the same organisation, and not without one: who leaves has left.
CREATE OR REPLACE FUNCTION "posts_for_sign_in"(of_issuer text, of_subject text, at_day date)
RETURNS TABLE (area_id uuid, area_name text, is_demonstration boolean, practitioner_id uuid, practitioner_name text, post_id uuid, post_title text, role text, agency_name text, idle_minutes integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.area_id, a.name, a.is_demonstration, pr.practitioner_id, pr.name, po.post_id, po.title, po.role, ag.name, a.idle_minutes
  FROM practitioner pr
  JOIN area a ON a.area_id = pr.area_id
  JOIN post po ON po.area_id = pr.area_id AND po.practitioner_id = pr.practitioner_id AND po.during @> at_day
  JOIN agency ag ON ag.area_id = po.area_id AND ag.agency_id = po.agency_id
  WHERE pr.issuer = of_issuer AND pr.subject = of_subject
    AND (NOT EXISTS (SELECT 1 FROM senior_manager n WHERE n.area_id = po.area_id AND n.post_id = po.post_id)
      OR EXISTS (SELECT 1 FROM post own WHERE own.area_id = po.area_id AND own.practitioner_id = po.practitioner_id AND own.agency_id = po.agency_id
        AND own.during @> at_day AND NOT EXISTS (SELECT 1 FROM senior_manager n WHERE n.area_id = own.area_id AND n.post_id = own.post_id)))
  ORDER BY a.name, po.title
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "people_of_demonstrations"(at_day date)
RETURNS TABLE (issuer text, subject text, name text, area text, title text, agency text, role text, hint text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT pr.issuer, pr.subject, pr.name, a.name, po.title, ag.name, po.role, pr.hint
  FROM practitioner pr
  JOIN area a ON a.area_id = pr.area_id AND a.is_demonstration
  JOIN post po ON po.area_id = pr.area_id AND po.practitioner_id = pr.practitioner_id AND po.during @> at_day
  JOIN agency ag ON ag.area_id = po.area_id AND ag.agency_id = po.agency_id
  WHERE pr.hint IS NOT NULL AND NOT EXISTS (SELECT 1 FROM senior_manager n WHERE n.area_id = po.area_id AND n.post_id = po.post_id)
  ORDER BY a.name, pr.name
$$;
--> statement-breakpoint
-- What was taken back before its first day was over gave nothing: its post goes, the row that says so stays.
CREATE FUNCTION "take_back_senior_post"(of_post uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM post po USING senior_manager n, post mine
  WHERE po.area_id = app_area() AND po.post_id = of_post AND n.area_id = po.area_id AND n.post_id = po.post_id AND n.superseded_at IS NOT NULL
    AND lower(po.during) >= (app_now() AT TIME ZONE 'Europe/London')::date
    AND mine.area_id = po.area_id AND mine.practitioner_id = app_person() AND mine.agency_id = po.agency_id
    AND mine.role IN ('director', 'chief-officer') AND mine.during @> (app_now() AT TIME ZONE 'Europe/London')::date;
  RETURN FOUND;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "take_back_senior_post"(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "take_back_senior_post"(uuid) TO linchpin_app;
