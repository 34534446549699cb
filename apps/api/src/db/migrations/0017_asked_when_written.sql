-- What keeps stretches to one at a time is an index as well, and PostgreSQL thinks it cheaper to read than it is: it read
-- all of somebody's work by it, a hundred times slower than by the index made for that. Its condition holds of every row,
-- which a check sees to, and of no question: so it is asked only when a row is written.
--
-- Besides, a page of an index that fills up is split by how far its days lie apart, and PostgreSQL refuses to subtract
-- endless days: with some sixty statuses recorded the next could not be. What stands for "any day" is a finite one now.
ALTER TABLE "named_person" DROP CONSTRAINT "one_named_person_at_a_time",
  ADD CONSTRAINT "one_named_person_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
ALTER TABLE "lead" DROP CONSTRAINT "one_lead_at_a_time",
  ADD CONSTRAINT "one_lead_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "plan_id" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
ALTER TABLE "child_lead" DROP CONSTRAINT "one_lead_answers_for_a_child",
  ADD CONSTRAINT "one_lead_answers_for_a_child" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
ALTER TABLE "acting_lead" DROP CONSTRAINT "one_acts_at_a_time",
  ADD CONSTRAINT "one_acts_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "plan_id" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
ALTER TABLE "contact_of_record" DROP CONSTRAINT "one_contact_of_record",
  ADD CONSTRAINT "one_contact_of_record" EXCLUDE USING gist ("area_id" WITH =, "plan_id" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
ALTER TABLE "place" DROP CONSTRAINT "one_place_on_a_roll",
  ADD CONSTRAINT "one_place_on_a_roll" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "establishment_id" WITH =, "during" WITH &&) WHERE (not isempty(during) and superseded_at is null);
--> statement-breakpoint
ALTER TABLE "post" DROP CONSTRAINT "one_post_at_a_time",
  ADD CONSTRAINT "one_post_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "practitioner_id" WITH =, "agency_id" WITH =, "role" WITH =, "title" WITH =,
  (coalesce(team_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =, (coalesce(establishment_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
ALTER TABLE "leave" DROP CONSTRAINT "one_leave_of_a_kind",
  ADD CONSTRAINT "one_leave_of_a_kind" EXCLUDE USING gist ("area_id" WITH =, "practitioner_id" WITH =, "kind" WITH =, "during" WITH &&) WHERE (not isempty(during) and superseded_at is null);
--> statement-breakpoint
ALTER TABLE "engagement_exception" DROP CONSTRAINT "one_exception_at_a_time",
  ADD CONSTRAINT "one_exception_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "practitioner_id" WITH =, "plan_id" WITH =, "during" WITH &&) WHERE (not isempty(during) and superseded_at is null);
--> statement-breakpoint
ALTER TABLE "plan_practitioner" DROP CONSTRAINT "on_a_plan_once",
  ADD CONSTRAINT "on_a_plan_once" EXCLUDE USING gist ("area_id" WITH =, "plan_id" WITH =, "practitioner_id" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
ALTER TABLE "legal_status" DROP CONSTRAINT "one_status_of_a_kind",
  ADD CONSTRAINT "one_status_of_a_kind" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "kind" WITH =,
  (coalesce(detail ->> 'lookedAfterBasis', detail ->> 'childInNeedPhase', detail ->> 'careLeaverKind', detail ->> 'youthOrderSetting', '')) WITH =,
  (CASE WHEN kind = 'youth-order' THEN coalesce(lower(during), '1000-01-01'::date) ELSE '1000-01-01'::date END) WITH =, "during" WITH &&) WHERE (not isempty(during) and superseded_at is null);
