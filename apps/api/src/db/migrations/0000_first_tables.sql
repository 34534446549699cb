CREATE TABLE "child_access" (
	"area_id" uuid NOT NULL,
	"access_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"source_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "child_access_area_id_access_id_pk" PRIMARY KEY("area_id","access_id"),
	CONSTRAINT "child_access_during_is_not_empty" CHECK (not isempty("child_access"."during"))
);
--> statement-breakpoint
CREATE TABLE "adoption" (
	"area_id" uuid NOT NULL,
	"adoption_id" uuid NOT NULL,
	"edition_id" text NOT NULL,
	"edition_version" integer NOT NULL,
	"from" date NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"terms" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"departures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "adoption_area_id_adoption_id_pk" PRIMARY KEY("area_id","adoption_id")
);
--> statement-breakpoint
CREATE TABLE "agency" (
	"area_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"sector" text NOT NULL,
	CONSTRAINT "agency_area_id_agency_id_pk" PRIMARY KEY("area_id","agency_id")
);
--> statement-breakpoint
CREATE TABLE "area" (
	"area_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"nation" text NOT NULL,
	"is_demonstration" boolean NOT NULL,
	"closed_days" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"open_days" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "establishment" (
	"area_id" uuid NOT NULL,
	"establishment_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"code" text,
	"phone" text,
	"address" text,
	"arrangement" text DEFAULT 'by-name' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "establishment_area_id_establishment_id_pk" PRIMARY KEY("area_id","establishment_id")
);
--> statement-breakpoint
CREATE TABLE "team" (
	"area_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"establishment_id" uuid,
	"name" text NOT NULL,
	"manager_id" uuid,
	CONSTRAINT "team_area_id_team_id_pk" PRIMARY KEY("area_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "change_made" (
	"area_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"act" text NOT NULL,
	"response" jsonb,
	"at" timestamptz NOT NULL,
	CONSTRAINT "change_made_area_id_practitioner_id_key_pk" PRIMARY KEY("area_id","practitioner_id","key")
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"area_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"key" text NOT NULL,
	"body" jsonb NOT NULL,
	"kept_at" timestamptz NOT NULL,
	CONSTRAINT "draft_area_id_practitioner_id_key_pk" PRIMARY KEY("area_id","practitioner_id","key")
);
--> statement-breakpoint
CREATE TABLE "duty" (
	"area_id" uuid NOT NULL,
	"duty_id" uuid NOT NULL,
	"child_id" uuid,
	"plan_id" uuid,
	"concern_id" uuid,
	"act" text NOT NULL,
	"rule" text NOT NULL,
	"clause" text NOT NULL,
	"because" text NOT NULL,
	"owed_by" uuid NOT NULL,
	"on_account_of" uuid,
	"due_by" timestamptz,
	"decision_id" uuid,
	"recorded_at" timestamptz NOT NULL,
	"done_at" timestamptz,
	"missed_at" timestamptz,
	CONSTRAINT "duty_area_id_duty_id_pk" PRIMARY KEY("area_id","duty_id")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"area_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"child_id" uuid,
	"plan_id" uuid,
	"act" text NOT NULL,
	"words" text NOT NULL,
	"link" text,
	"at" timestamptz NOT NULL,
	"read_at" timestamptz,
	CONSTRAINT "notice_area_id_notice_id_pk" PRIMARY KEY("area_id","notice_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"area_id" uuid NOT NULL,
	"outbox_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"due_at" timestamptz NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"relayed_at" timestamptz,
	CONSTRAINT "outbox_area_id_outbox_id_pk" PRIMARY KEY("area_id","outbox_id")
);
--> statement-breakpoint
CREATE TABLE "carer" (
	"area_id" uuid NOT NULL,
	"carer_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"name" text NOT NULL,
	"relationship" text,
	"phone" text,
	"email" text,
	"position" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "carer_area_id_carer_id_pk" PRIMARY KEY("area_id","carer_id")
);
--> statement-breakpoint
CREATE TABLE "child" (
	"area_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"preferred_name" text,
	"born_on" date,
	"due_on" date,
	"midwifery_ended_on" date,
	"left_school_on" date,
	"statuses_confirmed_on" date,
	"search_name" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"withdrawn_at" timestamptz,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "child_area_id_child_id_pk" PRIMARY KEY("area_id","child_id"),
	CONSTRAINT "child_is_born_or_due" CHECK ("child"."born_on" is not null or "child"."due_on" is not null)
);
--> statement-breakpoint
CREATE TABLE "child_address" (
	"area_id" uuid NOT NULL,
	"address_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"line1" text,
	"town" text,
	"postcode" text,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "child_address_area_id_address_id_pk" PRIMARY KEY("area_id","address_id")
);
--> statement-breakpoint
CREATE TABLE "child_identifier" (
	"area_id" uuid NOT NULL,
	"identifier_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"standing" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "child_identifier_area_id_identifier_id_pk" PRIMARY KEY("area_id","identifier_id")
);
--> statement-breakpoint
CREATE TABLE "legal_status" (
	"area_id" uuid NOT NULL,
	"legal_status_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"holder_id" uuid,
	"during" daterange NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "legal_status_area_id_legal_status_id_pk" PRIMARY KEY("area_id","legal_status_id"),
	CONSTRAINT "legal_status_during_is_not_empty" CHECK (not isempty("legal_status"."during"))
);
--> statement-breakpoint
CREATE TABLE "place" (
	"area_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"establishment_id" uuid NOT NULL,
	"group" text,
	"year_group" text,
	"full_time" boolean,
	"during" daterange NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "place_area_id_place_id_pk" PRIMARY KEY("area_id","place_id"),
	CONSTRAINT "place_during_is_not_empty" CHECK (not isempty("place"."during"))
);
--> statement-breakpoint
CREATE TABLE "concern" (
	"area_id" uuid NOT NULL,
	"concern_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"noticed_on" date NOT NULL,
	"reported_on" date NOT NULL,
	"noticed" text NOT NULL,
	"touches" text[] NOT NULL,
	"raised_by" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"help_given" text,
	"outcome_reason" text,
	"manager_consulted_id" uuid,
	"manager_consulted_on" date,
	"acknowledged_on" date,
	"decided_on" date,
	"decided_by" uuid,
	"decision_id" uuid,
	"plan_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "concern_area_id_concern_id_pk" PRIMARY KEY("area_id","concern_id")
);
--> statement-breakpoint
CREATE TABLE "view" (
	"area_id" uuid NOT NULL,
	"view_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"concern_id" uuid,
	"plan_id" uuid,
	"whose" text NOT NULL,
	"about" text NOT NULL,
	"words" text,
	"wished_for_id" uuid,
	"wished_for_words" text,
	"how" text,
	"not_possible_because" text,
	"said_on" date NOT NULL,
	"answer" text,
	"told" boolean,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "view_area_id_view_id_pk" PRIMARY KEY("area_id","view_id")
);
--> statement-breakpoint
CREATE TABLE "acting_lead" (
	"area_id" uuid NOT NULL,
	"acting_lead_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"as" text NOT NULL,
	"reason" text NOT NULL,
	"during" "tstzrange" NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "acting_lead_area_id_acting_lead_id_pk" PRIMARY KEY("area_id","acting_lead_id"),
	CONSTRAINT "acting_lead_during_is_not_empty" CHECK (not isempty("acting_lead"."during"))
);
--> statement-breakpoint
CREATE TABLE "child_lead" (
	"area_id" uuid NOT NULL,
	"child_lead_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	CONSTRAINT "child_lead_area_id_child_lead_id_pk" PRIMARY KEY("area_id","child_lead_id"),
	CONSTRAINT "child_lead_during_is_not_empty" CHECK (not isempty("child_lead"."during"))
);
--> statement-breakpoint
CREATE TABLE "contact_of_record" (
	"area_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"as" text NOT NULL,
	"during" "tstzrange" NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "contact_of_record_area_id_contact_id_pk" PRIMARY KEY("area_id","contact_id"),
	CONSTRAINT "contact_of_record_during_is_not_empty" CHECK (not isempty("contact_of_record"."during"))
);
--> statement-breakpoint
CREATE TABLE "lead" (
	"area_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"proposal_id" uuid,
	"decision_id" uuid,
	"best_placed_because" text,
	"during" "tstzrange" NOT NULL,
	"ended_because" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "lead_area_id_lead_id_pk" PRIMARY KEY("area_id","lead_id"),
	CONSTRAINT "lead_during_is_not_empty" CHECK (not isempty("lead"."during"))
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"area_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"proposed_id" uuid NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamptz NOT NULL,
	"reason" text NOT NULL,
	"reasons" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text NOT NULL,
	"adoption_id" uuid NOT NULL,
	"choice_decision_id" uuid NOT NULL,
	"agreement_decision_id" uuid NOT NULL,
	"load_before" integer,
	"load_after" integer,
	"capacity" integer,
	"ended_at" timestamptz,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "proposal_area_id_proposal_id_pk" PRIMARY KEY("area_id","proposal_id")
);
--> statement-breakpoint
CREATE TABLE "proposal_stage" (
	"area_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"outcome" text NOT NULL,
	"words" text,
	"held_on" text,
	"participants" text[],
	"answered_by" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "proposal_stage_area_id_entry_id_pk" PRIMARY KEY("area_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "proposal_waits" (
	"area_id" uuid NOT NULL,
	"wait_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"due_by" timestamptz,
	"since" timestamptz NOT NULL,
	"ended_at" timestamptz,
	CONSTRAINT "proposal_waits_area_id_wait_id_pk" PRIMARY KEY("area_id","wait_id")
);
--> statement-breakpoint
CREATE TABLE "group_named_person" (
	"area_id" uuid NOT NULL,
	"establishment_id" uuid NOT NULL,
	"group" text NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "group_named_person_area_id_establishment_id_group_pk" PRIMARY KEY("area_id","establishment_id","group")
);
--> statement-breakpoint
CREATE TABLE "named_person" (
	"area_id" uuid NOT NULL,
	"named_person_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"settled_by" text NOT NULL,
	"establishment_id" uuid,
	"during" "tstzrange" NOT NULL,
	"decision_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"ended_because" text,
	CONSTRAINT "named_person_area_id_named_person_id_pk" PRIMARY KEY("area_id","named_person_id"),
	CONSTRAINT "named_person_during_is_not_empty" CHECK (not isempty("named_person"."during"))
);
--> statement-breakpoint
CREATE TABLE "telling" (
	"area_id" uuid NOT NULL,
	"telling_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"about" text NOT NULL,
	"source_id" uuid NOT NULL,
	"due_on" date,
	"told_on" date,
	"how" text,
	"not_told_because" text,
	"recorded_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "telling_area_id_telling_id_pk" PRIMARY KEY("area_id","telling_id"),
	CONSTRAINT "telling_once" UNIQUE("area_id","source_id","recipient")
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"area_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reach" text NOT NULL,
	"state" text NOT NULL,
	"level_of_need" text,
	"expected_months" integer,
	"route" text,
	"integrated_response" boolean,
	"integrated_response_reason" text,
	"safety_is_primary" boolean,
	"lead_needed_since" date,
	"needed_decision_id" uuid,
	"lead_due_by" timestamptz,
	"adoption_id" uuid NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamptz NOT NULL,
	"closed_at" timestamptz,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plan_area_id_plan_id_pk" PRIMARY KEY("area_id","plan_id")
);
--> statement-breakpoint
CREATE TABLE "plan_action" (
	"area_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"what" text NOT NULL,
	"outcome" text,
	"agency_id" uuid NOT NULL,
	"owner_id" uuid,
	"owner_words" text,
	"starts_on" date,
	"due_on" date,
	"state" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plan_action_area_id_action_id_pk" PRIMARY KEY("area_id","action_id")
);
--> statement-breakpoint
CREATE TABLE "plan_member" (
	"area_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"added_at" timestamptz NOT NULL,
	CONSTRAINT "plan_member_area_id_plan_id_child_id_pk" PRIMARY KEY("area_id","plan_id","child_id")
);
--> statement-breakpoint
CREATE TABLE "plan_practitioner" (
	"area_id" uuid NOT NULL,
	"plan_practitioner_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"posts" text[] NOT NULL,
	"involvement" text NOT NULL,
	"starts_on" date,
	"relationship" text,
	"based_in_school" boolean,
	"during" "tstzrange" NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "plan_practitioner_area_id_plan_practitioner_id_pk" PRIMARY KEY("area_id","plan_practitioner_id"),
	CONSTRAINT "plan_practitioner_during_is_not_empty" CHECK (not isempty("plan_practitioner"."during"))
);
--> statement-breakpoint
CREATE TABLE "engagement_exception" (
	"area_id" uuid NOT NULL,
	"exception_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"plan_to_replace" text NOT NULL,
	"approved_by" uuid NOT NULL,
	"during" daterange NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "engagement_exception_area_id_exception_id_pk" PRIMARY KEY("area_id","exception_id"),
	CONSTRAINT "engagement_exception_during_is_not_empty" CHECK (not isempty("engagement_exception"."during"))
);
--> statement-breakpoint
CREATE TABLE "leave" (
	"area_id" uuid NOT NULL,
	"leave_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"during" daterange NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "leave_area_id_leave_id_pk" PRIMARY KEY("area_id","leave_id"),
	CONSTRAINT "leave_during_is_not_empty" CHECK (not isempty("leave"."during"))
);
--> statement-breakpoint
CREATE TABLE "post" (
	"area_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"team_id" uuid,
	"establishment_id" uuid,
	"title" text NOT NULL,
	"role" text NOT NULL,
	"line_manager_id" uuid,
	"hours" integer DEFAULT 100 NOT NULL,
	"agreed_capacity" integer,
	"capacity_agreed_on" date,
	"during" daterange NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "post_area_id_post_id_pk" PRIMARY KEY("area_id","post_id"),
	CONSTRAINT "post_during_is_not_empty" CHECK (not isempty("post"."during"))
);
--> statement-breakpoint
CREATE TABLE "practitioner" (
	"area_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"issuer" text,
	"subject" text,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"email" text,
	"phone" text,
	"skills" text,
	"hint" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "practitioner_area_id_practitioner_id_pk" PRIMARY KEY("area_id","practitioner_id"),
	CONSTRAINT "practitioner_areaId_issuer_subject_unique" UNIQUE("area_id","issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "standing" (
	"area_id" uuid NOT NULL,
	"standing_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"fact" jsonb NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "standing_area_id_standing_id_pk" PRIMARY KEY("area_id","standing_id")
);
--> statement-breakpoint
CREATE TABLE "audit_block" (
	"area_id" uuid NOT NULL,
	"block_number" integer NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"entries" integer NOT NULL,
	"sealed_at" timestamptz NOT NULL,
	CONSTRAINT "audit_block_area_id_block_number_pk" PRIMARY KEY("area_id","block_number")
);
--> statement-breakpoint
CREATE TABLE "audit_block_entry" (
	"area_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"block_number" integer NOT NULL,
	"position" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_block_entry_area_id_entry_id_pk" PRIMARY KEY("area_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"area_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"at" timestamptz NOT NULL,
	"practitioner_id" uuid,
	"post_id" uuid,
	"act" text NOT NULL,
	"outcome" text NOT NULL,
	"child_id" uuid,
	"plan_id" uuid,
	"basis" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text,
	CONSTRAINT "audit_entry_area_id_entry_id_pk" PRIMARY KEY("area_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "chronology_entry" (
	"area_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"plan_id" uuid,
	"act" text NOT NULL,
	"title" text NOT NULL,
	"detail" text,
	"decision_id" uuid,
	"concern_id" uuid,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"happened_at" timestamptz NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "chronology_entry_area_id_entry_id_pk" PRIMARY KEY("area_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"area_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"child_id" uuid,
	"plan_id" uuid,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"decision" jsonb NOT NULL,
	"asked_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "decision_area_id_decision_id_pk" PRIMARY KEY("area_id","decision_id")
);
--> statement-breakpoint
CREATE TABLE "column_mapping" (
	"area_id" uuid NOT NULL,
	"establishment_id" uuid NOT NULL,
	"mapping" jsonb NOT NULL,
	"remembered_by" uuid NOT NULL,
	"remembered_at" timestamptz NOT NULL,
	CONSTRAINT "column_mapping_area_id_establishment_id_pk" PRIMARY KEY("area_id","establishment_id")
);
--> statement-breakpoint
CREATE TABLE "roll_in" (
	"area_id" uuid NOT NULL,
	"roll_in_id" uuid NOT NULL,
	"establishment_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" "bytea" NOT NULL,
	"encoding" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"state" text NOT NULL,
	"summary" jsonb NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamptz NOT NULL,
	"confirmed_at" timestamptz,
	"undone_at" timestamptz,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "roll_in_area_id_roll_in_id_pk" PRIMARY KEY("area_id","roll_in_id")
);
--> statement-breakpoint
CREATE TABLE "roll_in_row" (
	"area_id" uuid NOT NULL,
	"roll_in_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"read" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"match" text NOT NULL,
	"child_id" uuid,
	"made" jsonb,
	CONSTRAINT "roll_in_row_area_id_roll_in_id_row_number_pk" PRIMARY KEY("area_id","roll_in_id","row_number")
);
--> statement-breakpoint
ALTER TABLE "child_access" ADD CONSTRAINT "child_access_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_access" ADD CONSTRAINT "child_access_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "establishment" ADD CONSTRAINT "establishment_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carer" ADD CONSTRAINT "carer_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_address" ADD CONSTRAINT "child_address_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_identifier" ADD CONSTRAINT "child_identifier_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_status" ADD CONSTRAINT "legal_status_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_area_id_establishment_id_establishment_area_id_establishment_id_fk" FOREIGN KEY ("area_id","establishment_id") REFERENCES "public"."establishment"("area_id","establishment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern" ADD CONSTRAINT "concern_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view" ADD CONSTRAINT "view_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acting_lead" ADD CONSTRAINT "acting_lead_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acting_lead" ADD CONSTRAINT "acting_lead_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_lead" ADD CONSTRAINT "child_lead_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_lead" ADD CONSTRAINT "child_lead_area_id_lead_id_lead_area_id_lead_id_fk" FOREIGN KEY ("area_id","lead_id") REFERENCES "public"."lead"("area_id","lead_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_of_record" ADD CONSTRAINT "contact_of_record_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_of_record" ADD CONSTRAINT "contact_of_record_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_area_id_proposed_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","proposed_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_stage" ADD CONSTRAINT "proposal_stage_area_id_proposal_id_proposal_area_id_proposal_id_fk" FOREIGN KEY ("area_id","proposal_id") REFERENCES "public"."proposal"("area_id","proposal_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_waits" ADD CONSTRAINT "proposal_waits_area_id_proposal_id_proposal_area_id_proposal_id_fk" FOREIGN KEY ("area_id","proposal_id") REFERENCES "public"."proposal"("area_id","proposal_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_named_person" ADD CONSTRAINT "group_named_person_area_id_establishment_id_establishment_area_id_establishment_id_fk" FOREIGN KEY ("area_id","establishment_id") REFERENCES "public"."establishment"("area_id","establishment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_named_person" ADD CONSTRAINT "group_named_person_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_person" ADD CONSTRAINT "named_person_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_person" ADD CONSTRAINT "named_person_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "telling" ADD CONSTRAINT "telling_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_member" ADD CONSTRAINT "plan_member_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_member" ADD CONSTRAINT "plan_member_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_practitioner" ADD CONSTRAINT "plan_practitioner_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_practitioner" ADD CONSTRAINT "plan_practitioner_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_practitioner" ADD CONSTRAINT "plan_practitioner_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_exception" ADD CONSTRAINT "engagement_exception_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leave" ADD CONSTRAINT "leave_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_area_id_team_id_team_area_id_team_id_fk" FOREIGN KEY ("area_id","team_id") REFERENCES "public"."team"("area_id","team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_area_id_establishment_id_establishment_area_id_establishment_id_fk" FOREIGN KEY ("area_id","establishment_id") REFERENCES "public"."establishment"("area_id","establishment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing" ADD CONSTRAINT "standing_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_block_entry" ADD CONSTRAINT "audit_block_entry_area_id_block_number_audit_block_area_id_block_number_fk" FOREIGN KEY ("area_id","block_number") REFERENCES "public"."audit_block"("area_id","block_number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chronology_entry" ADD CONSTRAINT "chronology_entry_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_area_id_establishment_id_establishment_area_id_establishment_id_fk" FOREIGN KEY ("area_id","establishment_id") REFERENCES "public"."establishment"("area_id","establishment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_in" ADD CONSTRAINT "roll_in_area_id_establishment_id_establishment_area_id_establishment_id_fk" FOREIGN KEY ("area_id","establishment_id") REFERENCES "public"."establishment"("area_id","establishment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_in_row" ADD CONSTRAINT "roll_in_row_area_id_roll_in_id_roll_in_area_id_roll_in_id_fk" FOREIGN KEY ("area_id","roll_in_id") REFERENCES "public"."roll_in"("area_id","roll_in_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "child_access_of_person" ON "child_access" USING btree ("area_id","practitioner_id","child_id");--> statement-breakpoint
CREATE INDEX "child_access_to_child" ON "child_access" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "child_access_from_source" ON "child_access" USING btree ("area_id","source_id");--> statement-breakpoint
CREATE INDEX "adoption_area_id_from_index" ON "adoption" USING btree ("area_id","from");--> statement-breakpoint
CREATE INDEX "team_area_id_manager_id_index" ON "team" USING btree ("area_id","manager_id");--> statement-breakpoint
CREATE INDEX "duty_open" ON "duty" USING btree ("area_id","owed_by","due_by") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "duty_area_id_child_id_index" ON "duty" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notice" USING btree ("area_id","practitioner_id","at") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("area_id","due_at") WHERE relayed_at is null;--> statement-breakpoint
CREATE INDEX "carer_area_id_child_id_index" ON "carer" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "child_by_name" ON "child" USING btree ("area_id","family_name","given_name","child_id");--> statement-breakpoint
CREATE INDEX "child_address_area_id_child_id_index" ON "child_address" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE UNIQUE INDEX "child_identifier_is_one_childs" ON "child_identifier" USING btree ("area_id","kind","value") WHERE "child_identifier"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "child_identifier_area_id_child_id_index" ON "child_identifier" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "legal_status_area_id_child_id_index" ON "legal_status" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "place_area_id_child_id_index" ON "place" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "place_roll" ON "place" USING btree ("area_id","establishment_id","group") WHERE "place"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "concern_area_id_child_id_index" ON "concern" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "concern_area_id_state_index" ON "concern" USING btree ("area_id","state");--> statement-breakpoint
CREATE INDEX "view_area_id_child_id_index" ON "view" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "view_area_id_concern_id_index" ON "view" USING btree ("area_id","concern_id");--> statement-breakpoint
CREATE INDEX "view_area_id_plan_id_index" ON "view" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "acting_lead_area_id_plan_id_index" ON "acting_lead" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "child_lead_area_id_child_id_index" ON "child_lead" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "contact_of_record_area_id_plan_id_index" ON "contact_of_record" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "contact_of_record_current" ON "contact_of_record" USING btree ("area_id","practitioner_id") WHERE upper_inf(during);--> statement-breakpoint
CREATE INDEX "lead_area_id_plan_id_index" ON "lead" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "lead_current" ON "lead" USING btree ("area_id","practitioner_id") WHERE upper_inf(during);--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_proposal_per_plan" ON "proposal" USING btree ("area_id","plan_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "proposal_area_id_proposed_id_index" ON "proposal" USING btree ("area_id","proposed_id");--> statement-breakpoint
CREATE INDEX "proposal_stage_area_id_proposal_id_index" ON "proposal_stage" USING btree ("area_id","proposal_id");--> statement-breakpoint
CREATE INDEX "proposal_waits_on_desk" ON "proposal_waits" USING btree ("area_id","practitioner_id","due_by") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "named_person_area_id_child_id_index" ON "named_person" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "named_person_current" ON "named_person" USING btree ("area_id","practitioner_id","child_id") WHERE upper_inf(during);--> statement-breakpoint
CREATE INDEX "telling_open" ON "telling" USING btree ("area_id","child_id") WHERE told_on is null and not_told_because is null;--> statement-breakpoint
CREATE INDEX "plan_open" ON "plan" USING btree ("area_id","lead_needed_since") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "plan_action_area_id_plan_id_index" ON "plan_action" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "plan_action_area_id_owner_id_index" ON "plan_action" USING btree ("area_id","owner_id");--> statement-breakpoint
CREATE INDEX "plan_member_area_id_child_id_index" ON "plan_member" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "plan_practitioner_area_id_plan_id_index" ON "plan_practitioner" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "plan_practitioner_current" ON "plan_practitioner" USING btree ("area_id","practitioner_id") WHERE upper_inf(during);--> statement-breakpoint
CREATE INDEX "engagement_exception_area_id_practitioner_id_plan_id_index" ON "engagement_exception" USING btree ("area_id","practitioner_id","plan_id");--> statement-breakpoint
CREATE INDEX "leave_area_id_practitioner_id_index" ON "leave" USING btree ("area_id","practitioner_id");--> statement-breakpoint
CREATE INDEX "post_area_id_practitioner_id_index" ON "post" USING btree ("area_id","practitioner_id");--> statement-breakpoint
CREATE INDEX "post_area_id_team_id_index" ON "post" USING btree ("area_id","team_id");--> statement-breakpoint
CREATE INDEX "post_area_id_establishment_id_index" ON "post" USING btree ("area_id","establishment_id");--> statement-breakpoint
CREATE INDEX "post_area_id_line_manager_id_index" ON "post" USING btree ("area_id","line_manager_id");--> statement-breakpoint
CREATE INDEX "practitioner_issuer_subject_index" ON "practitioner" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "standing_current" ON "standing" USING btree ("area_id","practitioner_id","kind") WHERE "standing"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "audit_block_entry_area_id_block_number_position_index" ON "audit_block_entry" USING btree ("area_id","block_number","position");--> statement-breakpoint
CREATE INDEX "audit_entry_area_id_child_id_at_index" ON "audit_entry" USING btree ("area_id","child_id","at");--> statement-breakpoint
CREATE INDEX "chronology_entry_area_id_child_id_happened_at_index" ON "chronology_entry" USING btree ("area_id","child_id","happened_at");--> statement-breakpoint
CREATE INDEX "decision_area_id_child_id_recorded_at_index" ON "decision" USING btree ("area_id","child_id","recorded_at");--> statement-breakpoint
CREATE INDEX "roll_in_area_id_establishment_id_uploaded_at_index" ON "roll_in" USING btree ("area_id","establishment_id","uploaded_at");