import { type FormEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { type FieldValues, FormProvider, type UseFormReturn, useFormState } from "react-hook-form";
import { Button, ButtonGroup } from "./button.tsx";
import { ErrorSummary, type SummaryError } from "./error-summary.tsx";
import { type Fault, type FieldWords, wordsFor } from "./error-words.ts";
import { asId, FormFrameContext, useFaults } from "./form-context.ts";
import { useLeaveGuard } from "./leave-guard.tsx";
import { NotificationBanner } from "./notification-banner.tsx";
import { RefusalPanel, type RefusalView } from "./refusal-panel.tsx";
import { type Draft, useDraft } from "./use-draft.ts";
import { useUnsaved } from "./use-unsaved.ts";

export type FormProps<Values extends FieldValues, Sent> = {
  /** From `useCommandForm(Schema)`. */
  readonly form: UseFormReturn<Values, unknown, Sent>;
  /** Sends the command. A promise that fails keeps everything written; say why in `refusal`. */
  readonly onSubmit: (sent: Sent) => unknown;
  readonly submit?: string | undefined;
  readonly submitting?: string | undefined;
  readonly kind?: "primary" | "warning" | undefined;
  /** Why this person may not send it. */
  readonly notAllowed?: string | undefined;
  readonly refusal?: RefusalView | undefined;
  /** Beside the button: a way out. */
  readonly cancel?: ReactNode;
  /** False where leaving loses nothing. */
  readonly guarded?: boolean | undefined;
  readonly onUnsaved?: ((unsaved: boolean) => void) | undefined;
  readonly draft?: Draft<Values> | undefined;
  readonly children: ReactNode;
};

const unexpected: RefusalView = {
  title: "Something went wrong",
  text: "We could not tell whether this was saved. What you wrote is still here. Send it again: it will not be recorded twice.",
};

/** A form: owns the error summary, the busy state, the refusal, the draft and "leave without saving?". */
export function Form<Values extends FieldValues, Sent>({ form, onSubmit, draft, ...props }: FormProps<Values, Sent>) {
  const { isSubmitting } = useFormState({ control: form.control });
  const { faults, shown } = useFaults(form.control);
  const unsaved = useUnsaved(form);
  const { restored, forget } = useDraft(form, draft, unsaved);
  const fields = useRef(new Map<string, FieldWords>());
  const summary = useRef<HTMLDivElement>(null);
  const sending = useRef(false);
  const [failures, setFailures] = useState(0);
  const prefix = useId();
  const idFor = (name: string) => `${asId(prefix)}${asId(name)}`;

  // The list stands as it was when the form was sent
  const problems = useMemo(() => inScreenOrder(onePerField(faults, fields.current, idFor)), [shown]);
  useLeaveGuard((props.guarded ?? true) && unsaved && !isSubmitting, props.onUnsaved);
  useErrorTitle(problems.length > 0);

  async function send(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (sending.current || props.notAllowed !== undefined) return; // a second press while the first is on its way
    sending.current = true;
    try {
      setFailures(0);
      let sent = false;
      await form.handleSubmit(async (values) => {
        await onSubmit(values);
        sent = true;
        forget();
        form.reset(form.getValues()); // what was sent is what the form starts from now
      })(event as FormEvent<HTMLFormElement>);
      if (!sent) setTimeout(() => summary.current?.focus());
    } catch {
      setFailures((before) => before + 1);
    } finally {
      sending.current = false;
    }
  }

  const startAgain = () => {
    form.reset();
    forget();
  };
  const refusal = props.refusal ?? (failures > 0 ? unexpected : undefined);
  return (
    <FormProvider {...form}>
      <FormFrameContext value={{ idFor, introduce: (name, field) => fields.current.set(name, field) }}>
        <form noValidate aria-busy={isSubmitting} className="lp-form" onSubmit={(event) => void send(event)}>
          <ErrorSummary errors={problems} ref={summary} />
          {refusal && !isSubmitting && problems.length === 0 && <RefusalPanel key={failures} {...refusal} />}
          {restored && <DraftNotice onStartAgain={startAgain} />}
          {props.children}
          <ButtonGroup>
            <Button type="submit" kind={props.kind} busy={isSubmitting} notAllowed={props.notAllowed}>
              {isSubmitting ? (props.submitting ?? "Saving") : (props.submit ?? "Save and continue")}
            </Button>
            {props.cancel}
          </ButtonGroup>
        </form>
      </FormFrameContext>
    </FormProvider>
  );
}

function DraftNotice({ onStartAgain }: { readonly onStartAgain: () => void }) {
  return (
    <NotificationBanner title="We kept what you wrote">
      <p className="govuk-body">What you wrote before is back in the form. It has not been sent.</p>
      <Button kind="secondary" onClick={onStartAgain}>
        Clear it and start again
      </Button>
    </NotificationBanner>
  );
}

/** One line for each field, at its first fault: a fault inside a field's value is the field's own. */
function onePerField(
  faults: Fault[],
  fields: Map<string, FieldWords>,
  idFor: (name: string) => string,
): SummaryError[] {
  const lines = new Map<string, SummaryError>();
  for (const { name, message } of faults) {
    const owner = ownerOf(name, fields) ?? name;
    if (lines.has(owner)) continue;
    const text = wordsFor(message, fields.get(owner));
    const fieldId = idFor(owner);
    lines.set(owner, document.getElementById(fieldId) ? { text, fieldId } : { text });
  }
  return [...lines.values()];
}

function ownerOf(name: string, fields: Map<string, FieldWords>): string | undefined {
  if (fields.has(name)) return name;
  const end = name.lastIndexOf(".");
  return end < 0 ? undefined : ownerOf(name.slice(0, end), fields);
}

/** Schemas report faults in their own order; a person reads them in the order of the screen. */
function inScreenOrder(problems: readonly SummaryError[]): readonly SummaryError[] {
  const place = ({ fieldId }: SummaryError) => (fieldId ? document.getElementById(fieldId) : null);
  return problems.toSorted((one, other) => {
    const [a, b] = [place(one), place(other)];
    if (!a || !b) return Number(a === null) - Number(b === null);
    return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

/** "Error: " before the document title while something is to be put right: it is the first thing a screen reader says. */
function useErrorTitle(wrong: boolean) {
  useEffect(() => {
    if (!wrong) return;
    document.title = `Error: ${document.title}`;
    return () => {
      document.title = document.title.replace(/^Error: /, "");
    };
  }, [wrong]);
}
