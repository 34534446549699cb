import { type CopyClearing, CopyClearingSchema } from "@linchpin/domain";
import { fromForm } from "@linchpin/portal";
import { count, Form, NotificationBanner, Page, Radios, TextField, useCommandForm } from "@linchpin/ui";
import { z } from "zod";
import type { Answers } from "../../views.ts";
import { CopyPaper } from "./copy-paper.tsx";

const Decided = z.object({ clearings: z.array(CopyClearingSchema) });
const AnyReason = fromForm(Decided);
const WithReason = fromForm(
  Decided.superRefine(({ clearings }, context) => {
    for (const [at, one] of clearings.entries())
      if (one.how === "in" && one.because === undefined)
        context.addIssue({ code: "custom", path: ["clearings", at, "because"], message: "Enter why it stays" });
  }),
);

/** What was found in a copy of a plan, in a letter or in a paper. */
type Look = Pick<Answers["consent"]["copies"]["look"], "findings" | "recipient" | "title" | "html">;

type FoundProps = {
  readonly look: Look;
  /** What it is, where it is no copy. */
  readonly of?: "copy" | "letter" | "paper";
  readonly before: readonly CopyClearing[];
  readonly isReferral: boolean;
  readonly hasChanged: boolean;
  readonly back: string;
  readonly backTo?: string;
  readonly onDone: (clearings: readonly CopyClearing[]) => Promise<void>;
};

/** Each thing that was found in the copy, one by one: it is taken out, or it stays for a reason. */
export function FoundInCopyStep({
  look,
  of = "copy",
  before,
  isReferral,
  hasChanged,
  back,
  backTo = "Who gets the copy?",
  onDone,
}: FoundProps) {
  const { findings, recipient, title, html } = look;
  const was = new Map(before.map((one) => [one.key, one]));
  const form = useCommandForm(isReferral ? AnyReason : WithReason, {
    // what was decided about what is still there
    defaultValues: { clearings: findings.map(({ key }) => was.get(key) ?? { key }) } as never,
  });
  return (
    <Page
      title={`Decide about ${count(findings.length, "thing", "things")} in the ${of}`}
      caption={`${title}, for ${recipient}`}
      back={{ href: back, text: backTo }}
    >
      {hasChanged && (
        <NotificationBanner title="Important">
          <p className="govuk-notification-banner__heading">
            Something changed since you looked at the {of}, and nothing was sent. Decide about what is new in it.
          </p>
        </NotificationBanner>
      )}
      <div className="np-beside">
        <Form
          form={form}
          guarded={false}
          submit={`See the ${of} that goes`}
          submitting={`Making the ${of}`}
          onSubmit={({ clearings }) => onDone(clearings)}
        >
          {findings.map((finding, at) => (
            <Radios
              key={finding.key}
              name={`clearings.${at}.how`}
              label={
                finding.service === undefined
                  ? `${at + 1}. “${finding.words}”`
                  : `${at + 1}. From ${finding.service}: ${finding.words}`
              }
              hint={
                <>
                  {finding.label}
                  {finding.around !== undefined && <span className="np-note np-prose">{finding.around}</span>}
                </>
              }
              options={[
                { value: "out", label: "Take it out" },
                {
                  value: "in",
                  label: "Leave it in",
                  ...(finding.mustGo
                    ? { notAllowed: "It may tell where the child is, and this person may not know." }
                    : {
                        reveal: (
                          <TextField name={`clearings.${at}.because`} label="Why does it stay?" optional={isReferral} />
                        ),
                      }),
                },
              ]}
            />
          ))}
        </Form>
        <div>
          <h2 className="govuk-heading-m">The {of} as it is now</h2>
          <CopyPaper title={`${title}, for ${recipient}`} html={html} />
        </div>
      </div>
    </Page>
  );
}
