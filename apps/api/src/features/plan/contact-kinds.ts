/** As what somebody is the contact of record of a plan. */
export const contactKinds = {
  lead: { label: "Lead professional" },
  deputy: { label: "Deputy, while the lead professional is away" },
  interim: { label: "For now, not lead professional" },
  "holder-of-record": { label: "Answers until the person who must lead is named" },
  "proposing-line-manager": { label: "For now: the line manager who proposes" },
  "opened-by": { label: "For now: opened the plan, not lead professional" },
} as const;
