import { router } from "../../trpc.ts";
import { blocks, lift } from "./blocks.ts";
import { draft, keepDraft } from "./draft.ts";
import { emergencies, openInEmergency, reviewEmergency } from "./emergency.ts";
import { reviews } from "./reviews.ts";
import { declareHome, declareKnownChild, knownChildren } from "./ties.ts";
import { who } from "./who.ts";

const emergency = router({ open: openInEmergency, list: emergencies, review: reviewEmergency });
const outsideWork = router({ mine: knownChildren, declareChild: declareKnownChild, declareHome });
const heldBack = router({ list: blocks, lift });

export const access = router({ who, draft, keepDraft, emergency, outsideWork, heldBack, reviews });
