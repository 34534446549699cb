export { whoLookedAt } from "./who-looked-list.ts";
