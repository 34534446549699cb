import { screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { Checkbox, Checkboxes } from "./checkboxes.tsx";
import { DateField, faultOf, joinDate, splitDate } from "./date-field.tsx";
import { FileField } from "./file-field.tsx";
import { Form } from "./form.tsx";
import { LookupField } from "./lookup-field.tsx";
import { Radios } from "./radios.tsx";
import { Select } from "./select.tsx";
import { draw } from "./testing.tsx";
import { TextArea } from "./text-area.tsx";
import { NumberField, TextField } from "./text-field.tsx";
import { useCommandForm } from "./use-command-form.ts";

const Anything = z.object({ it: z.any() });
type Anything = { it?: unknown };

/** Draws one field called "it" in a form that takes any answer. Out: also what the form last sent. */
function drawField(field: ReactNode, schema: z.ZodType<Anything, Anything> = Anything, defaultValues: Anything = {}) {
  const sent = vi.fn();
  function FieldForm() {
    const form = useCommandForm(schema, { defaultValues });
    return (
      <Form form={form} onSubmit={({ it }) => sent(it)} submit="Send">
        {field}
      </Form>
    );
  }
  const drawn = draw(<FieldForm />);
  const send = async () => {
    await drawn.user.click(screen.getByRole("button", { name: "Send" }));
    await waitFor(() => expect(sent).toHaveBeenCalled());
    return sent.mock.lastCall?.[0];
  };
  return { ...drawn, send };
}

describe("TextField", () => {
  test("label and hint belong to the box", async () => {
    const { send, user, accessible } = drawField(<TextField name="it" label="Reason" hint="In a sentence" />);
    const box = screen.getByLabelText("Reason");
    expect(document.getElementById(box.getAttribute("aria-describedby") ?? "")?.textContent).toBe("In a sentence");
    await user.type(box, "Because");
    await accessible();
    expect(await send()).toBe("Because");
  });

  test("an optional one left empty is sent as nothing", async () => {
    const { send } = drawField(<TextField name="it" label="Reason" optional />, Anything, { it: "" });
    expect(screen.getByLabelText("Reason (optional)")).toBeTruthy();
    expect(await send()).toBeUndefined();
  });

  test("can be the page's one heading", () => {
    drawField(<TextField name="it" label="What is the child's name?" asPageHeading />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("What is the child's name?");
  });
});

test("NumberField sends a number, and leaves to the schema what is none", async () => {
  const { send, user } = drawField(<NumberField name="it" label="Points" suffix="points" />);
  await user.type(screen.getByLabelText("Points"), "1,002.5");
  expect(await send()).toBe(1002.5);
  await user.clear(screen.getByLabelText("Points"));
  await user.type(screen.getByLabelText("Points"), "many");
  expect(await send()).toBe("many");
});

test("TextArea counts down and past, and cuts nothing off", async () => {
  const { user, accessible, container } = drawField(<TextArea name="it" label="Views" most={5} />);
  expect(container.querySelector(".lp-count")?.textContent).toBe("5 characters at most");
  await user.type(screen.getByLabelText("Views"), "1234");
  expect(container.querySelector(".lp-count")?.textContent).toBe("1 character left");
  await user.type(screen.getByLabelText("Views"), "567");
  expect(container.querySelector(".lp-count")?.textContent).toBe("2 characters too many");
  expect(screen.getByLabelText<HTMLTextAreaElement>("Views").value).toBe("1234567");
  await accessible();
});

describe("DateField", () => {
  test("three boxes send one day; a month may be a name", async () => {
    const { send, user, accessible } = drawField(
      <DateField name="it" label="Date of birth" hint="For example, 27 3 2018" />,
    );
    await user.type(screen.getByLabelText("Day"), "5");
    await user.type(screen.getByLabelText("Month"), "May");
    await user.type(screen.getByLabelText("Year"), "2008");
    expect(screen.getByRole("group", { name: "Date of birth" })).toBeTruthy();
    await accessible();
    expect(await send()).toBe("2008-05-05");
    expect(screen.getByLabelText<HTMLInputElement>("Day").value).toBe("5");
  });

  test("shows a day that is already known", () => {
    drawField(<DateField name="it" label="Date of birth" />, Anything, { it: "2018-03-09" });
    expect(["Day", "Month", "Year"].map((part) => screen.getByLabelText<HTMLInputElement>(part).value)).toEqual([
      "9",
      "3",
      "2018",
    ]);
  });

  test("says which part is missing, and the summary leads to the first box", async () => {
    const { user } = drawField(
      <DateField name="it" label="Date of birth" />,
      z.object({ it: z.unknown().refine(() => false, "Enter a date of birth") }),
    );
    await user.type(screen.getByLabelText("Day"), "5");
    await user.click(screen.getByRole("button", { name: "Send" }));
    await user.click(await screen.findByRole("link", { name: "Date of birth must include a month and year" }));
    expect(document.activeElement).toBe(screen.getByLabelText("Day"));
  });

  test.each([
    ["", undefined],
    ["2008-02-30", "Date of birth must be a real date"],
    ["08-02-03", "Date of birth must have a year of 4 numbers"],
    ["2008-02-29", undefined],
  ])("%j: %s", (value, fault) => expect(faultOf(value, "Date of birth")).toBe(fault));

  test("says of a date that a question asks for what is wrong with it, not with the question", () => {
    expect(faultOf("2008--05", "On which day was it agreed?")).toBe("The date must include a month");
    expect(faultOf("08-02-03", "On which day was it agreed?")).toBe("The date must have a year of 4 numbers");
    expect(faultOf("2008-02-30", "On which day was it agreed?")).toBe("The date must be a real date");
  });

  test("taking apart and putting together lose nothing", () =>
    expect(joinDate(splitDate("2008-05-05"))).toBe("2008-05-05"));
});

describe("Radios", () => {
  const options = [
    {
      heading: "First choice under GIR-11",
      options: [{ value: "ruth", label: "Ruth", hint: "School nurse", reveal: <p>From when?</p> }],
    },
    { value: "sam", label: "Sam", notAllowed: "On leave until 4 January 2027." },
    { value: "other", label: "Somebody else" },
  ];

  test("nothing is ticked, and a clause's first choice stands under its heading", async () => {
    const { accessible } = drawField(<Radios name="it" label="Who will cover?" options={options} />);
    expect(screen.getAllByRole<HTMLInputElement>("radio").filter((radio) => radio.checked)).toEqual([]);
    expect(screen.getByRole("group", { name: "First choice under GIR-11" })).toBeTruthy();
    await accessible();
  });

  test("choosing reveals what follows from it", async () => {
    const { user, send } = drawField(<Radios name="it" label="Who will cover?" options={options} />);
    expect(screen.queryByText("From when?")).toBeNull();
    await user.click(screen.getByLabelText("Ruth"));
    expect(screen.getByText("From when?")).toBeTruthy();
    expect(await send()).toBe("ruth");
  });

  test("an option that may not be chosen says why", () => {
    drawField(<Radios name="it" label="Who will cover?" options={options} />);
    expect(screen.getByLabelText<HTMLInputElement>("Sam").disabled).toBe(true);
    expect(screen.getByText("On leave until 4 January 2027.")).toBeTruthy();
  });
});

describe("Checkboxes", () => {
  const options = [
    { value: "safe", label: "Safe" },
    { value: "healthy", label: "Healthy" },
    { value: "none", label: "None of these", alone: true },
  ];

  test("send a list in the order of the options; 'none' stands alone", async () => {
    const { user, send, accessible } = drawField(<Checkboxes name="it" label="Needs" options={options} />);
    await user.click(screen.getByLabelText("Healthy"));
    await user.click(screen.getByLabelText("Safe"));
    expect(await send()).toEqual(["safe", "healthy"]);
    await user.click(screen.getByLabelText("None of these"));
    expect(await send()).toEqual(["none"]);
    await user.click(screen.getByLabelText("Safe"));
    expect(await send()).toEqual(["safe"]);
    await accessible();
  });

  test("a single one is true or false", async () => {
    const { user, send, accessible } = drawField(
      <Checkbox name="it" label="The family was asked" hint="In their words" />,
    );
    await user.click(screen.getByLabelText("The family was asked"));
    await accessible();
    expect(await send()).toBe(true);
  });
});

test("Select starts at no answer", async () => {
  const { user, send, accessible } = drawField(
    <Select name="it" label="School" options={[{ value: "a", label: "Leigh Bridge" }]} />,
  );
  expect(screen.getByLabelText<HTMLSelectElement>("School").value).toBe("");
  await user.selectOptions(screen.getByLabelText("School"), "Leigh Bridge");
  await accessible();
  expect(await send()).toBe("a");
});

test("FileField's own button names the file that was chosen, and takes the same one again", async () => {
  const { user, send } = drawField(<FileField name="it" label="Class list" />);
  const list = new File(["a,b"], "primary-4.csv", { type: "text/csv" });
  const input = screen.getByLabelText<HTMLInputElement>("Class list");
  await user.upload(input, list);
  expect(input.files).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Remove primary-4.csv" }));
  expect(input.files).toHaveLength(0);
  await user.upload(input, list);
  expect(await send()).toEqual([list]);
});

test("FileField lists what was chosen and lets it go again", async () => {
  const { user, send, accessible } = drawField(<FileField name="it" label="Class list" several />);
  const list = new File(["a,b"], "primary-4.csv", { type: "text/csv" });
  await user.upload(screen.getByLabelText("Class list"), list);
  expect(screen.getByText("primary-4.csv (3 bytes)")).toBeTruthy();
  await accessible();
  expect(await send()).toEqual([list]);
  await user.click(screen.getByRole("button", { name: "Remove primary-4.csv" }));
  expect(await send()).toEqual([]);
});

test("LookupField finds, picks nothing by itself, and sends what was picked", async () => {
  const find = vi.fn(async () => [
    { value: "1", label: "Ruth Adeyemi", note: "School nurse" },
    { value: "2", label: "Ruth Barr" },
  ]);
  const { user, send, accessible } = drawField(<LookupField name="it" label="Practitioner" find={find} />);
  await user.type(screen.getByLabelText("Practitioner"), "ruth{Enter}");
  expect(await screen.findByText("2 matches. Pick one.")).toBeTruthy();
  expect(find).toHaveBeenCalledWith("ruth");
  await accessible();
  await user.click(screen.getByRole("button", { name: "Ruth Barr" }));
  expect(screen.getByText("Chosen: Ruth Barr")).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText("Practitioner")); // not lost with the list
  expect(await send()).toBe("2");
});
