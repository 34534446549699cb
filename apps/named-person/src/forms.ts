import { client } from "./api.ts";

/** Looks for colleagues by name, for a LookupField. */
export async function findColleagues(search: string) {
  const { people } = await client.plan.colleagues.query({ search });
  return people.map(({ practitionerId, name, postTitle, agency }) => ({
    value: practitionerId,
    label: name,
    note: [postTitle, agency.name].filter(Boolean).join(", "),
  }));
}

/** What is known, without the gaps: where a form starts from. */
export const known = <V extends object>(values: V) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof V]?: Exclude<V[K], undefined>;
  };
