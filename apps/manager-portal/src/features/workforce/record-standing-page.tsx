import { standingKinds } from "@linchpin/domain";
import { useHref } from "@linchpin/portal";
import { InsetText, Page } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ComponentType } from "react";
import type { FactOf } from "./fact-form.tsx";
import {
  AwardForm,
  DevelopmentForm,
  EngagementForm,
  EnhancedCheckForm,
  FirstLedForm,
  InformationSharingTrainingForm,
  PoolForm,
  QualificationForm,
  RecommendationForm,
  SkillsForm,
  TrainingForm,
  WorkplaceForm,
} from "./fact-forms.tsx";
import { MentorForm } from "./mentor-form.tsx";
import { standingQuery } from "./queries.ts";
import type { RecordKind } from "./search.ts";

const route = getRouteApi("/signed-in/register/$practitionerId/record/$kind");

const forms: Record<RecordKind, ComponentType<FactOf>> = {
  "enhanced-check": EnhancedCheckForm,
  qualification: QualificationForm,
  award: AwardForm,
  development: DevelopmentForm,
  recommendation: RecommendationForm,
  training: TrainingForm,
  "information-sharing-training": InformationSharingTrainingForm,
  "first-led": FirstLedForm,
  mentor: MentorForm,
  engagement: EngagementForm,
  pool: PoolForm,
  workplace: WorkplaceForm,
  skills: SkillsForm,
};

/** One fact of somebody's standing, asked on a page of its own. */
export function RecordStandingPage() {
  const { practitionerId, kind } = route.useParams();
  const href = useHref();
  const { data: standing } = useSuspenseQuery(standingQuery(practitionerId));
  const Fields = forms[kind];
  const before = standing.facts.find((fact) => fact.kind === (kind === "award" ? "qualification" : kind));
  return (
    <Page
      title={kind === "award" ? "Later award" : standingKinds[kind].label}
      caption={standing.name}
      back={{ href: href({ to: "/register/$practitionerId", params: { practitionerId } }), text: standing.name }}
    >
      {before?.standingId !== undefined && <InsetText>On record now: {before.inWords}</InsetText>}
      <Fields key={kind} standing={standing} />
    </Page>
  );
}
