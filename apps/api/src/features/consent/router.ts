import { router } from "../../trpc.ts";
import { agreements } from "./agreements.ts";
import { kept, look, recipients, sent } from "./copies.ts";
import { agreed, handedOver, leftOut, list, receivedOn } from "./copy-list.ts";
import { familyPaper } from "./family-paper.ts";
import { forChild, itemToShare, shared, sharedOnce } from "./for-child.ts";
import { letters } from "./letters.ts";
import { notes } from "./notes.ts";
import { packs } from "./packs.ts";
import { file, openCopy, received, receivedOne, shareOn } from "./received.ts";
import { correct, record } from "./record.ts";
import { complete, release, tellOf } from "./release.ts";
import { ending } from "./saying-no.ts";
import { send, tellOfCopy } from "./send-copy.ts";
import { services } from "./services.ts";
import { sharesMade } from "./shares-made.ts";
import { sheets } from "./sheets.ts";
import { settle, takeBack, takingBack } from "./take-back.ts";
import { theirWord } from "./their-word.ts";

export const consent = router({
  forChild,
  record,
  correct,
  item: itemToShare,
  release,
  released: sharedOnce,
  tell: tellOf,
  complete,
  shared,
  ending,
  takingBack,
  takeBack,
  settle,
  copies: router({
    recipients,
    look,
    send,
    sent,
    kept,
    tell: tellOfCopy,
    list,
    agreed,
    handedOver,
    received: receivedOn,
    leftOut,
  }),
  letters,
  familyPaper,
  packs,
  sheets,
  received,
  receivedOne,
  file,
  shareOn,
  openCopy,
  notes,
  sharesMade,
  services,
  agreements,
  theirWord,
});
