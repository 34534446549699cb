import { capital } from "@linchpin/portal";
import {
  Comparison,
  type ComparisonProps,
  count,
  Details,
  dateInWords,
  FindingList,
  listInWords,
  Meter,
  Tag,
} from "@linchpin/ui";
import type { ReactNode } from "react";
import { useTerms } from "../../terms.ts";
import type { Candidate, Candidates } from "../../views.ts";

type Criterion = ComparisonProps["criteria"][number];

/** The people involved side by side, in the order of the alphabet. Nothing is added up and nobody is marked out. */
export function ComparisonOf({ of: { candidates, sheet } }: { readonly of: Candidates }) {
  const { leadProfessional, namedPerson } = useTerms();
  const row = (id: string, label: string, cell: (one: Candidate) => ReactNode): Criterion => ({
    id,
    label,
    cells: Object.fromEntries(candidates.map((one) => [one.practitionerId, cell(one)])),
  });
  const criteria: Criterion[] = [
    row("part", "Part in the child's care", (one) => (
      <PartOf one={one} namedPerson={namedPerson} leadProfessional={leadProfessional} />
    )),
    row(
      "relationship",
      "Relationship with the child and family",
      (one) => one.relationship && <span className="np-prose">{one.relationship}</span>,
    ),
    row("wishes", "What the child and family would like", wishesOf),
    row("suitability", `May they be ${leadProfessional}?`, (one) => <SuitabilityOf one={one} />),
    row("law", "What the law says of them", lawOf),
    ...(candidates.some(({ listedUnder }) => listedUnder.length > 0)
      ? [row("listed", "Listed under", (one) => <ListedUnder one={one} />)]
      : []),
    {
      ...row("capacity", "Workload before and after", (one) => <CapacityOf one={one} />),
      clause: sheet.find(({ code }) => code === "capacity")?.clause, // the same figures as the sheet asks for in words
    },
    row("actions", "Open actions on this plan", (one) => String(one.openActions)),
    ...sheet
      .filter(({ from, code }) => from === "records" && code !== "capacity")
      .map(({ code, label, clause, shown }) => ({
        id: code,
        label,
        clause,
        cells: Object.fromEntries(shown.map(({ practitionerId, words }) => [practitionerId, words])),
      })),
  ];
  return (
    <Comparison
      caption="The people involved"
      candidates={candidates.map(({ practitionerId, name, postTitle, agency }) => ({
        id: practitionerId,
        name,
        note: [postTitle, agency.name].filter(Boolean).join(", "),
      }))}
      criteria={criteria}
    />
  );
}

type PartProps = { readonly one: Candidate; readonly namedPerson: string; readonly leadProfessional: string };

function PartOf({ one, namedPerson, leadProfessional }: PartProps) {
  const posts = one.posts.filter(({ code }) => code !== "named-person" && code !== "lead-professional"); // tagged below
  const since =
    one.involvement === "about-to-start"
      ? `About to start${one.startsOn ? `, on ${dateInWords(one.startsOn)}` : ""}`
      : `Since ${dateInWords(one.since.slice(0, 10))}`;
  return (
    <>
      {since}
      {posts.length > 0 && <span className="np-note">{posts.map(({ label }) => capital(label)).join(", ")}</span>}
      {one.isNamedPerson && (
        <span className="np-note">
          <Tag colour="blue">{capital(namedPerson)}</Tag>
        </span>
      )}
      {one.leadsNow && (
        <span className="np-note">
          <Tag colour="green">{capital(leadProfessional)} now</Tag>
        </span>
      )}
    </>
  );
}

function wishesOf({ isChildsWish, isFamilysWish }: Candidate): string {
  const whose = [isChildsWish && "the child", isFamilysWish && "the family"].filter((one) => one !== false);
  return whose.length === 0 ? "Nobody has named them" : `Named by ${listInWords(whose)}`;
}

const namedInWords = {
  expected: "A status says that their post leads",
  suggested: "A status suggests their post",
  may: "A status lets their post lead",
} as const;

function lawOf({ byLaw: { isHolder, isBarred, isOfRequiredAgency, named } }: Candidate): string {
  if (isHolder) return "The law puts them in the lead";
  if (isBarred) return "The law does not allow them to lead";
  if (named !== undefined) return namedInWords[named];
  if (isOfRequiredAgency === undefined) return "Nothing";
  return isOfRequiredAgency ? "Of the agency that has to lead" : "Not of the agency that has to lead";
}

function SuitabilityOf({ one: { suitability, name } }: { readonly one: Candidate }) {
  const { decision, askWho } = suitability;
  return (
    <>
      <strong>{decision.answerInWords}</strong>
      {decision.findings.length > 0 && (
        <Details
          summary={
            <>
              Why<span className="govuk-visually-hidden">, for {name}</span>
            </>
          }
        >
          <FindingList findings={decision.findings} />
        </Details>
      )}
      {decision.hiddenFindings > 0 && (
        <span className="np-note">
          Some of it rests on their own record.
          {askWho.length > 0 && (
            <>
              {" "}
              {listInWords(
                askWho.map((who) => who.name),
                "or",
              )}{" "}
              can say more.
            </>
          )}
        </span>
      )}
    </>
  );
}

function ListedUnder({ one: { listedUnder } }: { readonly one: Candidate }) {
  if (listedUnder.length === 0) return <>No clause names them</>;
  return (
    <>
      {listedUnder.map(({ title, clause, because }) => (
        <span key={`${clause.source} ${clause.at} ${title}`} className="np-listed">
          {title} ({clause.source} {clause.at})<span className="np-note">{because}</span>
        </span>
      ))}
    </>
  );
}

function CapacityOf({ one: { capacity } }: { readonly one: Candidate }) {
  const { loadBefore, loadAfter, capacity: agreed, isLeast } = capacity;
  return (
    <>
      {agreed === undefined ? (
        <>
          {count(loadBefore, "point")} now, {loadAfter} after. No capacity is agreed.
        </>
      ) : (
        <Meter label="Workload" capacity={agreed} now={loadBefore} after={loadAfter} />
      )}
      {isLeast && <span className="np-note">At least: something it counts is not recorded.</span>}
    </>
  );
}
