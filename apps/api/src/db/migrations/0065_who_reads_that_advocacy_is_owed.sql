-- That it is owed to think about advocacy says that the plan is in dispute (decision 34), and that an item is before the group is for
-- whoever leads or answers for the child (decision 29): so is this.
CREATE POLICY "in_dispute" ON "duty" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  act <> 'plan.consider-advocacy' OR owed_by = app_person() OR on_account_of = app_person() OR answers_for(child_id));
