-- That there is an assessment in another agency's file is told on the answers as the domain weighs them (`isSplit`, `isReplaced`): somebody's
-- newest answer is their answer, also where the days of a no are over by now; and whoever took a yes back says no until a new one, so
-- that a parent's older yes does not go on in a child's place (HD-14). 0064 looked only for a no whose days last.
CREATE OR REPLACE FUNCTION "assessments_told_of"(of_child uuid) RETURNS TABLE (assessment_id uuid, kind text, begun_on date, done_on date, agency text, release_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  today date := (app_now() AT TIME ZONE 'Europe/London')::date;
  mine uuid[] := my_agencies();
  kinds text[] := (SELECT coalesce(array_agg(g.kind), '{}') FROM agency g WHERE g.area_id = app_area() AND g.agency_id = ANY (mine));
BEGIN
  IF app_is_system() OR NOT knows_the_record(of_child) OR of_child = ANY (sealed_keys()) THEN RETURN; END IF;
  RETURN QUERY
  WITH heard AS (
    -- What speaks to the caller. Adults are told apart by their names, as the domain's nameKey writes them; whoever has none has no second answer.
    SELECT c.answer, c.items, lower(c.during) AS since, c.answered_by AS whose,
      CASE WHEN c.answered_by = 'child' THEN 'the child' ELSE nullif(trim(regexp_replace(replace(lower(regexp_replace(
        normalize(coalesce(c.answered_by_name, ''), NFKD), '[\u0300-\u036f]', '', 'g')), '''', ''), '[^[:alnum:]]+', ' ', 'g')), '') END AS person,
      CASE WHEN c.withdrawn_on <= today THEN c.withdrawn_on END AS taken_back,
      c.during @> today AND (c.withdrawn_on IS NULL OR c.withdrawn_on > today) AS holds
    FROM consent c
    WHERE c.area_id = app_area() AND c.child_id = of_child AND c.superseded_at IS NULL AND (app_person() = ANY (c.recipients) OR c.agencies && kinds))
  SELECT a.assessment_id, a.kind, a.begun_on, a.done_on, g.name, shared.release_id
  FROM assessment a
  JOIN agency g ON g.area_id = a.area_id AND g.agency_id = a.agency_id
  LEFT JOIN LATERAL (SELECT r.release_id FROM release r WHERE r.area_id = a.area_id AND r.child_id = a.child_id AND r.item_kind = 'assessment'
    AND r.item_id = a.assessment_id AND r.to_id = app_person() AND r.during @> app_now() ORDER BY r.released_at DESC, r.release_id LIMIT 1) shared ON true
  CROSS JOIN LATERAL (
    WITH speaks AS (SELECT h.* FROM heard h WHERE h.items = '{}' OR a.assessment_id = ANY (h.items)),
    stands AS (SELECT s.* FROM speaks s WHERE NOT EXISTS (SELECT 1 FROM speaks o
      WHERE o.whose = s.whose AND o.person = s.person AND o.answer <> s.answer AND o.since <= today
        AND (o.since > s.since OR (o.since = s.since AND o.answer = 'refused'))))
    SELECT EXISTS (SELECT 1 FROM stands y WHERE y.answer = 'given' AND y.holds)
      AND NOT EXISTS (SELECT 1 FROM stands n WHERE (n.answer = 'refused' AND n.holds)
        OR (n.answer = 'given' AND n.taken_back IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stands again
          WHERE again.answer = 'given' AND again.holds AND again.whose = n.whose AND again.since >= n.taken_back))) AS is_yes) answered
  WHERE a.area_id = app_area() AND a.child_id = of_child AND a.agency_id <> ALL (mine) AND (shared.release_id IS NOT NULL OR answered.is_yes);
END $$;
