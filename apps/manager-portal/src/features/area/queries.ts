import { trpc } from "../../api.ts";

export const rulebookQuery = (adoptionId: string | undefined) =>
  trpc.area.rulebook.queryOptions(adoptionId === undefined ? {} : { adoptionId });
