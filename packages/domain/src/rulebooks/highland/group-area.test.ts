import { describe, expect, test } from "vitest";
import type { GroupAreaFacts } from "../../dispute/group-area.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { anAdoption } from "../../testing/builders.ts";
import { adopt, asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const home = (area: string, from: string, until?: string) => ({
  area,
  from: localDate(from),
  ...(until === undefined ? {} : { until: localDate(until) }),
});
/** Struan lived in the first area and moved to the second on 18 January 2027. */
const homes = [home("area-1", "2020-05-01", "2027-01-18"), home("area-2", "2027-01-18")];
const ask = (of: Partial<GroupAreaFacts> = {}, by = book) =>
  by.gate(
    "dispute.group-area",
    {
      child: { id: "struan" },
      group: { area: "area-1" },
      referredOn: localDate("2027-01-17"),
      homes,
      ...of,
    },
    noonOn(localDate("2027-02-03")),
  );

describe("HD-22, HIG-177: the group of the area of the child's home on the day of referral takes the item", () => {
  test.each([
    ["2027-01-17", "area-1", "permits"],
    ["2027-01-17", "area-2", "prevents"],
    ["2027-01-18", "area-1", "prevents"],
    ["2027-01-18", "area-2", "permits"],
    ["2027-01-19", "area-2", "permits"],
  ])("referred on %s, before the group of %s: %s", (referredOn, area, answer) => {
    expect(ask({ referredOn: localDate(referredOn), group: { area } }).answer).toBe(answer);
  });
  test("a move afterwards changes nothing, and the other group says where it goes", () => {
    expect(ask().findings).toMatchObject([
      {
        strength: "ours",
        force: "must",
        clause: { source: "Highland", at: "H18, paragraph 2, sentence 1" },
        because: "The child's home was in this area on 17 January 2027: its group takes the item.",
      },
    ]);
    expect(ask({ group: { area: "area-2" } }).findings[0]?.because).toBe(
      "The child's home was in another area on 17 January 2027: send the item to the co-ordinator of that area.",
    );
  });
  test("with homes in two areas on the day the co-ordinators agree; in one area there is nothing to agree", () => {
    const two = ask({ homes: [home("area-1", "2020-05-01"), home("area-2", "2026-01-01")] });
    expect(two.answer).toBe("refers");
    expect(two.findings[0]).toMatchObject({ decidedBy: "coordinator" });
    expect(ask({ homes: [home("area-1", "2020-05-01"), home("area-1", "2026-01-01")] }).answer).toBe("permits");
  });
  test("what nobody recorded is asked for", () => {
    for (const referredOn of ["none", "not-recorded"] as const)
      expect(ask({ referredOn }).missing).toEqual(["the day of referral"]);
    const missing = ["where the child lived on 17 January 2027"];
    expect(ask({ homes: "not-recorded" }).missing).toEqual(missing);
    expect(ask({ homes: [] }).missing).toEqual(missing);
    expect(ask({ homes: [home("not-recorded", "2020-05-01")] }).missing).toEqual(missing);
  });
  test("an area may go by where the child lives now", () => {
    const today = adopt(highland, anAdoption({ settings: { dayThatDecidesTheGroup: "today" } }));
    expect(ask({ group: { area: "area-2" } }, today).answer).toBe("permits");
    expect(ask({}, today).answer).toBe("prevents");
  });
});
