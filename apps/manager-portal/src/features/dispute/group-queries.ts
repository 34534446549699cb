import { trpc } from "../../api.ts";

export const agendaQuery = () => trpc.dispute.agenda.list.queryOptions();
export const seatsQuery = () => trpc.dispute.seats.list.queryOptions();
export const itemQuery = (groupItemId: string) => trpc.dispute.items.one.queryOptions({ groupItemId });
