export { lockTellings, type TellingToWrite, tellingsToWrite } from "../named-person/reads.ts";
