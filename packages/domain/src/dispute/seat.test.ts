import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { type PostForSeat, seatRestsUntil, whyNotForSeat } from "./seat.ts";

const post = (role: string, agencyKind = "health", until: string | null = null): PostForSeat => ({
  role,
  agencyKind,
  until: until === null ? null : localDate(until),
});
const coordinator = { seat: "coordinator", holding: "holder" } as const;
const health = { seat: "health", holding: "holder" } as const;
const deputy = { seat: "health", holding: "deputy" } as const;

describe("who may be named for a seat of the managers' group", () => {
  test("HIG-159: the co-ordinator is no service's manager, beside the co-ordinator's post neither", () => {
    expect(whyNotForSeat([post("coordinator")], coordinator)).toBeUndefined();
    for (const posts of [[], [post("service-manager")], [post("coordinator"), post("service-manager", "police")]])
      expect(whyNotForSeat(posts, coordinator)).toMatch(/no service's manager holds the administration of the area/);
  });

  test("HIG-177: a service's area manager sits, and another manager of that service deputises", () => {
    expect(whyNotForSeat([post("service-manager")], health)).toBeUndefined();
    for (const role of ["team-manager", "head"]) {
      expect(whyNotForSeat([post(role)], health)).toBe("Choose a service manager of health");
      expect(whyNotForSeat([post(role)], deputy)).toBeUndefined();
    }
    expect(whyNotForSeat([post("service-manager", "education")], health)).toBe("Choose a service manager of health");
    expect(whyNotForSeat([post("practitioner")], deputy)).toBe("Choose a manager of health");
  });
});

describe("HIG-177: a seat lasts as long as a post that carries it", () => {
  test.each([
    [[post("service-manager")], null],
    [[post("service-manager", "health", "2026-12-19")], "2026-12-19"],
    [[post("service-manager", "health", "2026-12-19"), post("service-manager", "health", "2027-03-01")], "2027-03-01"],
    [[post("service-manager", "health", "2026-12-19"), post("service-manager")], null],
    [[post("service-manager", "health", "2026-12-19"), post("practitioner")], "2026-12-19"],
    [[post("service-manager", "education"), post("practitioner")], "on none"],
    [[], "on none"],
  ])("%j: %s", (posts, until) => {
    expect(seatRestsUntil(posts, health)).toBe(until);
  });
});
