import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { aChild, childId, may } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

test("HIG-183: where nothing is open to the reader, the page does not say that nothing was noticed", async () => {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("concern.forChild", { concerns: [], nextCursor: null, mayRecord: may, touches: [] });
  const { accessible } = await drawAt(`/children/${childId}/concerns`);
  expect(screen.getByText("There is no concern for you to read")).toBeTruthy();
  expect(screen.getByText(/stays in its own file/)).toBeTruthy();
  expect(screen.queryByText(/No concern is recorded/)).toBeNull();
  await accessible();
});
