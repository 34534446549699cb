-- What is written about a family on its plan's own rows (0058) was given to anybody with a part in one of the children's care. A school's or
-- clinic's office and a head have a part for the roll, and open no plan by it (act plan.read): these are the parts by which a plan is opened.
CREATE OR REPLACE FUNCTION "may_read_plan"(of_plan uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN of_plan <> ALL ((SELECT sealed_keys())::uuid[])
    AND (app_is_system() OR EXISTS (SELECT 1 FROM plan_member m JOIN child_access a ON a.area_id = m.area_id AND a.child_id = m.child_id
      WHERE m.area_id = app_area() AND m.plan_id = of_plan AND a.practitioner_id = app_person() AND NOT a.held_back AND a.during @> app_now()
        AND a.basis IN ('named-person', 'lead', 'acting-lead', 'proposed-lead', 'plan-practitioner', 'line-manager', 'contact-of-record',
          'review-officer', 'forum-member', 'quality-auditor', 'coordinator', 'role-supervisor', 'emergency')));
END $$;
