-- Supervision of the role of lead professional and of the practice, apart: who supervises whom, sessions and what is shown of them.
CREATE TABLE "supervision" (
	"area_id" uuid NOT NULL,
	"supervision_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"model" text NOT NULL,
	"lead_supervisor_id" uuid NOT NULL,
	"practice_supervisor_id" uuid NOT NULL,
	"usual_every_days" integer NOT NULL,
	"lead_every_days" integer,
	"reason" text,
	"during" "tstzrange" NOT NULL,
	"set_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "supervision_area_id_supervision_id_pk" PRIMARY KEY("area_id","supervision_id"),
	CONSTRAINT "supervision_during_is_not_empty" CHECK (not isempty("supervision"."during")),
	CONSTRAINT "nobody_supervises_themselves" CHECK ("supervision"."practitioner_id" <> "supervision"."lead_supervisor_id" and "supervision"."practitioner_id" <> "supervision"."practice_supervisor_id" and "supervision"."practitioner_id" <> "supervision"."set_by")
);
--> statement-breakpoint
CREATE TABLE "supervision_agreed" (
	"area_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"strand" text NOT NULL,
	"supervisor_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"summary" text,
	"actions" text,
	CONSTRAINT "supervision_agreed_area_id_session_id_pk" PRIMARY KEY("area_id","session_id")
);
--> statement-breakpoint
CREATE TABLE "supervision_case" (
	"area_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"supervisor_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"note" text,
	"presenting_need" text,
	"what_the_lead_can_do" text,
	"specialist_support" text,
	"others_work_directly" text,
	"risk_is_high" boolean,
	"left_out_because" text,
	CONSTRAINT "supervision_case_area_id_session_id_child_id_pk" PRIMARY KEY("area_id","session_id","child_id")
);
--> statement-breakpoint
CREATE TABLE "supervision_request" (
	"area_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"asked_on" date NOT NULL,
	"asked_at" timestamptz NOT NULL,
	"duty_id" uuid,
	"answer" text,
	"offered_on" date,
	"answer_words" text,
	"answered_by" uuid,
	"answered_at" timestamptz,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "supervision_request_area_id_request_id_pk" PRIMARY KEY("area_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "supervision_session" (
	"area_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"strand" text NOT NULL,
	"supervisor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"held_on" date NOT NULL,
	"note" text NOT NULL,
	"decision_id" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "supervision_session_area_id_session_id_pk" PRIMARY KEY("area_id","session_id")
);
--> statement-breakpoint
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_agreed" ADD CONSTRAINT "supervision_agreed_area_id_session_id_supervision_session_area_id_session_id_fk" FOREIGN KEY ("area_id","session_id") REFERENCES "public"."supervision_session"("area_id","session_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_case" ADD CONSTRAINT "supervision_case_area_id_session_id_supervision_session_area_id_session_id_fk" FOREIGN KEY ("area_id","session_id") REFERENCES "public"."supervision_session"("area_id","session_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_case" ADD CONSTRAINT "supervision_case_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_request" ADD CONSTRAINT "supervision_request_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_request" ADD CONSTRAINT "supervision_request_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_session" ADD CONSTRAINT "supervision_session_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "supervision_area_id_practitioner_id_index" ON "supervision" USING btree ("area_id","practitioner_id");--> statement-breakpoint
CREATE INDEX "supervision_area_id_lead_supervisor_id_index" ON "supervision" USING btree ("area_id","lead_supervisor_id");--> statement-breakpoint
CREATE INDEX "supervision_area_id_practice_supervisor_id_index" ON "supervision" USING btree ("area_id","practice_supervisor_id");--> statement-breakpoint
CREATE INDEX "supervision_agreed_area_id_practitioner_id_held_on_index" ON "supervision_agreed" USING btree ("area_id","practitioner_id","held_on");--> statement-breakpoint
CREATE INDEX "supervision_case_area_id_practitioner_id_child_id_index" ON "supervision_case" USING btree ("area_id","practitioner_id","child_id");--> statement-breakpoint
CREATE INDEX "supervision_request_area_id_practitioner_id_index" ON "supervision_request" USING btree ("area_id","practitioner_id");--> statement-breakpoint
CREATE INDEX "supervision_session_area_id_practitioner_id_held_on_index" ON "supervision_session" USING btree ("area_id","practitioner_id","held_on");
--> statement-breakpoint
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_every_days" CHECK (usual_every_days BETWEEN 1 AND 92 AND (lead_every_days IS NULL OR lead_every_days BETWEEN 1 AND 92));
--> statement-breakpoint
ALTER TABLE "supervision" ADD CONSTRAINT "one_supervision_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "practitioner_id" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "supervision", "supervision_request" TO linchpin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "supervision_session", "supervision_agreed", "supervision_case" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['supervision', 'supervision_session', 'supervision_agreed', 'supervision_case', 'supervision_request'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
  END LOOP;
  FOREACH named IN ARRAY ARRAY['supervision_session', 'supervision_agreed', 'supervision_case'] LOOP
    EXECUTE format('CREATE TRIGGER is_insert_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION is_insert_only()', named);
    EXECUTE format('CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION is_insert_only()', named);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY "doors" ON "supervision" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
-- Whether the person who asks supervises somebody on a strand at this moment, or on either.
CREATE FUNCTION "app_supervises"(of_person uuid, of_strand text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN of_person <> app_person() AND EXISTS (SELECT 1 FROM supervision s WHERE s.area_id = app_area() AND s.practitioner_id = of_person AND s.during @> app_now()
    AND ((coalesce(of_strand, 'lead') = 'lead' AND s.lead_supervisor_id = app_person()) OR (coalesce(of_strand, 'practice') = 'practice' AND s.practice_supervisor_id = app_person())));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "app_supervises"(uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "app_supervises"(uuid, text) TO linchpin_app;
--> statement-breakpoint
-- Who supervises somebody, and how often, is known to the two and the person, and to the person's manager, who settles it.
CREATE POLICY "reads" ON "supervision" FOR SELECT TO linchpin_app USING (area_id = app_area()
  AND (app_is_system() OR app_person() IN (practitioner_id, lead_supervisor_id, practice_supervisor_id) OR app_manages(practitioner_id)));
--> statement-breakpoint
CREATE POLICY "adds" ON "supervision" FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND (app_is_system() OR (set_by = app_person() AND app_manages(practitioner_id))));
--> statement-breakpoint
CREATE POLICY "ends" ON "supervision" FOR UPDATE TO linchpin_app USING (area_id = app_area() AND (app_is_system() OR app_manages(practitioner_id)))
  WITH CHECK (area_id = app_area() AND (app_is_system() OR app_manages(practitioner_id)));
--> statement-breakpoint
-- A session is for the person it was held with and for who supervises this strand now; whoever held it keeps what they wrote.
-- The other supervisor has what was agreed, and nothing else: no manager, no core group, no head of service reads a note.
CREATE POLICY "reads" ON "supervision_session" FOR SELECT TO linchpin_app USING (area_id = app_area()
  AND (app_is_system() OR app_person() IN (practitioner_id, supervisor_id) OR app_supervises(practitioner_id, strand)));
--> statement-breakpoint
CREATE POLICY "adds" ON "supervision_session" FOR INSERT TO linchpin_app
  WITH CHECK (area_id = app_area() AND (app_is_system() OR (supervisor_id = app_person() AND app_supervises(practitioner_id, strand))));
--> statement-breakpoint
CREATE POLICY "reads" ON "supervision_agreed" FOR SELECT TO linchpin_app USING (area_id = app_area()
  AND (app_is_system() OR app_person() IN (practitioner_id, supervisor_id) OR app_supervises(practitioner_id, NULL)));
--> statement-breakpoint
CREATE POLICY "adds" ON "supervision_agreed" FOR INSERT TO linchpin_app
  WITH CHECK (area_id = app_area() AND (app_is_system() OR (supervisor_id = app_person() AND app_supervises(practitioner_id, strand))));
--> statement-breakpoint
-- What was said of a child follows the child as well: nothing of it for somebody who is held back from the record.
CREATE POLICY "reads" ON "supervision_case" FOR SELECT TO linchpin_app USING (area_id = app_area()
  AND (app_is_system() OR ((practitioner_id = app_person() OR app_supervises(practitioner_id, 'lead')) AND NOT is_held_back(area_id, app_person(), child_id))));
--> statement-breakpoint
CREATE POLICY "adds" ON "supervision_case" FOR INSERT TO linchpin_app
  WITH CHECK (area_id = app_area() AND (app_is_system() OR (supervisor_id = app_person() AND app_supervises(practitioner_id, 'lead') AND NOT is_held_back(area_id, app_person(), child_id))));
--> statement-breakpoint
CREATE POLICY "reads" ON "supervision_request" FOR SELECT TO linchpin_app USING (area_id = app_area()
  AND (app_is_system() OR ((practitioner_id = app_person() OR app_supervises(practitioner_id, 'lead')) AND NOT is_held_back(area_id, app_person(), child_id))));
--> statement-breakpoint
CREATE POLICY "asks" ON "supervision_request" FOR INSERT TO linchpin_app
  WITH CHECK (area_id = app_area() AND (app_is_system() OR (practitioner_id = app_person() AND answer IS NULL)));
--> statement-breakpoint
CREATE POLICY "answers" ON "supervision_request" FOR UPDATE TO linchpin_app
  USING (area_id = app_area() AND (app_is_system() OR app_supervises(practitioner_id, 'lead')))
  WITH CHECK (area_id = app_area() AND (app_is_system() OR (app_supervises(practitioner_id, 'lead') AND answered_by = app_person())));
--> statement-breakpoint
SELECT hold_sealed('supervision_case'), hold_sealed('supervision_request');
--> statement-breakpoint
-- The supervisor of the role sees the plans of the children whom somebody leads for as long as both rows last: it begins and
-- ends with them in the same instant, whoever writes them. Who supervises the practice sees no child's case by it.
CREATE FUNCTION "lead_is_supervised"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO child_access (area_id, access_id, practitioner_id, child_id, basis, source_id, during, recorded_at)
    SELECT NEW.area_id, gen_random_uuid(), s.lead_supervisor_id, NEW.child_id, 'role-supervisor', NEW.source_id, NEW.during * s.during, NEW.recorded_at
    FROM supervision s WHERE s.area_id = NEW.area_id AND s.practitioner_id = NEW.practitioner_id AND upper_inf(s.during) AND NEW.during && s.during
      AND s.lead_supervisor_id <> NEW.practitioner_id
    ON CONFLICT DO NOTHING;
  ELSE
    UPDATE child_access a SET during = tstzrange(lower(a.during), greatest(upper(NEW.during), lower(a.during) + interval '1 microsecond'))
    FROM supervision s
    WHERE a.area_id = NEW.area_id AND a.source_id = NEW.source_id AND a.child_id = NEW.child_id AND a.basis = 'role-supervisor' AND upper_inf(a.during)
      AND s.area_id = NEW.area_id AND s.practitioner_id = NEW.practitioner_id AND s.lead_supervisor_id = a.practitioner_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "lead_is_supervised" AFTER INSERT ON "child_access" FOR EACH ROW WHEN (NEW.basis = 'lead' AND upper_inf(NEW.during)) EXECUTE FUNCTION "lead_is_supervised"();
--> statement-breakpoint
CREATE TRIGGER "lead_is_supervised_no_more" AFTER UPDATE OF "during" ON "child_access" FOR EACH ROW WHEN (NEW.basis = 'lead' AND NOT upper_inf(NEW.during)) EXECUTE FUNCTION "lead_is_supervised"();
--> statement-breakpoint
CREATE FUNCTION "supervisor_of_leads"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO child_access (area_id, access_id, practitioner_id, child_id, basis, source_id, during, recorded_at)
    SELECT NEW.area_id, gen_random_uuid(), NEW.lead_supervisor_id, a.child_id, 'role-supervisor', a.source_id, a.during * NEW.during, NEW.recorded_at
    FROM child_access a WHERE a.area_id = NEW.area_id AND a.practitioner_id = NEW.practitioner_id AND a.basis = 'lead' AND upper_inf(a.during) AND a.during && NEW.during
    ON CONFLICT DO NOTHING;
  ELSE
    UPDATE child_access a SET during = tstzrange(lower(a.during), greatest(upper(NEW.during), lower(a.during) + interval '1 microsecond'))
    WHERE a.area_id = NEW.area_id AND a.practitioner_id = NEW.lead_supervisor_id AND a.basis = 'role-supervisor' AND upper_inf(a.during)
      AND EXISTS (SELECT 1 FROM child_access l WHERE l.area_id = a.area_id AND l.source_id = a.source_id AND l.child_id = a.child_id
        AND l.practitioner_id = NEW.practitioner_id AND l.basis = 'lead');
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "lead_is_supervised"(), "supervisor_of_leads"() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER "supervisor_of_leads" AFTER INSERT ON "supervision" FOR EACH ROW WHEN (upper_inf(NEW.during)) EXECUTE FUNCTION "supervisor_of_leads"();
--> statement-breakpoint
CREATE TRIGGER "supervisor_of_leads_no_more" AFTER UPDATE OF "during" ON "supervision" FOR EACH ROW WHEN (NOT upper_inf(NEW.during)) EXECUTE FUNCTION "supervisor_of_leads"();
