import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { Form, type FormProps } from "./form.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { Radios } from "./radios.tsx";
import { draw } from "./testing.tsx";
import { TextArea } from "./text-area.tsx";
import { TextField } from "./text-field.tsx";
import { useCommandForm } from "./use-command-form.ts";
import { differs } from "./use-unsaved.ts";

const Proposal = z.object({
  cover: z.enum(["ruth", "sam"]),
  reason: z.string().min(1, "Enter a reason"),
  note: z.string().max(10).optional(),
});
type Proposal = z.input<typeof Proposal>;

function ProposalForm(props: Partial<FormProps<Proposal, Proposal>>) {
  const form = useCommandForm(Proposal, { defaultValues: { reason: "", note: "" } });
  return (
    <Form form={form} onSubmit={() => {}} submit="Send" {...props}>
      <TextField name="reason" label="Reason" />
      <Radios
        name="cover"
        label="Person who covers"
        options={[
          { value: "ruth", label: "Ruth" },
          { value: "sam", label: "Sam" },
        ]}
      />
      <TextArea name="note" label="Note" most={10} optional />
    </Form>
  );
}

const sendButton = () => screen.getByRole("button", { name: "Send" });

async function fillIn(user: ReturnType<typeof draw>["user"]) {
  await user.type(screen.getByLabelText("Reason"), "Knows the family");
  await user.click(screen.getByLabelText("Ruth"));
}

describe("what is wrong is listed, and the list leads to it", () => {
  test("the list takes focus, in the order of the screen, with no sentence of the library's", async () => {
    const { user, accessible } = draw(<ProposalForm />);
    await user.type(screen.getByLabelText(/Note/), "far too long a note");
    await user.click(sendButton());
    const problems = await screen.findByRole("alert");
    expect([...problems.querySelectorAll("li")].map((line) => line.textContent)).toEqual([
      "Enter a reason",
      "Choose person who covers",
      "Shorten this to 10 characters or fewer",
    ]);
    await waitFor(() => expect(document.activeElement).toBe(problems.parentElement));
    await accessible();
  });

  test("each line goes to its field, and the field names its error", async () => {
    const { user } = draw(<ProposalForm />);
    await user.click(sendButton());
    await user.click(await screen.findByRole("link", { name: "Enter a reason" }));
    const reason = screen.getByLabelText("Reason");
    expect(document.activeElement).toBe(reason);
    expect(document.getElementById(reason.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
      "Error: Enter a reason",
    );
  });

  test("the document title says so, until it is put right", async () => {
    document.title = "Propose - Linchpin";
    const { user } = draw(<ProposalForm />);
    await user.click(sendButton());
    await waitFor(() => expect(document.title).toBe("Error: Propose - Linchpin"));
    await fillIn(user);
    await user.click(sendButton());
    await waitFor(() => expect(document.title).toBe("Propose - Linchpin"));
  });
});

describe("sending", () => {
  test("sends once, however often the button is pressed, and says that it is busy", async () => {
    let finish = () => {};
    const onSubmit = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const { user } = draw(<ProposalForm onSubmit={onSubmit} submitting="Sending" />);
    await fillIn(user);
    await user.click(sendButton());
    const busy = await screen.findByRole("button", { name: "Sending" });
    expect(busy.closest("form")?.getAttribute("aria-busy")).toBe("true");
    await user.click(busy);
    await act(async () => finish());
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expect(onSubmit).toHaveBeenCalledWith({ reason: "Knows the family", cover: "ruth", note: undefined });
  });

  test("a failure keeps what was written and says what to do", async () => {
    const { user } = draw(<ProposalForm onSubmit={() => Promise.reject(new Error("no line"))} />);
    await fillIn(user);
    await user.click(sendButton());
    expect((await screen.findByRole("alert")).textContent).toContain("What you wrote is still here");
    expect(screen.getByLabelText<HTMLInputElement>("Reason").value).toBe("Knows the family");
  });

  test("a refusal shows its findings, each with its clause, and takes focus", async () => {
    const refusal = {
      title: "This cannot go ahead yet",
      findings: [
        {
          rule: "wigan.newly-qualified",
          title: "Newly qualified practitioners wait",
          because: "Newly qualified. Can be considered from 1 July 2010.",
          force: "must" as const,
          strength: "local procedure",
          clause: { source: "CP3.1", at: "8.4.2", sourceTitle: "Procedure for Lead Professional" },
          effect: "prevents",
          needs: [],
        },
      ],
    };
    function Refused() {
      const [refused, setRefused] = useState(false);
      const refuse = () => {
        setRefused(true);
        return Promise.reject(new Error("refused"));
      };
      return <ProposalForm onSubmit={refuse} refusal={refused ? refusal : undefined} />;
    }
    const { user, accessible } = draw(<Refused />);
    await fillIn(user);
    await user.click(sendButton());
    const panel = await screen.findByRole("alert");
    expect(panel.textContent).toContain("CP3.1 8.4.2");
    expect(document.activeElement).toBe(panel);
    await accessible();
  });

  test("whoever may not send it is told why, and the button can still be reached", async () => {
    const onSubmit = vi.fn();
    const { user } = draw(<ProposalForm onSubmit={onSubmit} notAllowed="Your manager decides this: CP3.1 8.4.3." />);
    await fillIn(user);
    await user.click(sendButton());
    const why = document.getElementById(sendButton().getAttribute("aria-describedby") ?? "");
    expect(why?.textContent).toBe("Your manager decides this: CP3.1 8.4.3.");
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

test.each([
  [{}, { a: "", b: [], c: null, d: false, e: { f: undefined } }, false],
  [{ a: "x" }, { a: "x" }, false],
  [{ a: "x" }, { a: "" }, true],
  [{ a: ["x"] }, { a: ["x", "y"] }, true],
  [{ a: new File([], "one") }, { a: new File([], "one") }, true],
])("answers %j and %j differ: %s", (one, other, answer) => expect(differs(one, other)).toBe(answer));

describe("leave without saving?", () => {
  const leaving = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

  test("asked once something is written, and no more once it is sent", async () => {
    const told = vi.fn();
    const { user } = draw(
      <LeaveGuard onChange={told}>
        <ProposalForm />
      </LeaveGuard>,
    );
    expect(leaving()).toBe(false);
    await fillIn(user);
    expect(leaving()).toBe(true);
    await user.click(sendButton());
    await waitFor(() => expect(leaving()).toBe(false));
    expect(told.mock.calls).toEqual([[true], [false]]);
  });

  test("what onSubmit does after sending may leave freely", async () => {
    let askedOnTheWay: boolean | undefined;
    const { user } = draw(
      <ProposalForm
        onSubmit={() => {
          askedOnTheWay = leaving();
        }}
      />,
    );
    await fillIn(user);
    await user.click(sendButton());
    await waitFor(() => expect(askedOnTheWay).toBe(false));
  });
});

describe("a draft", () => {
  test("is kept while typing, and dropped once sent", async () => {
    const keep = vi.fn();
    const { user } = draw(<ProposalForm draft={{ load: () => undefined, keep }} />);
    await fillIn(user);
    await waitFor(() => expect(keep).toHaveBeenCalled());
    expect(keep.mock.lastCall?.[0]).toMatchObject({ reason: "Knows the family", cover: "ruth" });
    await user.click(sendButton());
    await waitFor(() => expect(keep).toHaveBeenLastCalledWith(undefined));
  });

  test("comes back, says so, and can be cleared", async () => {
    const keep = vi.fn();
    const { user, accessible } = draw(<ProposalForm draft={{ load: () => ({ reason: "As before" }), keep }} />);
    expect((await screen.findByRole("region", { name: "We kept what you wrote" })).textContent).toContain(
      "not been sent",
    );
    expect(screen.getByLabelText<HTMLInputElement>("Reason").value).toBe("As before");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Clear it and start again" }));
    expect(screen.getByLabelText<HTMLInputElement>("Reason").value).toBe("");
    expect(keep).toHaveBeenLastCalledWith(undefined);
    expect(screen.queryByRole("region", { name: "We kept what you wrote" })).toBeNull();
  });

  test("keeps the last words when the page is left at once, and drops them when they are wiped out", async () => {
    const keep = vi.fn();
    const { user, unmount } = draw(<ProposalForm draft={{ load: () => undefined, keep }} />);
    await user.type(screen.getByLabelText("Reason"), "Because");
    unmount();
    expect(keep.mock.lastCall?.[0]).toMatchObject({ reason: "Because" });
    const again = draw(<ProposalForm draft={{ load: () => ({ reason: "Because" }), keep }} />);
    await screen.findByRole("region", { name: "We kept what you wrote" });
    await again.user.clear(screen.getByLabelText("Reason"));
    await waitFor(() => expect(keep).toHaveBeenLastCalledWith(undefined));
  });

  test("is kept within five seconds of whoever types without a pause", async () => {
    vi.useFakeTimers({ now: 0 });
    try {
      const keep = vi.fn();
      draw(<ProposalForm draft={{ load: () => undefined, keep }} />);
      await act(async () => {});
      const field = screen.getByLabelText("Reason");
      for (let letters = 1; letters <= 28; letters += 1) {
        fireEvent.change(field, { target: { value: "x".repeat(letters) } });
        await act(async () => void (await vi.advanceTimersByTimeAsync(200))); // never the quiet that a pause is
        expect(keep.mock.calls.length).toBe(letters * 200 >= 5_000 ? 1 : 0);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  test("that arrives late does not overwrite what is being typed", async () => {
    let arrive: (values: Partial<Proposal>) => void = () => {};
    const load = () => new Promise<Partial<Proposal>>((resolve) => (arrive = resolve));
    const { user } = draw(<ProposalForm draft={{ load, keep: () => {} }} />);
    await user.type(screen.getByLabelText("Reason"), "New words");
    await act(async () => arrive({ reason: "Old words" }));
    expect(screen.getByLabelText<HTMLInputElement>("Reason").value).toBe("New words");
  });
});
