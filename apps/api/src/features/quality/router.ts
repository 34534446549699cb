import { router } from "../../trpc.ts";
import { figures } from "./figures.ts";

export const quality = router({ figures });
