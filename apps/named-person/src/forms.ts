import { client } from "./api.ts";

type Service = { readonly agencyId: string; readonly name: string; readonly kind: string };

/** Where people work who were looked for on this page, by their id: what a form asks next may rest on it. */
const services = new Map<string, Service>();
export const serviceOfFound = (practitionerId: string | undefined): Service | undefined =>
  practitionerId === undefined ? undefined : services.get(practitionerId);

/** Looks for colleagues by name, for a LookupField. */
export async function findColleagues(search: string) {
  const { people } = await client.plan.colleagues.query({ search });
  for (const { practitionerId, agency } of people) services.set(practitionerId, agency);
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
