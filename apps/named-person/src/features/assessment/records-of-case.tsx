import { capital, useHref } from "@linchpin/portal";
import { Anchor, dateInWords, Section, SummaryList, whenInWords } from "@linchpin/ui";
import type { ReactNode } from "react";
import { useTerms } from "../../terms.ts";
import type { Plan } from "../../views.ts";

type Of = { readonly childId: string; readonly plan: Plan };
type Rests = Plan["rests"][number];

/** The three records of a case with their dates, each one click away: assessment, lead professional, consent to share (CWDC-1.1b). */
export function RecordsOfCase({ childId, plan }: Of) {
  const href = useHref();
  const { leadProfessional } = useTerms();
  const rests = plan.rests.find((one) => one.childId === childId);
  if (rests === undefined) return null;
  const params = { childId };
  const { lead } = plan;
  return (
    <Section title="The records of this case">
      <SummaryList
        rows={[
          ...(rests.mayReadAssessments ? [{ key: "Assessment", value: <Assessments {...rests} /> }] : []),
          {
            key: capital(leadProfessional),
            value: (
              <Anchor href="#who-leads">{lead ? `${lead.name}, from ${whenInWords(lead.since)}` : "Nobody yet"}</Anchor>
            ),
          },
          ...(rests.mayReadConsent
            ? [
                {
                  key: "Consent to share",
                  value: (
                    <Anchor href={href({ to: "/children/$childId/consent", params })}>{consentInWords(rests)}</Anchor>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

/** Of one child: whose answer is in force, to which day, and whether a no stands beside it. */
export const consentInWords = ({ consents: [first, ...others], saidNo }: Rests): string => {
  if (first === undefined) return saidNo ? "The answer is no" : "No answer is in force";
  const whose = first.by === "child" ? "The child's" : "A parent's or carer's";
  const until = first.lastDay === undefined ? "valid with no last day" : `valid to ${dateInWords(first.lastDay)}`;
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  return `${whose}, ${until}${more}${saidNo ? ". There is a no as well: read it before you share" : ""}`;
};

function Assessments({ childId, assessments }: Rests): ReactNode {
  const href = useHref();
  const page = href({ to: "/children/$childId/assessments", params: { childId } });
  if (assessments.length === 0) return <Anchor href={page}>None that you may know of: see, or begin one</Anchor>;
  return assessments.map(({ assessmentId, kind, on, agency, isOwn, releaseId }) => (
    <span key={assessmentId} className="np-prose">
      <Anchor
        href={
          releaseId === undefined
            ? `${page}${isOwn ? `#${assessmentId}` : ""}`
            : href({ to: "/shared-with-you/$releaseId", params: { releaseId } })
        }
      >
        {kind.label} of {dateInWords(on)}, {agency}
      </Anchor>
    </span>
  ));
}
