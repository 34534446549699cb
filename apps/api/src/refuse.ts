import { DomainError } from "@linchpin/domain";

/** Refuses what was entered in one field, in words for whoever entered it. */
export function refuseInput(path: string, message: string): never {
  throw new DomainError({ kind: "input", problems: [{ path, message }] });
}
