/** Somebody a family can turn to, and what for. */
export type FamilyContact = { readonly id: string; readonly as: "lead-professional" | "named-person" };

/** Kinds of task that stay with the named person whoever leads the plan. */
export const namedPersonsOwnTasks = ["routine-check", "attainment-watch", "day-to-day"] as const;
export type NamedPersonsOwnTask = (typeof namedPersonsOwnTasks)[number];

/**
 * Whom a child or a family is shown, first contact first. Nobody stands above the named person until somebody else leads
 * an agreed plan; then the lead comes first and the named person stays right after.
 */
export function contactsFor(of: {
  readonly namedPerson: string | "none";
  readonly lead: { readonly id: string; readonly planIsAgreed: boolean } | "none";
}): readonly FamilyContact[] {
  const own: readonly FamilyContact[] = of.namedPerson === "none" ? [] : [{ id: of.namedPerson, as: "named-person" }];
  if (of.lead === "none" || !of.lead.planIsAgreed) return own;
  return [{ id: of.lead.id, as: "lead-professional" }, ...own];
}

/** May a task of the child be moved to the lead professional? The named person's own ones may not; tasks of the plan may. */
export const mayMoveToLead = (
  task: NamedPersonsOwnTask | "plan-task",
): { readonly may: boolean; readonly because: string } =>
  task === "plan-task"
    ? { may: true, because: "A task of the plan may have any owner who accepts it." }
    : {
        may: false,
        because: "Routine checks and day-to-day duties stay with the named person while somebody else leads.",
      };
