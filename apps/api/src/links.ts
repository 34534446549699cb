/** Where a notice leads: paths within the portals. */
export const linkTo = {
  concern: (childId: string, concernId: string) => `/named-person/children/${childId}/concerns/${concernId}`,
  plan: (planId: string) => `/named-person/plans/${planId}`,
  proposal: (childId: string, proposalId: string) => `/named-person/children/${childId}/proposals/${proposalId}`,
  /** The same proposal on a manager's desk. */
  deskProposal: (proposalId: string) => `/manager/proposals/${proposalId}`,
  /** What somebody whose post ends leaves open. */
  leaver: (practitionerId: string) => `/manager/register/${practitionerId}/post`,
  withoutLead: "/manager/without-lead",
  /** The children a person is named person of. */
  myChildren: "/named-person/children",
  roll: "/named-person/roll",
} as const;
