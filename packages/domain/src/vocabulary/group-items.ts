import { vocabulary } from "./term.ts";

/** The tasks of the former forum, which the group carries. */
export const youthItemKinds = vocabulary({
  "persistent-offender": { label: "Persistent offender" },
  "antisocial-behaviour-order": { label: "Antisocial Behaviour Order" },
  "parenting-order": { label: "Parenting Order" },
  "intensive-supervision": { label: "Intensive Supervision and Monitoring" },
});
