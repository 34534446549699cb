import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { agendaQuery, itemQuery, seatsQuery } from "./group-queries.ts";

const agenda = () => queryClient.ensureQueryData(agendaQuery());
const seats = () => queryClient.ensureQueryData(seatsQuery());
const item = ({ params }: { readonly params: { readonly groupItemId: string } }) =>
  queryClient.ensureQueryData(itemQuery(params.groupItemId));

const agendaRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/group",
  loader: agenda,
  component: lazyRouteComponent(() => import("./agenda-page.tsx"), "AgendaPage"),
});
const meetingRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/group/meetings/new",
  loader: agenda,
  component: lazyRouteComponent(() => import("./meeting-page.tsx"), "MeetingPage"),
});
const seatsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/group/seats",
  loader: seats,
  component: lazyRouteComponent(() => import("./seats-page.tsx"), "SeatsPage"),
});
const nameSeatRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/group/seats/$seat/$holding",
  loader: seats,
  component: lazyRouteComponent(() => import("./seat-forms.tsx"), "NameSeatPage"),
});
const endSeatRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/group/seat/$seatId/end",
  loader: seats,
  component: lazyRouteComponent(() => import("./seat-forms.tsx"), "EndSeatPage"),
});
const itemRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/group/items/$groupItemId",
  loader: item,
  component: lazyRouteComponent(() => import("./item-page.tsx"), "ItemPage"),
});
const placeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/group/items/$groupItemId/place",
  loader: item,
  component: lazyRouteComponent(() => import("./item-days.tsx"), "PlaceItemPage"),
});
const housingRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/group/items/$groupItemId/housing",
  loader: item,
  component: lazyRouteComponent(() => import("./item-forms.tsx"), "HousingPage"),
});
const reporterRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/group/items/$groupItemId/reporter",
  loader: item,
  component: lazyRouteComponent(() => import("./item-days.tsx"), "ReporterPage"),
});
const takeOffRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/group/items/$groupItemId/take-off",
  loader: item,
  component: lazyRouteComponent(() => import("./item-forms.tsx"), "TakeOffPage"),
});
const giveBackRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/group/items/$groupItemId/give-back",
  loader: item,
  component: lazyRouteComponent(() => import("./item-forms.tsx"), "GiveBackPage"),
});
const decideRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/group/items/$groupItemId/decide",
  loader: item,
  component: lazyRouteComponent(() => import("./decide-page.tsx"), "DecidePage"),
});

export const groupRoutes = [
  agendaRoute,
  meetingRoute,
  seatsRoute,
  nameSeatRoute,
  endSeatRoute,
  itemRoute,
  placeRoute,
  housingRoute,
  reporterRoute,
  takeOffRoute,
  giveBackRoute,
  decideRoute,
] as const;
