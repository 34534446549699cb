import { router } from "../../trpc.ts";
import { adjust } from "./adjust.ts";
import { agreeCapacity } from "./agree-capacity.ts";
import { own, person } from "./person.ts";
import { team } from "./team.ts";

export const workload = router({ team, person, own, agreeCapacity, adjust });
