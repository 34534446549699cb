import "@linchpin/ui/styles.scss";
import "./look.scss";
import { start } from "@linchpin/portal";
import { api } from "./api.ts";
import { router } from "./router.ts";

start(router, api);
