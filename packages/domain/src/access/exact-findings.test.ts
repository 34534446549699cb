import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { devon } from "../rulebooks/devon/devon.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { accessFacts } from "../testing/access.ts";
import type { AccessRole } from "../vocabulary/permissions.ts";
import type { ReportAreaFacts } from "./report-area.ts";

const at = noonOn(localDate("2026-11-25"));

describe("CWDC-VAR-DEVON-8: what is not recorded of a manager's place or of an area's locality is asked for", () => {
  const ask = (area: ReportAreaFacts["area"], place: string) =>
    asItStands(devon)
      .gate("access.report-area", { area, reader: { id: "m", reaches: "locality", place } }, at)
      .findings.map((finding) => ["missing" in finding && finding.missing, finding.because]);
  const ofPlace = ["the manager's own place", "It is not recorded which place this manager is for."];
  test("which of the two it is is said, and the manager's place first where both are", () => {
    expect(ask({ id: "A1", locality: "A" }, "not-recorded")).toEqual([ofPlace]);
    expect(ask({ id: "A1", locality: "not-recorded" }, "not-recorded")).toEqual([ofPlace]);
    expect(ask({ id: "A1", locality: "not-recorded" }, "A")).toEqual([
      ["the locality of the area", "It is not recorded in which locality this area lies."],
    ]);
  });
});

test("HIG-30: what permits lifts what waits for a tie of the same person, and no other line of the table", () => {
  const { findings } = asItStands(highland).gate(
    "access.may",
    accessFacts({ roles: ["parent-or-carer", "named-person"], act: "read-plan" }),
    at,
  );
  expect(findings.map((finding) => [finding.rule, finding.effect, finding.lifts])).toEqual([
    ["highland.may-named-person-read", "permits", ["highland.may-otherwise", "highland.may-family-read"]],
    ["highland.may-family-read", "unknown", ["highland.may-otherwise"]],
    ["highland.may-otherwise", "prevents", undefined],
  ]);
});

describe("HIG-168: where a review officer has to chair, nobody else does", () => {
  const said = (...roles: readonly AccessRole[]) =>
    asItStands(highland)
      .gate(
        "access.may",
        accessFacts({ roles, act: "chair-meeting", ties: [{ kind: "review-officer-required", holds: true }] }),
        at,
      )
      .findings.map(({ because }) => because);
  const bar = "A quality assurance and review officer has to chair this meeting.";
  test("a lead professional is kept from it, and not somebody who is a review officer as well", () => {
    expect(said("lead-professional")).toContain(bar);
    expect(said("lead-professional", "review-officer")).not.toContain(bar);
  });
});
