-- Records that were sealed after an adoption order: asked by one, decided by another, and then there for nobody.
CREATE TABLE "sealed_child" (
	"area_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"ordered_on" date NOT NULL,
	"court" text NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"decided_by" uuid NOT NULL,
	"sealed_at" timestamptz NOT NULL,
	CONSTRAINT "sealed_child_area_id_child_id_pk" PRIMARY KEY("area_id","child_id")
);
--> statement-breakpoint
CREATE TABLE "sealed_key" (
	"area_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	CONSTRAINT "sealed_key_area_id_key_pk" PRIMARY KEY("area_id","key")
);
--> statement-breakpoint
CREATE TABLE "sealed_words" (
	"area_id" uuid NOT NULL,
	"words_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"of_table" text NOT NULL,
	"was" jsonb NOT NULL,
	CONSTRAINT "sealed_words_area_id_words_id_pk" PRIMARY KEY("area_id","words_id")
);
--> statement-breakpoint
CREATE TABLE "sealing" (
	"area_id" uuid NOT NULL,
	"sealing_id" uuid NOT NULL,
	"child_id" uuid,
	"ordered_on" date,
	"court" text,
	"reason" text,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamptz NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamptz,
	"outcome" text,
	"words" text,
	"ended" jsonb,
	CONSTRAINT "sealing_area_id_sealing_id_pk" PRIMARY KEY("area_id","sealing_id")
);
--> statement-breakpoint
ALTER TABLE "sealed_child" ADD CONSTRAINT "sealed_child_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealing" ADD CONSTRAINT "sealing_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealing" ADD CONSTRAINT "sealing_area_id_asked_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","asked_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sealing_asked_once" ON "sealing" USING btree ("area_id","child_id") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "sealing_area_id_decided_at_index" ON "sealing" USING btree ("area_id","decided_at");
--> statement-breakpoint
ALTER TABLE "sealing" ADD CONSTRAINT "nobody_decides_what_they_asked" CHECK (decided_by IS NULL OR decided_by <> asked_by);
--> statement-breakpoint
-- What was asked names the child until it is decided. Of a record that was sealed, nothing of whose it was stays here.
ALTER TABLE "sealing" ADD CONSTRAINT "what_is_sealed_is_not_named" CHECK (outcome IS DISTINCT FROM 'sealed' OR (child_id IS NULL AND ordered_on IS NULL AND court IS NULL AND reason IS NULL AND words IS NULL));
--> statement-breakpoint
-- The app's role has no right to these at all: which record is sealed, on what order, and what was taken out of sight with
-- it. Opening one takes the owner of the database. Nothing says whose new record belongs to it: that is written nowhere.
REVOKE ALL ON "sealed_child", "sealed_key", "sealed_words" FROM linchpin_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "sealing" TO linchpin_app;
--> statement-breakpoint
CREATE FUNCTION "app_seals"() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM post WHERE post.area_id = app_area() AND post.practitioner_id = app_person()
    AND post.role IN ('privacy-officer', 'service-manager') AND post.during @> (app_now() AT TIME ZONE 'Europe/London')::date)
$$;
--> statement-breakpoint
DO $$
DECLARE
  named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['sealing', 'sealed_child', 'sealed_key', 'sealed_words'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
  END LOOP;
  -- The function that seals runs as the owner, which forced row security holds to policies as well.
  FOREACH named IN ARRAY ARRAY['sealing', 'sealed_child', 'sealed_key', 'sealed_words', 'child', 'child_identifier', 'child_address', 'carer', 'place',
    'named_person', 'child_lead', 'restriction', 'restriction_reader', 'release', 'release_copy', 'consent', 'part_given', 'emergency_access', 'plan',
    'plan_member', 'plan_practitioner', 'lead', 'acting_lead', 'contact_of_record', 'proposal', 'proposal_waits', 'plan_action', 'duty', 'notice',
    'outbox', 'draft', 'change_made', 'roll_in_row', 'chronology_entry', 'sent_copy', 'concern', 'view'] LOOP
    EXECUTE format('CREATE POLICY seals ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', named);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY "reads" ON "sealing" FOR SELECT TO linchpin_app USING (area_id = app_area()
  AND (app_is_system() OR ((SELECT app_seals()) AND (child_id IS NULL OR NOT is_held_back(area_id, app_person(), child_id)))));
--> statement-breakpoint
CREATE POLICY "asks" ON "sealing" FOR INSERT TO linchpin_app
  WITH CHECK (area_id = app_area() AND decided_at IS NULL AND (app_is_system() OR ((SELECT app_seals()) AND asked_by = app_person())));
--> statement-breakpoint
-- Sealing itself goes through the function below; the app alone can only say no, to what somebody else asked.
CREATE POLICY "says_no" ON "sealing" FOR UPDATE TO linchpin_app
  USING (area_id = app_area() AND decided_at IS NULL AND (SELECT app_seals()) AND asked_by <> app_person() AND NOT is_held_back(area_id, app_person(), child_id))
  WITH CHECK (area_id = app_area() AND outcome = 'not-sealed' AND decided_by = app_person() AND asked_by <> app_person());
--> statement-breakpoint
-- The ids of what is sealed in the area: children, plans of theirs alone, and what names them in a brother's or sister's
-- record. Worked out once for a question; ids alone, and whoever has one finds nothing by it.
CREATE FUNCTION "sealed_keys"() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(k.key) FROM sealed_key k WHERE k.area_id = app_area()), '{}');
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "sealed_keys"() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "sealed_keys"() TO linchpin_app;
--> statement-breakpoint
-- Keeps the rows of a table that are about something sealed from everybody, jobs of ours among them, whatever another
-- policy permits. A migration that makes a table with a child's or a plan's id says it of that table too.
CREATE FUNCTION "hold_sealed"(named text) RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  asks text;
BEGIN
  SELECT string_agg(format(CASE WHEN c.is_nullable = 'YES' THEN '(%1$I IS NULL OR %1$I <> ALL ((SELECT sealed_keys())::uuid[]))'
      ELSE '%1$I <> ALL ((SELECT sealed_keys())::uuid[])' END, c.column_name), ' AND ' ORDER BY c.ordinal_position) INTO asks
  FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = named AND (c.column_name IN ('child_id', 'plan_id')
    OR (named, c.column_name::text) IN (('chronology_entry', 'entry_id'), ('sent_copy', 'sent_copy_id'), ('sent_copy_told', 'sent_copy_id'), ('proposal_waits', 'proposal_id')));
  IF named = 'audit_entry' THEN
    -- The audit is never rewritten: whoever seals and checks its blocks reads all of it, and what is refused is still kept.
    EXECUTE format('CREATE POLICY sealed ON audit_entry AS RESTRICTIVE FOR SELECT TO linchpin_app USING (app_is_system() OR (%s))', asks);
  ELSE
    EXECUTE format('CREATE POLICY sealed ON %I AS RESTRICTIVE TO linchpin_app USING (%s)', named, asks);
  END IF;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "hold_sealed"(text) FROM PUBLIC;
--> statement-breakpoint
DO $$
DECLARE
  named text;
BEGIN
  FOR named IN SELECT DISTINCT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
    WHERE c.table_schema = 'public' AND (c.column_name IN ('child_id', 'plan_id') OR c.table_name = 'proposal_waits')
      AND c.table_name NOT IN ('sealed_child', 'sealed_key', 'sealed_words') LOOP
    PERFORM hold_sealed(named);
  END LOOP;
END $$;
--> statement-breakpoint
-- The plans that are about a child and, by now, about nobody else.
CREATE FUNCTION "plans_of_child_alone"(of_area uuid, of_child uuid) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT coalesce(array_agg(m.plan_id), '{}') FROM plan_member m WHERE m.area_id = of_area AND m.child_id = of_child AND NOT EXISTS (
    SELECT 1 FROM plan_member o JOIN child c ON c.area_id = o.area_id AND c.child_id = o.child_id AND c.withdrawn_at IS NULL
    WHERE o.area_id = m.area_id AND o.plan_id = m.plan_id AND o.child_id <> of_child)
$$;
--> statement-breakpoint
-- Whose record may name a child as brother or sister: on one plan, at one address, or with one carer's phone or email.
CREATE FUNCTION "family_of_child"(of_area uuid, of_child uuid) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT coalesce(array_agg(DISTINCT f.child_id), '{}') FROM (
    SELECT o.child_id FROM plan_member m JOIN plan_member o ON o.area_id = m.area_id AND o.plan_id = m.plan_id WHERE m.area_id = of_area AND m.child_id = of_child
    UNION SELECT o.child_id FROM child_address a JOIN child_address o ON o.area_id = a.area_id AND lower(o.line1) = lower(a.line1) AND lower(o.postcode) = lower(a.postcode)
      WHERE a.area_id = of_area AND a.child_id = of_child
    UNION SELECT o.child_id FROM carer a JOIN carer o ON o.area_id = a.area_id AND (o.phone = a.phone OR lower(o.email) = lower(a.email))
      WHERE a.area_id = of_area AND a.child_id = of_child) f
  WHERE f.child_id <> of_child
$$;
--> statement-breakpoint
-- A child's given name as a word of its own, and what they ask to be called.
CREATE FUNCTION "name_as_a_word"(given text, preferred text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT '\m(' || concat_ws('|', regexp_replace(given, '([^[:alnum:] ])', '\\\1', 'g'), regexp_replace(preferred, '([^[:alnum:] ])', '\\\1', 'g')) || ')\M'
$$;
--> statement-breakpoint
-- What sealing would end, in numbers: what the page says before it is decided, and what is kept of it afterwards.
CREATE FUNCTION "what_sealing_ends"(of_area uuid, of_child uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SET search_path = public AS $$
DECLARE
  plans uuid[] := plans_of_child_alone(of_area, of_child);
  family uuid[] := family_of_child(of_area, of_child);
  word text := (SELECT name_as_a_word(given_name, preferred_name) FROM child WHERE area_id = of_area AND child_id = of_child);
BEGIN
  RETURN jsonb_build_object(
    'people', (SELECT count(DISTINCT a.practitioner_id) FROM child_access a WHERE a.area_id = of_area AND a.child_id = of_child AND a.during @> app_now() AND a.basis <> 'emergency'),
    'plans', (SELECT count(*) FROM plan p WHERE p.area_id = of_area AND p.plan_id = ANY (plans) AND p.state = 'open'),
    'plansLeft', (SELECT count(*) FROM plan_member m JOIN plan p ON p.area_id = m.area_id AND p.plan_id = m.plan_id AND p.state = 'open'
      WHERE m.area_id = of_area AND m.child_id = of_child AND m.plan_id <> ALL (plans)),
    'actions', (SELECT count(*) FROM plan_action a WHERE a.area_id = of_area AND a.child_id = of_child AND a.state IN ('planned', 'running')),
    'duties', (SELECT count(*) FROM duty d WHERE d.area_id = of_area AND (d.child_id = of_child OR d.plan_id = ANY (plans)) AND d.done_at IS NULL),
    'notices', (SELECT count(*) FROM notice n WHERE n.area_id = of_area AND (n.child_id = of_child OR n.plan_id = ANY (plans)) AND n.read_at IS NULL),
    'consents', (SELECT count(*) FROM consent c WHERE c.area_id = of_area AND c.child_id = of_child AND c.superseded_at IS NULL AND c.withdrawn_on IS NULL),
    'releases', (SELECT count(*) FROM release r WHERE r.area_id = of_area AND r.child_id = of_child AND r.during @> app_now()),
    'elsewhere', (SELECT count(*) FROM chronology_entry e WHERE e.area_id = of_area AND e.child_id = ANY (family) AND concat_ws(' ', e.title, e.detail) ~ word)
  );
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "plans_of_child_alone"(uuid, uuid), "family_of_child"(uuid, uuid), "what_sealing_ends"(uuid, uuid) FROM PUBLIC;
--> statement-breakpoint
-- What waits to be decided, with the child's name, for those who may ask and decide: nobody else, and not one's own kin.
CREATE FUNCTION "sealings_asked"(of_sealing uuid) RETURNS TABLE (sealing_id uuid, child_id uuid, given_name text, family_name text, born_on date, ends jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT app_seals() THEN RETURN; END IF;
  RETURN QUERY SELECT s.sealing_id, c.child_id, c.given_name, c.family_name, coalesce(c.born_on, c.due_on),
    CASE WHEN of_sealing IS NULL THEN '{}'::jsonb ELSE what_sealing_ends(s.area_id, c.child_id) END
  FROM sealing s JOIN child c ON c.area_id = s.area_id AND c.child_id = s.child_id AND c.withdrawn_at IS NULL
  WHERE s.area_id = app_area() AND s.decided_at IS NULL AND (of_sealing IS NULL OR s.sealing_id = of_sealing)
    AND NOT is_held_back(s.area_id, app_person(), s.child_id);
END $$;
--> statement-breakpoint
-- Seals the record that somebody asked to be sealed, in the caller's transaction: ends whatever goes on, takes what names
-- the child out of everybody's lists, and writes the key that every policy asks for. Gives what it ended; null where there
-- is nothing for this caller to decide.
CREATE FUNCTION "seal_record"(of_sealing uuid, said text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  of_area uuid := app_area();
  me uuid := app_person();
  moment timestamptz := app_now();
  asked sealing;
  their child;
  plans uuid[];
  family uuid[];
  word text;
  ids text;
  numbers jsonb;
  one record;
  named text;
BEGIN
  SELECT * INTO asked FROM sealing s WHERE s.area_id = of_area AND s.sealing_id = of_sealing AND s.decided_at IS NULL AND s.asked_by <> me FOR UPDATE;
  IF asked.child_id IS NULL OR NOT app_seals() OR is_held_back(of_area, me, asked.child_id) THEN RETURN NULL; END IF;
  -- Whoever writes something of the child down holds this row until it is kept.
  SELECT * INTO their FROM child c WHERE c.area_id = of_area AND c.child_id = asked.child_id AND c.withdrawn_at IS NULL FOR UPDATE;
  IF their.child_id IS NULL THEN RETURN NULL; END IF;
  plans := plans_of_child_alone(of_area, their.child_id);
  family := family_of_child(of_area, their.child_id);
  word := name_as_a_word(their.given_name, their.preferred_name);
  ids := array_to_string(their.child_id || plans, '|');
  numbers := what_sealing_ends(of_area, their.child_id);

  INSERT INTO sealed_child (area_id, child_id, ordered_on, court, reason, words, asked_by, decided_by, sealed_at)
  VALUES (of_area, their.child_id, asked.ordered_on, asked.court, asked.reason, said, asked.asked_by, me, moment);
  INSERT INTO sealed_key (area_id, key, child_id) SELECT of_area, k, their.child_id FROM unnest(their.child_id || plans) k;
  INSERT INTO sealed_key (area_id, key, child_id) SELECT of_area, p.proposal_id, their.child_id FROM proposal p
    WHERE p.area_id = of_area AND (p.child_id = their.child_id OR p.plan_id = ANY (plans));
  -- What names the child in a brother's or sister's record and is never rewritten is not shown any more.
  INSERT INTO sealed_key (area_id, key, child_id) SELECT of_area, e.entry_id, their.child_id FROM chronology_entry e
    WHERE e.area_id = of_area AND e.child_id = ANY (family) AND concat_ws(' ', e.title, e.detail) ~ word ON CONFLICT DO NOTHING;
  INSERT INTO sealed_key (area_id, key, child_id) SELECT of_area, c.sent_copy_id, their.child_id FROM sent_copy c
    WHERE c.area_id = of_area AND c.child_id = ANY (family) AND position(convert_to(their.given_name, 'UTF8') in c.bytes) > 0 ON CONFLICT DO NOTHING;
  -- In what may be rewritten "another child" stands for the name; as it read before, it lies with the sealed record.
  FOR one IN SELECT c.table_name AS named, string_agg(format('%1$I = regexp_replace(%1$I, $1, ''another child'', ''g'')', c.column_name), ', ') AS words
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type = 'text'
      AND c.table_name IN ('concern', 'view', 'plan_action', 'proposal', 'consent', 'release', 'release_copy', 'part_given', 'restriction', 'notice', 'duty')
      AND c.column_name NOT IN ('link', 'act', 'rule', 'clause') GROUP BY c.table_name LOOP
    EXECUTE format('INSERT INTO sealed_words (area_id, words_id, child_id, of_table, was) SELECT $2, gen_random_uuid(), $4, %1$L, to_jsonb(t) FROM %1$I t WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named)
      USING word, of_area, family, their.child_id;
    EXECUTE format('UPDATE %1$I t SET %2$s WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named, one.words)
      USING word, of_area, family;
  END LOOP;

  INSERT INTO sealed_words (area_id, words_id, child_id, of_table, was) SELECT of_area, gen_random_uuid(), their.child_id, 'plan', to_jsonb(p) FROM plan p
    JOIN plan_member m ON m.area_id = p.area_id AND m.plan_id = p.plan_id AND m.child_id = their.child_id
    WHERE p.area_id = of_area AND p.plan_id <> ALL (plans) AND concat_ws(' ', p.trigger_words, p.integrated_response_reason) ~ word;
  UPDATE plan p SET trigger_words = regexp_replace(p.trigger_words, word, 'another child', 'g'), integrated_response_reason = regexp_replace(p.integrated_response_reason, word, 'another child', 'g')
    FROM plan_member m WHERE m.area_id = p.area_id AND m.plan_id = p.plan_id AND m.child_id = their.child_id AND p.area_id = of_area
      AND p.plan_id <> ALL (plans) AND concat_ws(' ', p.trigger_words, p.integrated_response_reason) ~ word;

  -- What is held over time ends with this moment; what had not begun lasts a microsecond, since nothing may last no time.
  FOREACH named IN ARRAY ARRAY['child_access', 'named_person', 'child_lead', 'restriction', 'restriction_reader', 'release', 'part_given', 'emergency_access'] LOOP
    EXECUTE format('UPDATE %I t SET during = tstzrange(lower(t.during), greatest($1, lower(t.during) + interval ''1 microsecond''))
      WHERE t.area_id = $2 AND t.child_id = $3 AND (upper(t.during) IS NULL OR upper(t.during) > $1)', named) USING moment, of_area, their.child_id;
  END LOOP;
  UPDATE plan p SET state = 'closed', closed_at = moment, version = version + 1 WHERE p.area_id = of_area AND p.plan_id = ANY (plans) AND p.state = 'open';
  FOREACH named IN ARRAY ARRAY['plan_practitioner', 'lead', 'acting_lead', 'contact_of_record'] LOOP
    EXECUTE format('UPDATE %I t SET during = tstzrange(lower(t.during), greatest($1, lower(t.during) + interval ''1 microsecond''))
      WHERE t.area_id = $2 AND t.plan_id = ANY ($3) AND (upper(t.during) IS NULL OR upper(t.during) > $1)', named) USING moment, of_area, plans;
  END LOOP;
  UPDATE plan p SET members = greatest(1, members - 1), version = version + 1 FROM plan_member m
    WHERE m.area_id = p.area_id AND m.plan_id = p.plan_id AND m.child_id = their.child_id AND p.area_id = of_area AND p.plan_id <> ALL (plans);
  UPDATE plan_action a SET state = 'ended', version = version + 1 WHERE a.area_id = of_area AND a.child_id = their.child_id AND a.state IN ('planned', 'running');
  UPDATE proposal_waits w SET ended_at = moment FROM proposal p WHERE p.area_id = w.area_id AND p.proposal_id = w.proposal_id AND w.area_id = of_area
    AND w.ended_at IS NULL AND (p.child_id = their.child_id OR p.plan_id = ANY (plans));
  UPDATE proposal p SET state = 'withdrawn', ended_at = moment, ended_because = 'The record was sealed', version = version + 1
    WHERE p.area_id = of_area AND p.state = 'open' AND (p.child_id = their.child_id OR p.plan_id = ANY (plans));
  UPDATE consent c SET withdrawn_on = (moment AT TIME ZONE 'Europe/London')::date, withdrawn_because = 'The record was sealed', withdrawal_recorded_by = me, version = version + 1
    WHERE c.area_id = of_area AND c.child_id = their.child_id AND c.superseded_at IS NULL AND c.withdrawn_on IS NULL;
  -- A number, an address or a place that is no longer in force is nobody's: who brings the same one finds it free.
  FOREACH named IN ARRAY ARRAY['child_identifier', 'child_address', 'carer', 'place'] LOOP
    EXECUTE format('UPDATE %I t SET superseded_at = $1 WHERE t.area_id = $2 AND t.child_id = $3 AND t.superseded_at IS NULL', named) USING moment, of_area, their.child_id;
  END LOOP;
  UPDATE child c SET withdrawn_at = moment, version = version + 1 WHERE c.area_id = of_area AND c.child_id = their.child_id;

  -- What waits in lists, is on its way, was being written, or would be answered once more.
  UPDATE duty d SET done_at = moment WHERE d.area_id = of_area AND d.done_at IS NULL AND (d.child_id = their.child_id OR d.plan_id = ANY (plans));
  UPDATE notice n SET child_id = their.child_id, read_at = coalesce(n.read_at, moment) WHERE n.area_id = of_area AND (n.child_id = their.child_id
    OR n.plan_id = ANY (plans) OR n.link ~ ids OR (strpos(n.words, their.given_name) > 0 AND strpos(n.words, their.family_name) > 0));
  UPDATE outbox o SET payload = '{}', relayed_at = coalesce(o.relayed_at, moment) WHERE o.area_id = of_area AND o.payload::text ~ ids;
  DELETE FROM draft d WHERE d.area_id = of_area AND (d.key ~ ids OR d.body::text ~ ids
    OR (strpos(d.body::text, their.given_name) > 0 AND strpos(d.body::text, their.family_name) > 0));
  UPDATE change_made m SET sent = NULL, response = NULL WHERE m.area_id = of_area AND (m.response::text ~ ids
    OR (strpos(m.response::text, their.given_name) > 0 AND strpos(m.response::text, their.family_name) > 0));
  -- Rows of lists that schools and clinics brought: they belong to the record, whatever the list made of them.
  UPDATE roll_in_row r SET child_id = their.child_id WHERE r.area_id = of_area AND (r.child_id = their.child_id OR concat(r.candidates, r.made, r.before, r.choice) ~ ids
    OR (r.read #>> '{child,bornOn}' IS NOT DISTINCT FROM their.born_on::text AND strpos(lower(r.read::text), lower(their.given_name)) > 0 AND strpos(lower(r.read::text), lower(their.family_name)) > 0)
    OR EXISTS (SELECT 1 FROM child_identifier i WHERE i.area_id = of_area AND i.child_id = their.child_id AND strpos(r.read::text, i.value) > 0));

  UPDATE sealing s SET child_id = NULL, ordered_on = NULL, court = NULL, reason = NULL, words = NULL WHERE s.area_id = of_area AND s.child_id = their.child_id;
  UPDATE sealing s SET outcome = 'sealed', decided_by = me, decided_at = moment, ended = numbers WHERE s.area_id = of_area AND s.sealing_id = of_sealing;
  RETURN numbers;
END $$;
--> statement-breakpoint
-- How many looks of a stretch of time were at records that are sealed by now: the number, for the privacy officer.
CREATE FUNCTION "sealed_looks"(since timestamptz, until timestamptz) RETURNS integer LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT app_is_privacy_officer() THEN RETURN 0; END IF;
  RETURN (SELECT count(*)::integer FROM audit_entry e JOIN sealed_child s ON s.area_id = e.area_id AND s.child_id = e.child_id
    WHERE e.area_id = app_area() AND e.at >= since AND e.at < until AND e.practitioner_id IS NOT NULL);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "sealings_asked"(uuid), "seal_record"(uuid, text), "sealed_looks"(timestamptz, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "sealings_asked"(uuid), "seal_record"(uuid, text), "sealed_looks"(timestamptz, timestamptz) TO linchpin_app;
