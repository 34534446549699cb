import { addDays, type LocalDate } from "../kernel/local-date.ts";

/** For how many days an address that changed is asked about again before something goes there. */
export const daysAddressIsNew = 28;

/** How an address stands on the record: since when, and since when the one before had stood. */
export type AddressOnRecord = {
  readonly since: LocalDate;
  /** The first day of the one before; left out where there was none. */
  readonly before?: LocalDate | undefined;
};

/** Whether an address changed so lately that somebody has to make sure of it: on the 28th day after it still did. */
export const isNewAddress = ({ since }: AddressOnRecord, today: LocalDate): boolean =>
  addDays(since, daysAddressIsNew) >= today;
