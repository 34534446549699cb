export * from "./api.ts";
export * from "./drafts.ts";
export * from "./refusals.ts";
export * from "./session.ts";
export * from "./shell.tsx";
export * from "./start.tsx";
export * from "./trouble.tsx";
