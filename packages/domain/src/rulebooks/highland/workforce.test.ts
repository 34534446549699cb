import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { partnerFacts } from "../../testing/workforce.ts";
import type { PartnerFacts } from "../../workforce/managers-model.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const marked = (signedUpOn: PartnerFacts["signedUpOn"], on = "2026-06-01") =>
  book.duty("workforce.partner", partnerFacts({ signedUpOn }), noonOn(localDate(on))).owed;

describe("HIG-4: services sign up to working together, and one that has not is marked on each plan", () => {
  test("housing signed on 15 January 2026: marked until the day before", () => {
    const signed = localDate("2026-01-15");
    expect(marked(signed, "2026-01-15")).toEqual([]);
    expect(marked(signed, "2026-01-14")).toMatchObject([
      {
        act: "workforce.sign-up",
        who: "agency",
        whoId: "school-x",
        due: { day: "2026-01-15" },
        because:
          "Not yet signed up to working together: it does so on 15 January 2026. Until then it is marked so on each plan.",
      },
    ]);
  });
  test("a private nursery has not, and of another nobody recorded it", () => {
    expect(marked("none")).toMatchObject([
      { due: "at-once", because: "Not yet signed up to working together: it is marked so on each plan." },
    ]);
    expect(marked("not-recorded")).toMatchObject([
      {
        due: "unknown",
        because: "It is not recorded whether this service signed up to working together: it is marked so on each plan.",
      },
    ]);
  });
});
