import { useHref } from "@linchpin/portal";
import {
  Anchor,
  count,
  dateInWords,
  EmptyState,
  FilterPanel,
  type FilterValues,
  listInWords,
  Page,
  PageGrid,
  PrintButton,
  Section,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { topicInWords, useTerms } from "../../terms.ts";
import type { Question, Rulebook } from "../../views.ts";
import { AboutTheBook } from "./about-the-book.tsx";
import { rulebookQuery } from "./queries.ts";
import { QuestionOf } from "./question.tsx";
import { questionsShown } from "./questions-shown.ts";
import { RulebookSearch } from "./search.ts";

const route = getRouteApi("/signed-in/rulebook");

/** The area's rulebook as its managers read it: clause by clause, with what is ours and what the area set itself. */
export function RulebookPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data: book } = useSuspenseQuery(rulebookQuery(search.adoption));
  const shown = questionsShown(book.questions, search);
  const isFiltered = search.search !== undefined || search.topic !== undefined || search.show !== undefined;
  return (
    <Page title={book.edition.title} caption={`Rulebook of ${book.areaName}`} actions={<PrintButton />}>
      <Adopted book={book} />
      {search.adoption !== undefined && (
        <p className="govuk-body">
          <Anchor href={href({ to: "/rulebook", search: {} })}>Read the rulebook in force today</Anchor>
        </p>
      )}
      <PageGrid
        aside={
          <Filters book={book} search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
        }
      >
        <p className="govuk-body" aria-live="polite">
          {isFiltered
            ? `${count(shown.length, "question")} of ${book.questions.length}`
            : count(shown.length, "question")}
          , {count(sumOf(shown, "rules"), "rule")}, {count(sumOf(shown, "values"), "value")}.
        </p>
        <Contents questions={shown} />
      </PageGrid>
      {shown.length === 0 ? (
        <EmptyState title="Nothing in this rulebook matches">
          <p className="govuk-body">Look for another word, or take off a filter.</p>
        </EmptyState>
      ) : (
        <Questions questions={shown} />
      )}
      {!isFiltered && <AboutTheBook book={book} />}
    </Page>
  );
}

const sumOf = (questions: readonly Question[], what: "rules" | "values"): number =>
  questions.reduce((sum, question) => sum + question[what].length, 0);

function Adopted({ book: { edition, basedOn, adoptedFrom } }: { readonly book: Rulebook }) {
  return (
    <p className="govuk-body-l">
      Edition {edition.version}, adopted from {dateInWords(adoptedFrom)}
      {basedOn.length > 0 && <>. Based on {listInWords(basedOn.map(({ title }) => title))}</>}.
    </p>
  );
}

const shows = [
  { value: "must", label: "Rules that say must" },
  { value: "ours", label: "Our own readings" },
  { value: "own", label: "Values the area set itself" },
  { value: "departed", label: "Rules the area departs from" },
  { value: "silent", label: "Questions without an answer" },
] as const;

type FiltersProps = {
  readonly book: Rulebook;
  readonly search: RulebookSearch;
  readonly onChange: (search: RulebookSearch) => void;
};

function Filters({ book, search, onChange }: FiltersProps) {
  const terms = useTerms();
  const topics = [...new Set(book.questions.map(({ topic }) => topic))];
  const apply = ({ search: text, topic, show }: FilterValues) =>
    onChange(RulebookSearch.parse({ adoption: search.adoption, search: text, topic, show }));
  return (
    <FilterPanel
      title="Find a rule"
      filters={[
        { name: "search", label: "Words or clause", kind: "text" },
        {
          name: "topic",
          label: "About",
          kind: "one",
          options: topics.map((topic) => ({ value: topic, label: topicInWords(topic, terms) })),
        },
        { name: "show", label: "Only", kind: "one", options: shows },
      ]}
      values={{ search: search.search, topic: search.topic, show: search.show }}
      onChange={apply}
    />
  );
}

function Contents({ questions }: { readonly questions: readonly Question[] }) {
  const terms = useTerms();
  const topics = [...new Set(questions.map(({ topic }) => topic))];
  return (
    <nav aria-label="Questions on this page">
      {topics.map((topic) => (
        <div key={topic}>
          <p className="govuk-heading-s mp-contents">{topicInWords(topic, terms)}</p>
          <ul className="govuk-list">
            {questions
              .filter((question) => question.topic === topic)
              .map(({ question, title, silentBecause }) => (
                <li key={question}>
                  <a className="govuk-link" href={`#${question}`}>
                    {title}
                  </a>
                  {silentBecause !== undefined && <span className="mp-note">Not answered here</span>}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Questions({ questions }: { readonly questions: readonly Question[] }) {
  const terms = useTerms();
  const topics = [...new Set(questions.map(({ topic }) => topic))];
  return topics.map((topic) => (
    <Section key={topic} title={topicInWords(topic, terms)}>
      {questions
        .filter((question) => question.topic === topic)
        .map((question) => (
          <QuestionOf key={question.question} question={question} />
        ))}
    </Section>
  ));
}
