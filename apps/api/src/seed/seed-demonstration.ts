import { runCommand } from "../command-line.ts";
import { createLog } from "../log.ts";
import { Mistaken } from "../mistaken.ts";
import { isEmpty } from "./made.ts";
import { seedDemonstration } from "./seed.ts";

/** `npm run demo:seed`: makes the demonstration areas in an empty database. */
await runCommand("command.seed-demonstration", async (_, database) => {
  if (!(await isEmpty(database))) throw new Mistaken(["This database has areas already. Use an empty one."]);
  await seedDemonstration(database, () => new Date(), createLog("warn"));
  return "The demonstration areas are ready.";
});
