/**
 * What runs without a person at a post: pages of signing in, files of the portals, jobs and an operator's commands. Each
 * declares its act here as a procedure declares its own in acts.ts, with who may set it going and what it shows of a child.
 */

/** Who sets it going. */
export const systemCallers = {
  anybody: { label: "Anybody, signed in or not" },
  "signed-in": { label: "Whoever is signed in" },
  issuer: { label: "An issuer that the area trusts, with a signed token" },
  clock: { label: "The clock" },
  operator: { label: "Whoever runs the server, at its own command line" },
} as const;
export type SystemCaller = keyof typeof systemCallers;

/** What it shows of a child. */
export const systemShows = {
  nothing: "nothing",
  counts: "counts, and nobody's name",
  lead: "to the area's index, by the child's reference there: the lead's name, agency and phone",
} as const;

type SystemAct = { readonly words: string; readonly by: SystemCaller; readonly shows: keyof typeof systemShows };

/** Addresses beside the calls. None of them says anything of a child: that goes through the procedures alone. */
export const httpActs = {
  "process.is-alive": { words: "say that the process lives", by: "anybody", shows: "nothing" },
  "process.is-ready": { words: "say that the process takes requests", by: "anybody", shows: "nothing" },
  "page.look": { words: "give the style of the pages of signing in", by: "anybody", shows: "nothing" },
  "page.open-portal": { words: "give a portal's empty page and its files", by: "signed-in", shows: "nothing" },
  "page.start": { words: "send on to the portal of a post, or to sign in", by: "anybody", shows: "nothing" },
  "calls.answer": { words: "answer a procedure, by the act of that procedure", by: "signed-in", shows: "nothing" },
  "sign-in.ask": { words: "ask by whom somebody signs in", by: "anybody", shows: "nothing" },
  "sign-in.begin": { words: "send somebody to their issuer", by: "anybody", shows: "nothing" },
  "sign-in.come-back": { words: "take what an issuer says of somebody", by: "anybody", shows: "nothing" },
  "sign-in.choose-post": { words: "choose a post to work in", by: "signed-in", shows: "nothing" },
  "sign-out.ask": { words: "ask whether to sign out", by: "anybody", shows: "nothing" },
  "sign-out.end": { words: "end a session, or all of one's own", by: "signed-in", shows: "nothing" },
  "sign-out.said": { words: "say that a session has ended", by: "anybody", shows: "nothing" },
  "sign-out.by-issuer": { words: "end the sessions an issuer says are over", by: "issuer", shows: "nothing" },
} as const satisfies Readonly<Record<string, SystemAct>>;
export type HttpAct = keyof typeof httpActs;

/** Work beside requests. */
export const jobActs = {
  "job.do-due": { words: "deliver notices and run out clocks of an area", by: "clock", shows: "nothing" },
  "job.seal-audit": { words: "seal the audit and sign its heads", by: "clock", shows: "counts" },
  "job.publish-leads": { words: "tell the index of children who leads", by: "clock", shows: "lead" },
  "job.tidy-up": { words: "delete sessions, attempts and previews past their time", by: "clock", shows: "nothing" },
} as const satisfies Readonly<Record<string, SystemAct>>;
export type JobAct = keyof typeof jobActs;

/** Commands at the server's own command line. */
export const commandActs = {
  "command.open-area": { words: "open an area", by: "operator", shows: "nothing" },
  "command.set-idle-minutes": {
    words: "set after how many idle minutes a session ends",
    by: "operator",
    shows: "nothing",
  },
  "command.set-review-days": { words: "set how often access is gone through again", by: "operator", shows: "nothing" },
  "command.set-child-index": {
    words: "switch an area's index of children on or off",
    by: "operator",
    shows: "nothing",
  },
  "command.add-staff": { words: "write a list of staff down", by: "operator", shows: "nothing" },
  "command.end-staff": { words: "end the posts of somebody who left", by: "operator", shows: "counts" },
  "command.verify-audit": { words: "look through the audit for what was changed", by: "operator", shows: "counts" },
  "command.seed-demonstration": { words: "make the demonstration's areas", by: "operator", shows: "nothing" },
} as const satisfies Readonly<Record<string, SystemAct>>;
export type CommandAct = keyof typeof commandActs;
