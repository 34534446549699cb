export { answersThatStand } from "../consent/reads.ts";
