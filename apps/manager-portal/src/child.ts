type Seen = { readonly visibility: "full"; readonly name: string } | { readonly visibility: "restricted" };

/** A child as a list names them: by name, or only that there is one. */
export const childInWords = (child: Seen): string =>
  child.visibility === "full" ? child.name : "A child whose record is restricted";

/** Where a child's record is read: in the portal of those who work with the child. */
export const hrefOfChild = (childId: string): string => `/named-person/children/${childId}`;
export const hrefOfPlan = (planId: string): string => `/named-person/plans/${planId}`;
