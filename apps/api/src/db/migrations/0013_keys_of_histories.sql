DROP INDEX "lead_current";--> statement-breakpoint
CREATE INDEX "lead_area_id_practitioner_id_index" ON "lead" USING btree ("area_id","practitioner_id");--> statement-breakpoint
CREATE INDEX "proposal_area_id_plan_id_index" ON "proposal" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "decision_area_id_plan_id_recorded_at_index" ON "decision" USING btree ("area_id","plan_id","recorded_at");