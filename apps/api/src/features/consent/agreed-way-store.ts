export { type AgreedWayRow, agreedWaysOf } from "../people/reads.ts";
