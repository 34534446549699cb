import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ContactFacts } from "../../lead-professional/leading-model.ts";
import { inShort } from "../../testing/lead-professional.ts";
import { aLead, contactFacts } from "../../testing/leading.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

const contact = (of: Partial<ContactFacts>, asked: string) =>
  asItStands(scotland).designation("lead-professional.contact", contactFacts(of), noonOn(localDate(asked)));

describe("GIR-28: the contact of record is whoever leads, and the named person until somebody does", () => {
  const of = { lead: aLead("ann-reid", "2026-03-02"), namedPerson: "named-person-1" };
  test.each([
    ["2026-03-01", "required | named-person-1"],
    ["2026-03-02", "filled | ann-reid"],
    ["2026-03-03", "filled | ann-reid"],
  ])("agreed on 2 March, on %s: %s", (asked, answer) => {
    expect(inShort(contact(of, asked))).toBe(answer);
  });
  test("while the lead is away and nobody acts, the named person is", () => {
    const away = { lead: aLead("ann-reid", "2026-03-02", true) };
    expect(inShort(contact({ ...away, namedPerson: "np" }, "2026-03-09"))).toBe("required | np");
    expect(inShort(contact(away, "2026-03-09"))).toBe("required | the named-person");
    expect(inShort(contact({}, "2026-03-09"))).toBe("required | the named-person");
  });
});
