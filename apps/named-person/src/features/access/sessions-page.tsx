import { OwnSessionsPage } from "@linchpin/portal";
import { api } from "../../api.ts";

/** Where the person is signed in. */
export const SessionsPage = () => <OwnSessionsPage api={api} />;
