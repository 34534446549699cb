/** What a line manager owes where somebody leads by law or procedure and is not confirmed in it yet. */
export const confirmsDesignation = "lead-professional.confirm-designation";

/** What is owed on a plan and done by a form of its own; everything else is done where the plan or the proposal is. */
const doneHere: readonly string[] = [
  confirmsDesignation,
  "lead-professional.tell-line-manager",
  "lead-professional.line-manager-told",
];

export const isDoneHere = (act: string): boolean => doneHere.includes(act);
