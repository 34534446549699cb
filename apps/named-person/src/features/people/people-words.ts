import type { Child } from "../../views.ts";

/** An address on one line; undefined where nothing of it is recorded. */
export function addressInWords(address: Child["address"]): string | undefined {
  const parts = [address?.line1, address?.town, address?.postcode].filter((part) => part);
  return parts.length === 0 ? undefined : parts.join(", ");
}

/** A telephone number as a link dials it. */
export const telHref = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, "")}`;
