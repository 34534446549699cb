import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { aChild, aPlan, childId, colleague, id, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Plan } from "../../views.ts";

const housing = { agencyId: id(90), name: "Tern homes", kind: "housing" };
const warden = { ...colleague(41, "Wyn Rook"), agency: housing, kind: "employed" };

async function choosing(joining: Partial<Plan["joining"]> = {}) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  const plan = aPlan();
  api.answers("plan.get", { ...plan, joining: { ...plan.joining, ...joining } });
  api.answers("plan.colleagues", { people: [warden], nextCursor: null });
  api.answers("plan.addPractitioner", plan);
  api.answers("consent.forChild", {
    childId,
    childName: "Isla Fraser",
    answers: [],
    items: [],
    carers: ["Ana Lind"],
    carersAreKept: false,
    withoutAgreement: [],
    releases: [],
    duties: [],
    may: { record: { may: true }, release: { may: true }, tell: { may: true }, takeBack: { may: true } },
  });
  const asUser = userEvent.setup();
  const drawn = await drawAt(`/children/${childId}/plans/${planId}/people/add`);
  await asUser.type(screen.getByLabelText("Who is it?"), "Wyn");
  await asUser.click(screen.getByRole("button", { name: "Find" }));
  await asUser.click(await screen.findByRole("button", { name: /Wyn Rook/ }));
  await asUser.click(
    within(screen.getByRole("group", { name: /already work with the child/ })).getByRole("radio", { name: "Yes" }),
  );
  return { user: asUser, accessible: drawn.accessible };
}

const sharing = () => screen.queryByRole("group", { name: /^Sharing the plan of/ });

test("HIG-5: of somebody whose service is not on the plan it is asked in the same form what for and on what; of others nothing", async () => {
  const { user, accessible } = await choosing();
  const asked = sharing();
  if (asked === null) throw new Error("nothing is asked");
  expect(within(asked).getByText(/Nobody of this service reads the plan yet: Tern homes/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Add to the plan" }));
  const summary = await screen.findByRole("alert");
  expect(within(summary).getByText("Choose what the sharing rests on")).toBeTruthy();
  await accessible();
});

test("HIG-20: nobody having been asked, the answer can be recorded there, a no too; and the record shows who may be asked", async () => {
  const { user } = await choosing();
  const asked = sharing();
  if (asked === null) throw new Error("nothing is asked");
  await user.click(within(asked).getByRole("radio", { name: "Consent" }));
  expect(await within(asked).findByText(/Nobody has been asked about this person and the plan/)).toBeTruthy();
  await user.click(within(asked).getByRole("radio", { name: "They were asked now" }));
  expect(within(asked).getByText("A no is recorded too, and this person does not join.")).toBeTruthy();
  await user.click(within(asked).getByRole("radio", { name: "A parent or carer" }));
  expect(within(asked).getByText("On record: Ana Lind")).toBeTruthy();
});

test("people of a service that reads the plan are asked nothing", async () => {
  await choosing({ agencies: [housing.agencyId] });
  expect(sharing()).toBeNull();
});

test("where no document asks nothing is asked", async () => {
  await choosing({ asks: false });
  expect(sharing()).toBeNull();
});
