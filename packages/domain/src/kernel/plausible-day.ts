import { z } from "zod";
import { isLocalDate, type LocalDate } from "./local-date.ts";

const first = "2000-01-01";
const last = "2059-12-31";

/** A day somebody works with: it exists, and lies in the years this product is used in. `enter` is what is said when there is none. */
export const workingLifeDay = (enter: string) =>
  z
    .custom<LocalDate>((value) => typeof value === "string" && isLocalDate(value), enter)
    .refine((day) => day >= first && day <= last, "Enter a date between 2000 and 2059");
