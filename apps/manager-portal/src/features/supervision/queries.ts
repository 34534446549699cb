import { trpc } from "../../api.ts";

export const peopleQuery = () => trpc.supervision.people.queryOptions();
export const superviseeQuery = (practitionerId: string) => trpc.supervision.person.queryOptions({ practitionerId });
export const arrangeFormQuery = (practitionerId: string) =>
  trpc.supervision.arrangeForm.queryOptions({ practitionerId });
export const lateQuery = () => trpc.supervision.late.queryOptions();
