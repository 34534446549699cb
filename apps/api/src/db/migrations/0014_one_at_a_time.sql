-- One at a time for every stretch of days that is held, whatever raced: what may lie beside what is in the keys.
-- A child may be on several rolls at once, and once on each.
ALTER TABLE "place" ADD CONSTRAINT "one_place_on_a_roll" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "establishment_id" WITH =, "during" WITH &&) WHERE (superseded_at IS NULL);
--> statement-breakpoint
-- Statuses of different kinds overlap, and so do those of one kind that rest on something else: a care order and a remand.
-- Two youth orders may run at once in one setting, so there the first day tells them apart.
ALTER TABLE "legal_status" ADD CONSTRAINT "one_status_of_a_kind" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "kind" WITH =,
  (coalesce(detail ->> 'lookedAfterBasis', detail ->> 'childInNeedPhase', detail ->> 'careLeaverKind', detail ->> 'youthOrderSetting', '')) WITH =,
  (CASE WHEN kind = 'youth-order' THEN coalesce(lower(during), '-infinity') ELSE '-infinity'::date END) WITH =, "during" WITH &&) WHERE (superseded_at IS NULL);
--> statement-breakpoint
-- Two half posts differ in where they are or in what they are.
ALTER TABLE "post" ADD CONSTRAINT "one_post_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "practitioner_id" WITH =, "agency_id" WITH =, "role" WITH =, "title" WITH =,
  (coalesce(team_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =, (coalesce(establishment_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =, "during" WITH &&);
--> statement-breakpoint
-- Somebody may fall ill on planned leave.
ALTER TABLE "leave" ADD CONSTRAINT "one_leave_of_a_kind" EXCLUDE USING gist ("area_id" WITH =, "practitioner_id" WITH =, "kind" WITH =, "during" WITH &&) WHERE (superseded_at IS NULL);
--> statement-breakpoint
ALTER TABLE "engagement_exception" ADD CONSTRAINT "one_exception_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "practitioner_id" WITH =, "plan_id" WITH =, "during" WITH &&) WHERE (superseded_at IS NULL);
--> statement-breakpoint
ALTER TABLE "plan_practitioner" ADD CONSTRAINT "on_a_plan_once" EXCLUDE USING gist ("area_id" WITH =, "plan_id" WITH =, "practitioner_id" WITH =, "during" WITH &&);
--> statement-breakpoint
CREATE UNIQUE INDEX "child_access_once" ON "child_access" USING btree ("area_id","source_id","practitioner_id","child_id","basis") WHERE upper_inf(during);--> statement-breakpoint
CREATE INDEX "change_made_answered" ON "change_made" USING btree ("area_id","at") WHERE sent is not null or response is not null;
