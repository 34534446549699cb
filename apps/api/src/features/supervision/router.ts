import { router } from "../../trpc.ts";
import { arrange, arrangeForm } from "./arrange.ts";
import { late } from "./late.ts";
import { own } from "./own.ts";
import { people, person } from "./people.ts";
import { answer, ask } from "./requests.ts";
import { recordSession } from "./session.ts";

export const supervision = router({ own, ask, people, person, arrangeForm, arrange, recordSession, answer, late });
