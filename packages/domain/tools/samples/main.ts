import { mkdirSync, writeFileSync } from "node:fs";
import { samples } from "./samples.ts";

/** `npm run samples`: writes the lists of invented children that a demonstration and the tests import. */
const folder = new URL("../../../../samples/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const { file, bytes } of samples()) writeFileSync(new URL(file, folder), bytes);
