import { expect, test } from "vitest";
import { ChooseMatch, ConfirmRollIn, PreviewRollIn, UndoRollIn } from "./commands.ts";
import { RecordStatus } from "./status-commands.ts";

const id = "0190a5d0-0000-7000-8000-000000000001";
const idempotencyKey = "0190a5d0-0000-4000-8000-000000000002";
const messageOf = (parsed: { error?: { issues: readonly { message: string }[] } | undefined }) =>
  parsed.error?.issues[0]?.message;

test("an import starts with a file and the school or clinic it is of", () => {
  const preview = { idempotencyKey, establishmentId: id, fileName: "Year 5.csv", content: "QSxCCg==" };
  expect(PreviewRollIn.safeParse(preview).success).toBe(true);
  expect(messageOf(PreviewRollIn.safeParse({ ...preview, content: "" }))).toBe("Choose a file");
  expect(PreviewRollIn.safeParse({ ...preview, mapping: { SHOE_SIZE: "Shoes" } }).success).toBe(false);
  expect(PreviewRollIn.parse({ ...preview, mapping: { CHILD_LAST_NAME: " Surname " } }).mapping).toEqual({
    CHILD_LAST_NAME: "Surname",
  });
});

test("a file of more than 6 MB is asked for again in smaller parts", () => {
  const preview = { idempotencyKey, establishmentId: id, fileName: "all.csv", content: "QUFB".repeat(2_000_001) };
  expect(messageOf(PreviewRollIn.safeParse(preview))).toBe("Choose a file of 6 MB or less");
});

test("a row is this child, another child or left out", () => {
  const choose = { idempotencyKey, rollInId: id, rowNumber: 2 };
  expect(ChooseMatch.safeParse({ ...choose, choice: { is: "this-child", childId: id } }).success).toBe(true);
  expect(ChooseMatch.safeParse({ ...choose, choice: { is: "this-child" } }).success).toBe(false);
  expect(ChooseMatch.safeParse({ ...choose, choice: { is: "left-out" } }).success).toBe(true);
});

test("children who have left need their last day", () => {
  const confirm = { idempotencyKey, rollInId: id, version: 1, onRollFrom: "2026-08-18" };
  expect(ConfirmRollIn.parse(confirm).leaverIds).toEqual([]);
  expect(messageOf(ConfirmRollIn.safeParse({ ...confirm, leaverIds: [id] }))).toBe(
    "Enter the last day on the roll of the children who have left",
  );
});

test.each(["1890-05-03", "2090-05-03"])("a first day of %s is asked again", (onRollFrom) => {
  const confirm = { idempotencyKey, rollInId: id, version: 1, onRollFrom };
  expect(messageOf(ConfirmRollIn.safeParse(confirm))).toBe("Enter a date between 2000 and 2059");
});

test("taking an import back needs a reason", () => {
  const undo = { idempotencyKey, rollInId: id, version: 1 };
  expect(messageOf(UndoRollIn.safeParse({ ...undo, reason: " " }))).toBe("Enter why the import is taken back");
  expect(UndoRollIn.safeParse({ ...undo, reason: "Wrong school" }).success).toBe(true);
});

test("a status does not end before it begins", () => {
  const status = { idempotencyKey, childId: id, kind: "looked-after", from: "2026-03-02" };
  expect(RecordStatus.safeParse({ ...status, lastDay: "2026-03-02" }).success).toBe(true);
  expect(messageOf(RecordStatus.safeParse({ ...status, lastDay: "2026-03-01" }))).toBe(
    "Enter a last day that is not before the first day",
  );
});
