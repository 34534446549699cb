import { client, trpc } from "../../api.ts";

export const partsOfChildQuery = (childId: string) => trpc.parts.forChild.queryOptions({ childId });
export const ownPartsQuery = () => trpc.parts.mine.queryOptions();
export const planToReadQuery = (planId: string) => trpc.plan.get.queryOptions({ planId });

/** Looks for people at work here by name, for a LookupField. */
export async function findPeopleAtWork(search: string) {
  const { people } = await client.plan.colleagues.query({ search });
  return people.map(({ practitionerId, name, postTitle, agency }) => ({
    value: practitionerId,
    label: name,
    note: [postTitle, agency.name].filter(Boolean).join(", "),
  }));
}
