import { OwnSessionsPage, useHref } from "@linchpin/portal";
import { getRouteApi } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { postMay } from "../../routes/menu.ts";

const root = getRouteApi("/signed-in");

/** Where the person is signed in; for a manager, the way to where their staff are. */
export function SessionsPage() {
  const { who } = root.useRouteContext();
  const href = useHref();
  return (
    <OwnSessionsPage
      api={api}
      staff={postMay(who, "session.staff.read") ? href({ to: "/sessions/staff" }) : undefined}
    />
  );
}
