import { capital } from "@linchpin/portal";
import { Details, dateInWords, momentInWords, SummaryList } from "@linchpin/ui";
import { useTerms } from "../../terms.ts";
import type { Plan } from "../../views.ts";

type Change = Plan["level"]["changes"][number];

/** How the level of need was changed, and what was said with it: the assessment, the lead, consent (CWDC-1.8). */
export function LevelChanges({ plan: { level } }: { readonly plan: Plan }) {
  const { leadProfessional } = useTerms();
  if (level.changes.length === 0) return null;
  return (
    <Details summary={`How the level of need was changed (${level.changes.length})`}>
      {level.changes.map((change) => (
        <div key={change.changeId}>
          <h3 className="govuk-heading-s">
            From “{change.from.label}” to “{change.to.label}”
          </h3>
          <SummaryList
            compact
            rows={[
              { key: "Changed", value: `${change.by}, ${momentInWords(change.at)}` },
              ...said("Assessment", change.assessment && assessmentInWords(change.assessment)),
              ...said(capital(leadProfessional), change.lead && withWords(change.lead)),
              ...said("Consent still valid?", change.consent && consentInWords(change.consent)),
            ]}
          />
        </div>
      ))}
    </Details>
  );
}

const said = (key: string, value: string | undefined) =>
  value === undefined ? [] : [{ key, value: <span className="np-prose">{value}</span> }];

const withWords = ({ label, words }: NonNullable<Change["lead"]>): string =>
  words === undefined ? label : `${label}. ${words}`;

const consentInWords = (said: NonNullable<Change["consent"]>): string =>
  said.is === "said" ? withWords(said) : "It was said, and is read by those who see what may be shared.";

function assessmentInWords(said: NonNullable<Change["assessment"]>): string {
  if (said.is === "used") return `${said.kind.label} of ${dateInWords(said.on)}, ${said.agency}`;
  return said.is === "none" ? `None was used. ${said.because}` : "It was said, and is in the file of another service.";
}
