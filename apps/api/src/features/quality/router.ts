import { router } from "../../trpc.ts";
import { departures } from "./departures.ts";
import { figures } from "./figures.ts";

export const quality = router({ figures, departures });
