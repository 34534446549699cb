import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aChild, aStatus, childId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const recorded = { childId, childVersion: 4, statuses: [aStatus()], confirmedOn: null, lead: null };
type User = Awaited<ReturnType<typeof drawAt>>["user"];
async function type(user: User, legend: string | RegExp, [day, month, year]: readonly [string, string, string]) {
  const group = within(screen.getByRole("group", { name: legend }));
  await user.type(group.getByLabelText("Day"), day);
  await user.type(group.getByLabelText("Month"), month);
  await user.type(group.getByLabelText("Year"), year);
}

test("recording a status asks what belongs to its kind, and sends once however often it is pressed", async () => {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("people.legalStatus.record", async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return recorded;
  });
  const { user, accessible } = await drawAt(`/children/${childId}/statuses/record`);
  expect(screen.queryByText("On what basis?")).toBeNull();
  await user.selectOptions(screen.getByLabelText("Legal status"), "Looked after");
  expect(screen.getAllByRole("radio").every((radio) => !(radio as HTMLInputElement).checked)).toBe(true);
  await user.click(screen.getByLabelText("Care order"));
  await user.click(screen.getByLabelText("No, at home"));
  await type(user, "First day it holds", ["16", "feb", "2026"]);
  await accessible();
  await user.dblClick(screen.getByRole("button", { name: "Record the legal status" }));
  await screen.findByRole("heading", { level: 1, name: "Overview" });
  const sent = api.askedOf("people.legalStatus.record");
  expect(sent).toHaveLength(1);
  expect(sent[0]?.input).toMatchObject({
    childId,
    kind: "looked-after",
    from: "2026-02-16",
    lookedAfterBasis: "care-order",
    accommodated: false,
  });
});

test("a part that belongs to another kind of status is not sent", async () => {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("people.legalStatus.record", recorded);
  const { user } = await drawAt(`/children/${childId}/statuses/record`);
  await user.selectOptions(screen.getByLabelText("Legal status"), "Looked after");
  await user.click(screen.getByLabelText("Care order"));
  await user.selectOptions(screen.getByLabelText("Legal status"), "Special educational needs");
  await type(user, "First day it holds", ["16", "2", "2026"]);
  await user.click(screen.getByRole("button", { name: "Record the legal status" }));
  await screen.findByRole("heading", { level: 1, name: "Overview" });
  expect(api.askedOf("people.legalStatus.record")[0]?.input).not.toHaveProperty("lookedAfterBasis");
});

test("what is missing is listed, in the order of the page, and nothing is sent", async () => {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  const { user } = await drawAt(`/children/${childId}/statuses/record`);
  await user.click(screen.getByRole("button", { name: "Record the legal status" }));
  const summary = screen.getByRole("alert");
  expect(
    within(summary)
      .getAllByRole("link")
      .map((link) => link.textContent),
  ).toEqual(["Choose a legal status", "Enter the first day it holds"]);
  expect(api.askedOf("people.legalStatus.record")).toEqual([]);
});

test("a refusal says why and keeps what was entered", async () => {
  const api = aSignedInApi();
  api.answers("people.child", aChild({ legalStatuses: [aStatus()] }));
  api.refuses("people.legalStatus.correct", {
    code: "CONFLICT",
    refusal: { kind: "changed-since", what: "legal status" },
  });
  const { user } = await drawAt(`/children/${childId}/statuses/${aStatus().legalStatusId}/correct`);
  expect((screen.getByLabelText("Legal status") as HTMLSelectElement).value).toBe("looked-after");
  expect(screen.getByText("Chosen: Neil Bannerman")).toBeTruthy();
  await user.type(screen.getByLabelText("What was wrong?"), "The order began a week later.");
  await user.click(screen.getByRole("button", { name: "Correct it" }));
  expect(await screen.findByText("Somebody changed this while you had it open")).toBeTruthy();
  expect((screen.getByLabelText("What was wrong?") as HTMLTextAreaElement).value).toBe("The order began a week later.");
});

test("ending a status sends its last day as the paper says it", async () => {
  const api = aSignedInApi();
  api.answers("people.child", aChild({ legalStatuses: [aStatus()] }));
  api.answers("people.legalStatus.end", recorded);
  const { user } = await drawAt(`/children/${childId}/statuses/${aStatus().legalStatusId}/end`);
  await type(user, "Last day it holds", ["31", "3", "2027"]);
  await user.click(screen.getByRole("button", { name: "Record the last day" }));
  await screen.findByRole("heading", { level: 1, name: "Overview" });
  expect(api.askedOf("people.legalStatus.end")[0]?.input).toMatchObject({ lastDay: "2027-03-31" });
});
