import { expect, test } from "vitest";
import { ConfirmImport, StartImport, UndoImport } from "./commands.ts";

const id = "0190a5d0-0000-7000-8000-000000000001";
const idempotencyKey = "0190a5d0-0000-4000-8000-000000000002";

test("an import starts with a file, of a school or of a team", () => {
  const start = {
    idempotencyKey,
    of: { kind: "class-list", schoolId: id },
    fileName: "Year 5.csv",
    content: "QSxCCg==",
  };
  expect(StartImport.safeParse(start).success).toBe(true);
  expect(StartImport.safeParse({ ...start, content: "" }).error?.issues[0]?.message).toBe("Choose a file");
  expect(StartImport.safeParse({ ...start, of: { kind: "caseload", schoolId: id } }).success).toBe(false);
  expect(StartImport.safeParse({ ...start, mapping: { SHOE_SIZE: "Shoes" } }).success).toBe(false);
  expect(StartImport.parse({ ...start, mapping: { CHILD_LAST_NAME: " Surname " } }).mapping).toEqual({
    CHILD_LAST_NAME: "Surname",
  });
});

test("a row is decided once", () => {
  const confirm = { idempotencyKey, importId: id, version: 1 };
  const choices = [
    { line: 2, is: "this-child", childId: id },
    { line: 3, is: "left-out" },
  ];
  expect(ConfirmImport.safeParse({ ...confirm, choices }).success).toBe(true);
  expect(ConfirmImport.safeParse({ ...confirm, choices: [...choices, { line: 3, is: "another-child" }] }).success).toBe(
    false,
  );
});

test("taking an import back needs a reason", () => {
  const undo = { idempotencyKey, importId: id, version: 1 };
  expect(UndoImport.safeParse({ ...undo, reason: " " }).error?.issues[0]?.message).toBe(
    "Enter why the import is taken back",
  );
  expect(UndoImport.safeParse({ ...undo, reason: "Wrong school" }).success).toBe(true);
});
